#include "pages/pages.hpp"

#include "pages/layer.hpp"
#include "pages/pdf_drawing.hpp"
#include "pages/pdf_structure.hpp"
#include "pages/picture_file.hpp"
#include "pages/prepare.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace paraphe::pages {
namespace {

constexpr double native_dpi = 200;             // for pages that a program drew
constexpr double least_dpi = 72, most_dpi = 300;  // for pages that are one picture: its own, within these

/// The resolution at which a page that is one picture is drawn pixel for pixel.
double dpi_of(const PageContent& content) {
    const auto* image = content.full_page_image();
    if (image == nullptr) return native_dpi;
    const double along = image->width / std::max(1e-6, image->box.w * content.width / 72);
    const double turned_along = image->height / std::max(1e-6, image->box.w * content.width / 72);
    // A picture placed on its side has its width along the page's height.
    const double other = image->height / std::max(1e-6, image->box.h * content.height / 72);
    const double turned_other = image->width / std::max(1e-6, image->box.h * content.height / 72);
    const bool sideways = std::abs(std::log(turned_along / turned_other)) < std::abs(std::log(along / other));
    const double dpi = sideways ? std::max(turned_along, turned_other) : std::max(along, other);
    return std::clamp(dpi, least_dpi, most_dpi);
}

/// Of a picture whose file does not say: the long side of A4.
double assumed_dpi(const cv::Mat& pixels) { return std::max(pixels.cols, pixels.rows) / 11.69; }

}  // namespace

struct File::Parts {
    std::span<const unsigned char> bytes;
    Limits limits;
    int pages = 0;
    FileFacts facts;
    std::optional<PdfDrawing> drawing;
    std::unique_ptr<PdfStructure> structure;  // null for pictures and for a PDF that qpdf cannot make sense of

    Result<Page> pdf_page(int number) const;
    Result<Page> picture_page(int number) const;
};

File::File(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
File::File(File&&) noexcept = default;
File& File::operator=(File&&) noexcept = default;
File::~File() = default;

Result<File> File::open(std::span<const unsigned char> bytes, const std::string& media_type, const Limits& limits) {
    if (bytes.empty()) return fail(ErrorKind::empty, "the file is empty");
    auto parts = std::make_unique<Parts>();
    parts->bytes = bytes;
    parts->limits = limits;
    const std::string_view head(reinterpret_cast<const char*>(bytes.data()), std::min<std::size_t>(bytes.size(), 1024));
    if (media_type == "application/pdf" || head.find("%PDF-") != std::string_view::npos) {
        parts->structure = PdfStructure::open(bytes, limits);
        const bool changed = parts->structure && !parts->structure->print_view().empty();
        auto drawing = PdfDrawing::open(changed ? std::span<const unsigned char>(parts->structure->print_view()) : bytes, limits);
        if (!drawing) return tl::unexpected(drawing.error());
        parts->drawing.emplace(std::move(*drawing));
        parts->pages = parts->drawing->page_count();
        if (parts->structure) parts->facts = parts->structure->facts();
    } else {
        const auto count = count_pictures(bytes, limits);
        if (!count) return tl::unexpected(count.error());
        parts->pages = *count;
    }
    return File(std::move(parts));
}

int File::page_count() const { return parts_->pages; }

const FileFacts& File::facts() const { return parts_->facts; }

std::vector<File::Attachment> File::attachments() const {
    return parts_->structure ? parts_->structure->attachments() : std::vector<Attachment>{};
}

Result<Page> File::Parts::pdf_page(int number) const {
    Page page;
    page.number = number;
    const auto size = drawing->size(number);
    if (!size) return tl::unexpected(size.error());
    PageContent content;
    if (structure) content = structure->content(number);
    else content.complete = false;
    if (content.width <= 0) content.width = size->width, content.height = size->height;
    auto seen = drawing->draw(number, dpi_of(content), limits);
    if (!seen) return tl::unexpected(seen.error());
    seen->one_picture = content.full_page_image() != nullptr;
    seen->bilevel = seen->one_picture && content.full_page_image()->bilevel;
    page.width_mm = size->width * 25.4 / 72;
    page.height_mm = size->height * 25.4 / 72;

    auto layer = drawing->layer(number, limits);
    auto verdict = judge_layer(layer.words, layer.outside, grey_of(seen->pixels), seen->dpi, content);
    page.layer = std::move(layer.words);
    page.layer_serves = verdict.serves;
    page.layer_rejected = verdict.rejected;
    page.overlays = std::move(verdict.overlays);
    prepare(page, *seen, verdict.serves ? layer.turn : -1);
    number_lines(page.layer, page.rotation);
    if (structure) {
        page.electronic_marks = structure->marks(number);
        std::ranges::move(structure->unprinted(number), std::back_inserter(page.overlays));
    }
    return page;
}

Result<Page> File::Parts::picture_page(int number) const {
    auto seen = decode_picture(bytes, number, limits);
    if (!seen) return tl::unexpected(Error{seen.error().kind, {}, number, seen.error().detail});
    Page page;
    page.number = number;
    if (seen->dpi <= 0) seen->dpi = assumed_dpi(seen->pixels);
    page.width_mm = seen->pixels.cols * 25.4 / seen->dpi;
    page.height_mm = seen->pixels.rows * 25.4 / seen->dpi;
    prepare(page, *seen);
    return page;
}

Result<Page> File::page(int number) const {
    if (number < 1 || number > parts_->pages) return fail(ErrorKind::damaged, "no such page", {}, number);
    return parts_->drawing ? parts_->pdf_page(number) : parts_->picture_page(number);
}

}  // namespace paraphe::pages
