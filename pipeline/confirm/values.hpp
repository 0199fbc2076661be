#pragma once

#include "model/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace paraphe::confirm {

/// What kind of value a field holds: it tells how a second look is read.
enum class ValueKind { date, siren, siret, amount, amount_in_words, year, text };

[[nodiscard]] ValueKind kind_of_field(std::string_view name);

/// The value in the form in which looks are compared; "" for lists, which are not confirmed.
[[nodiscard]] std::string comparable(const Value& value);

/// Every value of that kind in a folded text, comparable, in its order. For `text`: the text itself.
[[nodiscard]] std::vector<std::string> values_in(std::string_view folded, ValueKind kind);

/// Do two comparable values agree? Exactly, but for `text`: alike but for a scanner's errors.
[[nodiscard]] bool agree(const std::string& claimed, const std::string& seen, ValueKind kind);

}  // namespace paraphe::confirm
