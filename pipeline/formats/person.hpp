#pragma once

#include "formats/found.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// A natural person's name, folded. Which word is the surname is often unsure: `words` holds all that could be either.
struct Person {
    std::string civility;             ///< "M", "MME", "MLLE" or ""
    std::vector<std::string> words;   ///< in print order, particles joined ("DE LA TOUR"), initials without point
    std::vector<std::string> usage;   ///< after "épouse", "nom d'usage"
    std::vector<std::string> birth;   ///< after "née"
    friend bool operator==(const Person&, const Person&) = default;
};

/// Reads a printed name; words that can be no name (roles, dates, figures) end it.
[[nodiscard]] Person parse_person(std::string_view printed);

/// The names, folded, that the person may sign with: usage name or name at birth, all given names or, where capitals tell them from the
/// surname, the first alone; each in every order, as its words go round. What is printed comes first.
[[nodiscard]] std::vector<std::string> orders_of_name(std::string_view printed);

/// What the person may write in plain letters to sign with: the names of orders_of_name, then each of their words of five letters or more alone.
[[nodiscard]] std::vector<std::string> signatures_in_letters(std::string_view printed);

/// How surely two printed names are one person, 0 to 1: a surname in common (one edit allowed from five letters on) and
/// one given name or its initial, in any order. Surname alone on one side: 0.6.
[[nodiscard]] double same_person(std::string_view printed_a, std::string_view printed_b);

/// "DE", "VAN", "DA": words that belong to a surname and are none.
[[nodiscard]] bool name_particle(std::string_view folded);

/// Roles that can bind a company: "GERANT", "PRESIDENT", "DIRECTEUR GENERAL", ... as printed, in the order of the text.
[[nodiscard]] std::vector<Found<std::string>> find_roles(std::string_view folded);

/// "Jean-Pierre DUPONT" -> "J.-P. D."
[[nodiscard]] std::string initials(std::string_view printed);

}  // namespace paraphe
