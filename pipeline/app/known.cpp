#include "app/known.hpp"

#include "rules/identity.hpp"
#include "rules/kind.hpp"

namespace paraphe::app {

confirm::Known known_candidate(const Reading& reading, const rules::Rulebook& book) {
    confirm::Known known;
    const auto identity = rules::identify(reading, book);
    // What the identity document says must itself be surely read: all else is compared with it.
    if (!identity.from_piece || identity.siren_confidence < book.pass_at) return known;
    known.siren = identity.siren;
    for (const auto& name : identity.names)
        if (name.confidence >= book.pass_at) known.names.push_back(name.value);
    for (const auto& representative : identity.representatives)
        if (!representative.company && identity.representatives_confidence >= book.pass_at) known.people.push_back(representative.name);
    for (const auto& piece : book.pieces)
        for (const auto& check : piece.checks) {
            auto& asked = known.asked[piece.id];
            if (check.kind->name == "same_across") {
                asked.company |= rules::text_of(check, "name", "company_name") == "company_name";
                asked.stamp |= rules::flag_of(check, "own_stamp", false);
            }
            if (check.kind->name == "signed_by_representative") asked.signatory = true;
            if (check.kind->name == "mark_on_last_page") asked.signature = true;
        }
    return known;
}

}  // namespace paraphe::app
