#pragma once

#include "confirm/confirm.hpp"
#include "confirm/written.hpp"
#include "model/document.hpp"
#include "model/expectations.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::confirm {

/// What a hand wrote in the place of a cheque's or letter's field ("amount", "amount_in_words", "payee", a day).
struct WrittenValue {
    Value value;    ///< a payee is named as the list's first
    Box box;
    bool sure = false;  ///< nothing else could be meant; otherwise something could, but this fits best and leads
};

/// Looks at the place as a whole and, where that leaves it open, once more at each part of it where a value seems to stand: alone, cut out at
/// its own height, writing is seen more clearly than in a long line. Parts that surely say different things leave it open.
/// Fields of another name have none, and nobody looks.
[[nodiscard]] std::optional<WrittenValue> written_in(std::string_view field, const Place& place, const Expectations& expectations, const LookAgain& look);

/// The sums that one look or another at the place makes likelier than any other, none of them surely: to be held against the same sum
/// written elsewhere. `field`: "amount" or "amount_in_words".
[[nodiscard]] std::vector<double> sums_guessed_in(std::string_view field, const Place& place, const LookAgain& look);

struct WrittenName {
    std::size_t name = 0;  ///< which of those asked for
    Box box;
};

/// The lines that surely say one of those names, in print or in a hand. Looked at in the same way, once for all names.
[[nodiscard]] std::vector<WrittenName> names_written_in(const Place& place, std::span<const std::string> names, const LookAgain& look);

}  // namespace paraphe::confirm
