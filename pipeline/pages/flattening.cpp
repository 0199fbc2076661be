#include "pages/pages.hpp"

#include <array>
#include <cmath>

namespace paraphe::pages {
namespace {

using Matrix = std::array<double, 9>;

std::array<double, 2> apply(const Matrix& m, double x, double y) {
    const double w = m[6] * x + m[7] * y + m[8];
    const double safe = std::abs(w) < 1e-9 ? 1e-9 : w;
    return {(m[0] * x + m[1] * y + m[2]) / safe, (m[3] * x + m[4] * y + m[5]) / safe};
}

/// The adjugate: the inverse up to a factor, which a homography does not see.
Matrix inverse(const Matrix& m) {
    return {m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]};
}

Box mapped(const Matrix& m, const Box& box) {
    double left = 1, top = 1, right = 0, bottom = 0;
    for (const auto& [x, y] : {apply(m, box.x, box.y), apply(m, box.right(), box.y), apply(m, box.x, box.bottom()),
                               apply(m, box.right(), box.bottom())}) {
        left = std::min(left, std::clamp(x, 0.0, 1.0));
        right = std::max(right, std::clamp(x, 0.0, 1.0));
        top = std::min(top, std::clamp(y, 0.0, 1.0));
        bottom = std::max(bottom, std::clamp(y, 0.0, 1.0));
    }
    return {left, top, std::max(0.0, right - left), std::max(0.0, bottom - top)};
}

Matrix copied(const double (&matrix)[9]) {
    Matrix m;
    std::copy(std::begin(matrix), std::end(matrix), m.begin());
    return m;
}

}  // namespace

Box Flattening::to_viewer(const Box& flat) const { return mapped(copied(matrix), flat); }

Box Flattening::from_viewer(const Box& viewer) const { return mapped(inverse(copied(matrix)), viewer); }

}  // namespace paraphe::pages
