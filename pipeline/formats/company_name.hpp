#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// A company's name for comparing: folded, without legal form, punctuation, STE, SOCIETE, GROUPE, articles, country.
[[nodiscard]] std::string company_key(std::string_view printed);

/// How alike two company names are, 1 the same: tokens in common, acronyms, one name within the other, small
/// OCR errors. Above 0.85 one reader would call them the same, below 0.5 different.
[[nodiscard]] double company_likeness(std::string_view printed_a, std::string_view printed_b);

/// The same against several names (denomination, trade name, acronym): the best.
[[nodiscard]] double company_likeness(std::string_view printed, const std::vector<std::string>& names);

/// Is it, by its words, a company rather than a person ("MM Invest", "Holding ...", a legal form)?
[[nodiscard]] bool looks_like_company(std::string_view printed);

/// Without the legal form and what follows it: "ALPHA SAS au capital de ..." -> "ALPHA".
[[nodiscard]] std::string without_form(std::string_view printed);

}  // namespace paraphe
