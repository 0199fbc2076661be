#include "report/report.hpp"
#include "report/words.hpp"

#include <limits>

namespace paraphe::report {

std::string for_terminal(std::string_view text) {
    std::string out;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        out += visible(text.substr(begin, end - begin), std::numeric_limits<std::size_t>::max());
        if (end < text.size()) out += '\n';
        begin = end + 1;
    }
    return out;
}

}  // namespace paraphe::report
