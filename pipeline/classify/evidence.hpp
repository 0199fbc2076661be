#pragma once

#include "model/extractor.hpp"
#include "text/page_text.hpp"

#include <bitset>
#include <span>
#include <string>
#include <vector>

namespace paraphe::classify {

/// What a page says for one kind.
struct KindScore {
    double log_odds = 0;   ///< against paper of no known kind
    bool title = false;    ///< one of the kind's phrases stands as a title at the top
    double title_y = 1;    ///< where, fraction of the upright page
};

/// The kinds with their phrases folded once for all pages.
class Recognisers {
public:
    explicit Recognisers(std::span<const PageKind> kinds);

    [[nodiscard]] std::span<const PageKind> kinds() const { return kinds_; }
    /// One score for each kind, in their order.
    [[nodiscard]] std::vector<KindScore> score(const PageText& page) const;

private:
    struct Phrase {
        const Anchor* anchor = nullptr;
        std::string folded;
    };
    std::span<const PageKind> kinds_;
    std::vector<std::vector<Phrase>> phrases_;
};

/// Probability of each kind and, last, of the background ("no known kind"), from log odds.
[[nodiscard]] std::vector<double> probabilities(std::span<const double> log_odds);

}  // namespace paraphe::classify
