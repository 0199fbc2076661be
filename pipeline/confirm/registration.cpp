#include "confirm/registration.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace paraphe::confirm {
namespace {

constexpr std::size_t fewest_pairs = 6;
constexpr int concentrations = 2;

using Row = std::array<double, 3>;

double determinant(const Row& a, const Row& b, const Row& c) {
    return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
}

/// Normal equations of one coordinate; their matrix is symmetric, so its rows are its columns, and Cramer's rule needs no more.
std::optional<Row> solved(const std::array<Row, 3>& matrix, const Row& right) {
    constexpr double singular = 1e-9;
    const auto& [a, b, c] = matrix;
    const double whole = determinant(a, b, c);
    if (std::abs(whole) < singular) return {};
    return Row{determinant(right, b, c) / whole, determinant(a, right, c) / whole, determinant(a, b, right) / whole};
}

std::optional<Registration> least_squares(std::span<const WordPair> pairs) {
    std::array<Row, 3> matrix{};
    Row across{}, down{};
    for (const auto& pair : pairs) {
        const Row at{pair.form.centre_x(), pair.form.centre_y(), 1};
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t j = 0; j < 3; ++j) matrix[i][j] += at[i] * at[j];
            across[i] += at[i] * pair.page.centre_x();
            down[i] += at[i] * pair.page.centre_y();
        }
    }
    const auto x = solved(matrix, across), y = solved(matrix, down);
    if (!x || !y) return {};
    return Registration{(*x)[0], (*x)[1], (*x)[2], (*y)[0], (*y)[1], (*y)[2]};
}

double residual(const Registration& by, const WordPair& pair) {
    const Box there = by(pair.form);
    return std::hypot(there.centre_x() - pair.page.centre_x(), there.centre_y() - pair.page.centre_y());
}

}  // namespace

Box Registration::operator()(const Box& box) const {
    const std::array<std::array<double, 2>, 4> corners{{{box.x, box.y}, {box.right(), box.y}, {box.x, box.bottom()}, {box.right(), box.bottom()}}};
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const auto& [x, y] : corners) {
        const double to_x = xx * x + xy * y + x0, to_y = yx * x + yy * y + y0;
        left = std::min(left, to_x), right = std::max(right, to_x);
        top = std::min(top, to_y), bottom = std::max(bottom, to_y);
    }
    return {left, top, right - left, bottom - top};
}

std::optional<Registration> registered(std::span<const WordPair> pairs) {
    if (pairs.size() < fewest_pairs) return {};
    auto by = least_squares(pairs);
    std::vector<WordPair> sorted(pairs.begin(), pairs.end());
    for (int i = 0; by && i < concentrations; ++i) {
        std::ranges::sort(sorted, {}, [&](const WordPair& pair) { return residual(*by, pair); });
        by = least_squares(std::span(sorted).first(std::max(fewest_pairs, sorted.size() / 2)));
    }
    return by;
}

}  // namespace paraphe::confirm
