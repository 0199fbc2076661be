#pragma once

#include <cairo.h>

#include <string>
#include <string_view>
#include <vector>

#include "samples/random.hpp"

namespace paraphe::samples {

/// Millimetres on the page; origin top left, y grows downwards.
struct Point {
    double x = 0, y = 0;
};
struct Rect {
    double x = 0, y = 0, w = 0, h = 0;
    [[nodiscard]] double right() const { return x + w; }
    [[nodiscard]] double bottom() const { return y + h; }
};
Rect united(const Rect& a, const Rect& b);

struct Colour {
    double red = 0, green = 0, blue = 0;
};

struct Pen {
    Colour colour{0.08, 0.12, 0.45};
    double width = 0.45;   ///< of an ordinary stroke, mm
    double strength = 0.9; ///< 1: full; a faint pen has less
};

/// One movement of the pen without lifting it: points in mm and the width at each.
struct Stroke {
    std::vector<Point> points;
    std::vector<double> widths;
};
using Ink = std::vector<Stroke>;

Rect bounds(const Ink& ink);
void draw(cairo_t* to, const Ink& ink, const Pen& pen);
/// Moves and scales the ink into the rectangle, keeping its proportions, centred.
Ink fitted(const Ink& ink, const Rect& into);
/// The same movement made once more: what changes is what changes from one signature to the next.
Ink again(const Ink& ink, Random& rng, double amount = 0.03);

/// How one person writes.
struct Hand {
    bool capitals = false;  ///< block letters
    bool joined = true;
    double slant = 0.15;    ///< x per y
    double spacing = 1;
    double wobble = 0.35;   ///< in units of the alphabet (x-height 5)
    double drift = 0.02;    ///< of the base line
    Pen pen;
};
Hand make_hand(Random& rng, bool capitals);
Pen make_pen(Random& rng);

/// Text in a hand of `size` mm capital height, its base line starting at (0, 0).
Ink written(std::string_view text, const Hand& hand, double size, Random& rng);

/// The signature and the paraph of one person: the same seed gives the same movement.
Ink signature_of(std::string_view first, std::string_view last, Random rng);
Ink paraph_of(std::string_view first, std::string_view last, Random rng);

/// Glyph outlines of the single-stroke alphabet, by Unicode letter.
struct Glyph {
    std::vector<std::vector<Point>> strokes;  ///< y grows upwards here; base line 0, x-height 5, capitals 8
    double width = 5;
};
const Glyph& glyph(char32_t letter);
std::vector<char32_t> letters_of(std::string_view utf8);
/// A smooth line through the points (centripetal enough for our spacing: Catmull and Rom 1974).
std::vector<Point> smooth(const std::vector<Point>& through, int steps = 6);

}  // namespace paraphe::samples
