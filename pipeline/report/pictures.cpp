#include "report/pictures.hpp"

#include "report/escape.hpp"

#include <algorithm>
#include <cstdio>

namespace paraphe::report {
namespace {

/// `app` cuts its crops so much larger than the place they show (fractions of the page).
constexpr double crop_margin_x = 0.03, crop_margin_y = 0.012;
/// A window never shows less paper than this, so that a value is seen with its label.
constexpr double window_width = 75, window_height = 14, window_margin = 5;  // mm

std::string base64(const std::string& bytes) {
    constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned three = 0;
        for (std::size_t k = 0; k < 3; ++k) three = three << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k) out += i + k > bytes.size() ? '=' : letters[three >> (18 - 6 * k) & 63];
    }
    return out;
}

const char* media_type(const std::string& bytes) {
    if (bytes.starts_with("\xff\xd8\xff")) return "image/jpeg";
    if (bytes.starts_with("\x89PNG")) return "image/png";
    return nullptr;
}

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

/// The picture of a page turned upright: SVG's matrix for a clockwise quarter turn of a page of that size.
std::string upright(int rotation, double width, double height) {
    switch (rotation) {
        case 90: return "matrix(0 1 -1 0 " + number(height) + " 0)";
        case 180: return "matrix(-1 0 0 -1 " + number(width) + " " + number(height) + ")";
        case 270: return "matrix(0 -1 1 0 0 " + number(width) + ")";
        default: return "";
    }
}

/// A window of the upright page (mm) around the box, within the page.
Box window_around(const Box& box, double width, double height) {
    const double w = std::min(width, std::max(box.w * width + 2 * window_margin, window_width));
    const double h = std::min(height, std::max(box.h * height + 2 * window_margin, window_height));
    const double x = std::clamp(box.centre_x() * width - w / 2, 0.0, width - w);
    const double y = std::clamp(box.centre_y() * height - h / 2, 0.0, height - h);
    return {x, y, w, h};
}

}  // namespace

Pictures::Pictures(const Reading& reading, const PictureOf& picture_of) : picture_of_{picture_of} {
    for (const auto& file : reading.files)
        for (const auto& page : file.pages) {
            Page entry;
            if (page.width_mm > 1 && page.height_mm > 1 && page.width_mm < 5000 && page.height_mm < 5000)
                entry.width = page.width_mm, entry.height = page.height_mm;
            entry.rotation = page.rotation;
            entry.picture = page.picture;
            pages_[{file.path, page.page}] = std::move(entry);
        }
    for (const auto& crop : reading.crops)
        if (auto* page = find(crop.place.path, crop.place.page)) page->crops.push_back(&crop);
}

Pictures::Page* Pictures::find(const std::string& path, int page) {
    const auto found = pages_.find({path, page});
    return found == pages_.end() ? nullptr : &found->second;
}

std::string Pictures::define(const std::string& picture, double x, double y, double width, double height) {
    if (picture.empty()) return "";
    if (const auto found = defined_.find(picture); found != defined_.end()) return found->second;
    const auto bytes = picture_of_ ? picture_of_(picture) : std::nullopt;
    const char* type = bytes ? media_type(*bytes) : nullptr;
    if (!type) return defined_[picture] = "";
    std::string id = "i";
    id += std::to_string(defined_.size());
    definitions_ += "<image id=\"" + id + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\"" +
                    number(height) + "\" preserveAspectRatio=\"none\" href=\"data:" + type + ";base64," + base64(*bytes) + "\"/>\n";
    return defined_[picture] = id;
}

bool Pictures::prepare(Page& page) {
    if (page.id.empty()) page.id = define(page.picture, 0, 0, page.width, page.height);
    return !page.id.empty();
}

std::string Pictures::svg(const Page& page, const Box& window, const std::vector<Box>& boxes, const std::string& label,
                          const std::string& frame, const std::string& inner) {
    const bool sideways = page.rotation == 90 || page.rotation == 270;
    const double width = sideways ? page.height : page.width, height = sideways ? page.width : page.height;
    std::string out = "<svg viewBox=\"" + number(window.x) + " " + number(window.y) + " " + number(window.w) + " " + number(window.h) +
                      "\" role=\"img\" aria-label=\"" + escaped(label) + "\">";
    const auto turn = upright(page.rotation, page.width, page.height);
    out += turn.empty() ? "<g>" : "<g transform=\"" + turn + "\">";
    out += "<use href=\"#" + page.id + "\"/>" + inner + "</g>";
    for (const auto& box : boxes) {
        if (box.empty()) continue;
        const Box b = turned(box, page.rotation);
        out += "<rect class=\"frame " + frame + "\" x=\"" + number(b.x * width - 1) + "\" y=\"" + number(b.y * height - 1) + "\" width=\"" +
               number(b.w * width + 2) + "\" height=\"" + number(b.h * height + 2) + "\" rx=\"1\"/>";
    }
    return out + "</svg>";
}

std::string Pictures::view(const Place& place, const std::string& label, const std::string& frame) {
    auto* page = find(place.path, place.page);
    if (!page || !prepare(*page)) return "";
    if (place.box.empty()) return whole_page(place.path, place.page, {}, label, frame);
    // Sharp crops lie over the page just where they were cut.
    std::string inner;
    for (const auto* crop : page->crops) {
        const Box cut = grown(crop->place.box, crop_margin_x, crop_margin_y);
        if (covered(place.box, cut) < 0.5) continue;
        const auto id = define(crop->picture, cut.x * page->width, cut.y * page->height, cut.w * page->width, cut.h * page->height);
        if (!id.empty()) inner += "<use href=\"#" + id + "\"/>";
        if (crop->place == place) break;
    }
    const bool sideways = page->rotation == 90 || page->rotation == 270;
    const auto window = window_around(turned(place.box, page->rotation), sideways ? page->height : page->width, sideways ? page->width : page->height);
    return svg(*page, window, {place.box}, label, frame, inner);
}

std::string Pictures::whole_page(const std::string& path, int number_of_page, const std::vector<Box>& boxes, const std::string& label,
                                 const std::string& frame) {
    auto* page = find(path, number_of_page);
    if (!page || !prepare(*page)) return "";
    const bool sideways = page->rotation == 90 || page->rotation == 270;
    return svg(*page, {0, 0, sideways ? page->height : page->width, sideways ? page->width : page->height}, boxes, label, frame, "");
}

std::string Pictures::definitions() const { return definitions_; }

}  // namespace paraphe::report
