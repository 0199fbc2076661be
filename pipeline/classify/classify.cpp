#include "classify/classify.hpp"

#include "classify/evidence.hpp"
#include "classify/grouping.hpp"
#include "classify/neighbours.hpp"
#include "classify/page_facts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace paraphe::classify {
namespace {

/// The kinds of one id speak together: several extractors may know the same look-alike.
struct Answer {
    const PageKind* kind = nullptr;  // null: none
    double of_kind = 0;              // probability of the id
    double of_piece = 0;             // probability of what the report calls the page: the piece, or "other"
};

Answer answer_for(std::span<const PageKind> kinds, const std::vector<double>& probability) {
    std::map<std::string_view, double> by_id;
    double pieces = 0;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        by_id[kinds[k].id] += probability[k];
        if (!kinds[k].look_alike) pieces += probability[k];
    }
    Answer answer{nullptr, probability.back(), 1 - pieces};
    for (const auto& kind : kinds) {
        const double mine = by_id[kind.id];
        if (mine > answer.of_kind) answer = {&kind, mine, kind.look_alike ? 1 - pieces : mine};
    }
    return answer;
}

/// How sure is "other" when nothing was recognised? As sure as we read the page.
double confidence_in_nothing(const PageFacts& facts, double probability) {
    if (facts.blank) return 0.99;
    const double read = facts.read_quality;
    return probability * (0.3 + 0.7 * read);
}

PageClass page_class(const PageFacts& facts, const Answer& answer) {
    PageClass result;
    result.printed_number = facts.printed.number;
    result.printed_total = facts.printed.total;
    if (!answer.kind) {
        result.confidence = confidence_in_nothing(facts, answer.of_piece);
        return result;
    }
    if (answer.kind->look_alike) result.looks_like = answer.kind->id;
    else result.piece = answer.kind->piece;
    result.confidence = answer.of_piece;
    return result;
}

/// The pieces that are not out of the question.
std::vector<std::string> not_ruled_out(std::span<const PageKind> kinds, const std::vector<double>& probability) {
    constexpr double hardly = 0.03;
    std::map<std::string, double> of_piece;
    for (std::size_t k = 0; k < kinds.size(); ++k)
        if (!kinds[k].look_alike) of_piece[std::string(kinds[k].piece)] += probability[k];
    std::vector<std::string> found;
    for (const auto& [piece, likely] : of_piece)
        if (likely >= hardly) found.push_back(piece);
    return found;
}

std::string place_of(const PageFacts& facts) {
    return facts.path + "#" + std::to_string(facts.page);
}

/// Marks copies of one sheet. The copy kept is the one with more ink on it: a signature must not be lost because a
/// blank print of the page came first.
std::set<std::size_t> mark_duplicates(std::span<const PageFacts> pages, std::span<const Answer> answers, std::vector<PageClass>& classes) {
    std::set<std::size_t> dropped;
    for (std::size_t later = 1; later < pages.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            if (dropped.contains(earlier) || answers[earlier].kind != answers[later].kind) continue;
            if (!same_sheet(pages[earlier], pages[later])) continue;
            const bool keep_later = pages[later].ink > pages[earlier].ink + 0.5;
            const std::size_t gone = keep_later ? earlier : later, kept = keep_later ? later : earlier;
            classes[gone].duplicate_of = place_of(pages[kept]);
            dropped.insert(gone);
            if (!keep_later) break;
        }
    }
    return dropped;
}

std::vector<Member> members_of(std::span<const PageFacts> pages, std::span<const PageKind> kinds, std::span<const Answer> answers,
                               const std::vector<PageClass>& classes, const std::set<std::size_t>& dropped) {
    std::vector<Member> members;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const PageKind* kind = answers[i].kind;
        if (!kind || pages[i].blank || dropped.contains(i)) continue;
        const auto& score = pages[i].scores[static_cast<std::size_t>(kind - kinds.data())];
        members.push_back({i, std::string(kind->id), classes[i].confidence, score.title});
    }
    return members;
}

void name_look_alikes(std::vector<Group>& groups, std::span<const PageKind> kinds) {
    for (auto& group : groups) {
        const auto kind = std::ranges::find(kinds, std::string_view(group.piece), &PageKind::id);
        if (kind == kinds.end()) continue;
        if (kind->look_alike) {
            group.looks_like = group.piece;
            group.piece = "other";
        } else {
            group.piece = kind->piece;
        }
    }
}

}  // namespace

Classified classify(std::span<const SourcePage> pages, std::span<const PageKind> kinds) {
    const Recognisers recognisers(kinds);
    std::vector<PageFacts> facts;
    for (const auto& page : pages) facts.push_back(facts_of(page, recognisers));
    number_running_lines(facts);
    const auto probability = settle(facts, kinds.size());

    Classified result;
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        answers.push_back(answer_for(kinds, probability[i]));
        result.pages.push_back(page_class(facts[i], answers.back()));
        result.pages.back().may_be = not_ruled_out(kinds, probability[i]);
    }
    const auto dropped = mark_duplicates(facts, answers, result.pages);
    const auto members = members_of(facts, kinds, answers, result.pages, dropped);
    result.groups = group_pages(facts, members, letterheads(facts, probability));
    name_look_alikes(result.groups, kinds);
    return result;
}

}  // namespace paraphe::classify
