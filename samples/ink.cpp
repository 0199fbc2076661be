#include "samples/ink.hpp"

#include <algorithm>
#include <cmath>

namespace paraphe::samples {
namespace {

/// Thin where the pen is quick, thick where it turns; tapered at the end.
std::vector<double> widths_for(const std::vector<Point>& line, double width, Random& rng) {
    std::vector<double> widths(line.size(), width);
    double phase = rng.real(0, 6.28);
    for (std::size_t i = 0; i < line.size(); ++i) {
        phase += rng.real(0.1, 0.5);
        widths[i] = width * (1 + 0.18 * std::sin(phase));
        const std::size_t left = line.size() - 1 - i;
        if (left < 4 && line.size() > 8) widths[i] *= 0.55 + 0.11 * static_cast<double>(left);
    }
    return widths;
}

}  // namespace

Rect united(const Rect& a, const Rect& b) {
    if (a.w <= 0 && a.h <= 0) return b;
    if (b.w <= 0 && b.h <= 0) return a;
    const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Rect bounds(const Ink& ink) {
    double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
    for (const Stroke& stroke : ink)
        for (std::size_t i = 0; i < stroke.points.size(); ++i) {
            const double half = stroke.widths.empty() ? 0 : stroke.widths[i] / 2;
            x0 = std::min(x0, stroke.points[i].x - half);
            x1 = std::max(x1, stroke.points[i].x + half);
            y0 = std::min(y0, stroke.points[i].y - half);
            y1 = std::max(y1, stroke.points[i].y + half);
        }
    return x1 < x0 ? Rect{} : Rect{x0, y0, x1 - x0, y1 - y0};
}

void draw(cairo_t* to, const Ink& ink, const Pen& pen) {
    cairo_save(to);
    cairo_set_line_cap(to, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(to, CAIRO_LINE_JOIN_ROUND);
    const double rest = 1 - pen.strength;  // opaque colours: where strokes cross, a pen hardly darkens
    cairo_set_source_rgb(to, pen.colour.red * pen.strength + rest, pen.colour.green * pen.strength + rest, pen.colour.blue * pen.strength + rest);
    for (const Stroke& stroke : ink)
        for (std::size_t i = 0; i + 1 < stroke.points.size(); ++i) {
            cairo_set_line_width(to, (stroke.widths[i] + stroke.widths[i + 1]) / 2);
            cairo_move_to(to, stroke.points[i].x, stroke.points[i].y);
            cairo_line_to(to, stroke.points[i + 1].x, stroke.points[i + 1].y);
            cairo_stroke(to);
        }
    cairo_restore(to);
}

Ink fitted(const Ink& ink, const Rect& into) {
    const Rect from = bounds(ink);
    if (from.w <= 0 || from.h <= 0) return ink;
    const double scale = std::min(into.w / from.w, into.h / from.h);
    const double dx = into.x + (into.w - from.w * scale) / 2, dy = into.y + (into.h - from.h * scale) / 2;
    Ink moved = ink;
    for (Stroke& stroke : moved)
        for (Point& p : stroke.points) p = {dx + (p.x - from.x) * scale, dy + (p.y - from.y) * scale};
    return moved;
}

Ink again(const Ink& ink, Random& rng, double amount) {
    const Rect box = bounds(ink);
    const double size = std::max(box.w, box.h) * amount;
    const double turn = rng.normal(0, 0.6 * amount), stretch = 1 + rng.normal(0, 1.2 * amount);
    // A slow wave over the whole: neighbouring points move together, as a hand does.
    const double a = rng.real(0, 6.28), b = rng.real(0, 6.28), fx = rng.real(0.08, 0.2), fy = rng.real(0.08, 0.2);
    Ink moved = ink;
    for (Stroke& stroke : moved)
        for (Point& p : stroke.points) {
            const double x = (p.x - box.x) * stretch + size * std::sin(a + fx * p.y + 0.11 * p.x);
            const double y = p.y - box.y + size * 0.8 * std::sin(b + fy * p.x);
            p = {box.x + x - turn * y, box.y + y + turn * x};
        }
    return moved;
}

Pen make_pen(Random& rng) {
    Pen pen;
    const double kind = rng.real(0, 1);
    if (kind < 0.6) pen.colour = {rng.real(0.04, 0.16), rng.real(0.08, 0.22), rng.real(0.42, 0.66)};
    else if (kind < 0.95) pen.colour = {rng.real(0.04, 0.14), rng.real(0.04, 0.14), rng.real(0.06, 0.18)};
    else pen.colour = {0.05, rng.real(0.3, 0.4), rng.real(0.2, 0.3)};
    pen.width = rng.real(0.28, 0.6);
    pen.strength = rng.real(0.82, 1);
    return pen;
}

Hand make_hand(Random& rng, bool capitals) {
    Hand hand;
    hand.capitals = capitals;
    hand.joined = !capitals && rng.chance(0.75);
    hand.slant = rng.real(-0.08, 0.34);
    hand.spacing = rng.real(0.85, 1.25);
    hand.wobble = rng.real(0.15, 0.42);
    hand.drift = rng.real(-0.02, 0.03);
    hand.pen = make_pen(rng);
    return hand;
}

Ink written(std::string_view text, const Hand& hand, double size, Random& rng) {
    const double unit = size / 8;
    Ink ink;
    double x = 0;
    bool open = false;  // the last letter's tail waits to be joined
    for (char32_t letter : letters_of(text)) {
        if (hand.capitals && letter >= U'a' && letter <= U'z') letter -= 32;
        if (hand.capitals && letter >= 0xE0 && letter <= 0xFE) letter -= 32;
        if (letter == U' ') {
            x += 3.4 * hand.spacing * rng.real(0.85, 1.2);
            open = false;
            continue;
        }
        const Glyph& shape = glyph(letter);
        const bool small = (letter >= U'a' && letter <= U'z') || letter >= 0xE0;
        const double grow = rng.real(0.93, 1.07), lift = rng.normal(0, 0.12), lean = hand.slant + rng.normal(0, 0.025);
        for (std::size_t s = 0; s < shape.strokes.size(); ++s) {
            std::vector<Point> through;
            for (const Point& p : shape.strokes[s]) {
                const double px = x + p.x * grow + rng.normal(0, hand.wobble * 0.45);
                const double py = p.y * grow + lift + rng.normal(0, hand.wobble * 0.45);
                through.push_back({(px + py * lean) * unit, -(py + hand.drift * px) * unit});
            }
            if (s == 0 && open && small && hand.joined && !ink.empty() && rng.chance(0.85)) {
                through.insert(through.begin(), ink.back().points.back());
            }
            Stroke stroke{smooth(through), {}};
            stroke.widths = widths_for(stroke.points, hand.pen.width, rng);
            ink.push_back(std::move(stroke));
        }
        open = small && shape.strokes.size() == 1;
        x += (shape.width * grow + 1.5 * hand.spacing) * rng.real(0.95, 1.08);
    }
    return ink;
}

}  // namespace paraphe::samples
