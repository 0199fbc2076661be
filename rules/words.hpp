#pragma once

#include "model/date.hpp"
#include "model/verdict.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::rules {

/// The names between braces in a message: "Kbis du {issued_on}" -> issued_on. "{pages|page|pages}" chooses a word by whether the value is
/// one thing or a list of several.
[[nodiscard]] std::vector<std::string> placeholders_of(std::string_view message);

/// The message with its placeholders filled; one that has no value is left as a dash.
[[nodiscard]] Text fill(const Text& message, const std::map<std::string, Text>& values);

/// Placeholders that every message may use: the piece's title, the day, the candidate.
[[nodiscard]] std::vector<std::string> common_placeholders();

/// Answers that every check can give, whatever its rule: a value not read, or read in doubt; a picture that says otherwise; a check
/// that could not run; one that rests on what reading did not look for.
[[nodiscard]] std::vector<std::string> general_reasons();

/// The message that stands around a defect seen below the fail threshold: "À confirmer : {message}".
[[nodiscard]] std::string_view unconfirmed_reason();

/// Values as a reader of each language expects them: 06/11/2016 and 2016-11-06; 400 € and €400.
[[nodiscard]] Text show(Date date);
[[nodiscard]] Text show_euros(double amount);
[[nodiscard]] Text show_number(long number);
[[nodiscard]] Text show(std::string text);
/// "1, 2 et 5", "1, 2 and 5".
[[nodiscard]] Text show_list(const std::vector<std::string>& items);
/// The same of numbers, runs of more than three as "4 à 12", "4 to 12".
[[nodiscard]] Text show_numbers(const std::vector<int>& ascending);

}  // namespace paraphe::rules
