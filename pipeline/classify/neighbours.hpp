#pragma once

#include "classify/page_facts.hpp"

#include <span>
#include <vector>

namespace paraphe::classify {

/// Probability of each kind (and, last, of none) for every page, after its neighbours have spoken: a page with few
/// words of its own is what the page before it is when printed numbers and running lines say that it goes on.
[[nodiscard]] std::vector<std::vector<double>> settle(std::span<const PageFacts> pages, std::size_t kinds);

/// Lines of head and foot that stand on pages of several kinds: the letterhead of a company, which tells nothing.
[[nodiscard]] std::vector<int> letterheads(std::span<const PageFacts> pages, std::span<const std::vector<double>> probabilities);

}  // namespace paraphe::classify
