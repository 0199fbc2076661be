#include "extractors/common/declaration.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace paraphe::extractors {
namespace {

bool letter(char c) { return c >= 'A' && c <= 'Z'; }
bool alnum(char c) { return letter(c) || (c >= '0' && c <= '9'); }

std::ptrdiff_t letters_of(std::string_view folded) { return std::ranges::count_if(folded, letter); }

struct Blank {
    std::string name;
    double confidence = 0;
    Place place;
};

/// What a model writes where the candidate should: bytes of the line, or nothing.
std::optional<std::pair<std::size_t, std::size_t>> placeholder_in(std::string_view line) {
    for (const auto& [open, close] : {std::pair{'[', ']'}, std::pair{'<', '>'}, std::pair{'{', '}'}}) {
        const auto begin = line.find(open);
        const auto end = begin == std::string_view::npos ? begin : line.find(close, begin);
        if (end == std::string_view::npos || end - begin < 4 || end - begin > 45) continue;
        const auto inside = line.substr(begin + 1, end - begin - 1);
        for (const std::string_view word : {"NOM", "PRENOM", "DATE", "VILLE", "LIEU", "RAISON", "SOCIETE", "ENTREPRISE", "ADRESSE", "SIRE", "QUALITE", "FONCTION", "COMPLETER", "SIGNATAIRE", "FORME", "CLUSTER", "DIRIGEANT"})
            if (inside.find(word) != std::string_view::npos) return std::pair{begin, end + 1};
    }
    for (const std::string_view word : {"A COMPLETER", "XXXX", "XX/XX/", "JJ/MM/AAAA", "__/__/"}) {
        const auto begin = line.find(word);
        if (begin != std::string_view::npos) return std::pair{begin, begin + word.size()};
    }
    return {};
}

/// A run of dots or underscores from `from` on; at least five, single spaces between allowed.
std::optional<std::pair<std::size_t, std::size_t>> dots_in(std::string_view line, std::size_t from) {
    for (std::size_t i = from; i < line.size(); ++i) {
        if (line[i] != '.' && line[i] != '_') continue;
        std::size_t end = i, count = 0;
        while (end < line.size() && (line[end] == '.' || line[end] == '_' || (line[end] == ' ' && end + 1 < line.size() && (line[end + 1] == '.' || line[end + 1] == '_')))) count += line[end++] != ' ';
        if (count >= 5) return std::pair{i, end};
        i = end;
    }
    return {};
}

/// The words before a blank that name it.
std::string name_of(const Sheet& sheet, std::size_t line, std::size_t begin) {
    const auto& folded = sheet.text.lines()[line].folded;
    std::size_t from = begin;
    int words = 0;
    while (from > 0 && words < 5) {
        --from;
        if (folded[from] == '.' || folded[from] == '_') break;
        words += folded[from] == ' ';
    }
    auto text = printed(sheet, {line, from, begin, 1});
    while (!text.empty() && (text.back() == ':' || text.back() == ' ' || text.back() == ',')) text.pop_back();
    if (text.empty() && line > 0) text = sheet.text.lines()[line - 1].text.substr(0, 30);
    return text;
}

/// Labels of the model, after which something must stand.
constexpr std::array<std::string_view, 12> model_labels{"(nom, prénom)", "(nom et prénom)", "agissant en qualité de", "en qualité de", "de l'entreprise", "forme juridique", "dont le siège social est situé", "siège social", "immatriculée sous le numéro", "SIREN / SIRET", "adhérente du cluster", "raison sociale"};

/// A row of a form: a label, and its value in the column beside it.
struct Row {
    std::size_t line = 0;
    Box label;
    std::optional<Box> value;
};

std::vector<Row> rows_at(const Sheet& sheet, double left) {
    constexpr double same_column = 0.012;
    constexpr std::size_t longest_label = 32;
    std::vector<Row> rows;
    const auto& lines = sheet.text.lines();
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const auto& line = lines[k];
        if (std::abs(line.box.x - left) > same_column || line.folded.size() > longest_label || letters_of(line.folded) < 3) continue;
        const auto beside = sheet.text.right_of({k, 0, line.folded.size(), 1});
        rows.push_back({k, line.box, beside.empty() ? std::nullopt : std::optional(sheet.text.upright_box(beside.front()))});
    }
    return rows;
}

