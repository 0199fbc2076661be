#include "rules/fields.hpp"
#include "rules/two_d_docs.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

/// A page without a code says nothing: most have none.
bool applies(const Context& context, const CheckSpec&) {
    return context.document && !two_d_docs_of(context.reading, *context.document).empty();
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto known = texts_of(spec, "types");
    const auto codes = two_d_docs_of(context.reading, *context.document);
    for (const auto& code : codes) {
        if (std::ranges::find(known, code.doc.type) != known.end()) continue;
        auto result = ruling(Outcome::review, "odd", 0.9, {code.place}, "a 2D-Doc of type " + code.doc.type + ", which is none of this piece");
        result.values = {{"type", title_of(code.doc)}};
        return result;
    }
    auto result = ruling(Outcome::pass, "ok", 1, {codes.front().place}, "every 2D-Doc is of a type of this piece");
    result.values = {{"type", title_of(codes.front().doc)}};
    return result;
}

}  // namespace

extern const RuleKind two_d_doc_type;
const RuleKind two_d_doc_type{
    .name = "two_d_doc_type",
    .meaning = {"Un code 2D-Doc de la pièce, s'il y en a un, est d'un type de document qui lui convient ; sans liste, aucun ne convient.",
                "A 2D-Doc code on the piece, if there is one, is of a document type that suits it; without a list none does."},
    .parameters = {{"types", ParameterType::texts}},
    .reasons = {{"ok", Outcome::pass, {"type"}}, {"odd", Outcome::review, {"type"}}},
    .check = check,
    .applies = applies,
};

}  // namespace paraphe::rules
