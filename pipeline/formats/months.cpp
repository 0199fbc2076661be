#include "formats/months.hpp"

#include "text/fuzzy.hpp"

#include <array>
#include <cmath>

namespace paraphe {
namespace {

struct Name {
    std::string_view word;
    unsigned month;
};

constexpr std::array kNames{
    Name{"JANVIER", 1}, Name{"JANV", 1}, Name{"JAN", 1}, Name{"FEVRIER", 2}, Name{"FEVR", 2}, Name{"FEV", 2}, Name{"MARS", 3},
    Name{"AVRIL", 4}, Name{"AVR", 4}, Name{"MAI", 5}, Name{"JUIN", 6}, Name{"JUILLET", 7}, Name{"JUIL", 7}, Name{"JUILL", 7},
    Name{"AOUT", 8}, Name{"AOU", 8}, Name{"SEPTEMBRE", 9}, Name{"SEPT", 9}, Name{"SEP", 9}, Name{"OCTOBRE", 10}, Name{"OCT", 10},
    Name{"NOVEMBRE", 11}, Name{"NOV", 11}, Name{"DECEMBRE", 12}, Name{"DEC", 12}, Name{"JANUARY", 1}, Name{"FEBRUARY", 2}, Name{"FEB", 2},
    Name{"MARCH", 3}, Name{"APRIL", 4}, Name{"APR", 4}, Name{"MAY", 5}, Name{"JUNE", 6}, Name{"JULY", 7}, Name{"AUGUST", 8}, Name{"AUG", 8},
    Name{"SEPTEMBER", 9}, Name{"OCTOBER", 10}, Name{"NOVEMBER", 11}, Name{"DECEMBER", 12}};

}  // namespace

std::optional<MonthName> month_named(std::string_view word) {
    if (word.size() < 3 || word.size() > 11) return {};
    for (const auto& name : kNames)
        if (name.word == word) return MonthName{name.month, 1};
    std::optional<MonthName> best;
    double fewest = 3;
    for (const auto& name : kNames) {
        if (name.word.size() < 5) continue;
        const double edits = std::round((1 - likeness(word, name.word)) * static_cast<double>(std::max(word.size(), name.word.size())));
        const double allowed = name.word.size() >= 8 ? 2 : name.word.size() >= 6 ? 1 + (word.front() == name.word.front()) : 1;
        if (edits > allowed || edits > fewest) continue;
        if (edits == fewest && best && best->month != name.month) return {};
        fewest = edits;
        best = MonthName{name.month, edits <= 1 ? 0.85 : 0.7};
    }
    return best;
}

}  // namespace paraphe
