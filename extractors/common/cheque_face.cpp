#include "extractors/common/cheque_face.hpp"

#include "formats/amounts.hpp"
#include "formats/dates.hpp"
#include "formats/number_words.hpp"

#include <algorithm>
#include <cmath>

namespace paraphe::extractors {
namespace {

std::optional<Span> first_of(const Sheet& sheet, std::initializer_list<std::string_view> phrases) {
    for (const auto phrase : phrases) {
        const auto spans = sheet.text.find(phrase);
        if (!spans.empty()) return *std::ranges::max_element(spans, {}, &Span::quality);
    }
    return {};
}

/// "Chèque n°" before its figures; "ce chèque non endossable" begins alike.
std::optional<Span> number_label(const Sheet& sheet) {
    for (const std::string_view phrase : {"Chèque n°", "Chèque numéro", "N° de chèque", "Chèque"})
        for (const auto& span : sheet.text.find(phrase)) {
            const std::string_view line = sheet.text.lines()[span.line].folded;
            const auto rest = line.substr(std::min(span.end, line.size()));
            const auto figures = std::ranges::count_if(rest.substr(0, 14), [](char c) { return c >= '0' && c <= '9'; });
            if (figures >= 5 && !(rest.front() >= 'A' && rest.front() <= 'Z' && phrase != "Chèque")) return span;
        }
    return {};
}

double aspect(const Sheet& sheet) {
    const auto& page = sheet.text.page();
    double width = page.width_mm, height = page.height_mm;
    if (width <= 0 || height <= 0) return 0.707;
    return page.rotation % 180 == 0 ? width / height : height / width;
}

/// A cheque is 175 mm by 80.
constexpr double tall_to_wide = 80.0 / 175.0, tall_mm = 80;
/// How deep its printed words stand, in parts of its height (measured on cheques of several banks; they differ by 0.05).
constexpr double pay_against_at = 0.21, order_at = 0.51, payable_at = 0.6, number_at = 0.8;
/// Its left margin, in parts of its width.
constexpr double margin = 0.035;

/// A printed word of known depth.
struct Landmark {
    double y = 0, x = 0, depth = 0;
};

std::vector<Landmark> landmarks(const Sheet& sheet, const ChequeFace& face) {
    std::vector<Landmark> known;
    const auto add = [&](const std::optional<Span>& span, double depth) {
        if (!span) return;
        // Bars across the corner hide the first words of a line: the margin is where its line begins.
        known.push_back({sheet.text.upright_box(*span).centre_y(), sheet.text.lines()[span->line].box.x, depth});
    };
    add(face.pay_against, pay_against_at);
    add(face.payable, payable_at);
    // The number stands at the lower left; some banks print it at the top as well.
    if (face.number && std::ranges::all_of(known, [&](const Landmark& k) { return k.y < sheet.text.upright_box(*face.number).y; })) add(face.number, number_at);
    return known;
}

/// Height of the cheque in parts of the page: from the two landmarks that lie furthest apart, else from its size on paper.
double height_of(const Sheet& sheet, const std::vector<Landmark>& known) {
    const auto& page = sheet.text.page();
    const double page_mm = page.rotation % 180 == 0 ? page.height_mm : page.width_mm;
    const double on_paper = page_mm > tall_mm ? tall_mm / page_mm : 1;
    if (known.empty()) return on_paper;
    const auto [top, bottom] = std::ranges::minmax(known, {}, &Landmark::depth);
    constexpr double enough = 0.15;  // nearer landmarks measure nothing
    const double apart = bottom.depth - top.depth, measured = apart > enough ? (bottom.y - top.y) / apart : 0;
    // The number and "payable en France" lie too near to each other to measure by alone: the paper's size bounds them.
    const double most = apart < 0.3 ? 1.35 * on_paper : 1;
    return measured > 0.05 ? std::clamp(measured, apart < 0.3 ? 0.65 * on_paper : 0.05, std::max(most, 0.05)) : std::min(1.0, on_paper);
}

/// On a cheque whose print was not read, the sum stands in figures and in words all the same.
std::vector<Landmark> landmarks_of_the_sum(const Sheet& sheet) {
    constexpr double figures_depth = 0.2, words_depth = 0.31, figures_from_left = 0.77;
    const double width = height_of(sheet, {}) / tall_to_wide / aspect(sheet);
    for (const auto& words : sheet.text.lines())
        for (const auto& said : find_amounts_in_words(words.folded))
            for (const auto& figures : sheet.text.lines()) {
                const double above = words.box.centre_y() - figures.box.centre_y();
                if (figures.box.x < words.box.x + 0.2 || above < 0 || above > 0.3) continue;
                for (const auto& sum : find_amounts(figures.folded))
                    if (std::abs(sum.value - said.value) < 0.005) {
                        const double left = figures.box.x - (figures_from_left - margin) * width;
                        return {{figures.box.centre_y(), left, figures_depth}, {words.box.centre_y(), std::max(left, 0.0), words_depth}};
                    }
            }
    return {};
}

bool is_a_cheque_s_shape(double wide_to_tall) { return wide_to_tall > 1.8 && wide_to_tall < 2.6; }

Box face_box(const Sheet& sheet, const std::vector<Landmark>& known) {
    if (is_a_cheque_s_shape(aspect(sheet))) return {0, 0, 1, 1};
    const double height = height_of(sheet, known), width = std::min(1.0, height / tall_to_wide / aspect(sheet));
    double top = 0, left = 1;
    for (const auto& landmark : known) {
        top += (landmark.y - landmark.depth * height) / static_cast<double>(known.size());
        left = std::min(left, landmark.x - margin * width);
    }
    return intersection({left, top, width, height}, {0, 0, 1, 1});
}

}  // namespace

std::optional<ChequeFace> cheque_on(const Sheet& sheet) {
    ChequeFace face;
    face.pay_against = first_of(sheet, {"Payez contre ce chèque", "contre ce chèque", "ce chèque non endossable", "non endossable"});
    face.payable = first_of(sheet, {"Payable en France", "Payable en"});
    face.number = number_label(sheet);
    face.order = first_of(sheet, {"à l'ordre de"});
    auto known = landmarks(sheet, face);
    if (known.empty()) known = landmarks_of_the_sum(sheet);
    if (known.empty()) return {};
    face.all = face_box(sheet, known);
    constexpr double over = 0.04;  // its edges are known to a few millimetres
    const Box room = grown(face.all, over * face.all.w, over * face.all.h);
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const Box& box = sheet.text.lines()[k].box;
        if (box.centre_y() > room.y && box.centre_y() < room.bottom() && box.centre_x() > room.x && box.centre_x() < room.right()) face.lines.push_back(k);
    }
    return face;
}

