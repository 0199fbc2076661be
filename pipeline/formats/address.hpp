#pragma once

#include "formats/found.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// A French postal address, folded: "12 BIS", "RUE DES LILAS", "69002", "LYON". `cedex`: the postcode is no place's.
struct Address {
    std::string number, street, postcode, city;
    bool cedex = false;

    friend bool operator==(const Address&, const Address&) = default;
};

/// Five digits of a department followed by a name: the end of an address. Value: postcode and city only.
[[nodiscard]] std::vector<Found<Address>> find_postcodes(std::string_view folded);

/// "RUE LOUIS PASTEUR", "12 BIS AVENUE FOCH": a street's line, number or none, and nobody's name.
[[nodiscard]] bool is_street(std::string_view folded);

/// Reads an address of one or several lines ('\n' between).
[[nodiscard]] Address parse_address(std::string_view folded);

/// 1 the same, 0 nothing in common; abbreviations (BD, AV, ZA ...) are opened before comparing.
[[nodiscard]] double same_address(const Address& a, const Address& b);

}  // namespace paraphe
