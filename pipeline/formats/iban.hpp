#pragma once

#include "formats/found.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// ISO 13616: country, key, account; the key holds when the whole, letters as numbers, is 1 modulo 97.
[[nodiscard]] bool valid_iban(std::string_view iban);

/// French IBANs (27 characters, without spaces). A key that does not hold: 0.3.
[[nodiscard]] std::vector<Found<std::string>> find_ibans(std::string_view folded);

/// The two digits of a RIB: bank (5), branch (5), account (11, letters count 1-9, 1-9, 2-9). Empty when the form is wrong.
[[nodiscard]] std::string rib_key(std::string_view bank, std::string_view branch, std::string_view account);

/// Bank, branch, account and key in one (23 characters, without spaces), wherever their key holds.
[[nodiscard]] std::vector<Found<std::string>> find_ribs(std::string_view folded);

}  // namespace paraphe
