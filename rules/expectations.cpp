#include "rules/rulebook.hpp"
#include "rules/rules.hpp"
#include "rules/sha256.hpp"

#include <cmath>

namespace paraphe::rules {
namespace {

/// A list with the length of each text before it: two different lists never give the same bytes.
void write(std::string& out, const std::string& name, const std::vector<std::string>& texts) {
    out += name + " " + std::to_string(texts.size()) + "\n";
    for (const auto& text : texts) out += std::to_string(text.size()) + ":" + text + "\n";
}

}  // namespace

Expectations expectations(const Rulebook& book) { return book.expectations; }

std::string expectations_hash(const Rulebook& book) {
    const auto& expected = book.expectations;
    std::string canonical = "paraphe-expectations/1\n";
    for (const auto& cluster : expected.clusters) {
        write(canonical, "cluster", {cluster.name});
        write(canonical, "aliases", cluster.aliases);
    }
    write(canonical, "payees", expected.payees);
    write(canonical, "decisive", expected.decisive);
    write(canonical, "fixed_wording", expected.fixed_wording);
    write(canonical, "label_names", expected.label_names);
    // The candidate whom the other pieces are searched for is known by the identity piece.
    write(canonical, "identity", {book.identity.piece, book.identity.siren, book.identity.representatives});
    write(canonical, "identity names", book.identity.names);
    write(canonical, "excluded roles", book.identity.excluded_roles);
    for (const auto& form : expected.forms) write(canonical, "form", {form.piece, form.sha256});
    canonical += "fee " + std::to_string(std::llround(expected.fee * 100)) + "\n";
    return sha256(canonical);
}

}  // namespace paraphe::rules
