#include "rules/fields.hpp"
#include "rules/words.hpp"

namespace paraphe::rules {
namespace {

bool applies(const Context& context, const CheckSpec&) { return context.book.deadline.has_value(); }

Ruling check(const Context& context, const CheckSpec&) {
    const auto deadline = *context.book.deadline;
    const bool late = context.as_of > deadline;
    auto result = ruling(late ? Outcome::review : Outcome::pass, late ? "late" : "ok", 1, {}, "deposited " + to_iso(context.as_of) + ", deadline " + to_iso(deadline));
    result.values = {{"deadline", show(deadline)}};
    return result;
}

}  // namespace

extern const RuleKind before_deadline;
const RuleKind before_deadline{
    .name = "before_deadline",
    .meaning = {"Le dossier est déposé au plus tard à la date limite, si le règlement en fixe une.",
                "The dossier is deposited by the deadline, where the rulebook sets one."},
    .parameters = {},
    .reasons = {{"ok", Outcome::pass, {"deadline"}}, {"late", Outcome::review, {"deadline"}}},
    .check = check,
    .needs_document = false,
    .applies = applies,
};

}  // namespace paraphe::rules
