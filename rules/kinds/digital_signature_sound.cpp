#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec&) {
    for (const auto& part : context.document->parts)
        for (const auto& file : context.reading.files) {
            if (file.path != part.path) continue;
            for (const auto& signature : file.facts.signatures) {
                if (signature.intact != false && signature.changed_after != "content") continue;
                auto result = ruling(Outcome::review, "broken", 0.95, {{file.path, std::max(1, signature.page), signature.box}},
                                     "the bytes signed by " + signature.signer + " were changed");
                result.values = {{"signer", show(signature.signer)}};
                return result;
            }
        }
    return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "no digital signature is broken");
}

}  // namespace

extern const RuleKind digital_signature_sound;
const RuleKind digital_signature_sound{
    .name = "digital_signature_sound",
    .meaning = {"Aucune signature électronique du fichier n'est altérée ; son absence est normale.",
                "No digital signature of the file is broken; that there is none is normal."},
    .parameters = {},
    .reasons = {{"ok", Outcome::pass}, {"broken", Outcome::review, {"signer"}}},
    .check = check,
};

}  // namespace paraphe::rules
