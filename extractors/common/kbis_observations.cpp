#include "extractors/common/kbis_body.hpp"
#include "extractors/common/labels.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace paraphe::extractors {
namespace {

/// One entry of the observations: its lines joined.
struct Entry {
    const Sheet* sheet = nullptr;
    std::string text, folded;
    Span first;
    Box box;
    double sure = 1;
};

bool begins_entry(std::string_view line) {
    for (const std::string_view word : {"- ", "MENTION", "NO ", "OBSERVATION", "LE ", "* "})
        if (line.starts_with(word)) return true;
    return !line.empty() && std::isdigit(static_cast<unsigned char>(line.front())) != 0;
}

std::vector<Entry> entries_of(const std::vector<Sheet>& sheets, const Body& body) {
    std::vector<Entry> entries;
    for (const auto& sheet : sheets) {
        for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
            const bool inside = body.part(sheet, k) == BodyPart::observations;
            const bool title = k == 0 ? body.part(sheet, k) == BodyPart::observations : body.part(sheet, k - 1) != BodyPart::observations;
            const auto& line = sheet.text.lines()[k];
            if (!inside || title || line.box.centre_y() > 0.93) continue;
            const Span span = trimmed(sheet, whole_line(sheet, k));
            const auto folded = sheet.text.folded(span);
            if (folded.find("FIN DE L'EXTRAIT") != std::string_view::npos || folded.find("GREFFIER") != std::string_view::npos) break;
            if (folded.size() < 4 || says_nothing(folded)) continue;
            if (entries.empty() || entries.back().sheet != &sheet || begins_entry(line.folded)) entries.push_back({&sheet, "", "", span, {}, 1});
            auto& entry = entries.back();
            if (!entry.text.empty()) entry.text += ' ', entry.folded += ' ';
            entry.text += printed(sheet, span);
            entry.folded += folded;
            entry.box = unite(entry.box, sheet.text.place(span));
            entry.sure = std::min(entry.sure, sureness(sheet, span));
        }
    }
    return entries;
}

constexpr std::array<std::string_view, 6> alarms{"REDRESSEMENT JUDICIAIRE", "LIQUIDATION JUDICIAIRE", "PROCEDURE DE SAUVEGARDE", "SAUVEGARDE", "DISSOLUTION", "CESSATION"};
// Elsewhere on the page a lone word may speak of anything: an IT company's object may be the "sauvegarde" of data.
constexpr std::array<std::string_view, 6> outright{"REDRESSEMENT JUDICIAIRE", "LIQUIDATION JUDICIAIRE", "PROCEDURE DE SAUVEGARDE", "DISSOLUTION ANTICIPEE", "DISSOLUTION DE LA SOCIETE", "SOCIETE EN LIQUIDATION"};
constexpr std::array<std::string_view, 8> ends{"CLOTURE", "FIN DE LA PROCEDURE", "FIN DU PLAN", "EXTINCTION DU PASSIF", "MAINLEVEE", "RAPPORTE", "ANNULATION", "NE PAS DISSOUDRE"};
constexpr std::array<std::string_view, 5> denials{"AUCUN", "PAS DE ", "NEANT", "SANS ", "NON "};

template <std::size_t N>
bool names_one_of(std::string_view folded, const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(words, [folded](std::string_view word) { return find_fuzzy(folded, word).has_value(); });
}

bool denied(std::string_view folded, std::size_t at) {
    const auto before = folded.substr(at > 30 ? at - 30 : 0, std::min<std::size_t>(at, 30));
    return std::ranges::any_of(denials, [before](std::string_view word) { return before.find(word) != std::string_view::npos; });
}

struct Event {
    std::string iso;       // "" when undated
    std::string code;      // of the finding while it is open
    bool closes = false;
    std::string text;
    double sure = 1;
    Place place;
};

std::string code_of(std::string_view alarm) {
    if (alarm.find("LIQUIDATION") != std::string_view::npos) return "liquidation";
    return alarm.find("DISSOLUTION") != std::string_view::npos ? "dissolution" : "procedure_open";
}

