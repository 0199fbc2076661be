#include "extractors/common/contract.hpp"

#include "formats/dates.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace paraphe::extractors {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

struct Token {
    std::string_view text;
    std::size_t end = 0;
    [[nodiscard]] bool figures() const { return std::ranges::any_of(text, is_digit); }
};

/// The token at `at`, up to a space or a sign that ends a reference.
Token token_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] != ' ' && text[end] != ',' && text[end] != ';' && text[end] != ')' && text[end] != '\n') ++end;
    std::size_t stop = end;
    while (stop > at && (text[stop - 1] == '.' || text[stop - 1] == ':')) --stop;
    return {text.substr(at, stop - at), end};
}

/// "K" after figures belongs to a number ("266 529 90 K"); "A" and "Y" are words.
bool closing_letter(const Token& token, std::string_view text) {
    if (token.text.size() != 1 || !is_letter(token.text.front())) return false;
    if (token.text != "A") return true;
    return token.end >= text.size() || text[token.end] == ',' || text[token.end] == '.';
}

bool filler(std::string_view word) {
    static constexpr std::array<std::string_view, 15> words{"NO", "NUMERO", "N", ":", "DE", "POLICE", "CONTRAT", "D'ASSURANCE", "SOUS", "LE", "LES", "NUMEROS", "-", "#", "REF"};
    return std::ranges::find(words, word) != words.end();
}

std::size_t after_fillers(std::string_view text) {
    std::size_t at = 0;
    for (int words = 0; words < 6 && at < text.size(); ++words) {
        while (at < text.size() && (text[at] == ' ' || text[at] == ':' || text[at] == '.' || text[at] == '"' || text[at] == ')')) ++at;
        const Token token = token_at(text, at);
        if (token.text.empty() || token.figures() || !filler(token.text)) break;
        at = token.end;
    }
    return at;
}

/// Where the two ends of a period stand: on one line in one place, which shows the day whose year is said once.
struct Ends {
    Span from, to;
    std::optional<Span> rest;   ///< of the later end, on the line below
};

Place place_of_later(const Sheet& sheet, const Ends& where) {
    Place place = place_of(sheet, where.to);
    if (where.rest) place.box = unite(place.box, place_of(sheet, *where.rest).box);
    return place;
}

void add_period(const Sheet& sheet, const Ends& where, const Period& period, double confidence, const std::string& why, Pool& pool) {
    const double sure = confidence * std::min(sureness(sheet, where.from), sureness(sheet, where.to));
    if (period.from) pool.add("valid_from", to_iso(*period.from), sure, place_of(sheet, where.from), why);
    if (period.to) pool.add("valid_to", to_iso(*period.to), sure, place_of_later(sheet, where), why);
}

/// A period written over two lines: its end has a place of its own.
Ends ends_of(const Sheet& sheet, std::string_view text, std::size_t begin, std::size_t end) {
    const Span whole = sheet.text.locate(begin, end);
    const auto dates = find_dates(text.substr(begin, end - begin));
    if (dates.size() < 2) return {whole, whole, {}};
    const auto from = begin + dates.back().begin, to = begin + dates.back().end;
    const Span last = sheet.text.locate(from, to);
    Ends ends{whole, last.line == whole.line ? whole : last, {}};
    if (const auto below = sheet.text.folded().find('\n', from); below + 1 < to) ends.rest = sheet.text.locate(below + 1, to);
    return ends;
}

/// What the line of a period speaks of: the contract's own birth or a past cover is not the period certified.
double subject_weight(std::string_view before) {
    const auto tail = before.substr(before.size() > 60 ? before.size() - 60 : 0);
    for (const std::string_view word : {"VALABLE", "PERIODE", "ATTESTATION", "GARANTIE", "ASSURANCE", "COTISATION", "COUVERT", "ABONNEMENT", "VALIDITE", "EXERCICE"})
        if (tail.find(word) != std::string_view::npos) return 1;
    for (const std::string_view word : {"REPRISE DU PASSE", "ANTERIEUR", "NE LE", "EXERCICE CLOS"})
        if (tail.find(word) != std::string_view::npos) return 0.4;
    return 0.96;
}

