#include "samples/sheet.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace paraphe::samples {
namespace {

cairo_surface_t* recording(double width, double height) {
    const cairo_rectangle_t extents{0, 0, width / mm_per_point, height / mm_per_point};
    return cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
}

cairo_t* context_in_mm(cairo_surface_t* surface) {
    cairo_t* context = cairo_create(surface);
    cairo_scale(context, 1 / mm_per_point, 1 / mm_per_point);
    return context;
}

struct Layout {
    PangoLayout* layout;
    Layout(cairo_t* on, double w_points, std::string_view what, const Type& type, const Theme& theme) : layout(pango_cairo_create_layout(on)) {
        PangoContext* context = pango_layout_get_context(layout);
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        pango_cairo_context_set_font_options(context, options);
        cairo_font_options_destroy(options);
        pango_cairo_context_set_resolution(context, 72);
        pango_layout_context_changed(layout);
        PangoFontDescription* font = pango_font_description_new();
        pango_font_description_set_family(font, (type.family.empty() ? theme.family : type.family).c_str());
        pango_font_description_set_absolute_size(font, type.size * PANGO_SCALE);
        pango_font_description_set_weight(font, type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_style(font, type.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
        pango_layout_set_font_description(layout, font);
        pango_font_description_free(font);
        if (w_points > 0) pango_layout_set_width(layout, static_cast<int>(w_points * PANGO_SCALE));
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(layout, static_cast<float>(type.leading));
        pango_layout_set_alignment(layout, type.align == Align::centre ? PANGO_ALIGN_CENTER : type.align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        pango_layout_set_justify(layout, type.align == Align::justified);
        pango_layout_set_text(layout, what.data(), static_cast<int>(what.size()));
    }
    ~Layout() { g_object_unref(layout); }
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;
    [[nodiscard]] PangoRectangle extents() const {
        PangoRectangle logical;
        pango_layout_get_extents(layout, nullptr, &logical);
        return logical;
    }
};

double in_mm(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE * mm_per_point; }

}  // namespace

Theme make_theme(Random& rng) {
    static const std::array<std::string, 9> families{"Liberation Sans", "Liberation Serif", "DejaVu Sans", "DejaVu Serif", "Carlito", "Caladea", "Lato", "EB Garamond", "FreeSans"};
    static constexpr std::array<Colour, 6> accents{{{0.1, 0.25, 0.5}, {0.5, 0.1, 0.12}, {0.05, 0.4, 0.3}, {0.2, 0.2, 0.2}, {0.35, 0.15, 0.4}, {0.7, 0.35, 0.05}}};
    Theme theme;
    theme.family = rng.pick(families);
    theme.size = rng.real(9.3, 10.8);
    if (theme.family.starts_with("DejaVu")) theme.size *= 0.88;  // it runs wide
    if (theme.family == "EB Garamond") theme.size *= 1.1;
    theme.accent = rng.pick(accents);
    return theme;
}

Sheet::Sheet(double w, double h, Theme with, Random random)
    : width(w), height(h), theme(std::move(with)), rng(random), print_surface_(recording(w, h)), ink_surface_(recording(w, h)),
      print_(context_in_mm(print_surface_)), ink_(context_in_mm(ink_surface_)) {}

Sheet::~Sheet() {
    cairo_destroy(print_);
    cairo_destroy(ink_);
    cairo_surface_destroy(print_surface_);
    cairo_surface_destroy(ink_surface_);
}

double Sheet::lay(cairo_t* to, double x, double y, double w, std::string_view what, const Type& type, bool record) {
    cairo_save(to);
    cairo_translate(to, x, y);
    cairo_scale(to, mm_per_point, mm_per_point);
    const Layout laid(to, w / mm_per_point, what, type, theme);
    cairo_set_source_rgb(to, type.colour.red, type.colour.green, type.colour.blue);
    pango_cairo_show_layout(to, laid.layout);
    cairo_restore(to);
    if (record)
        for (std::size_t i = 0; i < what.size();) {
            while (i < what.size() && (what[i] == ' ' || what[i] == '\n')) ++i;
            const std::size_t start = i;
            while (i < what.size() && what[i] != ' ' && what[i] != '\n') ++i;
            if (i == start) break;
            PangoRectangle first, last;
            pango_layout_index_to_pos(laid.layout, static_cast<int>(start), &first);
            pango_layout_index_to_pos(laid.layout, static_cast<int>(i), &last);
            const double left = in_mm(first.x), top = in_mm(first.y), tall = in_mm(first.height);
            double right = in_mm(last.x);
            if (last.y != first.y || right <= left) right = left + width_of(what.substr(start, i - start), type);
            words.push_back({std::string(what.substr(start, i - start)), {x + left, y + top, right - left, tall}});
        }
    return y + in_mm(laid.extents().height);
}

double Sheet::text(double x, double y, double w, std::string_view what, const Type& type) { return lay(print_, x, y, w, what, type, true); }

double Sheet::width_of(std::string_view what, const Type& type) const { return in_mm(Layout(print_, 0, what, type, theme).extents().width); }

double Sheet::height_of(double w, std::string_view what, const Type& type) const { return in_mm(Layout(print_, w / mm_per_point, what, type, theme).extents().height); }

void Sheet::rule(double x0, double y0, double x1, double y1, double thickness, Colour colour) {
    cairo_set_source_rgb(print_, colour.red, colour.green, colour.blue);
    cairo_set_line_width(print_, thickness);
    cairo_move_to(print_, x0, y0);
    cairo_line_to(print_, x1, y1);
    cairo_stroke(print_);
}

void Sheet::frame(const Rect& box, double thickness, Colour colour) {
    cairo_set_source_rgb(print_, colour.red, colour.green, colour.blue);
    cairo_set_line_width(print_, thickness);
    cairo_rectangle(print_, box.x, box.y, box.w, box.h);
    cairo_stroke(print_);
}

void Sheet::fill(const Rect& box, Colour colour) {
    cairo_set_source_rgb(print_, colour.red, colour.green, colour.blue);
    cairo_rectangle(print_, box.x, box.y, box.w, box.h);
    cairo_fill(print_);
}

void Sheet::dots(double x0, double x1, double y) {
    cairo_save(print_);
    const std::array<double, 2> dashes{0.3, 0.9};
    cairo_set_dash(print_, dashes.data(), 2, 0);
    rule(x0, y, x1, y, 0.3, {0.3, 0.3, 0.3});
    cairo_restore(print_);
}

void Sheet::logo(const Rect& box, std::string_view letters, Colour colour) {
    cairo_save(print_);
    cairo_set_source_rgb(print_, colour.red, colour.green, colour.blue);
    const double side = box.h;
    const int shape = rng.between(0, 3);
    if (shape == 0) cairo_arc(print_, box.x + side / 2, box.y + side / 2, side / 2, 0, 6.2832);
    else if (shape == 1) cairo_rectangle(print_, box.x, box.y, side, side);
    else {
        const int corners = shape == 2 ? 6 : 3;
        for (int i = 0; i < corners; ++i) {
            const double angle = 6.2832 * i / corners + 0.5;
            cairo_line_to(print_, box.x + side / 2 + side / 2 * std::cos(angle), box.y + side / 2 + side / 2 * std::sin(angle));
        }
    }
    cairo_fill(print_);
    cairo_set_source_rgb(print_, 1, 1, 1);
    cairo_arc(print_, box.x + side * 0.5, box.y + side * 0.55, side * 0.16, 0, 6.2832);
    cairo_fill(print_);
    cairo_restore(print_);
    negatives.push_back({"logo", {box.x, box.y, side, side}});
    if (!letters.empty()) {
        Type type{.size = side * 1.6, .bold = true, .colour = colour};
        const double w = width_of(letters, type);
        text(box.x + side + 2, box.y + side / 2 - type.size * mm_per_point * 0.62, w + 4, letters, type);
        negatives.back().box.w += w + 2;
    }
}

void Sheet::code_square(const Rect& box) {
    const int cells = 25;
    const double cell = box.w / cells;
    const auto finder = [&](int cx, int cy) {
        fill({box.x + cx * cell, box.y + cy * cell, 7 * cell, 7 * cell}, {});
        fill({box.x + (cx + 1) * cell, box.y + (cy + 1) * cell, 5 * cell, 5 * cell}, {1, 1, 1});
        fill({box.x + (cx + 2) * cell, box.y + (cy + 2) * cell, 3 * cell, 3 * cell}, {});
    };
    for (int i = 0; i < cells; ++i)
        for (int k = 0; k < cells; ++k)
            if (rng.chance(0.5) && !(i < 8 && k < 8) && !(i > 16 && k < 8) && !(i < 8 && k > 16)) fill({box.x + i * cell, box.y + k * cell, cell, cell}, {});
    finder(0, 0);
    finder(cells - 7, 0);
    finder(0, cells - 7);
    negatives.push_back({"code", box});
}

double Sheet::table(double x, double y, const std::vector<double>& widths, const std::vector<std::vector<std::string>>& rows, const Type& type, double row_height, bool grid,
                    Colour head) {
    constexpr double pad = 1.2;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        Type cell = type;
        cell.bold = type.bold || r == 0;
        double tall = row_height;
        for (std::size_t c = 0; c < rows[r].size(); ++c)
            if (!rows[r][c].empty()) tall = std::max(tall, height_of(widths[c] - 2 * pad, rows[r][c], cell) + 2 * pad * 0.7);
        if (tall <= 0) tall = type.size * mm_per_point * 1.6;
        double left = x;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            if (r == 0 && head.red < 0.99) fill({left, y, widths[c], tall}, head);
            if (grid) frame({left, y, widths[c], tall}, 0.2, {0.25, 0.25, 0.25});
            if (c < rows[r].size() && !rows[r][c].empty()) text(left + pad, y + pad * 0.7, widths[c] - 2 * pad, rows[r][c], cell);
            left += widths[c];
        }
        if (!grid) rule(x, y + tall, left, y + tall, 0.15, {0.6, 0.6, 0.6});
        y += tall;
    }
    return y;
}

void Sheet::replay(cairo_t* to, bool with_ink, bool absorb) const {
    cairo_save(to);
    cairo_scale(to, mm_per_point, mm_per_point);  // recordings are in points
    cairo_set_source_surface(to, print_surface_, 0, 0);
    cairo_paint(to);
    if (with_ink) {
        if (absorb) cairo_set_operator(to, CAIRO_OPERATOR_MULTIPLY);
        cairo_set_source_surface(to, ink_surface_, 0, 0);
        cairo_paint(to);
    }
    cairo_restore(to);
}

void Sheet::replay_ink(cairo_t* to) const {
    cairo_save(to);
    cairo_scale(to, mm_per_point, mm_per_point);
    cairo_set_source_surface(to, ink_surface_, 0, 0);
    cairo_paint(to);
    cairo_restore(to);
}

void Flow::say(std::string_view what, const Type& type, double gap) { y = sheet.text(x, y, w, what, type) + gap; }

}  // namespace paraphe::samples
