#pragma once

#include "model/reading.hpp"
#include "model/verdict.hpp"
#include "report/report.hpp"

#include <map>
#include <string>
#include <vector>

namespace paraphe::report {

/// One thing that somebody has to do. Texts are visible ones (no control characters), not escaped.
struct ToDo {
    Outcome outcome = Outcome::review;
    std::string piece;    ///< its id, or ""
    bool file = false;    ///< it is about a file that could not be read
    std::string title;    ///< of the piece, or the file's path
    std::string word;     ///< "non conforme", "illisible"
    std::string message, advice;
};

/// All that stands between the dossier and eligibility: failures first, then what is to review, then files that could not be read.
[[nodiscard]] std::vector<ToDo> to_do(const Reading& reading, const Judgement& judgement, Language language);

/// One sentence that explains the verdict.
[[nodiscard]] std::string verdict_sentence(const Reading& reading, const Judgement& judgement, Language language);

/// "9 fichiers : 8 lus, 1 illisible"
[[nodiscard]] std::string files_in_words(const Reading& reading, Language language);

/// The pieces' titles by id.
[[nodiscard]] std::map<std::string, std::string> titles(const Judgement& judgement, Language language);

/// A check did not fail to run only because its piece is missing.
[[nodiscard]] bool has_object(const PieceJudgement& piece, const Check& check);

/// A check tells something of its own: it has an object, and no check before it said the same.
[[nodiscard]] bool is_news(const PieceJudgement& piece, const Check& check);

/// Of all that was sent no page could be read: the file that is broken is what has to be told, not the pieces that may be in it.
[[nodiscard]] bool nothing_was_read(const Reading& reading);

}  // namespace paraphe::report