void read_written_periods(const Sheet& sheet, Pool& pool) {
    std::string text = sheet.text.folded();
    std::ranges::replace(text, '\n', ' ');
    for (const auto& found : find_periods(text)) {
        const auto where = ends_of(sheet, text, found.begin, found.end);
        const bool whole = found.value.from && found.value.to;
        if (whole && *found.value.to < *found.value.from) continue;
        const double weight = subject_weight(std::string_view(text).substr(0, found.begin));
        add_period(sheet, where, found.value, found.confidence * weight * (whole ? 1 : 0.93), whole ? "a period from ... to ..." : "one end of a period", pool);
    }
}

/// One printed date is one end of a period: "valable jusqu'au" is nearly "valable du", and the better likeness says which.
std::vector<Dated> surer_than(const std::vector<Dated>& others, std::vector<Dated> dates) {
    std::erase_if(dates, [&](const Dated& date) {
        return std::ranges::any_of(others, [&](const Dated& other) { return other.span.line == date.span.line && other.span.begin == date.span.begin && other.confidence > date.confidence; });
    });
    return dates;
}

/// "Période d'assurance : 22/02/2016 - 20/02/2017", "Début / Fin" beside their dates.
void read_labelled_periods(const Sheet& sheet, Pool& pool) {
    for (const std::string_view word : {"période d'assurance", "période de garantie", "période de validité", "période", "validité", "durée du contrat"}) {
        for (const auto& label : sheet.text.find(word)) {
            for (const auto& beside : sheet.text.right_of(label)) {
                const auto dates = find_dates(sheet.text.folded(beside));
                if (dates.size() < 2 || dates[0].begin > 30 || dates[1].begin - dates[0].end > 12 || dates[1].value < dates[0].value) continue;
                const Span where = part_of(beside, dates[0].begin, dates[1].end);
                add_period(sheet, {where, where, {}}, {dates[0].value, dates[1].value}, std::min(dates[0].confidence, dates[1].confidence), "two dates after \"période\"", pool);
                break;
            }
        }
    }
    static constexpr std::array starts{Label{"date d'effet de l'attestation"}, Label{"début de validité"}, Label{"début de garantie"}, Label{"date de début"}, Label{"valable du", 0.9}, Label{"valable à compter du"},
                                       Label{"date d'effet", 0.75}, Label{"prise d'effet", 0.75}, Label{"ayant pris effet le", 0.6}, Label{"à effet du", 0.75}, Label{"start date"}, Label{"valid from"}};
    static constexpr std::array ends{Label{"date de fin de validité"}, Label{"fin de validité"}, Label{"date de fin"}, Label{"valable jusqu'au"}, Label{"date d'expiration"}, Label{"expire le"}, Label{"jusqu'au", 0.9},
                                     Label{"date d'échéance", 0.9}, Label{"échéance du contrat", 0.85}, Label{"prochaine échéance", 0.95}, Label{"échéance", 0.8}, Label{"end date"}, Label{"expiration date"}, Label{"expires on"}, Label{"valid until"}};
    const auto begins = labelled_dates(sheet, starts, 12), finishes = labelled_dates(sheet, ends, 12);
    for (const auto& date : surer_than(finishes, begins)) pool.add("valid_from", sheet, date, 0.95);
    for (const auto& date : surer_than(begins, finishes)) pool.add("valid_to", sheet, date, 0.95);
}

void read_years(const Sheet& sheet, Pool& pool) {
    for (const std::string_view word : {"pour l'année", "au titre de l'année", "pour l'exercice", "valable pour", "année d'assurance"}) {
        for (const auto& label : sheet.text.find(word)) {
            const std::string_view line = sheet.text.lines()[label.line].folded;
            const auto rest = line.substr(std::min(label.end, line.size()));
            const auto years = find_years(rest);
            if (years.empty() || years.front().begin > 16) continue;
            const Span where{label.line, label.end + years.front().begin, label.end + years.front().end, 1};
            const std::chrono::year year{years.front().value};
            add_period(sheet, {where, where, {}}, {Date{year / 1 / 1}, Date{year / 12 / 31}}, 0.85 * years.front().confidence, "a whole year", pool);
        }
    }
}

}  // namespace

