#include "classify/grouping.hpp"

#include <algorithm>
#include <cmath>

namespace paraphe::classify {
namespace {

/// A document being put together.
struct Draft {
    std::string key;
    std::vector<std::size_t> members;  // indices into `members`
    double least_margin = 4;           // of the decisions that made it, log odds
};

class Grouper {
public:
    Grouper(std::span<const PageFacts> pages, std::span<const Member> members, const std::vector<int>& ignored)
        : pages_(pages), members_(members), ignored_(ignored) {}

    std::vector<Draft> run() {
        // First pages open documents before any other page chooses one.
        for (const bool first : {true, false})
            for (std::size_t m = 0; m < members_.size(); ++m)
                if (begins(m) == first) place(m);
        return std::move(drafts_);
    }

private:
    [[nodiscard]] const PageFacts& facts(std::size_t member) const { return pages_[members_[member].page]; }
    [[nodiscard]] bool numbered(std::size_t member) const {
        const auto& printed = facts(member).printed;
        return printed.number > 0 && (printed.sure || printed.total > 0);
    }
    [[nodiscard]] bool begins(std::size_t member) const {
        return numbered(member) ? facts(member).printed.number == 1 : members_[member].title;
    }

    void place(std::size_t member) {
        Draft* best = nullptr;
        double best_score = 0, least = 0;
        for (auto& draft : drafts_) {
            if (draft.key != members_[member].key) continue;
            const double score = joins(member, draft);
            if (!best || score > best_score) best = &draft, best_score = score;
            least = std::max(least, 4 - std::abs(score));
        }
        if (best && best_score > 0) {
            best->members.push_back(member);
            best->least_margin = std::min(best->least_margin, best_score);
        } else {
            drafts_.push_back({members_[member].key, {member}, best ? std::min(4.0, -best_score) : 4.0});
            if (best) drafts_[drafts_.size() - 1].least_margin = std::min(4.0, std::abs(best_score));
        }
    }

    /// Log odds, roughly, that the page belongs to the document.
    [[nodiscard]] double joins(std::size_t member, const Draft& draft) const {
        return numbers_say(member, draft) + place_says(member, draft) + text_says(member, draft);
    }

    [[nodiscard]] double numbers_say(std::size_t member, const Draft& draft) const {
        if (!numbered(member)) return 0;
        const auto& mine = facts(member).printed;
        double score = mine.number > 1 ? 1 : 0;
        bool compared = false;
        for (const std::size_t other : draft.members) {
            if (!numbered(other)) continue;
            const auto& theirs = facts(other).printed;
            if (mine.total > 0 && theirs.total > 0 && mine.total != theirs.total) return -4;
            if (mine.number == theirs.number) return -4;
            compared = true;
        }
        if (compared) score += mine.number == 1 ? 1.5 : 2.5;
        else if (mine.number == 1) score -= 2;
        return score;
    }

    [[nodiscard]] double place_says(std::size_t member, const Draft& draft) const {
        double best = -0.5;
        for (const std::size_t other : draft.members) {
            if (facts(other).path != facts(member).path) continue;
            const int apart = std::abs(facts(other).page - facts(member).page);
            best = std::max(best, apart == 1 ? 1.5 : 0.5);
        }
        return best;
    }

    [[nodiscard]] double text_says(std::size_t member, const Draft& draft) const {
        bool running = false, version = false, repeated_title = false;
        for (const std::size_t other : draft.members) {
            running = running || shared_running(facts(member), facts(other), ignored_) > 0;
            repeated_title = repeated_title || members_[other].title;
            version = version || shared_words(facts(member), facts(other)) >= 0.6;
        }
        double score = running ? 1.5 : 0;
        // The same text again, with other figures, is another copy of the document and not its next page.
        if (version) score -= 3;
        if (members_[member].title) score -= repeated_title && running ? 0.3 : 2;
        else score += 1.5;
        return score;
    }

    std::span<const PageFacts> pages_;
    std::span<const Member> members_;
    const std::vector<int>& ignored_;
    std::vector<Draft> drafts_;
};

/// Printed numbers first; a page without one stays behind the page it follows in its file.
std::vector<std::size_t> ordered(const std::vector<std::size_t>& pages, std::span<const PageFacts> facts) {
    std::vector<std::size_t> in_file = pages;
    std::ranges::sort(in_file);
    std::vector<PrintedNumber> printed;
    for (const std::size_t page : in_file) printed.push_back(facts[page].printed);
    printed = with_slashes(std::move(printed));
    std::vector<std::pair<double, std::size_t>> keyed;
    double last = 0;
    for (std::size_t i = 0; i < in_file.size(); ++i) {
        last = printed[i].number > 0 ? printed[i].number : last + 0.001;
        keyed.emplace_back(last, in_file[i]);
    }
    std::ranges::stable_sort(keyed, {}, &std::pair<double, std::size_t>::first);
    std::vector<std::size_t> result;
    for (const auto& [key, page] : keyed) result.push_back(page);
    return result;
}

}  // namespace

std::vector<Group> group_pages(std::span<const PageFacts> pages, std::span<const Member> members, const std::vector<int>& ignored) {
    std::vector<Group> groups;
    for (const Draft& draft : Grouper(pages, members, ignored).run()) {
        Group group;
        group.piece = draft.key;
        // One sheet that is surely of the kind makes the document one; whether the others belong to it is the boundary's doubt.
        for (const std::size_t member : draft.members) {
            group.pages.push_back(members[member].page);
            group.confidence = std::max(group.confidence, members[member].confidence);
        }
        group.pages = ordered(group.pages, pages);
        group.boundary_confidence = 1 / (1 + std::exp(-(draft.least_margin + 0.5)));
        groups.push_back(std::move(group));
    }
    std::ranges::stable_sort(groups, {}, [](const Group& group) { return *std::ranges::min_element(group.pages); });
    return groups;
}

}  // namespace paraphe::classify
