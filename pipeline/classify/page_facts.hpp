#pragma once

#include "classify/classify.hpp"
#include "classify/evidence.hpp"
#include "formats/page_number.hpp"
#include "formats/section_number.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paraphe::classify {

/// What grouping needs to know of a page, taken from its text once.
struct PageFacts {
    std::string path;
    int page = 0;
    std::vector<KindScore> scores;            ///< one for each kind
    PrintedNumber printed;
    std::optional<SectionNumber> first_section, last_section;
    bool blank = false;
    double read_quality = 1;                  ///< how much of the page we may have read, 0 to 1
    std::size_t word_count = 0;
    double ink = 0;                           ///< how many marks of a hand it bears, by their confidence
    std::vector<std::uint64_t> words;         ///< hashes of its words of letters, sorted, unique
    std::vector<std::string> figures;         ///< its words that hold two digits or more, sorted, unique
    std::vector<std::string> running;         ///< folded lines of head and foot, figures masked
    std::vector<int> running_ids;             ///< the same lines as numbers shared by all pages, sorted, unique
};

[[nodiscard]] PageFacts facts_of(const SourcePage& page, const Recognisers& recognisers);

/// Part of the words that two pages share, 0 to 1.
[[nodiscard]] double shared_words(const PageFacts& a, const PageFacts& b);

/// The same sheet twice: the same words, and no figure that contradicts the other. Two extracts of one register
/// with two dates are not the same sheet.
[[nodiscard]] bool same_sheet(const PageFacts& a, const PageFacts& b);

/// Gives lines of head and foot that read alike one number, over all pages.
void number_running_lines(std::vector<PageFacts>& pages);

/// How many lines of head or foot two pages have in common, leaving out those of `ignored` (sorted).
[[nodiscard]] int shared_running(const PageFacts& a, const PageFacts& b, const std::vector<int>& ignored);

}  // namespace paraphe::classify
