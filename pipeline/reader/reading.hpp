#pragma once

#include "model/crop.hpp"
#include "model/limits.hpp"
#include "model/page.hpp"
#include "pages/pages.hpp"
#include "reader/engines.hpp"

#include <string>
#include <vector>

/// Puts the stages in a row: from a prepared page to what is read of it. All boxes of the results lie on the page as a viewer
/// shows it.
namespace paraphe::reader {

struct ReadPage {
    PageReading reading;
    double seconds_ocr = 0, seconds_marks = 0;
};

/// Reads the page; turns it when its letters say that it stands otherwise.
[[nodiscard]] ReadPage read_page(pages::Page& page, const Engines& engines);

/// A second look at a part of a page that stands upright.
[[nodiscard]] CropAnswer look_again(const pages::Page& page, const CropRequest& request, const Engines& engines);

}  // namespace paraphe::reader
