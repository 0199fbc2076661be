#include "extractors/common/labels.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <cctype>

namespace paraphe::extractors {
namespace {

bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

/// 1 where a label begins its line (specks aside) or is followed by a colon; little inside a sentence, less when the
/// label is a common word.
double position_quality(const Sheet& sheet, const Span& label) {
    const std::string_view line = sheet.text.lines()[label.line].folded;
    const std::string_view before = line.substr(0, label.begin), after = line.substr(std::min(label.end, line.size()));
    if (std::ranges::count_if(before, letter) <= 1) return 1;
    const bool colon = after.starts_with(":") || after.starts_with(" :");
    const bool cut = before.ends_with(": ") || before.ends_with("- ") || before.ends_with(", ") || before.ends_with(". ") || before.ends_with("| ");
    if (colon) return cut ? 0.97 : 0.9;
    if (cut) return 0.9;
    return label.end - label.begin <= 10 ? 0.5 : 0.8;
}

bool overlaps(const Span& a, const Span& b) {
    return a.line == b.line && a.begin < b.end && b.begin < a.end;
}

struct Beside {
    Span span;
    bool under = false;
};

std::optional<Beside> value_of(const Sheet& sheet, const Span& label) {
    if (blank_follows(sheet, label)) return {};
    for (const auto& raw : sheet.text.right_of(label)) {
        const Span value = trimmed(sheet, raw);
        if (value.begin < value.end) return Beside{value, false};
    }
    for (const auto& raw : sheet.text.below(label, 1)) {
        const Span value = trimmed(sheet, raw);
        if (value.begin < value.end) return Beside{value, true};
    }
    return {};
}

std::optional<Dated> first_date_in(const Sheet& sheet, const Span& span, std::size_t reach, double weight, std::string_view why) {
    const std::string_view text = sheet.text.folded(span);
    for (const auto& found : find_dates(text)) {
        if (found.begin > reach) return {};
        const Span where = part_of(span, found.begin, found.end);
        return Dated{found.value, found.confidence * weight * sureness(sheet, where), where, std::string(why)};
    }
    return {};
}

std::string quoted(std::string_view before, std::string_view words) {
    std::string text(before);
    text += '"';
    text += words;
    text += '"';
    return text;
}

}  // namespace

bool sharp(const Sheet& sheet, const Span& match, std::string_view phrase, std::size_t exact) {
    if (match.quality >= 1) return true;
    const auto letters = [](std::string_view text) {
        return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }));
    };
    const std::size_t wanted = letters(fold(phrase));
    return wanted > exact && (wanted > exact + 5 || letters(sheet.text.folded(match)) == wanted);
}

bool word_of_its_own(const Sheet& sheet, const Span& found) {
    const std::string_view line = sheet.text.lines()[found.line].folded;
    const bool left = found.begin == 0 || !letter(line[found.begin - 1]);
    const bool right = found.end >= line.size() || !letter(line[found.end]);
    return left && right;
}

bool blank_follows(const Sheet& sheet, const Span& label) {
    const std::string_view line = sheet.text.lines()[label.line].folded;
    int dots = 0;
    for (std::size_t i = label.end; i < line.size() && dots < 5; ++i) {
        if (line[i] == '.' || line[i] == '_') ++dots;
        else if (line[i] != ' ' && line[i] != ':') break;
    }
    return dots >= 5;
}

std::string because_of(const Label& label) {
    return quoted("label ", label.phrase);
}

std::string after_words(std::string_view phrase) {
    return quoted("after ", phrase);
}

std::vector<Labelled> labelled_values(const Sheet& sheet, std::span<const Label> labels) {
    std::vector<Span> taken;
    std::vector<Labelled> result;
    for (const auto& label : labels) {
        for (const auto& where : sheet.text.find(label.phrase)) {
            const bool used = std::ranges::any_of(taken, [&where](const Span& other) { return overlaps(where, other); });
            if (used || !word_of_its_own(sheet, where) || !sharp(sheet, where, label.phrase, 7)) continue;
            taken.push_back(where);
            const auto value = value_of(sheet, where);
            if (!value) continue;
            // Under a label may stand the next label: only a colon says that the value comes there.
            const std::string_view line = sheet.text.lines()[where.line].folded;
            const double under = value->under ? (line.find(':', where.end) != std::string_view::npos ? 0.93 : 0.75) : 1;
            result.push_back({&label, where, value->span, label.weight * where.quality * position_quality(sheet, where) * under, value->under});
        }
    }
    return result;
}

