#pragma once

#include <algorithm>

namespace paraphe {

/// A rectangle on a page. Unit: fractions of the page, 0 to 1; origin top left, y grows downwards.
/// So one box fits the page at every dpi, the thumbnail included.
struct Box {
    double x = 0, y = 0, w = 0, h = 0;

    [[nodiscard]] constexpr double right() const { return x + w; }
    [[nodiscard]] constexpr double bottom() const { return y + h; }
    [[nodiscard]] constexpr double area() const { return w * h; }
    [[nodiscard]] constexpr double centre_x() const { return x + w / 2; }
    [[nodiscard]] constexpr double centre_y() const { return y + h / 2; }
    [[nodiscard]] constexpr bool empty() const { return w <= 0 || h <= 0; }

    friend bool operator==(const Box&, const Box&) = default;
};

/// What two boxes share; empty when they do not touch.
[[nodiscard]] constexpr Box intersection(const Box& a, const Box& b) {
    const double x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    const double right = std::min(a.right(), b.right()), bottom = std::min(a.bottom(), b.bottom());
    if (right <= x || bottom <= y) return {};
    return {x, y, right - x, bottom - y};
}

/// The smallest box that holds both; an empty box adds nothing.
[[nodiscard]] constexpr Box unite(const Box& a, const Box& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

/// Intersection over union, 0 to 1.
[[nodiscard]] constexpr double iou(const Box& a, const Box& b) {
    const double shared = intersection(a, b).area();
    const double all = a.area() + b.area() - shared;
    return all > 0 ? shared / all : 0;
}

/// The part of `inner` that lies in `outer`, 0 to 1.
[[nodiscard]] constexpr double covered(const Box& inner, const Box& outer) {
    return inner.area() > 0 ? intersection(inner, outer).area() / inner.area() : 0;
}

/// The box grown by `dx` to the left and right and `dy` above and below, kept on the page.
[[nodiscard]] constexpr Box grown(const Box& box, double dx, double dy) {
    const double x = std::max(0.0, box.x - dx), y = std::max(0.0, box.y - dy);
    return {x, y, std::min(1.0, box.right() + dx) - x, std::min(1.0, box.bottom() + dy) - y};
}

/// The box as it lies after the page is turned clockwise by `degrees` (0, 90, 180, 270).
[[nodiscard]] constexpr Box turned(const Box& box, int degrees) {
    switch (((degrees % 360) + 360) % 360) {
        case 90: return {1 - box.bottom(), box.x, box.h, box.w};
        case 180: return {1 - box.right(), 1 - box.bottom(), box.w, box.h};
        case 270: return {box.y, 1 - box.right(), box.h, box.w};
        default: return box;
    }
}

}  // namespace paraphe
