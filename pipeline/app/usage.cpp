#include "app/usage.hpp"

#include "rules/nearest.hpp"

#include <charconv>
#include <limits>
#include <optional>
#include <sstream>
#include <utility>

namespace paraphe::app {
namespace {

std::string in_quotes(const std::string& word) { return "« " + word + " »"; }

std::string did_you_mean(const std::string& wrong, const std::vector<std::string>& known) {
    const auto meant = rules::nearest(wrong, known);
    return meant.empty() ? "" : " ; vouliez-vous dire " + in_quotes(meant) + " ?";
}

std::vector<std::string> commands_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
    return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* option : app.get_options())
        for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

/// The command that was being read when the line went wrong.
const CLI::App& last_command(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : last_command(*chosen.front());
}

std::string unexpected(const CLI::App& command, const std::string& word) {
    if (!word.starts_with('-') && !commands_of(command).empty()) return "commande inconnue " + in_quotes(word) + did_you_mean(word, commands_of(command));
    return (word.starts_with('-') ? "option inconnue " : "argument inattendu ") + in_quotes(word) + did_you_mean(word, options_of(command));
}

std::string missing(const CLI::App& command, const CLI::ParseError& error) {
    const std::string what = error.what();
    const auto names = commands_of(command);
    if (what.find("subcommand") != std::string::npos) {
        std::string listed;
        for (const auto& name : names) listed += (listed.empty() ? "" : ", ") + name;
        return "il manque une commande : " + listed;
    }
    return "il manque " + what.substr(0, what.find(" is required"));
}

/// An error's name is its class's in some releases of CLI11 and its command's in others: its class tells.
template <class Kind>
bool is_a(const CLI::ParseError& error) {
    return dynamic_cast<const Kind*>(&error) != nullptr;
}

std::optional<double> number(const std::string& text) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string shown(double value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

CLI::Validator number_that(bool (*holds)(double), const char* expected) {
    return {[=](std::string& text) {
                const auto value = number(text);
                return value && holds(*value) ? std::string{} : in_quotes(text) + " : on attend " + expected;
            },
            ""};
}

}  // namespace

CLI::Validator between(double least, double most) {
    return {[=](std::string& text) {
                const auto value = number(text);
                return value && *value >= least && *value <= most ? std::string{} : in_quotes(text) + " : on attend un nombre de " + shown(least) + " à " + shown(most);
            },
            ""};
}

CLI::Validator positive() { return number_that([](double value) { return value > 0; }, "un nombre positif"); }

CLI::Validator not_negative() { return number_that([](double value) { return value >= 0; }, "un nombre positif ou nul"); }

CLI::Validator one_of(std::vector<std::string> words) {
    return {[words = std::move(words)](std::string& text) {
                for (const auto& word : words)
                    if (text == word) return std::string{};
                std::string listed;
                for (const auto& word : words) listed += (listed.empty() ? "" : " ou ") + word;
                return in_quotes(text) + " : on attend " + listed;
            },
            ""};
}

std::string usage_mistake(const CLI::App& app, const CLI::ParseError& error) {
    const auto& command = last_command(app);
    const std::string what = error.what();
    const auto left = command.remaining();
    if (is_a<CLI::RequiredError>(error)) return left.empty() ? missing(command, error) : unexpected(command, left.front());
    if (is_a<CLI::ExtrasError>(error)) return unexpected(command, what.substr(what.find(": ") + 2));
    const auto name = what.substr(0, what.find_first_of(": "));
    if (is_a<CLI::ArgumentMismatch>(error)) return name + " attend une valeur";
    if (is_a<CLI::ConversionError>(error)) return "valeur illisible : " + what.substr(what.find(": ") + 2);
    return what;
}

}  // namespace paraphe::app
