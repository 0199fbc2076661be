#include "rules/run_check.hpp"

#include "rules/fields.hpp"
#include "rules/rules.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

Ruling rule(const Context& context, const CheckSpec& spec) {
    if (spec.kind->needs_document && !context.document)
        return ruling(Outcome::review, "not_run", 0, {}, "the piece has no document");
    if (spec.looked_for && context.reading.expectations_hash != expectations_hash(context.book))
        return ruling(Outcome::review, "not_looked_for", 0, context.document ? pages_of(*context.document) : std::vector<Place>{},
                      "the dossier was read under other expectations than this rulebook's");
    return spec.kind->check(context, spec);
}

const Saying* saying_of(const Context& context, const CheckSpec& spec, const std::string& reason) {
    if (const auto own = spec.says.find(reason); own != spec.says.end()) return &own->second;
    if (const auto general = context.book.messages.find(reason); general != context.book.messages.end()) return &general->second;
    return nullptr;
}

void add_common(const Context& context, const CheckSpec& spec, std::map<std::string, Text>& values) {
    values.try_emplace("as_of", show(context.as_of));
    values.try_emplace("company", show(context.identity.names.empty() ? std::string{} : context.identity.names.front().value));
    values.try_emplace("siren", show(context.identity.siren));
    values.try_emplace("title", context.piece ? context.piece->title : Text{"Dossier", "Dossier"});
    const auto name = text_of(spec, "field", spec.id.substr(spec.id.rfind('.') + 1));
    const auto title = context.book.field_titles.find(name);
    values.try_emplace("field", title != context.book.field_titles.end() ? title->second : show(name));
}

/// Outcome and reason after thresholds: a pass or a fail that is not sure enough is a review.
struct Settled {
    Outcome outcome;
    std::string reason;
    bool unconfirmed = false;
};

Settled settle(const Context& context, const CheckSpec& spec, const Ruling& found, double confidence) {
    const auto* saying = saying_of(context, spec, found.reason);
    const auto proposed = saying && saying->outcome ? *saying->outcome : found.outcome;
    if (proposed == Outcome::fail && confidence < spec.fail_at) return {Outcome::review, found.reason, true};
    if (proposed == Outcome::pass && confidence < spec.pass_at) return {Outcome::review, "unsure"};
    return {proposed, found.reason};
}

}  // namespace

std::optional<Check> run_check(const Context& context, const CheckSpec& spec) {
    if (spec.kind->applies && !spec.kind->applies(context, spec)) return {};
    auto found = rule(context, spec);
    double confidence = found.confidence;
    // What fails a document must be sure to belong to it; what passes is weighed by `present`.
    if (found.outcome == Outcome::fail && context.document) confidence = std::min(confidence, context.document->confidence);
    const auto settled = settle(context, spec, found, confidence);
    add_common(context, spec, found.values);

    Check check;
    check.id = spec.id;
    check.required = spec.required;
    check.outcome = settled.outcome;
    check.confidence = confidence;
    check.evidence = std::move(found.evidence);
    if (const auto* saying = saying_of(context, spec, settled.reason)) {
        check.code = saying->code.empty() ? spec.id + "." + settled.reason : saying->code;
        check.message = fill(saying->message, found.values);
        check.advice = fill(saying->advice, found.values);
    } else {
        check.code = spec.id + "." + settled.reason;
    }
    if (!found.own_code.empty()) {
        check.code = found.own_code;
        check.message = fill(found.own_message, found.values);
        check.advice = fill(found.own_advice, found.values);
    }
    if (settled.unconfirmed) {
        found.values["message"] = check.message;
        check.message = fill(context.book.messages.at(std::string{unconfirmed_reason()}).message, found.values);
    }
    if (check.outcome == Outcome::pass) check.advice = {};
    check.reasoning = found.reasoning + "; rule " + std::string{spec.kind->name} + " answered \"" + found.reason + "\" with confidence " +
                      in_words(confidence) + " (pass from " + in_words(spec.pass_at) + ", fail from " + in_words(spec.fail_at) + ")";
    return check;
}

}  // namespace paraphe::rules
