#pragma once

#include "model/reading.hpp"
#include "model/verdict.hpp"
#include "rules/kind.hpp"
#include "rules/rules.hpp"

#include <memory>
#include <string>
#include <vector>

namespace paraphe::rules::testing {

using namespace std::chrono;

inline const Date deposit = year{2017} / February / 20;

/// The rulebook as shipped.
[[nodiscard]] const Rulebook& shipped();
[[nodiscard]] std::string shipped_text();

/// A dossier of nine faultless pieces of one company, as it would be read: `judge` calls it eligible on `deposit`.
[[nodiscard]] Reading clean_reading();

/// The document of that piece; there is one of each.
[[nodiscard]] Document& of(Reading& reading, const std::string& piece);
[[nodiscard]] Field& field_of(Document& document, const std::string& name);
void set(Document& document, const std::string& name, Value value, double confidence = 0.98);
void drop(Document& document, const std::string& name);
void find(Document& document, const std::string& code, const std::string& text = "", double confidence = 0.95);
/// Takes a piece out of the dossier, pages and all.
void remove_piece(Reading& reading, const std::string& piece);
/// Puts a look-alike in the place of a piece.
void replace_by(Reading& reading, const std::string& piece, const std::string& look_alike);
/// Takes the signature off the last page; the place is surely empty.
void unsign(Document& document);

[[nodiscard]] Judgement judged(const Reading& reading, Date as_of = deposit);
/// A mark as the detector gives it.
[[nodiscard]] Mark mark(MarkKind kind, const Box& box, double confidence);
/// The check of that id, of a piece or of the dossier; fails the test when there is none.
[[nodiscard]] const Check& check_of(const Judgement& judgement, const std::string& id);

/// One rule, run over the document of a piece.
struct Bench {
    Reading reading = clean_reading();
    std::string piece;
    std::map<std::string, Parameter> parameters = {};
    Date as_of = deposit;

    [[nodiscard]] Ruling run(const std::string& kind) const;
    [[nodiscard]] Document& document() { return of(reading, piece); }
};

}  // namespace paraphe::rules::testing
