#include "report/comparison.hpp"

#include "report/summary.hpp"

#include <algorithm>

namespace paraphe::report {
namespace {

using Checks = std::vector<const Check*>;

/// Of two pieces one was missing: that they do not contradict each other proves nothing, and mends nothing.
bool compared_nothing(const Check& check) { return check.code.ends_with(".not_both"); }

bool counts(const Check& check) { return check.required && !compared_nothing(check); }

Checks judged(const PieceJudgement* piece) {
    Checks checks;
    if (!piece || !piece->required) return checks;
    for (const auto& check : piece->checks)
        if (counts(check) && has_object(*piece, check)) checks.push_back(&check);
    return checks;
}

Checks judged(const Judgement& judgement) {
    Checks checks;
    for (const auto& check : judgement.checks)
        if (counts(check)) checks.push_back(&check);
    return checks;
}

const Check* find(const Checks& checks, const std::string& id) {
    const auto found = std::ranges::find(checks, id, &Check::id);
    return found == checks.end() ? nullptr : *found;
}

const PieceJudgement* find(const Judgement& judgement, const std::string& id) {
    const auto found = std::ranges::find(judgement.pieces, id, &PieceJudgement::id);
    return found == judgement.pieces.end() ? nullptr : &*found;
}

/// None: nothing that a candidate has to know.
std::optional<Change> change_of(const Check* before, const Check* after) {
    const bool was_wrong = before && before->outcome != Outcome::pass, is_wrong = after && after->outcome != Outcome::pass;
    if (is_wrong) return was_wrong ? Change::left : before ? Change::broken : Change::appeared;
    if (was_wrong) return after ? Change::fixed : Change::gone;
    return {};
}

void add(std::vector<CheckChange>& changes, const Check* before, const Check* after) {
    const auto change = change_of(before, after);
    if (!change) return;
    CheckChange added{*change, before ? std::optional{*before} : std::nullopt, after ? std::optional{*after} : std::nullopt};
    const auto same = [&](const CheckChange& c) {
        return c.change == added.change && c.problem().outcome == added.problem().outcome && c.problem().message == added.problem().message;
    };
    if (std::ranges::none_of(changes, same)) changes.push_back(std::move(added));
}

std::vector<CheckChange> changes(const Checks& before, const Checks& after) {
    std::vector<CheckChange> out;
    for (const auto* check : after) add(out, find(before, check->id), check);
    for (const auto* check : before)
        if (!find(after, check->id)) add(out, check, nullptr);
    return out;
}

PieceChange piece_change(const PieceJudgement* before, const PieceJudgement* after) {
    const auto& named = after ? *after : *before;
    const auto outcome = [](const PieceJudgement* piece) { return piece && piece->required ? std::optional{piece->outcome} : std::nullopt; };
    return {named.id, named.title, outcome(before), outcome(after), changes(judged(before), judged(after))};
}

std::vector<PieceChange> pieces(const Judgement& before, const Judgement& after) {
    // A file that cannot be read explains what the pieces then lack: the dossier as a whole is told first.
    std::vector<PieceChange> all{{"", {"Le dossier", "The dossier"}, {}, {}, changes(judged(before), judged(after))}};
    for (const auto& piece : after.pieces) all.push_back(piece_change(find(before, piece.id), &piece));
    for (const auto& piece : before.pieces)
        if (!find(after, piece.id)) all.push_back(piece_change(&piece, nullptr));
    std::erase_if(all, [](const PieceChange& piece) { return piece.checks.empty(); });
    return all;
}

bool same_rulebook(const Judgement& a, const Judgement& b) {
    return a.rulebook_id == b.rulebook_id && a.rulebook_version == b.rulebook_version && a.rulebook_sha256 == b.rulebook_sha256;
}

std::vector<Caveat> caveats(const PastReport& before, const PastReport& after) {
    std::vector<Caveat> out;
    const auto &old = before.judgement, &now = after.judgement;
    if (old.siren.empty() || now.siren.empty()) out.push_back(Caveat::unknown_company);
    else if (old.siren != now.siren) out.push_back(Caveat::other_company);
    if (!same_rulebook(old, now)) out.push_back(Caveat::other_rulebook);
    if (old.as_of != now.as_of) out.push_back(Caveat::other_day);
    if (!after.dossier_sha256.empty() && before.dossier_sha256 == after.dossier_sha256) out.push_back(Caveat::same_dossier);
    return out;
}

}  // namespace

Comparison compare(PastReport before, PastReport after) {
    auto found = pieces(before.judgement, after.judgement);
    auto warnings = caveats(before, after);
    return {std::move(before), std::move(after), std::move(warnings), std::move(found)};
}

}  // namespace paraphe::report
