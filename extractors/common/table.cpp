#include "extractors/common/table.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace paraphe::extractors {
namespace {

constexpr double head_height = 0.045;  // of the page: heads of three lines

struct HeadWord {
    std::string_view kind;
    Box box;
    double quality = 1;
};

std::vector<HeadWord> sightings(const Sheet& sheet, std::span<const ColumnKind> kinds) {
    std::vector<HeadWord> seen;
    std::vector<Span> taken;
    for (const auto& kind : kinds) {
        for (const auto head : kind.heads) {
            for (const auto& span : sheet.text.find(head)) {
                const bool used = std::ranges::any_of(taken, [&span](const Span& t) { return t.line == span.line && t.begin < span.end && span.begin < t.end; });
                // A head stands in a short line of its own, not in a sentence.
                if (used || sheet.text.lines()[span.line].folded.size() > 160) continue;
                taken.push_back(span);
                seen.push_back({kind.name, sheet.text.upright_box(span), span.quality});
            }
        }
    }
    return seen;
}

/// The level with the most different kinds.
std::vector<HeadWord> best_level(const std::vector<HeadWord>& seen) {
    std::vector<HeadWord> best;
    std::size_t most = 0;
    for (const auto& first : seen) {
        std::vector<HeadWord> level;
        std::set<std::string_view> kinds;
        for (const auto& other : seen) {
            const double below = other.box.centre_y() - first.box.centre_y();
            if (below < -0.004 || below > head_height) continue;
            level.push_back(other);
            kinds.insert(other.kind);
        }
        if (kinds.size() > most) most = kinds.size(), best = std::move(level);
    }
    return best;
}

/// Every word of a sheet with its upright box.
template <class Use>
void each_word(const Sheet& sheet, Use use) {
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const auto& line = sheet.text.lines()[k];
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const std::size_t end = i + 1 < line.starts.size() ? line.starts[i + 1] - 1 : line.folded.size();
            use(k, Span{k, line.starts[i], end, 1}, line.words[i]);
        }
    }
}

std::vector<Box> words_below(const Sheet& sheet, double top) {
    std::vector<Box> boxes;
    each_word(sheet, [&](std::size_t, const Span& span, std::size_t) {
        const Box box = sheet.text.upright_box(span);
        if (box.centre_y() > top && box.centre_y() < 0.95) boxes.push_back(box);
    });
    return boxes;
}

/// Where between two heads the fewest words are cut; among equals the place just before the second head.
double boundary(const Box& a, const Box& b, const std::vector<Box>& words) {
    const double from = std::min(a.centre_x() + 0.002, b.x), to = std::max(b.x, from);
    const double wish = std::max(from, b.x - 0.006);
    double best = wish;
    long least = 1'000'000;
    for (int step = 0; step <= 40; ++step) {
        const double x = from + (to - from) * step / 40;
        const auto cut = std::ranges::count_if(words, [x](const Box& w) { return w.x < x - 0.001 && w.right() > x + 0.001; });
        if (cut < least || (cut == least && std::abs(x - wish) < std::abs(best - wish))) least = cut, best = x;
    }
    return best;
}

/// Heads that no kind knows bound their neighbours all the same: the other short lines of the level.
void add_unknown(const Sheet& sheet, std::vector<HeadWord>& heads, const Box& level) {
    for (const auto& line : sheet.text.lines()) {
        if (line.box.centre_y() < level.y || line.box.centre_y() > level.bottom() || line.folded.size() > 40) continue;
        const bool known = std::ranges::any_of(heads, [&line](const HeadWord& head) { return head.box.x < line.box.right() && line.box.x < head.box.right(); });
        if (!known) heads.push_back({{}, line.box, 1});
    }
}

/// Words over one another head one column.
std::vector<HeadWord> merged(std::vector<HeadWord> heads) {
    std::ranges::sort(heads, {}, [](const HeadWord& head) { return head.box.x; });
    std::vector<HeadWord> result;
    for (const auto& head : heads) {
        const double shared = result.empty() ? 0 : std::min(result.back().box.right(), head.box.right()) - std::max(result.back().box.x, head.box.x);
        if (shared > 0.4 * std::min(head.box.w, result.empty() ? 1 : result.back().box.w)) {
            if (result.back().kind.empty()) result.back().kind = head.kind;
            result.back().box = unite(result.back().box, head.box);
        } else {
            result.push_back(head);
        }
    }
    return result;
}

