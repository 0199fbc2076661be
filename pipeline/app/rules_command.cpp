#include "app/rules_command.hpp"

#include "app/exit_status.hpp"
#include "app/rulebook_file.hpp"
#include "rules/rules.hpp"

#include <iostream>

namespace paraphe::app {

int check_rulebook(const std::string& file) {
    int exit_status = status::bad_rulebook;
    if (!load_rulebook(file, exit_status, report::Language::fr)) return exit_status;
    std::cout << file << " : règlement valide.\n";
    return status::eligible;
}

int list_rules() {
    for (const auto& kind : rules::list_kinds()) std::cout << kind.name << "\n    " << kind.meaning << '\n';
    return status::eligible;
}

}  // namespace paraphe::app
