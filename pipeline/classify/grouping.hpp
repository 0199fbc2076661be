#pragma once

#include "classify/classify.hpp"
#include "classify/page_facts.hpp"

#include <span>
#include <string>
#include <vector>

namespace paraphe::classify {

/// A page that belongs to some document: which kind of document, and how sure that is.
struct Member {
    std::size_t page = 0;      ///< index into the input
    std::string key;           ///< id of the kind
    double confidence = 0;
    bool title = false;        ///< the kind's title stands at the top
};

/// Documents from their pages. `ignored`: running lines that tell nothing (see `letterheads`). The groups bear the
/// key as `piece`; the caller names look-alikes.
[[nodiscard]] std::vector<Group> group_pages(std::span<const PageFacts> pages, std::span<const Member> members, const std::vector<int>& ignored);

}  // namespace paraphe::classify
