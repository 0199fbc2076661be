#pragma once

#include "model/verdict.hpp"
#include "report/past_report.hpp"
#include "report/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace paraphe::report {

/// What became of a check from one submission to the next; the gravest first.
enum class Change {
    broken,    ///< passed, and does no longer
    left,      ///< did not pass, and still does not
    appeared,  ///< was not judged before, and does not pass
    fixed,     ///< did not pass, and does now
    gone,      ///< did not pass, and is no longer judged
};

struct CheckChange {
    Change change = Change::left;
    std::optional<Check> before, after;  ///< none: that report does not judge it

    /// What is wrong now, or was before.
    [[nodiscard]] const Check& problem() const { return change == Change::fixed || !after ? *before : *after; }
};

struct PieceChange {
    std::string id;                       ///< "": the dossier as a whole
    Text title;
    std::optional<Outcome> before, after; ///< of the piece; none: that report does not ask for it, or this is the whole dossier
    std::vector<CheckChange> checks;
};

/// Why a difference may come from something else than what the candidate sent.
enum class Caveat { other_company, unknown_company, other_rulebook, other_day, same_dossier };

/// Two reports of a candidate and what differs between them. Checks that pass in both, that are not required, or that had nothing to
/// look at (their piece is missing) are not told; of a piece, the same sentence is told once.
struct Comparison {
    PastReport before, after;
    std::vector<Caveat> caveats;
    std::vector<PieceChange> pieces;      ///< the dossier, then in the order of the rulebook; only those with a change
};

[[nodiscard]] Comparison compare(PastReport before, PastReport after);

[[nodiscard]] std::string terminal(const Comparison& comparison, const TerminalStyle& style);
/// `paraphe-diff/1`: the same comparison gives the same bytes.
[[nodiscard]] std::string json(const Comparison& comparison);

}  // namespace paraphe::report
