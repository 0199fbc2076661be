// Signatures and paraphs: movements, not letters. Four ways of signing, chosen by the person.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "samples/ink.hpp"

namespace paraphe::samples {
namespace {

using std::numbers::pi;

void give_widths(Ink& ink, double width, Random& rng) {
    for (Stroke& stroke : ink) {
        stroke.widths.assign(stroke.points.size(), width);
        for (std::size_t i = 1; i + 1 < stroke.points.size(); ++i) {
            const double step = std::hypot(stroke.points[i + 1].x - stroke.points[i].x, stroke.points[i + 1].y - stroke.points[i].y);
            stroke.widths[i] = width * std::clamp(1.25 - step * 0.35, 0.6, 1.3) * rng.real(0.95, 1.05);
        }
        if (!stroke.points.empty()) stroke.widths.back() = width * 0.4;
    }
}

/// The body of a signature: a hand that swings forward, its height changing from cycle to cycle.
std::vector<Point> swing(Random& rng, int cycles, double advance, double height) {
    std::vector<Point> through;
    double x = 0;
    for (int i = 0; i < cycles; ++i) {
        const double up = height * (rng.chance(0.22) ? rng.real(1.3, 2.4) : rng.real(0.35, 1)), down = rng.chance(0.18) ? -height * rng.real(0.4, 1.1) : rng.real(-0.15, 0.15) * height;
        const double loop = rng.real(-0.4, 0.7) * advance;
        through.push_back({x, down});
        through.push_back({x + advance * 0.4 + loop, up * 0.7});
        through.push_back({x + advance * 0.5, up});
        through.push_back({x + advance * 0.4 - loop * 0.4, up * 0.5});
        x += advance * rng.real(0.75, 1.2);
    }
    through.push_back({x + advance * rng.real(1, 4), rng.real(-0.3, 0.4) * height});
    return through;
}

std::vector<Point> loops(Random& rng, int turns, double w, double h) {
    std::vector<Point> through;
    const double a = rng.real(0.7, 1.4), b = rng.real(1.6, 2.6), phase = rng.real(0, 2 * pi);
    for (int i = 0; i <= turns * 8; ++i) {
        const double t = 2 * pi * i / 8;
        through.push_back({w * (0.5 + 0.42 * std::sin(a * t * 0.37 + phase)) + i * w * 0.02, h * 0.5 + h * 0.45 * std::sin(b * t * 0.41)});
    }
    return through;
}

std::vector<Point> flourish(Random& rng, double from, double to, double level) {
    const double sag = rng.real(-1.2, 1.2);
    if (rng.chance(0.4)) return {{to, level + 1}, {from + (to - from) * 0.3, level - 0.6 + sag}, {from - 1, level}, {from + 4, level - 1.6}, {to + 3, level - 0.4 + sag}};
    return {{from - 2, level + sag}, {(from + to) / 2, level - 0.8}, {to + rng.real(0, 5), level + rng.real(0, 2)}};
}

/// A capital of the alphabet, large and rounded by haste.
void capital(Ink& ink, char32_t letter, Random& rng, double x, double scale) {
    if (letter >= U'a' && letter <= U'z') letter -= 32;
    for (const auto& stroke : glyph(letter).strokes) {
        std::vector<Point> through;
        for (const Point& p : stroke) through.push_back({x + (p.x + 0.25 * p.y) * scale + rng.normal(0, 0.35), p.y * scale + rng.normal(0, 0.35)});
        ink.push_back({smooth(through, 8), {}});
    }
}

void flip(Ink& ink) {
    for (Stroke& stroke : ink)
        for (Point& p : stroke.points) p.y = -p.y;
}

}  // namespace

Ink signature_of(std::string_view first, std::string_view last, Random rng) {
    const auto letters = letters_of(last);
    const auto given = letters_of(first);
    Ink ink;
    double end = 0;
    const int way = rng.between(0, 3);
    if (way == 0) {  // initial and swing
        const double scale = rng.real(1.1, 1.9);
        capital(ink, letters.front(), rng, 0, scale);
        auto body = swing(rng, rng.between(4, 9), rng.real(2, 3.6), rng.real(2.5, 5));
        for (Point& p : body) p.x += 5 * scale;
        end = body.back().x;
        ink.push_back({smooth(body, 7), {}});
    } else if (way == 1) {  // swing alone
        const auto body = swing(rng, rng.between(6, 13), rng.real(2, 4), rng.real(3, 7));
        end = body.back().x;
        ink.push_back({smooth(body, 7), {}});
    } else if (way == 2) {  // loops under a long stroke
        const double w = rng.real(18, 34);
        ink.push_back({smooth(loops(rng, rng.between(2, 4), w, rng.real(10, 18)), 7), {}});
        end = w;
    } else {  // the name, hurried
        Hand hand;
        hand.slant = rng.real(0.1, 0.5);
        hand.wobble = rng.real(0.3, 0.7);
        hand.spacing = rng.real(0.5, 0.9);
        const std::string name = rng.chance(0.5) ? std::string(last) : std::string(first.substr(0, static_cast<unsigned char>(first[0]) >= 0xC0 ? 2 : 1)) + " " + std::string(last);
        ink = written(name, hand, 9, rng);
        flip(ink);  // below, everything still has y upwards
        end = bounds(ink).right();
    }
    if (way == 0 && rng.chance(0.4)) capital(ink, given.front(), rng, -5, rng.real(0.9, 1.4));
    if (rng.chance(0.6)) ink.push_back({smooth(flourish(rng, 0, end, rng.real(-4, -1)), 10), {}});
    if (rng.chance(0.25)) ink.push_back({{{end + 2, -1}, {end + 2.3, -1.2}}, {}});
    flip(ink);
    give_widths(ink, 0.45, rng);
    return ink;
}

Ink paraph_of(std::string_view first, std::string_view last, Random rng) {
    Ink ink;
    const auto given = letters_of(first);
    const auto name = letters_of(last);
    const int way = rng.between(0, 2);
    if (way == 0) {  // both initials
        capital(ink, given.front(), rng, 0, 1);
        capital(ink, name.front(), rng, rng.real(4, 6.5), rng.real(0.9, 1.2));
    } else if (way == 1) {  // one initial and a short swing
        capital(ink, name.front(), rng, 0, 1.1);
        auto body = swing(rng, rng.between(1, 3), rng.real(1.6, 2.6), rng.real(2, 4));
        for (Point& p : body) p.x += 4;
        ink.push_back({smooth(body, 7), {}});
    } else {
        ink.push_back({smooth(loops(rng, rng.between(1, 2), rng.real(9, 13), rng.real(7, 11)), 7), {}});
    }
    if (rng.chance(0.5)) ink.push_back({smooth(flourish(rng, 0, rng.real(8, 13), rng.real(-2.5, -0.5)), 8), {}});
    flip(ink);
    give_widths(ink, 0.42, rng);
    return ink;
}

}  // namespace paraphe::samples
