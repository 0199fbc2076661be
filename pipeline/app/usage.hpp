#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace paraphe::app {

/// What is wrong with a command line, in one French line that names the word and, where one is near, the word that was meant.
[[nodiscard]] std::string usage_mistake(const CLI::App& app, const CLI::ParseError& error);

/// Checks of an option's value that answer in French.
[[nodiscard]] CLI::Validator between(double least, double most);
[[nodiscard]] CLI::Validator positive();
[[nodiscard]] CLI::Validator not_negative();
[[nodiscard]] CLI::Validator one_of(std::vector<std::string> words);

}  // namespace paraphe::app
