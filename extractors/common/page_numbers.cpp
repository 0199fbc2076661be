#include "extractors/common/page_numbers.hpp"

#include "formats/page_number.hpp"

namespace paraphe::extractors {

void read_page_numbers(const std::vector<Sheet>& sheets, Pool& pool) {
    std::vector<PrintedNumber> read;
    for (const auto& sheet : sheets) read.push_back(printed_number(sheet.text));
    auto numbers = sheet_numbers(read);
    pool.add("page_numbers", std::move(numbers.shown), numbers.confidence, {sheets.front().path, sheets.front().page(), {}}, "printed at head or foot");
}

}  // namespace paraphe::extractors
