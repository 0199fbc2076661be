#pragma once

#include "model/date.hpp"
#include "model/expectations.hpp"
#include "model/verdict.hpp"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace paraphe::rules {

struct RuleKind;

/// A parameter of a check as written in the rulebook.
using Parameter = std::variant<std::string, double, bool, std::vector<std::string>>;

/// What is said for one reason of a check: fact and rule in `message`, the remedy in `advice`. Both may hold {placeholders}.
struct Saying {
    std::string code;                 ///< stable reason code; empty for the rulebook's general messages (the check's id and the reason)
    std::optional<Outcome> outcome;   ///< replaces the outcome that the kind of rule proposes
    Text message, advice;
};

/// One check of a piece, or of the dossier as a whole.
struct CheckSpec {
    std::string id;
    const RuleKind* kind = nullptr;
    std::map<std::string, Parameter> parameters;
    std::map<std::string, Saying> says;   ///< by reason
    bool required = true;
    double pass_at = 0;                   ///< below this confidence a pass is a review
    double fail_at = 0;                   ///< below this confidence a fail is a review
    bool looked_for = false;              ///< rests on what the expectations made the reader look for
    bool every_document = false;          ///< a defect in any document of the piece counts, not only in the one that is judged
};

/// A paper that is often sent in the place of a piece.
struct LookAlike {
    std::string id;        ///< as the extractors call it
    Outcome outcome = Outcome::review;
    std::string code;
    Text title, message, advice;
};

struct PieceSpec {
    std::string id;
    Text title;
    bool required = true;
    std::vector<LookAlike> look_alikes;
    std::vector<CheckSpec> checks;
};

/// From which piece the candidate's identity is taken, and by which fields.
struct IdentitySpec {
    std::string piece, siren, representatives;
    std::vector<std::string> names;            ///< fields: denomination, trade name, acronym, ...
    std::vector<std::string> excluded_roles;   ///< roles that represent nobody: "commissaire aux comptes"
};

struct Rulebook {
    std::string id, version, sha256;
    double pass_at = 0.8, fail_at = 0.9;
    double doubt_from = 0.3;               ///< a mark above this confidence keeps an absence from being certain
    IdentitySpec identity;
    Expectations expectations;
    std::vector<std::string> payees_to_confirm;   ///< other bodies whose name is near the payee's: a person decides
    std::optional<Date> deadline;
    std::map<std::string, Text> field_titles;     ///< what messages call a field: issued_on -> "date d'émission"
    std::map<std::string, Saying> messages;       ///< by reason, where a check has none of its own
    std::vector<PieceSpec> pieces;
    std::vector<CheckSpec> checks;                ///< that belong to no one piece
};

}  // namespace paraphe::rules
