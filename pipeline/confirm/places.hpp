#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// Values are read again in the places where they belong (slots named like a field): every rendering of the place has a vote, the
/// page's own reading one or two. What votes agree on is confirmed, filled in by hand or typed; what only one look saw stays a
/// weak reading, for a person. The sum in figures and the sum in words confirm each other. No look alone says that another sum
/// than the expected one was written.
void read_places(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of);

/// Has `read_places` weighed the field of that name?
[[nodiscard]] bool weighed_in_place(const Document& document, const std::string& field);

}  // namespace paraphe::confirm