ChequePlaces places_on(const Sheet& sheet, const ChequeFace& face) {
    const Box& all = face.all;
    const auto part = [&](double left, double top, double right, double bottom) {
        return intersection({all.x + left * all.w, all.y + top * all.h, (right - left) * all.w, (bottom - top) * all.h}, {0, 0, 1, 1});
    };
    ChequePlaces places{part(0.6, 0.06, 1.03, 0.36), part(0, 0.235, 0.76, 0.475), part(0.05, 0.425, 0.72, 0.555), part(0.66, 0.33, 1.08, 0.62),
                        part(0, 0.85, 1, 1)};
    // The words stand under "payez contre ce chèque", the payee beside "à l'ordre de".
    if (face.pay_against) {
        const double from = sheet.text.upright_box(*face.pay_against).bottom();
        places.words.h += places.words.y - from;
        places.words.y = from;
    }
    if (face.order) {
        const Box label = sheet.text.upright_box(*face.order);
        const double above = 0.09 * all.h, below = 0.035 * all.h;
        places.payee = intersection({label.right(), label.centre_y() - above, all.x + 0.74 * all.w - label.right(), above + below}, {0, 0, 1, 1});
        places.words.h = std::max(0.1 * all.h, places.payee.y + 0.03 * all.h - places.words.y);
    }
    return places;
}

Box signature_zone(const Sheet& sheet, const ChequeFace& face) {
    double right = face.all.x;
    for (const auto k : face.lines) right = std::max(right, sheet.text.lines()[k].box.right());
    right = std::max(right, face.all.x + 0.9 * face.all.w);
    double top = face.all.y + 0.45 * face.all.h;
    for (const auto k : face.lines) {
        const auto& line = sheet.text.lines()[k];
        if (line.box.centre_x() < face.all.x + 0.45 * face.all.w) continue;
        if (!find_dates(line.folded).empty() && line.box.y < face.all.y + 0.75 * face.all.h) top = std::max(top, line.box.y);
    }
    double bottom = face.all.bottom();
    if (face.number) bottom = std::min(bottom, sheet.text.upright_box(*face.number).bottom() + 0.1 * face.all.h);
    const double left = face.all.x + 0.55 * face.all.w;
    if (bottom < top + 0.15 * face.all.h) bottom = top + 0.3 * face.all.h;
    return {left, top, std::max(0.1, std::min(1.0, right) - left), std::max(0.03, std::min(1.0, bottom) - top)};
}

}  // namespace paraphe::extractors
