// What hands and stamps leave on a sheet, each with the truth of where it lies.
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "samples/sheet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

Rect turned(const Rect& box, Point about, double angle) {
    double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
    for (const auto& [x, y] : {Point{box.x, box.y}, Point{box.right(), box.y}, Point{box.x, box.bottom()}, Point{box.right(), box.bottom()}}) {
        const double dx = x - about.x, dy = y - about.y;
        const double px = about.x + dx * std::cos(angle) - dy * std::sin(angle), py = about.y + dx * std::sin(angle) + dy * std::cos(angle);
        x0 = std::min(x0, px), x1 = std::max(x1, px), y0 = std::min(y0, py), y1 = std::max(y1, py);
    }
    return {x0, y0, x1 - x0, y1 - y0};
}

/// A mask with bare patches and grain, as a rubber stamp leaves.
cairo_pattern_t* uneven(Random& rng, double wear) {
    constexpr int side = 160;
    cairo_surface_t* mask = cairo_image_surface_create(CAIRO_FORMAT_A8, side, side);
    cairo_surface_flush(mask);
    unsigned char* pixels = cairo_image_surface_get_data(mask);
    const int stride = cairo_image_surface_get_stride(mask);
    const double a = rng.real(0, 6.28), b = rng.real(0, 6.28);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double slow = 0.5 + 0.25 * std::sin(a + 0.05 * x) + 0.25 * std::sin(b + 0.045 * y + 0.02 * x);
            const double value = 1 - wear * (0.25 + 0.75 * slow) * rng.real(0.3, 1.4);
            pixels[y * stride + x] = static_cast<unsigned char>(std::clamp(value, 0.05, 1.0) * 255);
        }
    cairo_surface_mark_dirty(mask);
    cairo_pattern_t* pattern = cairo_pattern_create_for_surface(mask);
    cairo_surface_destroy(mask);
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT);
    cairo_matrix_t scale;
    cairo_matrix_init_scale(&scale, 4, 4);  // four grains a millimetre
    cairo_pattern_set_matrix(pattern, &scale);
    return pattern;
}

struct Lettering {
    PangoLayout* layout;
    double w, h;
    Lettering(cairo_t* on, std::string_view what, const char* family, double size_mm, bool bold) : layout(pango_cairo_create_layout(on)) {
        PangoFontDescription* font = pango_font_description_new();
        pango_font_description_set_family(font, family);
        pango_font_description_set_absolute_size(font, size_mm * 16 * PANGO_SCALE);  // laid out large, drawn small: no rounding
        if (bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
        pango_layout_set_font_description(layout, font);
        pango_font_description_free(font);
        pango_layout_set_text(layout, what.data(), static_cast<int>(what.size()));
        PangoRectangle logical;
        pango_layout_get_extents(layout, nullptr, &logical);
        w = static_cast<double>(logical.width) / PANGO_SCALE / 16;
        h = static_cast<double>(logical.height) / PANGO_SCALE / 16;
    }
    ~Lettering() { g_object_unref(layout); }
    Lettering(const Lettering&) = delete;
    Lettering& operator=(const Lettering&) = delete;
    void show(cairo_t* on, double x, double y) const {
        cairo_save(on);
        cairo_translate(on, x, y);
        cairo_scale(on, 1.0 / 16, 1.0 / 16);
        pango_cairo_update_layout(on, layout);
        pango_cairo_layout_path(on, layout);
        cairo_restore(on);
        cairo_fill(on);
    }
};

}  // namespace

Rect Sheet::write(double x, double y, std::string_view what, const Hand& hand, double size, double max_width, bool optional) {
    Random own = rng.child(what);
    rng.bits();
    Ink made = written(what, hand, size, own);
    const Rect wide = bounds(made);
    const double shrink = max_width > 0 && wide.w > max_width ? max_width / wide.w : 1;
    for (Stroke& stroke : made)
        for (Point& p : stroke.points) p = {x + p.x * shrink, y + p.y * std::max(shrink, 0.7)};
    draw(ink_, made, hand.pen);
    const Rect box = bounds(made);
    marks.push_back({"handwriting", "", box, optional});
    return box;
}

Rect Sheet::sign(const Rect& zone, const Signer& signer, std::string_view who, bool optional, double strength) {
    Ink made = again(signature_of(signer.person.first, signer.person.last, signer.movement), rng);
    const double w = std::min(zone.w, rng.real(30, 58)), h = std::min(zone.h, rng.real(11, 21));
    const Rect into{zone.x + rng.real(0, zone.w - w), zone.y + rng.real(0, zone.h - h), w, h};
    made = fitted(made, into);
    Pen pen = signer.pen;
    pen.strength *= strength;
    draw(ink_, made, pen);
    marks.push_back({"signature", std::string(who), bounds(made), optional});
    return bounds(made);
}

