#include "extractors/common/cheque_face.hpp"

#include "formats/dates.hpp"

#include <algorithm>

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

/// A cheque is 175 mm by 80: once its left edge and one of its words are known, the rest follows within the page.
constexpr double tall_to_wide = 80.0 / 175.0;

}  // namespace

std::optional<ChequeFace> cheque_on(const Sheet& sheet) {
    ChequeFace face;
    face.pay_against = first_of(sheet, {"Payez contre ce chèque", "contre ce chèque", "ce chèque non endossable", "non endossable"});
    face.payable = first_of(sheet, {"Payable en France", "Payable en"});
    face.number = number_label(sheet);
    face.order = first_of(sheet, {"à l'ordre de"});
    if (!face.pay_against && !face.payable && !face.number) return {};
    Box core;
    for (const auto& part : {face.pay_against, face.payable, face.number})
        if (part) core = unite(core, sheet.text.upright_box(*part));

    // From the print upwards to the figures' box and downwards to the magnetic line: the known words span about 0.6 of the height.
    double width = 0;
    const double known = core.h;
    if (face.pay_against && (face.payable || face.number)) width = known / 0.62 / (tall_to_wide * aspect(sheet));
    if (width < 0.35 || width > 1) width = std::clamp(std::max({width, core.w * 1.25, 0.55}), 0.35, 1.0);
    const double height = width * tall_to_wide * aspect(sheet);
    const double left = std::max(0.0, core.x - 0.05 * width);
    const double top = face.pay_against ? core.y - 0.32 * height : core.bottom() - 0.9 * height;
    const double bottom = face.payable || face.number ? core.bottom() + 0.25 * height : core.y + 0.95 * height;
    face.all = {left, std::max(0.0, top), std::min(width * 1.08, 1 - left), 0};
    face.all.h = std::min(1.0, bottom) - face.all.y;
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const Box& box = sheet.text.lines()[k].box;
        if (box.centre_y() > face.all.y && box.centre_y() < face.all.bottom() && box.centre_x() > face.all.x && box.centre_x() < face.all.right() + 0.05) face.lines.push_back(k);
    }
    return face;
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