std::optional<Dated> date_after(const Sheet& sheet, const Span& span, std::size_t reach) {
    const std::string_view line = sheet.text.lines()[span.line].folded;
    const Span rest{span.line, std::min(span.end, line.size()), line.size(), 1};
    if (const auto found = first_date_in(sheet, rest, reach, 1, "on its line")) return found;
    for (const auto& beside : sheet.text.right_of(span))
        if (const auto found = first_date_in(sheet, beside, reach, 0.98, "beside it")) return found;
    // A sentence goes on at the head of the next line, whatever column the label stands in.
    if (span.line + 1 < sheet.text.lines().size() && span.end + 12 > line.size())
        if (const auto found = first_date_in(sheet, whole_line(sheet, span.line + 1), 6, 0.96, "on the next line")) return found;
    for (const auto& under : sheet.text.below(span, 1))
        if (const auto found = first_date_in(sheet, under, 12, 0.93, "under it")) return found;
    return {};
}

std::vector<Dated> labelled_dates(const Sheet& sheet, std::span<const Label> labels, std::size_t reach) {
    std::vector<Span> taken;
    std::vector<Dated> result;
    for (const auto& label : labels) {
        for (const auto& where : sheet.text.find(label.phrase)) {
            if (std::ranges::any_of(taken, [&where](const Span& other) { return overlaps(where, other); })) continue;
            taken.push_back(where);
            auto found = date_after(sheet, where, reach);
            if (!found) continue;
            found->confidence *= label.weight * (0.4 + 0.6 * where.quality);
            found->why = because_of(label) + ", " + found->why;
            result.push_back(std::move(*found));
        }
    }
    return result;
}

double says_le(std::string_view head) {
    if (head.size() < 2 || (head.size() > 2 && letter(head[head.size() - 3]))) return 0;
    const auto word = head.substr(head.size() - 2);
    if (word == "LE") return 1;
    const bool after_comma = head.substr(0, head.size() - 2).ends_with(", ");
    return after_comma && word != "DE" && (word.front() == 'L' || word.back() == 'E') ? 0.95 : 0;
}

std::vector<PlacedDate> letter_dates(const Sheet& sheet) {
    std::vector<PlacedDate> result;
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const std::string_view line = sheet.text.lines()[k].folded;
        for (const auto& found : find_dates(line)) {
            // "..., LE <date>"; "du" and "au" speak of other days.
            std::size_t before = found.begin;
            while (before > 0 && line[before - 1] == ' ') --before;
            const double said = says_le(line.substr(0, before));
            if (said == 0) continue;
            std::size_t end = before - 2;
            while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == ',')) --end;
            std::size_t begin = 0;
            for (const std::string_view word : {"FAIT A ", "SIGNE A ", "ETABLI A ", "DELIVRE A "}) {
                const auto at = end > 0 ? line.rfind(word, end) : std::string_view::npos;
                if (at != std::string_view::npos) begin = std::max(begin, at + word.size());
            }
            const bool made = begin > 0;
            const bool comma = line.substr(end, before - 2 - end).find(',') != std::string_view::npos;
            const auto name = line.substr(begin, end - begin);
            const bool place = end > begin && name.size() <= 30 && (made || comma) && std::ranges::none_of(name, [](char c) { return c == ',' || (c >= '0' && c <= '9'); });
            // "Le trésorier, J. Le Goff le 12/01/2018": a date that ends a short line.
            const bool closes = found.end + 3 >= line.size() && line.size() <= 70;
            // "Le 15/02/2015, pour servir et valoir ce que de droit."
            const auto after = line.substr(found.end);
            const bool attests = end == 0 && (after.starts_with(", POUR ") || after.starts_with(" POUR ") || after.starts_with(", A ") || after.starts_with(" A "));
            if (!place && ((!closes && !attests) || said < 1)) continue;
            const Span where{k, found.begin, found.end, 1};
            PlacedDate placed;
            placed.date = {found.value, found.confidence * said * (made ? 0.98 : place ? 0.95 : 0.85) * sureness(sheet, where), where, made ? "\"fait à ..., le\"" : place ? "a place, \"le\"" : closes ? "\"le\" at a line's end" : "\"le\" at a line's head, then what for"};
            if (place) {
                placed.place_span = {k, begin, end, 1};
                placed.place = printed(sheet, placed.place_span);
            }
            result.push_back(std::move(placed));
        }
    }
    return result;
}

}  // namespace paraphe::extractors
