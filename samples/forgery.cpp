#include "samples/forgery.hpp"

#include <optional>

#include "samples/layers.hpp"

namespace paraphe::samples {
namespace {

Date fresh_date(const Facts& facts) { return facts.as_of - std::chrono::days{12}; }

std::optional<Rect> place_of_date(const Sheet& sheet, Date shown) {
    const auto in_letters = place_of(sheet, in_words(shown));
    return in_letters ? in_letters : place_of(sheet, slashed(shown));
}

}  // namespace

Booklet fresh_twin(const Booklet& real, const Facts& facts) {
    Facts fresh = facts;
    fresh.kbis.up_to_date_on = fresh.kbis.printed_on = fresh_date(facts);
    Booklet twin("kbis", fresh, Random(7));
    twin.theme = real.theme;
    twin.layout = real.layout;
    drawing_of("kbis").draw(fresh, twin);
    return twin;
}

void forge_date(Pdf& pdf, const Sheet& sheet, const Facts& facts, bool digital) {
    const auto where = place_of_date(sheet, facts.kbis.up_to_date_on);
    if (!where) return;
    const std::string fresh = slashed(fresh_date(facts));
    const std::string& way = facts.packing.attack;
    const double base = where->y + where->h * 0.78, size = where->h / mm_per_point * 0.72;
    if (facts.kbis.overlay || way == "white_box") {
        pdf.overlay_white({where->x - 1, where->y, where->w + 2, where->h});
        pdf.overlay_text(where->x, base, size, fresh, false);
    } else if (way == "screen_layer" && digital) pdf.overlay_layer(where->x + where->w + 3, base, size, "À jour au " + fresh);
    else if (way == "annotation" && digital) pdf.annotate(*where, fresh);
}

void forge_year(Pdf& pdf, const Facts& facts) {
    const auto last_digit = [](Date day) { return static_cast<char>('0' + year_of(day) % 10); };
    pdf.lie(last_digit(facts.kbis.up_to_date_on), last_digit(facts.as_of));
}

}  // namespace paraphe::samples
