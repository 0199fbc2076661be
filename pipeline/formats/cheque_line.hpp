#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paraphe {

/// The magnetic line of a French cheque: number (7), interbank zone (12), account zone (12).
struct ChequeLine {
    std::string number, interbank, account;

    friend bool operator==(const ChequeLine&, const ChequeLine&) = default;
};

/// Reads it from text with separators or without: 31 digits, a '?' for each symbol that could not be read.
[[nodiscard]] std::optional<ChequeLine> parse_cheque_line(std::string_view text);

/// The key printed in parentheses: 97 - (100 x the 31 digits mod 97), two digits. Empty when a digit is unread.
[[nodiscard]] std::string rlmc_key(const ChequeLine& line);

/// Fills one unread digit from the key; nothing when more are unread, none fits, or several do.
[[nodiscard]] std::optional<ChequeLine> repaired(const ChequeLine& line, std::string_view key);

}  // namespace paraphe
