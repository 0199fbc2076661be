#include "rules/fields.hpp"
#include "rules/signature.hpp"

#include <map>

namespace paraphe::rules {
namespace {

/// A copied mark is a hint: a director may paste a scanned signature, and a rubber-stamp paraph is identical by nature.
Ruling check(const Context& context, const CheckSpec& spec) {
    std::map<std::string, std::vector<Place>> alike;
    for (const auto& placed : context.document->marks) {
        const bool a_sign = placed.mark.kind == MarkKind::paraph || placed.mark.kind == MarkKind::signature;
        if (a_sign && !placed.mark.fingerprint.empty()) alike[placed.mark.fingerprint].push_back({placed.path, placed.page, placed.mark.box});
    }
    const auto least = static_cast<std::size_t>(number_of(spec, "at_least", 3));
    for (auto& [fingerprint, places] : alike)
        if (places.size() >= least) return ruling(Outcome::review, "copied", 0.9, std::move(places), "marks equal to the pixel: " + fingerprint);
    return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "no mark is a copy of others");
}

}  // namespace

extern const RuleKind not_copied;
const RuleKind not_copied{
    .name = "not_copied",
    .meaning = {"Les marques ne sont pas la même image répétée, au pixel près (un indice, jamais un refus).",
                "The marks are not one image repeated to the pixel (a hint, never a refusal)."},
    .parameters = {{"at_least", ParameterType::number}},
    .reasons = {{"ok", Outcome::pass}, {"copied"}},
    .check = check,
};

}  // namespace paraphe::rules