std::size_t reference_length(std::string_view folded) {
    std::size_t at = 0, end = 0;
    bool figures = false;
    for (int tokens = 0; tokens < 7 && at < folded.size(); ++tokens) {
        const Token token = token_at(folded, at);
        if (token.text.empty() || token.text.size() > 26) break;
        if (token.figures()) {
            // "12/03/2017" is a date, "400,00" an amount.
            if (!find_dates(token.text).empty()) break;
            figures = true;
            end = at + token.text.size();
        } else if (figures ? !closing_letter(token, folded) : (token.text.size() > 4 || !std::ranges::all_of(token.text, [](char c) { return is_letter(c) || c == '-' || c == '/'; }))) {
            break;
        } else if (figures) {
            end = at + token.text.size();
        }
        if (token.end >= folded.size() || folded[token.end] != ' ') break;
        at = token.end + 1;
    }
    return figures && end >= 4 ? end : 0;
}

namespace {

struct Reference {
    std::string text;
    Span span;
};

/// The reference that follows a label in running text; it may go on at the head of the next line.
std::optional<Reference> wrapped_reference(const Sheet& sheet, const Span& label) {
    const auto& lines = sheet.text.lines();
    const std::string& line = lines[label.line].folded;
    const std::string_view rest = std::string_view(line).substr(std::min(label.end, line.size()));
    std::string text(rest);
    const bool full = fills_its_column(sheet, label.line) && label.line + 1 < lines.size();
    if (full) text += ' ' + lines[label.line + 1].folded;
    const auto begin = after_fillers(text);
    const auto length = begin < text.size() ? reference_length(std::string_view(text).substr(begin)) : 0;
    if (length == 0) return {};
    const auto end = begin + length;
    if (end <= rest.size()) {
        const Span value{label.line, label.end + begin, label.end + end, 1};
        return Reference{printed(sheet, value), value};
    }
    const std::size_t next_begin = begin > rest.size() ? begin - rest.size() - 1 : 0;
    const Span next{label.line + 1, next_begin, end - rest.size() - 1, 1};
    if (begin >= rest.size()) return Reference{printed(sheet, next), next};
    return Reference{printed(sheet, {label.line, label.end + begin, line.size(), 1}) + " " + printed(sheet, next), next};
}

}  // namespace

void read_references(const Sheet& sheet, std::span<const Label> labels, const std::string& field, Pool& pool) {
    std::vector<Span> taken;
    for (const auto& label : labels) {
        for (const auto& where : sheet.text.find(label.phrase)) {
            if (std::ranges::any_of(taken, [&where](const Span& t) { return t.line == where.line && t.begin < where.end && where.begin < t.end; })) continue;
            taken.push_back(where);
            if (!sharp(sheet, where, label.phrase, 6)) continue;
            if (const auto found = wrapped_reference(sheet, where)) {
                pool.add(field, found->text, label.weight * (0.5 + 0.5 * where.quality) * sureness(sheet, found->span) * 0.98, place_of(sheet, found->span), because_of(label));
                continue;
            }
            std::vector<Span> places = sheet.text.right_of(where);
            for (const auto& below : sheet.text.below(where, 1)) places.push_back(below);
            for (std::size_t i = 0; i < places.size() && i < 3; ++i) {
                const auto text = sheet.text.folded(places[i]);
                const auto begin = after_fillers(text);
                const auto length = begin < text.size() ? reference_length(text.substr(begin)) : 0;
                if (length == 0) continue;
                const Span value = part_of(places[i], begin, begin + length);
                pool.add(field, printed(sheet, value), label.weight * (0.5 + 0.5 * where.quality) * 0.9 * sureness(sheet, value) * 0.98, place_of(sheet, value), because_of(label));
                break;
            }
        }
    }
}

void read_periods(const Sheet& sheet, Pool& pool) {
    read_written_periods(sheet, pool);
    read_labelled_periods(sheet, pool);
    read_years(sheet, pool);
}

}  // namespace paraphe::extractors