Rect Sheet::paraph(Point centre, double size, const Signer& signer, bool same_to_the_pixel, double strength, bool optional) {
    Ink made = paraph_of(signer.person.first, signer.person.last, signer.movement);
    if (!same_to_the_pixel) made = again(made, rng, 0.04);
    made = fitted(made, {centre.x - size / 2, centre.y - size * 0.36, size, size * 0.72});
    Pen pen = signer.pen;
    pen.strength *= strength;
    draw(ink_, made, pen);
    marks.push_back({"paraph", "director", bounds(made), optional});
    return bounds(made);
}

void Sheet::begin_stamp(double turn, Point about) {
    cairo_save(ink_);
    cairo_translate(ink_, about.x, about.y);
    cairo_rotate(ink_, turn);
    cairo_translate(ink_, -about.x, -about.y);
    cairo_push_group(ink_);
}

void Sheet::end_stamp(const Rect& around, Point about, double turn, std::string_view who, bool optional) {
    cairo_pop_group_to_source(ink_);
    cairo_pattern_t* worn = uneven(rng, rng.real(0.15, 0.6));
    cairo_mask(ink_, worn);
    cairo_pattern_destroy(worn);
    cairo_restore(ink_);
    marks.push_back({"stamp", std::string(who), turned(around, about, turn), optional});
}

Rect Sheet::stamp_box(Point at, const std::vector<std::string>& lines, Colour colour, std::string_view who, bool optional, double scale) {
    const char* family = rng.chance(0.5) ? "Liberation Sans" : "Liberation Serif";
    const bool framed = rng.chance(0.7);
    double w = 0, h = 2;
    std::vector<double> sizes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        sizes.push_back((i == 0 ? 3.4 : 2.4) * scale);
        const Lettering laid(ink_, i == 0 ? upper_case(lines[i]) : lines[i], family, sizes[i], i == 0);
        w = std::max(w, laid.w);
        h += laid.h;
    }
    const Rect box{at.x, at.y, w + 4, h + 1};
    const Point middle{box.x + box.w / 2, box.y + box.h / 2};
    const double turn = rng.real(-0.12, 0.12);
    begin_stamp(turn, middle);
    cairo_set_source_rgb(ink_, colour.red, colour.green, colour.blue);
    if (framed) {
        cairo_set_line_width(ink_, 0.5);
        cairo_rectangle(ink_, box.x + 0.3, box.y + 0.3, box.w - 0.6, box.h - 0.6);
        cairo_stroke(ink_);
    }
    double y = box.y + 1.3;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Lettering laid(ink_, i == 0 ? upper_case(lines[i]) : lines[i], family, sizes[i], i == 0);
        laid.show(ink_, box.x + (box.w - laid.w) / 2, y);
        y += laid.h;
    }
    end_stamp(box, middle, turn, who, optional);
    return marks.back().box;
}

