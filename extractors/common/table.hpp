#pragma once

#include "extractors/common/sheets.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::extractors {

/// A column that a table may have, with the words that head it.
struct ColumnKind {
    std::string_view name;                      ///< "job"
    std::vector<std::string_view> heads;        ///< plain French, longer ones first: "date d'entrée", "entrée"
};

/// A column found, between its neighbours; upright, fractions of the page.
struct Column {
    std::string_view name;    ///< of its kind; empty for a column that no kind knows
    double left = 0, right = 1;
};

struct Cell {
    std::string text;         ///< as printed
    std::string folded;
    Box box;                  ///< upright
    double confidence = 1;    ///< the least of its words', 0 to 1
};

/// A row of column heads and where its columns stand.
struct TableHead {
    std::vector<Column> columns;
    Box box;                  ///< upright, around the heads
};

/// Finds a table by its heads: at least `at_least` kinds on one level (over up to three lines), ruled or not. A boundary
/// between two columns stands where the fewest words below it are cut.
[[nodiscard]] std::optional<TableHead> find_head(const Sheet& sheet, std::span<const ColumnKind> kinds, int at_least);

/// The rows below height `top`, one cell for each column; a line that fills only few columns and follows closely is the
/// end of the row above it.
[[nodiscard]] std::vector<std::vector<Cell>> rows_below(const Sheet& sheet, const std::vector<Column>& columns, double top);

}  // namespace paraphe::extractors