std::optional<Event> event_in(std::string_view folded, std::span<const std::string_view> words, std::string text, double sure, Place place) {
    for (const auto alarm : words) {
        const auto found = find_fuzzy(folded, alarm);
        if (!found || denied(folded, found->begin)) continue;
        Event event{"", code_of(alarm), names_one_of(folded, ends), std::move(text), sure * (0.4 + 0.6 * found->quality), std::move(place)};
        // The last date of a mention is that of the event; the first is often that of its entry in the register.
        for (const auto& date : find_dates(folded)) event.iso = std::max(event.iso, to_iso(date.value));
        return event;
    }
    return {};
}

/// What the events leave: the last one in the order of dates says whether a procedure is open.
void conclude(std::vector<Event> events, Extraction& out) {
    if (events.empty()) return;
    std::ranges::stable_sort(events, {}, &Event::iso);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const bool later_end = std::any_of(events.begin() + static_cast<std::ptrdiff_t>(i), events.end(), [](const Event& e) { return e.closes; });
        const bool open = !events[i].closes && !later_end;
        out.findings.push_back({open ? events[i].code : "procedure_closed", events[i].text, events[i].sure, events[i].place});
    }
}

/// "Immatriculation radiée le 3 mars 2016". A removal for a move to another court strikes nothing off.
void read_removal(const Sheet& sheet, Extraction& out) {
    for (const std::string_view phrase : {"Immatriculation radiée", "Date de radiation", "Radiation", "radiée du registre", "société radiée", "Radiée le", "Radié le"}) {
        for (const auto& span : sheet.text.find(phrase)) {
            const std::string_view line = sheet.text.lines()[span.line].folded;
            if (denied(line, span.begin)) continue;
            std::string value;
            for (const auto& beside : sheet.text.right_of(span)) value += std::string(sheet.text.folded(beside)) + ' ';
            if (says_nothing(value) && phrase != "société radiée") continue;
            const auto date = date_after(sheet, span);
            const bool moved = find_fuzzy(line, "TRANSFERT").has_value() || find_fuzzy(value, "TRANSFERT").has_value();
            const double form = (date ? 1 : 0.7) * (moved ? 0.4 : 1) * (phrase == "Radiation" ? 0.85 : 1);
            out.findings.push_back({"struck_off", date ? to_iso(date->value) : printed(sheet, whole_line(sheet, span.line)), 0.98 * form * span.quality * sureness(sheet, span), place_of(sheet, span)});
            return;
        }
    }
}

}  // namespace

void read_observations(const std::vector<Sheet>& sheets, const Body& body, Pool& pool, Extraction& out) {
    std::vector<std::string> texts;
    std::vector<Event> events;
    double sure = 1;
    Place place;
    for (const auto& entry : entries_of(sheets, body)) {
        const Place here{entry.sheet->path, entry.sheet->page(), entry.box};
        texts.push_back(entry.text);
        sure = std::min(sure, entry.sure);
        if (place.box.empty()) place = here;
        if (auto event = event_in(entry.folded, alarms, entry.text, entry.sure, here)) events.push_back(std::move(*event));
        if (find_fuzzy(entry.folded, "PERTE DE LA MOITIE DU CAPITAL")) out.findings.push_back({"half_capital_lost", entry.text, entry.sure, here});
    }
    // An alarm outside that part (another layout, a title that was not read) counts as well.
    for (const auto& sheet : sheets) {
        read_removal(sheet, out);
        for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
            if (body.part(sheet, k) == BodyPart::observations) continue;
            const Span span = whole_line(sheet, k);
            if (auto event = event_in(sheet.text.folded(span), outright, printed(sheet, span), 0.9 * sureness(sheet, span), place_of(sheet, span))) events.push_back(std::move(*event));
        }
    }
    if (!texts.empty()) pool.add("observations", std::move(texts), 0.97 * sure, place, "the part on observations");
    conclude(std::move(events), out);
}

}  // namespace paraphe::extractors