/// Where the values of the rows around one begin, when several rows have theirs in one column, one of them above: then it is a form's row.
std::optional<double> column_of_values(const std::vector<Row>& rows, const Row& around) {
    constexpr double same_column = 0.02, next_rows = 0.12;
    constexpr int enough = 3;
    int filled = 0, above = 0;
    double column = 0;
    for (const auto& row : rows) {
        if (!row.value || std::abs(row.label.centre_y() - around.label.centre_y()) > next_rows) continue;
        if (filled > 0 && std::abs(row.value->x - column) > same_column) return {};
        column = row.value->x;
        ++filled, above += row.label.y < around.label.y;
    }
    return filled >= enough && above > 0 ? std::optional(column) : std::nullopt;
}

/// The last line of a paragraph is as short as a label: right above it stands one that runs on into the column of values.
bool ends_paragraph(const Sheet& sheet, const Row& row, double column) {
    return std::ranges::any_of(sheet.text.lines(), [&](const auto& line) {
        const double rise = row.label.y - line.box.y;
        return rise > 0 && rise < 2.2 * row.label.h && std::abs(line.box.x - row.label.x) < 0.012 && line.box.right() > column && letters_of(line.folded) > 40;
    });
}

/// Cells left empty in a form's column of values.
void find_empty_cells(const Sheet& sheet, std::vector<Blank>& blanks) {
    constexpr double said = 0.55;   // a label without a value beside it may be a heading
    std::vector<double> seen;
    for (const auto& line : sheet.text.lines()) {
        if (std::ranges::any_of(seen, [&](double x) { return std::abs(x - line.box.x) < 0.012; })) continue;
        seen.push_back(line.box.x);
        const auto rows = rows_at(sheet, line.box.x);
        for (const auto& row : rows) {
            const auto column = row.value ? std::nullopt : column_of_values(rows, row);
            if (!column || ends_paragraph(sheet, row, *column)) continue;
            const Box& label = row.label;
            const Box room{*column, label.y - 0.4 * label.h, std::min(0.4, 0.95 - *column), 1.8 * label.h};
            if (room.w < 0.05 || room.x < label.right() || hand_on(sheet, room)) continue;
            const Span whole{row.line, 0, sheet.text.lines()[row.line].folded.size(), 1};
            blanks.push_back({printed(sheet, whole), said * sureness(sheet, whole), {sheet.path, sheet.page(), turned(room, 360 - sheet.text.page().rotation % 360)}});
        }
    }
}

bool begins_with_label(const Sheet& sheet, std::size_t line) {
    for (const auto phrase : model_labels)
        for (const auto& span : sheet.text.find(phrase))
            if (span.line == line && span.begin < 4) return true;
    return false;
}

/// Labels at the end of their line, with another label below: nothing was filled in between.
void find_bare_labels(const Sheet& sheet, std::vector<Blank>& blanks) {
    const auto& lines = sheet.text.lines();
    for (const auto phrase : model_labels)
        for (const auto& span : sheet.text.find(phrase)) {
            const std::string_view rest = std::string_view(lines[span.line].folded).substr(std::min(span.end, lines[span.line].folded.size()));
            if (std::ranges::count_if(rest, alnum) > 0 || lines[span.line].folded.size() > 60) continue;
            const bool beside = !sheet.text.right_of(span).empty();
            const auto below = sheet.text.below({span.line, 0, lines[span.line].folded.size(), 1}, 1);
            if (beside || below.empty() || !begins_with_label(sheet, below.front().line)) continue;
            const Box box = sheet.text.upright_box(span);
            const Box room{box.right(), box.y - 0.4 * box.h, std::min(0.4, 0.95 - box.right()), 1.8 * box.h};
            if (room.w < 0.05 || hand_on(sheet, room)) continue;
            blanks.push_back({printed(sheet, span), 0.55 * span.quality * sureness(sheet, span), {sheet.path, sheet.page(), turned(room, 360 - sheet.text.page().rotation % 360)}});
        }
}

