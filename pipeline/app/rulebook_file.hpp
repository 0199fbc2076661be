#pragma once

#include "model/result.hpp"
#include "reader/client.hpp"
#include "report/report.hpp"
#include "rules/rulebook.hpp"

#include <memory>
#include <string>

namespace paraphe::app {

/// Loads a rulebook ("" = the shipped one) and finds the files of its official forms, which lie beside it. Tells its mistakes on
/// stderr; null when it has any.
[[nodiscard]] std::shared_ptr<const rules::Rulebook> load_rulebook(const std::string& path, int& exit_status, report::Language language);

/// The rulebook with the pages of its official forms, read as a candidate's would be. Errors: damaged (a form of which not every page
/// can be read), those of Server::reader.
[[nodiscard]] Result<std::shared_ptr<const rules::Rulebook>> read_forms(std::shared_ptr<const rules::Rulebook> book, reader::Server& server);

/// The exit status for such an error: a form that cannot be read is a mistake of the rulebook.
[[nodiscard]] int status_of_form(const Error& error);

}  // namespace paraphe::app
