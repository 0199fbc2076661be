#include "rules/absence.hpp"
#include "rules/fields.hpp"
#include "rules/notes.hpp"
#include "rules/rules.hpp"
#include "rules/run_check.hpp"

#include "formats/siren.hpp"

#include <algorithm>
#include <tuple>

namespace paraphe::rules {
namespace {

/// The worst required check wins. Nothing checked is nothing proven: review, never pass.
Outcome worst(const std::vector<Check>& checks) {
    Outcome outcome = Outcome::pass;
    bool any = false;
    for (const auto& check : checks)
        if (check.required) {
            any = true;
            outcome = std::max(outcome, check.outcome);
        }
    return any ? outcome : Outcome::review;
}

/// A document of the piece and what the checks say of it.
struct Judged {
    const Document* document = nullptr;
    std::vector<std::optional<Check>> checks;   ///< one for each check of the piece
};

std::string newest_date(const Document& document) {
    std::string newest;
    for (const std::string name : {"issued_on", "signed_on", "drawn_on", "valid_to", "year"})
        if (const auto* found = field(document, name))
            if (const auto* text = std::get_if<std::string>(&found->chosen.value)) newest = std::max(newest, *text);
    return newest;
}

/// Valid before defective, then the fewest open questions, then the newest, then the surest.
auto merit(const Judged& judged) {
    Outcome outcome = Outcome::pass;
    int open = 0;
    for (const auto& check : judged.checks)
        if (check && check->required) {
            outcome = std::max(outcome, check->outcome);
            open += check->outcome != Outcome::pass;
        }
    return std::tuple{-static_cast<int>(outcome), -open, newest_date(*judged.document), judged.document->confidence};
}

Judged judge_document(Context context, const Document* document) {
    context.document = document;
    Judged judged{document, {}};
    for (const auto& spec : context.piece->checks) judged.checks.push_back(run_check(context, spec));
    return judged;
}

/// A defect that another document of the same piece does not have may be a matter of which pages belong together: to review.
/// Checks that hold for every document take the worst of all.
void weigh_others(const PieceSpec& piece, Judged& best, const std::vector<Judged>& all) {
    for (std::size_t i = 0; i < piece.checks.size(); ++i) {
        auto& mine = best.checks[i];
        if (!mine) continue;
        for (const auto& other : all) {
            if (other.document == best.document || !other.checks[i]) continue;
            const auto& theirs = *other.checks[i];
            if (piece.checks[i].every_document && theirs.outcome > mine->outcome) {
                mine = theirs;
            } else if (mine->outcome == Outcome::fail && theirs.outcome != Outcome::fail) {
                mine->outcome = Outcome::review;
                mine->reasoning += "; another document of this piece, " + other.document->id + ", does not have this defect: to review";
            }
        }
    }
}

PieceJudgement judge_piece(Context context, const PieceSpec& piece) {
    context.piece = &piece;
    for (const auto& document : context.reading.documents)
        if (document.piece == piece.id) context.documents.push_back(&document);

    std::vector<Judged> all;
    for (const auto* document : context.documents) all.push_back(judge_document(context, document));
    if (all.empty()) all.push_back(judge_document(context, nullptr));
    std::size_t chosen = 0;
    for (std::size_t i = 1; i < all.size(); ++i)
        if (merit(all[i]) > merit(all[chosen])) chosen = i;
    auto best = all[chosen];
    weigh_others(piece, best, all);

    PieceJudgement judgement{piece.id, piece.title, piece.required, Outcome::review, {}, {}};
    if (best.document) judgement.documents.push_back(best.document->id);
    for (const auto& judged : all)
        if (judged.document && judged.document != best.document) judgement.documents.push_back(judged.document->id);
    for (auto& check : best.checks)
        if (check) judgement.checks.push_back(std::move(*check));
    judgement.outcome = worst(judgement.checks);
    return judgement;
}

Verdict verdict_of(const Judgement& judgement) {
    Outcome outcome = Outcome::pass;
    for (const auto& piece : judgement.pieces)
        if (piece.required) outcome = std::max(outcome, piece.outcome);
    for (const auto& check : judgement.checks)
        if (check.required) outcome = std::max(outcome, check.outcome);
    if (judgement.pieces.empty()) outcome = std::max(outcome, Outcome::review);
    switch (outcome) {
        case Outcome::pass: return Verdict::eligible;
        case Outcome::review: return Verdict::review;
        case Outcome::fail: return Verdict::not_eligible;
    }
    return Verdict::review;
}

}  // namespace

Judgement judge(const Reading& reading, const Rulebook& book, Date as_of, const std::string& as_of_source) {
    const auto identity = identify(reading, book);
    Context context{reading, book, identity, as_of};
    Judgement judgement;
    judgement.rulebook_id = book.id;
    judgement.rulebook_version = book.version;
    judgement.rulebook_sha256 = book.sha256;
    judgement.as_of = to_iso(as_of);
    judgement.as_of_source = as_of_source;
    if (!identity.names.empty()) judgement.company_name = identity.names.front().value;
    judgement.siren = identity.siren;
    for (const auto& piece : book.pieces) judgement.pieces.push_back(judge_piece(context, piece));
    for (const auto& piece : judgement.pieces)
        for (const auto& document : reading.documents)
            if (!piece.documents.empty() && document.id == piece.documents.front()) context.judged[piece.id] = &document;
    for (const auto& spec : book.checks)
        if (auto check = run_check(context, spec)) judgement.checks.push_back(std::move(*check));
    judgement.notes = notes_of(context, judgement);
    judgement.verdict = verdict_of(judgement);
    return judgement;
}

}  // namespace paraphe::rules
