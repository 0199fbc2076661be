#include "pages/pdf_drawing.hpp"

#include <opencv2/imgproc.hpp>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace paraphe::pages {
namespace {

void stay_silent(const std::string&, void*) {}

/// UTF-16 to UTF-8; the library's own conversion needs iconv's modules on disk.
std::string utf8(const poppler::ustring& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = text[i];
        if (code >= 0xD800 && code < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000)
            code = 0x10000 + ((code - 0xD800) << 10) + (text[++i] - 0xDC00u);
        else if (code >= 0xD800 && code < 0xE000)
            code = 0xFFFD;
        const auto put = [&out](unsigned byte) { out += static_cast<char>(byte); };
        if (code < 0x80) {
            put(code < 0x20 ? ' ' : code);
        } else if (code < 0x800) {
            put(0xC0 | code >> 6), put(0x80 | (code & 0x3F));
        } else if (code < 0x10000) {
            put(0xE0 | code >> 12), put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
        } else {
            put(0xF0 | code >> 18), put(0x80 | (code >> 12 & 0x3F)), put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
        }
    }
    return out;
}

PdfDrawing::Size size_of(const poppler::page& page) {
    const auto box = page.page_rect(poppler::crop_box);
    const auto turn = page.orientation();
    const bool sideways = turn == poppler::page::landscape || turn == poppler::page::seascape;
    return sideways ? PdfDrawing::Size{box.height(), box.width()} : PdfDrawing::Size{box.width(), box.height()};
}

}  // namespace

PdfDrawing::PdfDrawing() = default;
PdfDrawing::PdfDrawing(PdfDrawing&&) noexcept = default;
PdfDrawing& PdfDrawing::operator=(PdfDrawing&&) noexcept = default;
PdfDrawing::~PdfDrawing() = default;

Result<PdfDrawing> PdfDrawing::open(std::span<const unsigned char> bytes, const Limits& limits) {
    poppler::set_debug_error_function(stay_silent, nullptr);
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return fail(ErrorKind::too_large, "a PDF of " + std::to_string(bytes.size()) + " bytes");
    PdfDrawing drawing;
    drawing.document_.reset(poppler::document::load_from_raw_data(reinterpret_cast<const char*>(bytes.data()), static_cast<int>(bytes.size())));
    if (!drawing.document_) return fail(ErrorKind::damaged, "the PDF cannot be opened");
    if (drawing.document_->is_locked()) return fail(ErrorKind::encrypted, "the PDF asks for a password");  // pages() would crash
    drawing.page_count_ = drawing.document_->pages();
    if (drawing.page_count_ < 1) return fail(ErrorKind::empty, "the PDF has no page");
    if (drawing.page_count_ > limits.pages)
        return fail(ErrorKind::too_large, std::to_string(drawing.page_count_) + " pages, " + std::to_string(limits.pages) + " allowed");
    return drawing;
}

Result<PdfDrawing::Size> PdfDrawing::size(int number) const {
    const std::unique_ptr<poppler::page> page(document_->create_page(number - 1));
    if (!page) return fail(ErrorKind::damaged, "the page cannot be opened", {}, number);
    const Size size = size_of(*page);
    if (!(size.width > 1) || !(size.height > 1)) return fail(ErrorKind::damaged, "the page has no size", {}, number);
    return size;
}

Result<Raster> PdfDrawing::draw(int number, double dpi, const Limits& limits) const {
    const std::unique_ptr<poppler::page> page(document_->create_page(number - 1));
    if (!page) return fail(ErrorKind::damaged, "the page cannot be opened", {}, number);
    const Size size = size_of(*page);
    const double width = size.width * dpi / 72, height = size.height * dpi / 72;
    if (!(width * height >= 1) || !limits.hold(width, height))
        return fail(ErrorKind::too_large, "a page of " + std::to_string(width) + " x " + std::to_string(height) + " pixels", {}, number);
    poppler::page_renderer renderer;
    renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_rgb24);
    const poppler::image image = renderer.render_page(page.get(), dpi, dpi);
    if (!image.is_valid() || image.width() < 1 || image.height() < 1) return fail(ErrorKind::damaged, "the page cannot be drawn", {}, number);
    const cv::Mat drawn(image.height(), image.width(), CV_8UC3, const_cast<char*>(image.const_data()),  // OpenCV has no view of constant pixels
                        static_cast<std::size_t>(image.bytes_per_row()));
    Raster raster;
    raster.dpi = dpi;
    raster.pixels = has_colour(drawn) ? drawn.clone() : grey_of(drawn);
    return raster;
}

PdfDrawing::Layer PdfDrawing::layer(int number, const Limits& limits) const {
    Layer layer;
    const std::unique_ptr<poppler::page> page(document_->create_page(number - 1));
    if (!page) return layer;
    const Size size = size_of(*page);
    std::array<std::size_t, 4> letters_turned{};
    std::size_t letters = 0;
    for (const auto& text : page->text_list()) {
        if (layer.words.size() >= static_cast<std::size_t>(limits.words)) break;
        const auto r = text.bbox();
        const Box box{r.x() / size.width, r.y() / size.height, r.width() / size.width, r.height() / size.height};
        const Box shown = intersection(box, {0, 0, 1, 1});
        if (shown.empty() || shown.area() < box.area() / 2) {
            ++layer.outside;
            continue;
        }
        Word word{utf8(text.text()), shown, 1, -1};
        if (word.text.find_first_not_of(' ') == std::string::npos) continue;
        letters_turned[static_cast<std::size_t>(text.rotation() & 3)] += word.text.size();
        letters += word.text.size();
        layer.words.push_back(std::move(word));
    }
    // Poppler counts quarter turns of the text clockwise from upright.
    const auto most = std::ranges::max_element(letters_turned) - letters_turned.begin();
    if (letters >= 30 && letters_turned[static_cast<std::size_t>(most)] * 10 > letters * 8) layer.turn = static_cast<int>((4 - most) % 4) * 90;
    return layer;
}

}  // namespace paraphe::pages
