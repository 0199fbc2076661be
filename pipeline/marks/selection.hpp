#pragma once

#include "marks/candidates.hpp"
#include "marks/verifier.hpp"

#include <span>
#include <vector>

namespace paraphe::marks {

/// A candidate and what the verifier thinks of it.
struct Judged {
    Candidate candidate;
    Opinion opinion;
};

/// The opinion with the mark's size weighed in: initials are small, a signature is not tiny, words are not tall.
[[nodiscard]] Opinion by_size(Opinion opinion, double width_mm, double height_mm);

/// The groupings that explain the ink best, no stroke used twice on one layer; those that are probably nothing are left out.
[[nodiscard]] std::vector<Judged> best_groupings(std::vector<Judged> all);

}  // namespace paraphe::marks
