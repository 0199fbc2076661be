#pragma once

#include <string_view>

#include "samples/booklet.hpp"

namespace paraphe::samples {

/// Whether candidates fill in an official form of this piece, and do not write it themselves.
bool has_official_form(std::string_view piece);
/// The form that `filled` was made of: the same drawing with the same type and layout, before anyone filled it in.
/// `looks`: the generator that `filled` was made with.
Booklet official_form(const Drawing& drawing, const Booklet& filled, const Facts& facts, const Random& looks);

}  // namespace paraphe::samples