Rect Sheet::stamp_round(Point centre, double radius, std::string_view ring, std::string_view middle, Colour colour, std::string_view who, bool optional) {
    const double turn = rng.real(-0.3, 0.3);
    begin_stamp(turn, centre);
    cairo_set_source_rgb(ink_, colour.red, colour.green, colour.blue);
    cairo_set_line_width(ink_, 0.55);
    for (const double r : {radius - 0.3, radius * 0.62}) {
        cairo_new_sub_path(ink_);
        cairo_arc(ink_, centre.x, centre.y, r, 0, 2 * std::numbers::pi);
        cairo_stroke(ink_);
    }
    // Letters along the ring, from the left over the top to the right.
    const auto letters = letters_of(upper_case(ring));
    const double step = std::min(2 * std::numbers::pi * 0.86 / static_cast<double>(letters.size()), 0.28);
    double angle = -std::numbers::pi / 2 - step * static_cast<double>(letters.size() - 1) / 2;
    std::size_t at = 0;
    const std::string shown = upper_case(ring);
    for (std::size_t i = 0; i < letters.size(); ++i, angle += step) {
        const std::size_t length = static_cast<unsigned char>(shown[at]) < 0x80 ? 1 : static_cast<unsigned char>(shown[at]) < 0xE0 ? 2 : 3;
        const Lettering laid(ink_, std::string_view(shown).substr(at, length), "Liberation Sans", radius * 0.22, true);
        at += length;
        cairo_save(ink_);
        cairo_translate(ink_, centre.x + radius * 0.81 * std::cos(angle), centre.y + radius * 0.81 * std::sin(angle));
        cairo_rotate(ink_, angle + std::numbers::pi / 2);
        laid.show(ink_, -laid.w / 2, -laid.h / 2);
        cairo_restore(ink_);
    }
    const Lettering inside(ink_, middle, "Liberation Serif", radius * 0.3, true);
    const double fit = std::min(1.0, radius * 1.1 / std::max(inside.w, 0.1));
    cairo_save(ink_);
    cairo_translate(ink_, centre.x, centre.y);
    cairo_scale(ink_, fit, fit);
    inside.show(ink_, -inside.w / 2, -inside.h / 2);
    cairo_restore(ink_);
    const Rect box{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
    end_stamp(box, centre, 0, who, optional);
    return box;
}

Rect Sheet::stamp_oval(Point centre, double radius, const std::vector<std::string>& lines, Colour colour, std::string_view who, bool optional) {
    const double turn = rng.real(-0.1, 0.1), squash = 0.58;
    begin_stamp(turn, centre);
    cairo_set_source_rgb(ink_, colour.red, colour.green, colour.blue);
    for (const double r : {radius, radius - 1.1}) {
        cairo_save(ink_);
        cairo_translate(ink_, centre.x, centre.y);
        cairo_scale(ink_, 1, squash);
        cairo_new_sub_path(ink_);
        cairo_arc(ink_, 0, 0, r - 0.3, 0, 2 * std::numbers::pi);
        cairo_restore(ink_);
        cairo_set_line_width(ink_, 0.45);
        cairo_stroke(ink_);
    }
    double total = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) total += i == 0 ? 3.8 : 3;
    double y = centre.y - total / 2;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Lettering laid(ink_, i == 0 ? upper_case(lines[i]) : lines[i], "Liberation Sans", i == 0 ? 2.9 : 2.2, i == 0);
        const double fit = std::min(1.0, radius * 1.6 / std::max(laid.w, 0.1));
        cairo_save(ink_);
        cairo_translate(ink_, centre.x, y);
        cairo_scale(ink_, fit, 1);
        laid.show(ink_, -laid.w / 2, 0);
        cairo_restore(ink_);
        y += i == 0 ? 3.8 : 3;
    }
    end_stamp({centre.x - radius, centre.y - radius * squash, 2 * radius, 2 * radius * squash}, centre, turn, who, optional);
    return marks.back().box;
}

void Sheet::smudge(const Rect& box, double darkness) {
    for (int i = 0; i < 14; ++i) {
        const double x = box.x + rng.real(0.15, 0.85) * box.w, y = box.y + rng.real(0.3, 0.7) * box.h, r = std::min(box.w, box.h) * rng.real(0.3, 0.7);
        cairo_pattern_t* spot = cairo_pattern_create_radial(x, y, 0, x, y, r);
        cairo_pattern_add_color_stop_rgba(spot, 0, 0.2, 0.2, 0.2, darkness);
        cairo_pattern_add_color_stop_rgba(spot, 0.7, 0.25, 0.25, 0.25, darkness * 0.8);
        cairo_pattern_add_color_stop_rgba(spot, 1, 0.3, 0.3, 0.3, 0);
        cairo_set_source(ink_, spot);
        cairo_arc(ink_, x, y, r, 0, 2 * std::numbers::pi);
        cairo_fill(ink_);
        cairo_pattern_destroy(spot);
    }
    negatives.push_back({"smudge", box});
}

void Sheet::tick(Point at, bool cross) {
    Pen pen = make_pen(rng);
    Ink made;
    if (cross) made = {{{{at.x, at.y}, {at.x + 2.6, at.y + 2.4}}, {pen.width, pen.width}}, {{{at.x + 2.5, at.y + 0.1}, {at.x + 0.1, at.y + 2.6}}, {pen.width, pen.width}}};
    else made = {{smooth({{at.x, at.y + 1.4}, {at.x + 0.9, at.y + 2.8}, {at.x + 0.9, at.y + 2.8}, {at.x + 3.2, at.y - 0.8}}), {}}};
    for (Stroke& stroke : made)
        if (stroke.widths.empty()) stroke.widths.assign(stroke.points.size(), pen.width);
    draw(ink_, made, pen);
    negatives.push_back({cross ? "cross" : "tick", bounds(made)});
}

}  // namespace paraphe::samples
