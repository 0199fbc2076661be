#include "extractors/common/page_numbers.hpp"

#include "formats/page_number.hpp"

#include <algorithm>

namespace paraphe::extractors {

void read_page_numbers(const std::vector<Sheet>& sheets, Pool& pool) {
    std::vector<PrintedNumber> numbers;
    for (const auto& sheet : sheets) numbers.push_back(printed_number(sheet.text));
    // A lone figure may be anything; beside a sheet whose number it continues it is a page's.
    const auto continues = [&](std::size_t i) {
        for (std::size_t k = 0; k < numbers.size(); ++k) {
            const int apart = static_cast<int>(k) - static_cast<int>(i);
            if (k != i && numbers[k].number > 0 && numbers[k].number - numbers[i].number == apart) return true;
        }
        return sheets.size() == 1;
    };
    std::vector<std::string> printed;
    int sure = 0, read = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto& n = numbers[i];
        const bool counts = n.number > 0 && (n.sure || continues(i));
        read += counts, sure += counts && (n.sure || continues(i));
        printed.push_back(!counts ? "" : n.total > 0 ? std::to_string(n.number) + "/" + std::to_string(n.total) : std::to_string(n.number));
    }
    if (read == 0) return;
    const double share = static_cast<double>(read) / static_cast<double>(sheets.size());
    pool.add("page_numbers", std::move(printed), (sure == read ? 0.97 : 0.8) * (0.85 + 0.15 * share), {sheets.front().path, sheets.front().page(), {}}, "printed at head or foot");
}

}  // namespace paraphe::extractors
