#pragma once

#include "rules/identity.hpp"
#include "rules/rulebook.hpp"

#include "model/reading.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::rules {

/// All that a rule may look at. Pure values: no clock, no files.
struct Context {
    const Reading& reading;
    const Rulebook& book;
    const Identity& identity;
    Date as_of;
    const PieceSpec* piece = nullptr;             ///< null for a check of the dossier
    const Document* document = nullptr;           ///< the document judged; null when the piece has none
    std::vector<const Document*> documents = {};  ///< every document of the piece
    std::map<std::string, const Document*> judged = {};  ///< for checks of the dossier: the document judged for each piece
};

/// What a rule found, before thresholds: `outcome` as if every input were right, `confidence` the least of the inputs'.
struct Ruling {
    Outcome outcome = Outcome::review;
    std::string reason;                           ///< one of the kind's reasons
    double confidence = 1;
    std::map<std::string, Text> values;           ///< of the placeholders
    std::vector<Place> evidence;
    std::string reasoning;                        ///< English, for `explain`
    std::string own_code;                         ///< with words of its own: those of a look-alike
    Text own_message, own_advice;
};

enum class ParameterType { text, number, boolean, texts };

struct ParameterInfo {
    std::string_view name;
    ParameterType type = ParameterType::text;
    bool needed = false;
};

/// An answer that a kind of rule can give. `placeholders`: the names its message may use, beside the common ones.
struct Reason {
    std::string_view name;
    Outcome outcome = Outcome::review;
    std::vector<std::string_view> placeholders = {};
};

/// A kind of rule: a pure function with its documented parameters and answers.
struct RuleKind {
    std::string_view name;
    Text meaning;
    std::vector<ParameterInfo> parameters;
    std::vector<Reason> reasons;
    Ruling (*check)(const Context&, const CheckSpec&) = nullptr;
    /// A list parameter whose entries are reasons too, all with {text}: the codes of findings.
    std::string_view reasons_from = {};
    /// The rule reads the judged document; without one it cannot run.
    bool needs_document = true;
    /// Says whether the rule applies at all; a rule that does not apply is not reported (a deadline that is not set).
    bool (*applies)(const Context&, const CheckSpec&) = nullptr;
};

/// Every kind of the folder, in the order of their file names.
[[nodiscard]] std::span<const RuleKind* const> kinds();

/// The parameter of that name, or the default. Types were checked when the rulebook was read.
[[nodiscard]] std::string text_of(const CheckSpec& check, const std::string& name, std::string otherwise = {});
[[nodiscard]] double number_of(const CheckSpec& check, const std::string& name, double otherwise);
[[nodiscard]] bool flag_of(const CheckSpec& check, const std::string& name, bool otherwise);
[[nodiscard]] std::vector<std::string> texts_of(const CheckSpec& check, const std::string& name);

}  // namespace paraphe::rules
