#pragma once

#include "model/box.hpp"

#include <optional>
#include <span>

namespace paraphe::confirm {

/// Where a form's boxes lie on a page made of it: x' = xx x + xy y + x0, y' = yx x + yy y + y0, in fractions of both pages, upright.
struct Registration {
    double xx = 1, xy = 0, x0 = 0;
    double yx = 0, yy = 1, y0 = 0;

    /// The upright box around the four corners.
    [[nodiscard]] Box operator()(const Box& box) const;
};

/// The same word on the form and on the page.
struct WordPair {
    Box form, page;
};

/// Least squares over the centres of words, then twice more over the half that fits best: words paired by mistake are left out (the
/// concentration steps of Rousseeuw and Van Driessen, "Computing LTS regression for large data sets", 2006). Nothing for fewer than
/// six pairs, or for pairs on one line.
[[nodiscard]] std::optional<Registration> registered(std::span<const WordPair> pairs);

}  // namespace paraphe::confirm
