#include "rules/fields.hpp"
#include "rules/words.hpp"

#include "formats/siren.hpp"

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto siren = read_text(context, text_of(spec, "field"));
    if (!siren.value) return siren.otherwise;
    const bool valid = valid_siren(*siren.value);
    auto result = ruling(valid ? Outcome::pass : Outcome::review, valid ? "ok" : "invalid", siren.confidence, {siren.place},
                         "SIREN " + *siren.value + (valid ? ", the key holds" : ", the key does not hold"));
    result.values = {{"found", show(grouped(*siren.value))}};
    return result;
}

}  // namespace

extern const RuleKind siren_valid;
const RuleKind siren_valid{
    .name = "siren_valid",
    .meaning = {"Un numéro SIREN est lu et sa clé est juste.", "A SIREN is read and its key holds."},
    .parameters = {{"field", ParameterType::text, true}},
    .reasons = {{"ok", Outcome::pass, {"found"}}, {"invalid", Outcome::review, {"found"}}},
    .check = check,
};

}  // namespace paraphe::rules