std::string joined(const std::string& a, const std::string& b) {
    return a.empty() ? b : b.empty() ? a : a + ' ' + b;
}

struct Level {
    double y = 0, height = 0;
    std::vector<Cell> cells;
    [[nodiscard]] long filled() const {
        return std::ranges::count_if(cells, [](const Cell& cell) { return !cell.text.empty(); });
    }
};

std::size_t column_of(const std::vector<Column>& columns, const Box& word) {
    std::size_t best = 0;
    double most = -1;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const double shared = std::min(columns[c].right, word.right()) - std::max(columns[c].left, word.x);
        if (shared > most) most = shared, best = c;
    }
    return best;
}

void put(Level& level, const Sheet& sheet, const std::vector<Column>& columns, const Span& span, std::size_t word) {
    const Box box = sheet.text.upright_box(span);
    Cell& cell = level.cells[column_of(columns, box)];
    const std::string folded(sheet.text.folded(span));
    if (folded.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == std::string::npos) return;
    cell.text = joined(cell.text, sheet.text.page().words[word].text);
    cell.folded = joined(cell.folded, folded);
    cell.box = unite(cell.box, box);
    cell.confidence = std::min(cell.confidence, sureness(sheet, span));
}

/// Lines of one level, by the same geometry that cut them: what stands to the right of a line's first words.
std::vector<Level> levels_below(const Sheet& sheet, const std::vector<Column>& columns, double top) {
    std::vector<Level> levels;
    const auto& lines = sheet.text.lines();
    std::vector<bool> used(lines.size(), false);
    for (std::size_t k = 0; k < lines.size(); ++k) {
        if (used[k] || lines[k].box.centre_y() <= top) continue;
        Level level{lines[k].box.centre_y(), lines[k].box.h, std::vector<Cell>(columns.size())};
        std::vector<std::size_t> members{k};
        const Span start{k, 0, std::min<std::size_t>(1, lines[k].folded.size()), 1};
        for (const auto& beside : sheet.text.right_of(start))
            if (beside.line != k && !used[beside.line]) members.push_back(beside.line);
        for (const std::size_t member : members) {
            used[member] = true;
            const auto& line = lines[member];
            for (std::size_t i = 0; i < line.words.size(); ++i) {
                const std::size_t end = i + 1 < line.starts.size() ? line.starts[i + 1] - 1 : line.folded.size();
                put(level, sheet, columns, {member, line.starts[i], end, 1}, line.words[i]);
            }
        }
        levels.push_back(std::move(level));
    }
    return levels;
}

}  // namespace

std::optional<TableHead> find_head(const Sheet& sheet, std::span<const ColumnKind> kinds, int at_least) {
    auto heads = best_level(sightings(sheet, kinds));
    std::set<std::string_view> found;
    TableHead table;
    for (const auto& head : heads) {
        found.insert(head.kind);
        table.box = unite(table.box, head.box);
    }
    if (static_cast<int>(found.size()) < at_least) return {};
    add_unknown(sheet, heads, grown(table.box, 0, 0.004));
    heads = merged(std::move(heads));
    const auto words = words_below(sheet, table.box.bottom());
    for (std::size_t i = 0; i < heads.size(); ++i) {
        Column column{heads[i].kind, i == 0 ? 0 : table.columns.back().right, 1};
        if (i + 1 < heads.size()) column.right = boundary(heads[i].box, heads[i + 1].box, words);
        table.columns.push_back(column);
    }
    return table;
}

std::vector<std::vector<Cell>> rows_below(const Sheet& sheet, const std::vector<Column>& columns, double top) {
    std::vector<std::vector<Cell>> rows;
    double last_y = -1;
    for (auto& level : levels_below(sheet, columns, top)) {
        const long filled = level.filled();
        if (filled == 0) continue;
        const bool close = last_y >= 0 && level.y - last_y < 1.45 * std::max(0.006, level.height);
        const bool first_empty = level.cells.front().text.empty() || (columns.size() > 1 && columns.front().name.empty() && level.cells[1].text.empty());
        if (close && !rows.empty() && first_empty && filled <= 2) {
            for (std::size_t c = 0; c < columns.size(); ++c) {
                Cell& into = rows.back()[c];
                into.text = joined(into.text, level.cells[c].text);
                into.folded = joined(into.folded, level.cells[c].folded);
                into.box = unite(into.box, level.cells[c].box);
            }
        } else {
            rows.push_back(std::move(level.cells));
        }
        last_y = level.y;
    }
    return rows;
}

}  // namespace paraphe::extractors
