#pragma once

#include "model/document.hpp"
#include "model/reading.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace paraphe {

enum class Outcome { pass, review, fail };  // in this order: the worst is the greatest
enum class Verdict { eligible, review, not_eligible };

/// A sentence in the report's two languages.
struct Text {
    std::string fr, en;

    friend bool operator==(const Text&, const Text&) = default;
};

/// One statement about a piece or about the dossier, with what proves it.
struct Check {
    std::string id;        ///< "kbis.age"
    bool required = true;  ///< a check that is not required changes no outcome
    Outcome outcome = Outcome::review;
    std::string code;      ///< stable reason code: "kbis.too_old"
    double confidence = 0; ///< the least of its inputs'
    Text message, advice;  ///< `advice` is empty on pass
    std::vector<Place> evidence;
    std::string reasoning; ///< for `explain`: candidates, thresholds, second looks; English

    friend bool operator==(const Check&, const Check&) = default;
};

struct Note {
    std::string code;
    Text message;
    std::vector<Place> evidence;

    friend bool operator==(const Note&, const Note&) = default;
};

struct PieceJudgement {
    std::string id;
    Text title;
    bool required = true;
    Outcome outcome = Outcome::review;
    std::vector<std::string> documents;  ///< ids of the reading's documents; the first is the one judged
    std::vector<Check> checks;

    friend bool operator==(const PieceJudgement&, const PieceJudgement&) = default;
};

/// What a rulebook says of a reading on a day.
struct Judgement {
    std::string rulebook_id, rulebook_version, rulebook_sha256;
    std::string as_of, as_of_source;     ///< ISO date; "option", "deposited_on", "mail", "journal", "today"
    std::string company_name, siren;     ///< of the candidate; may be empty
    Verdict verdict = Verdict::review;
    std::vector<PieceJudgement> pieces;
    std::vector<Check> checks;           ///< that belong to no one piece
    std::vector<Note> notes;

    friend bool operator==(const Judgement&, const Judgement&) = default;
};

}  // namespace paraphe
