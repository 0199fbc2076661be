#pragma once

#include "model/crop.hpp"
#include "model/document.hpp"
#include "model/expectations.hpp"
#include "model/page.hpp"
#include "model/result.hpp"

#include <functional>
#include <string>

namespace paraphe::confirm {

/// Asks the reader for a second look at a page of a file.
using LookAgain = std::function<Result<CropAnswer>(const std::string& path, const CropRequest&)>;
/// Gives the page's reading (words, marks), or null.
using PageOf = std::function<const PageReading*(const std::string& path, int page)>;

/// Confirms the decisive values of a document on the picture and settles its slots: fields get `confirmed`
/// and a confidence that weighs both looks, handwritten ones are verified against what is expected, slots get `ink`. A look that
/// fails leaves the value unconfirmed; it never invents one.
void confirm(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of);

}  // namespace paraphe::confirm
