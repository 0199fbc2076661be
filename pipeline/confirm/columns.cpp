#include "confirm/columns.hpp"

#include "confirm/margin.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace paraphe::confirm {
namespace {

std::vector<std::string> parted(const std::string& list) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin < list.size();) {
        const auto end = std::min(list.find(", ", begin), list.size());
        out.push_back(list.substr(begin, end - begin));
        begin = end + 2;
    }
    return out;
}

/// "date d'entrée" is headed by its last word as often as by the whole.
std::string telling_word(const std::string& column) {
    const std::string folded = fold(column);
    return folded.substr(folded.find_last_of(" '") + 1);
}

bool heads(const std::string& column, const std::vector<std::string>& readings) {
    const auto word = telling_word(column);
    return std::ranges::any_of(readings, [&](const std::string& reading) { return fold(reading).find(word) != std::string::npos; });
}

}  // namespace

void look_for_columns(Document& document, const LookAgain& look) {
    for (auto& finding : document.findings) {
        if (finding.code != "columns_missing" || finding.place.box.empty()) continue;
        const auto answer = look(finding.place.path, {finding.place.page, with_margin(finding.place.box), CropPurpose::every_way});
        if (!answer) continue;
        std::string missing;
        for (const auto& column : parted(finding.text))
            if (!heads(column, answer->readings)) missing += (missing.empty() ? "" : ", ") + column;
        finding.text = missing;
    }
    std::erase_if(document.findings, [](const Finding& f) { return f.code == "columns_missing" && f.text.empty(); });
}

}  // namespace paraphe::confirm
