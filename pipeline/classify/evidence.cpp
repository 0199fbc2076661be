#include "classify/evidence.hpp"

#include "classify/shapes.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <cmath>

namespace paraphe::classify {
namespace {

// A page of no known kind is the rule, a given kind the exception: one weak phrase must not name a page.
constexpr double prior = -3.0;
constexpr double most = 10.0;        // no sum of phrases says more than this: they are not independent
constexpr double temperature = 1.1;  // softens the sum for the same reason

constexpr double top_ends = 0.45, bottom_begins = 0.55;

std::size_t trigram(unsigned char a, unsigned char b, unsigned char c) {
    return (static_cast<std::size_t>(a) * 961 + static_cast<std::size_t>(b) * 31 + c) & 0x7fff;
}

/// The three-letter groups of a page. A phrase of n letters found with k errors shares at least n - 2 - 3k of them
/// (Ukkonen's q-gram lemma), which spares most fuzzy searches.
class Trigrams {
public:
    explicit Trigrams(std::string_view text) {
        for (std::size_t i = 0; i + 2 < text.size(); ++i) seen_.set(trigram(at(text, i), at(text, i + 1), at(text, i + 2)));
    }
    /// A phrase may run over the end of a line in a column, which hides two more groups.
    [[nodiscard]] bool may_hold(std::string_view phrase) const {
        if (phrase.size() < 6) return true;
        const long needed = static_cast<long>(phrase.size()) - 4 - 3 * static_cast<long>(phrase.size() / 6);
        long shared = 0;
        for (std::size_t i = 0; i + 2 < phrase.size(); ++i)
            if (seen_.test(trigram(at(phrase, i), at(phrase, i + 1), at(phrase, i + 2)))) ++shared;
        return shared >= needed;
    }

private:
    static unsigned char at(std::string_view text, std::size_t i) {
        return text[i] == '\n' ? static_cast<unsigned char>(' ') : static_cast<unsigned char>(text[i]);
    }
    std::bitset<0x8000> seen_;
};

struct Sighting {
    double strength = 0;   // part of the anchor's weight that counts, 0 to 1.25
    bool title = false;
    double y = 1;
    Span span;
    double says = 0;       // log odds
};

/// Does the phrase stand alone, as a title does, rather than inside a sentence?
bool stands_alone(const PageText& page, const Span& span) {
    const auto& line = page.lines()[span.line];
    return static_cast<double>(span.end - span.begin) >= 0.45 * static_cast<double>(line.folded.size());
}

Sighting weigh(const PageText& page, const Span& span, Zone zone) {
    const Box box = page.upright_box(span);
    Sighting seen;
    seen.span = span;
    seen.y = box.centre_y();
    // One edit per six letters is the least likely match we accept: it counts for about half.
    seen.strength = std::max(0.0, 1 - 2.5 * (1 - span.quality));
    if (zone == Zone::top) {
        const bool there = seen.y < top_ends;
        const bool alone = stands_alone(page, span);
        seen.title = there && alone;
        // A title that stands inside a sentence is spoken about: a covering letter lists what it covers.
        seen.strength *= !there ? 0.2 : alone ? 1.25 : 0.5;
    } else if (zone == Zone::bottom && seen.y < bottom_begins) {
        seen.strength *= 0.4;
    }
    return seen;
}

Sighting look_for(const PageText& page, const Trigrams& trigrams, const std::string& folded, const Anchor& anchor) {
    Sighting best;
    if (const auto shape = shape_strength(page, anchor.phrase)) {
        best.strength = *shape;
        return best;
    }
    if (!trigrams.may_hold(folded)) return best;
    for (const auto& span : page.find(anchor.phrase)) {
        const Sighting seen = weigh(page, span, anchor.zone);
        if (seen.strength > best.strength) best = seen;
    }
    return best;
}

bool overlaps(const Span& a, const Span& b) {
    return a.line == b.line && a.begin < b.end && b.begin < a.end;
}

/// Phrases of one kind come together: each further one says a little less than it would alone, and a phrase inside
/// one that has spoken ("responsabilité civile" in the title) says nothing more.
double combined(std::vector<Sighting> seen) {
    std::ranges::sort(seen, std::greater<>{}, &Sighting::says);
    double sum = 0, share = 1;
    std::vector<Span> heard;
    for (const auto& sighting : seen) {
        if (sighting.says <= 0) {
            sum += sighting.says;
            continue;
        }
        const bool shape = sighting.span.begin == sighting.span.end;
        if (!shape && std::ranges::any_of(heard, [&sighting](const Span& span) { return overlaps(span, sighting.span); })) continue;
        heard.push_back(sighting.span);
        sum += share * sighting.says;
        share = std::max(0.4, share - 0.08);
    }
    return std::min(sum, most);
}

}  // namespace

Recognisers::Recognisers(std::span<const PageKind> kinds) : kinds_(kinds) {
    for (const auto& kind : kinds) {
        auto& phrases = phrases_.emplace_back();
        for (const auto& anchor : kind.anchors) phrases.push_back({&anchor, fold(anchor.phrase)});
    }
}

std::vector<KindScore> Recognisers::score(const PageText& page) const {
    const Trigrams trigrams(page.folded());
    std::vector<KindScore> scores;
    for (const auto& phrases : phrases_) {
        KindScore score;
        std::vector<Sighting> all;
        for (const auto& [anchor, folded] : phrases) {
            Sighting seen = look_for(page, trigrams, folded, *anchor);
            if (seen.strength <= 0) continue;
            seen.says = seen.strength * anchor->weight;
            if (seen.title && anchor->weight > 1.5 && seen.y < score.title_y) {
                score.title = true;
                score.title_y = seen.y;
            }
            all.push_back(seen);
        }
        score.log_odds = prior + combined(std::move(all));
        scores.push_back(score);
    }
    return scores;
}

std::vector<double> probabilities(std::span<const double> log_odds) {
    std::vector<double> result;
    double sum = 1;  // the background's log odds are 0
    // A kind that nothing speaks for has no share: else the mere number of kinds would weigh against the one that fits.
    const double nothing = std::exp(prior / temperature);
    for (const double value : log_odds) sum += result.emplace_back(std::max(0.0, std::exp(value / temperature) - nothing));
    for (double& value : result) value /= sum;
    result.push_back(1 / sum);
    return result;
}

}  // namespace paraphe::classify
