// A PDF or a picture, drawn and prepared: what a page gives lies on it, is finite and no larger than the limits allow.
#include "pages/pages.hpp"

#include <array>
#include <cmath>
#include <cstdlib>
#include <initializer_list>
#include <string>

using namespace paraphe;

namespace {

void must(bool promise) {
    if (!promise) std::abort();
}

void finite(std::initializer_list<double> values) {
    for (const double value : values) must(std::isfinite(value));
}

template <class Things>
void finite_boxes(const Things& things) {
    for (const auto& thing : things) finite({thing.box.x, thing.box.y, thing.box.w, thing.box.h});
}

/// Pictures are straightened and brought to about the wanted resolution: somewhat larger than what was decoded, never out of proportion.
void fits(const Picture& picture, const Limits& limits) {
    must(picture.consistent() && static_cast<std::int64_t>(picture.width) * picture.height <= 8 * limits.pixels);
}

void keep_promises(const pages::Page& page, const Limits& limits) {
    fits(page.flat, limits);
    fits(page.view, limits);
    if (!page.colour.empty()) fits(page.colour, limits);
    must(page.rotation % 90 == 0 && page.rotation >= 0 && page.rotation < 360);
    finite({page.width_mm, page.height_mm, page.ink_share});
    for (const double value : page.flattening.matrix) finite({value});
    for (const auto& line : page.lines) finite({line.x1, line.y1, line.x2, line.y2});
    finite_boxes(page.layer);
    finite_boxes(page.codes);
    finite_boxes(page.overlays);
    finite_boxes(page.electronic_marks);
}

}  // namespace

/// fontconfig, which Poppler asks for fonts, keeps its configuration to the end of the process.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig.so"; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 20'000) return 0;
    static const std::array<std::string, 3> types{"image/png", "application/pdf", "image/tiff"};  // what intake said; bytes may say otherwise
    Limits limits;
    limits.pages = 3;
    limits.pixels = 100'000;
    limits.words = 200;
    limits.entries = 5;
    limits.file_bytes = 100'000;
    limits.total_bytes = 300'000;
    const auto file = pages::File::open({data, size}, types[size % types.size()], limits);
    if (!file) return 0;
    must(file->page_count() >= 1 && file->page_count() <= limits.pages);
    must(file->attachments().size() <= static_cast<std::size_t>(limits.entries));
    for (int number = 1; number <= file->page_count(); ++number)
        if (const auto page = file->page(number)) keep_promises(*page, limits);
    return 0;
}
