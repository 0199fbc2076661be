#pragma once

#include "text/page_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// A page number as printed; 0 where there is none. `sure` is false for a lone figure, which may be anything.
struct PrintedNumber {
    int number = 0, total = 0;
    bool sure = false;
};

/// Reads "page 3/12", "3/12", "- 3 -", "p. 2 sur 3", "3" from a folded line of a page's head or foot.
[[nodiscard]] PrintedNumber number_in(std::string_view folded);

/// The number printed at the head or foot of a page.
[[nodiscard]] PrintedNumber printed_number(const PageText& page);

/// The numbers of a document's sheets with their slashes: "1/3" that a scanner gave as 113 or 13 is told by the total of the
/// other sheets, or by all of them being such numbers of one document as long as it is.
[[nodiscard]] std::vector<PrintedNumber> with_slashes(std::vector<PrintedNumber> read);

/// How many pages most of the numbers say that there are; 0 where none says it.
[[nodiscard]] int printed_total(const std::vector<PrintedNumber>& read);

/// Does the number contradict that total? It was misread, or the page is of another document.
[[nodiscard]] bool out_of_place(const PrintedNumber& number, int total);

/// "3" or "3/12", as a field holds it; nothing for "" and whatever is no page number.
[[nodiscard]] std::optional<PrintedNumber> number_from(const std::string& shown);

/// The numbers of a document's sheets, in its order.
struct SheetNumbers {
    std::vector<std::string> shown;   ///< "3", "3/12", or "" where none was read that counts
    double confidence = 0;            ///< 0: none was read
};

/// What counts of the numbers that were read: a lone figure may be anything, but beside a sheet whose number it continues it is a page's.
[[nodiscard]] SheetNumbers sheet_numbers(const std::vector<PrintedNumber>& read);

}  // namespace paraphe
