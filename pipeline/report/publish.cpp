#include "report/publish.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <optional>
#include <span>

namespace paraphe::report {
namespace {

/// Parts of field names that tell of persons or accounts.
bool is_private(const std::string& name) {
    constexpr std::array parts{"birth", "born", "nationality", "home", "iban", "account", "rib", "cmc7", "nir", "social_security", "rows"};
    std::size_t from = 0;
    while (from <= name.size()) {
        const auto end = std::min(name.find('_', from), name.size());
        if (std::ranges::find(parts, name.substr(from, end - from)) != parts.end()) return true;
        from = end + 1;
    }
    return name == "social_security_number";
}

struct Point {
    double believed, true_share;
};
/// How often values believed so surely were true: 9 459 values of dossiers that samples/ drew (tests/accuracy prints the table). The
/// extractors' own figures, which the rules go by, are too modest in the middle.
constexpr std::array of_fields{Point{0, 0}, Point{0.35, 0.4}, Point{0.45, 0.6}, Point{0.55, 0.72}, Point{0.65, 0.8}, Point{0.75, 0.9}, Point{0.85, 0.925}, Point{0.95, 0.97}, Point{1, 0.985}};

/// The same of ink of a hand: 456 marks told in such dossiers. What is faint and still told stands where it is awaited.
constexpr std::array of_ink{Point{0, 0.6}, Point{0.2, 0.72}, Point{0.45, 0.8}, Point{0.65, 0.9}, Point{0.75, 0.93}, Point{0.85, 0.96}, Point{1, 0.985}};

double calibrated(std::span<const Point> reliability, double believed) {
    const auto above = std::ranges::find_if(reliability, [believed](const Point& p) { return p.believed >= believed; });
    if (above == reliability.begin()) return above->true_share;
    if (above == reliability.end()) return reliability.back().true_share;
    const auto& below = *std::prev(above);
    return below.true_share + (above->true_share - below.true_share) * (believed - below.believed) / (above->believed - below.believed);
}

/// Below, a sign or a stamp where none is awaited is not told.
constexpr double stray_from = 0.4;
/// What writing that alone fills a signature's place is believed at most to be one.
constexpr double lone_writing = 0.5;

/// Does the paper want such a mark where it lies? Initials may stand anywhere on a page that wants them.
bool is_awaited(const Document& document, const PlacedMark& mark) {
    return std::ranges::any_of(document.slots, [&](const Slot& slot) {
        if (slot.purpose == "signature") return lies_in(mark, slot);
        return slot.purpose == "paraph" && mark.mark.kind == MarkKind::paraph && mark.path == slot.place.path && mark.page == slot.place.page;
    });
}

/// Loops of a signature are taken for a stamp, now and then: an unsure stamp within a surer signature is part of it.
bool is_part_of_a_signature(const Document& document, const PlacedMark& mark) {
    constexpr double unsure = 0.6, within = 0.75;
    if (mark.mark.kind != MarkKind::stamp || mark.mark.confidence >= unsure) return false;
    return std::ranges::any_of(document.marks, [&](const PlacedMark& other) {
        return other.mark.kind == MarkKind::signature && other.path == mark.path && other.page == mark.page && other.mark.confidence > mark.mark.confidence &&
               covered(mark.mark.box, other.mark.box) >= within;
    });
}

bool is_lone_writing_in(const Document& document, const PlacedMark& mark, const Slot& slot) {
    if (slot.purpose != "signature" || slot.ink == Ink::empty || mark.mark.kind != MarkKind::handwriting || !lies_in(mark, slot)) return false;
    return 1 == std::ranges::count_if(document.marks, [&](const PlacedMark& other) { return other.mark.kind != MarkKind::stamp && lies_in(other, slot); });
}

bool digit(char c) { return c >= '0' && c <= '9'; }
bool alphanumeric(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// The end of a run of letters and digits with single blanks in it, and how many of them are letters or digits.
struct Run {
    std::size_t end = 0, count = 0, digits = 0;
};

Run run_from(const std::string& text, std::size_t from, bool letters) {
    Run run{from, 0, 0};
    for (std::size_t i = from; i < text.size(); ++i) {
        const bool blank = text[i] == ' ' && i + 1 < text.size() && i > from && text[i - 1] != ' ';
        if (!(letters ? alphanumeric(text[i]) : digit(text[i])) && !blank) break;
        if (blank) continue;
        run.end = i + 1;
        ++run.count;
        run.digits += digit(text[i]);
    }
    return run;
}

/// "•••• 1234"
std::string last_four(const std::string& text, std::size_t from, std::size_t end) {
    std::string kept;
    for (std::size_t i = end; i > from && kept.size() < 4; --i)
        if (text[i - 1] != ' ') kept.insert(kept.begin(), text[i - 1]);
    return "•••• " + kept;
}

}  // namespace

int headcount(const std::vector<StaffRow>& rows, const std::string& as_of) {
    return static_cast<int>(std::ranges::count_if(rows, [&](const StaffRow& row) {
        return (row.entered.empty() || row.entered <= as_of) && (row.left.empty() || row.left >= as_of);
    }));
}

namespace {

std::optional<Field> headcount_field(const Document& document, const std::string& as_of) {
    const Field* rows = field(document, "rows");
    if (!rows || field(document, "employee_count")) return {};
    const auto* list = std::get_if<std::vector<StaffRow>>(&rows->chosen.value);
    if (!list) return {};
    Field count = *rows;
    count.name = "employee_count";
    count.chosen.value = static_cast<double>(headcount(*list, as_of));
    count.others.clear();
    return count;
}

}  // namespace

std::vector<Field> public_fields(const Document& document, const std::string& as_of) {
    std::vector<Field> out;
    for (const auto& f : document.fields)
        if (!is_private(f.name)) out.push_back(f);
    if (auto count = headcount_field(document, as_of)) out.push_back(std::move(*count));
    for (auto& f : out) f.chosen.confidence = calibrated(of_fields, f.chosen.confidence);
    return out;
}

std::vector<PlacedMark> public_marks(const Document& document) {
    std::vector<PlacedMark> out;
    for (auto mark : document.marks) {
        if (std::ranges::any_of(document.slots, [&](const Slot& slot) { return is_lone_writing_in(document, mark, slot); })) {
            mark.mark.kind = MarkKind::signature;
            mark.mark.confidence = std::min(mark.mark.confidence, lone_writing);
        }
        const bool stray = mark.mark.kind != MarkKind::handwriting && mark.mark.confidence < stray_from && !is_awaited(document, mark);
        if (!stray && !is_part_of_a_signature(document, mark)) out.push_back(std::move(mark));
    }
    return out;
}

double told_confidence(const Mark& mark) { return mark.kind == MarkKind::stamp ? mark.confidence : calibrated(of_ink, mark.confidence); }

std::string without_account_numbers(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const bool begins = i == 0 || !alphanumeric(text[i - 1]);
        // IBAN: two letters, two digits, 11 to 30 more (ISO 13616).
        if (begins && i + 4 < text.size() && std::isupper(static_cast<unsigned char>(text[i])) && std::isupper(static_cast<unsigned char>(text[i + 1])) &&
            digit(text[i + 2]) && digit(text[i + 3])) {
            const auto run = run_from(text, i, true);
            if (run.count >= 15 && run.digits >= 12) {
                out += last_four(text, i, run.end);
                i = run.end;
                continue;
            }
        }
        // A social security number: 13 or 15 digits, the first 1 or 2. A SIRET has 14.
        if (begins && (text[i] == '1' || text[i] == '2')) {
            const auto run = run_from(text, i, false);
            const bool ends = run.end >= text.size() || !alphanumeric(text[run.end]);
            if (ends && (run.count == 13 || run.count == 15)) {
                out += last_four(text, i, run.end);
                i = run.end;
                continue;
            }
        }
        out += text[i++];
    }
    return out;
}

}  // namespace paraphe::report