/// Words that announce a value; anything else before dots is the value, as far as it reaches.
bool announces(std::string_view word) {
    static constexpr std::array<std::string_view, 34> announcing{"A", "ADRESSE", "AU", "CAPITAL", "CLUSTER", "COMME", "D", "DE", "DENOMINATION", "DIRECTION", "DU", "ENTREPRISE", "EST", "FONCTION", "FORME", "JE", "JURIDIQUE", "LA", "LE",
                                                                "NO", "NOM", "NUMERO", "PAR", "PRENOM", "QUALITE", "SIEGE", "SIREN", "SIRET", "SITUE", "SOCIAL", "SOCIALE", "SOCIETE", "SOUSSIGNE", "TITRE"};
    return std::ranges::find(announcing, word) != announcing.end();
}

/// Dots glued to a word on a picture are what a hand or a typewriter left over of them: the bytes of that word and the dots, or nothing.
std::optional<std::pair<std::size_t, std::size_t>> left_over(const Sheet& sheet, std::string_view line, std::pair<std::size_t, std::size_t> dots) {
    if (sheet.text.page().source == TextSource::layer) return {};
    std::size_t begin = dots.first;
    while (begin > 0 && alnum(line[begin - 1])) --begin;
    if (begin == dots.first || announces(line.substr(begin, dots.first - begin))) return {};
    return std::pair{begin, dots.second};
}

bool of_the_date(std::string_view before) {
    return before.find("FAIT") != std::string_view::npos || before.ends_with("LE ") || before.ends_with(" LE") || before == "LE" || before.find("DATE") != std::string_view::npos;
}

}  // namespace

void find_blanks(const std::vector<Sheet>& sheets, Extraction& out) {
    std::vector<Blank> blanks;
    for (const auto& sheet : sheets) {
        const auto& lines = sheet.text.lines();
        for (std::size_t k = 0; k < lines.size(); ++k) {
            const std::string_view line = lines[k].folded;
            if (const auto at = placeholder_in(line)) {
                const Span span{k, at->first, at->second, 1};
                if (!hand_on(sheet, sheet.text.upright_box(span))) blanks.push_back({printed(sheet, span), 0.93 * sureness(sheet, span), place_of(sheet, span)});
            }
            for (auto at = dots_in(line, 0); at; at = dots_in(line, at->second)) {
                const Span span{k, at->first, at->second, 1};
                const Box box = sheet.text.upright_box(span);
                // The dots of the date are the date's own check; a table of contents has dots, too, and a page number after them.
                const auto after = line.substr(at->second);
                const bool contents = !after.empty() && after.size() <= 4 && std::ranges::count_if(after, [](char c) { return c >= '0' && c <= '9'; }) > 0;
                if (of_the_date(line.substr(0, at->first)) || contents || box.w < 0.03) continue;
                const auto filled = left_over(sheet, line, *at);
                const Span whole = filled ? Span{k, filled->first, filled->second, 1} : span;
                const Box room = sheet.text.upright_box(whole);
                if (hand_on(sheet, {room.x, std::max(0.0, room.y - 1.2 * room.h), room.w, 2.6 * room.h})) continue;
                blanks.push_back({name_of(sheet, k, at->first), (filled ? 0.25 : 0.9) * sureness(sheet, span), place_of(sheet, whole)});
            }
        }
        find_bare_labels(sheet, blanks);
        find_empty_cells(sheet, blanks);
    }
    for (auto& blank : blanks) out.findings.push_back({"blanks_left", std::move(blank.name), std::clamp(blank.confidence, 0.0, 0.98), blank.place});
}

}  // namespace paraphe::extractors
