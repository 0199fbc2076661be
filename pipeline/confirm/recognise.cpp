#include "confirm/recognise.hpp"

#include "confirm/margin.hpp"
#include "confirm/person_look.hpp"
#include "confirm/spots.hpp"
#include "confirm/said.hpp"
#include "confirm/slots.hpp"
#include "confirm/hand_look.hpp"
#include "formats/company_name.hpp"
#include "formats/person.hpp"
#include "formats/siren.hpp"
#include "text/fold.hpp"
#include "text/joined.hpp"

#include <algorithm>
#include <iterator>

namespace paraphe::confirm {
namespace {

/// A value that its extractor reads with this confidence is a reading: only a person may say that it is another's.
constexpr double read_from = 0.6;
/// And below this letters of it may be misread.
constexpr double surely_read = 0.85;
/// company_likeness, same_person: from here on two names are one, below there they are strangers'.
constexpr double same_from = 0.85, stranger_below = 0.5, same_person_from = 0.8;
/// What a recognition is worth: the name plainly printed where it belongs; a hand's letters that are rather this name than any other.
/// tests/accuracy/swapped.py measures how often a known name is found where another stands (README).
constexpr double plain_worth = 0.95, faint_worth = 0.9, hardly_worth = 0.6;
/// Print that the engine was sure of says what it says: a name that is only somewhat like it is another one.
constexpr double clear_print = 0.8;
constexpr std::size_t most_pages_searched = 2;   // of a document, for a name by a hand: a letter is no longer
constexpr std::size_t most_stamps = 3, fewest_letters = 6, fewest_letters_of_faint = 10;   // of a name that a stamp says
constexpr std::size_t most_looks = 2, most_looks_for_a_hand = 5;  // second looks a field: in every rendering each costs a second

/// One name to look for: its words in every order and length in which they may be printed.
struct Sought {
    std::string value;                               ///< as the identity document prints it
    std::vector<std::vector<std::string>> variants;  ///< the first is the whole
    std::vector<std::string> spellings;              ///< as a hand may write it
};

struct Recognised {
    std::string value, why;
    Place place;
    double confidence = 0;
};

Sought company(const std::string& name) { return {name, {words_of_company(name)}, {joined(words_of_company(name), " ")}}; }

Sought person(const std::string& name) {
    Sought sought{name, {}, orders_of_name(name)};
    for (const auto& spelling : sought.spellings) sought.variants.push_back(words_of_person(spelling));
    return sought;
}

Likely best_likelihood(const Sought& sought, std::string_view folded, std::size_t within) {
    Likely best = Likely::no;
    for (const auto& words : sought.variants) best = std::max(best, likely(said(words, folded, within), words));
    return best;
}

/// The name, if any of the sought ones, that stands at a place by the words that were read there.
std::optional<Recognised> by_words(const Spot& spot, const std::vector<Sought>& names) {
    for (const auto& sought : names) {
        const auto found = best_likelihood(sought, spot.folded, spot.within);
        if (found == Likely::no || (found == Likely::faint && spot.clarity >= clear_print)) continue;
        return Recognised{sought.value, "recognised " + spot.why, spot.place, found == Likely::plain ? plain_worth : faint_worth};
    }
    return {};
}

std::string folded_words(const std::vector<Word>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word.text;
    return fold(text);
}

/// The sought name that a hand wrote there.
std::optional<Recognised> by_hand(const Spot& spot, const std::vector<Sought>& names, const LookAgain& look) {
    std::vector<std::string> spellings, values;
    for (const auto& sought : names)
        for (const auto& spelling : sought.spellings) {
            spellings.push_back(spelling);
            values.push_back(sought.value);
        }
    const auto written = names_written_in(spot.room, spellings, look);
    if (written.empty()) return {};
    const auto& first = written.front();
    return Recognised{values[first.name], "written " + spot.why, {spot.room.path, spot.room.page, first.box}, faint_worth};
}

std::optional<Recognised> by_picture(const Spot& spot, const std::vector<Sought>& names, const LookAgain& look) {
    const auto answer = look(spot.place.path, {spot.place.page, spot.place.box, CropPurpose::every_way});
    if (!answer) return {};
    std::optional<Recognised> best;
    for (const auto& reading : answer->readings)
        for (const auto& sought : names) {
            const auto found = best_likelihood(sought, fold(reading), spot.within);
            const double worth = found == Likely::plain ? plain_worth : faint_worth;
            if (found != Likely::no && (!best || worth > best->confidence)) best = Recognised{sought.value, "recognised on the picture " + spot.why, spot.place, worth};
        }
    return best;
}

/// A text layer claims, the picture proves: what only the layer says is not recognised.
bool picture_agrees(const Recognised& found, const Sought& sought, const LookAgain& look, const PageOf& page_of) {
    const auto* page = page_of(found.place.path, found.place.page);
    if (page && page->source != TextSource::layer) return true;
    const auto answer = look(found.place.path, {found.place.page, with_margin(found.place.box), CropPurpose::text});
    return answer && best_likelihood(sought, folded_words(answer->words), static_cast<std::size_t>(-1)) != Likely::no;
}

Field& field_named(Document& document, const std::string& name) {
    auto* found = field(document, name);
    return found ? *found : document.fields.emplace_back(Field{name, {}, {}, {}, false});
}

void put(Document& document, const std::string& name, const Recognised& found) {
    auto& field = field_named(document, name);
    if (field.chosen.confidence > 0) field.others.insert(field.others.begin(), field.chosen);
    field.chosen = {found.value, found.confidence, found.place, found.why};
    field.recognised = true;
}

const std::string* text_of(const Field* field) { return field ? std::get_if<std::string>(&field->chosen.value) : nullptr; }

/// A recognition that only an unsettled reading elsewhere speaks against: kept for the person who decides.
void put_aside(Document& document, const std::string& name, Recognised found) {
    found.confidence = std::min(found.confidence, hardly_worth);
    auto& field = field_named(document, name);
    if (field.chosen.confidence > 0) {
        field.others.push_back({found.value, std::min(found.confidence, 0.9 * field.chosen.confidence), found.place, found.why});
        return;
    }
    field.chosen = {found.value, found.confidence, found.place, found.why};
    field.recognised = true;
}

/// Looks for the names at the places of a field: what was read there first, then the picture of those where nothing clear was read,
/// or of all of them, where what was read clearly is perhaps not all.
std::optional<Recognised> look_at_spots(const std::vector<Spot>& spots, const std::vector<Sought>& names, bool perhaps_not_all, const LookAgain& look, const PageOf& page_of) {
    for (const auto& spot : spots)
        if (const auto found = by_words(spot, names)) {
            const auto sought = std::ranges::find(names, found->value, &Sought::value);
            if (picture_agrees(*found, *sought, look, page_of)) return found;
        }
    std::vector<Spot> unclear;
    for (const auto& spot : spots)
        if (spot.picture && (spot.clarity < clear_print || perhaps_not_all)) unclear.push_back(spot);
    if (unclear.size() > most_looks_for_a_hand) unclear.resize(most_looks_for_a_hand);
    for (const auto& spot : unclear)
        if (auto found = by_hand(spot, names, look)) return found;
    if (unclear.size() > most_looks) unclear.resize(most_looks);
    for (const auto& spot : unclear)
        if (auto found = by_picture(spot, names, look)) return found;
    return {};
}

/// On the candidate's own paper a name that a hand wrote is the candidate's, even where the label before it was not read.
std::optional<Recognised> by_hand_between_lines(const Document& document, const std::vector<Sought>& names, const LookAgain& look, const PageOf& page_of) {
    std::size_t pages = 0;
    for (const auto& part : document.parts) pages += part.pages.size();
    if (pages > most_pages_searched) return {};
    for (const auto& spot : gap_spots(document, page_of))
        if (auto found = by_hand(spot, names, look)) return found;
    return {};
}

/// The candidate's stamp on its own paper: its SIREN there, or its whole name.
std::optional<Recognised> by_stamp(const Document& document, const Known& known, const std::vector<Sought>& names, const LookAgain& look, const PageOf& page_of) {
    const auto siren = skeleton(known.siren);
    std::size_t looks = 0;
    for (const auto& place : stamps_on(document, page_of)) {
        if (++looks > most_stamps) break;
        const auto answer = look(place.path, {place.page, place.box, CropPurpose::stamp});
        if (!answer) continue;
        for (const auto& reading : answer->readings) {
            const auto folded = fold(reading);
            if (skeleton(folded).find(siren) != std::string::npos) return Recognised{known.names.front(), "by the SIREN in its stamp", place, plain_worth};
            for (const auto& sought : names) {
                const auto found = best_likelihood(sought, folded, static_cast<std::size_t>(-1));
                const auto fewest = found == Likely::plain ? fewest_letters : fewest_letters_of_faint;
                if (found != Likely::no && sought.value.size() >= fewest) return Recognised{sought.value, "in its stamp", place, faint_worth};
            }
        }
    }
    return {};
}

bool settled(const Field* field) { return field && (field->confirmed == false || field->confirmed == true); }

/// A reading that was not understood at a place where the name belongs: another company's, perhaps.
bool unsettled_reading(const Field* field, const Recognised& found) {
    return field && field->chosen.confidence > 0 && !(field->chosen.place.page == found.place.page && field->chosen.place.path == found.place.path && iou(field->chosen.place.box, found.place.box) > 0.2);
}

bool other_siren(const Document& document, const Known& known) {
    const auto* text = text_of(field(document, "siren"));
    return text && valid_siren(*text) && *text != known.siren && field(document, "siren")->chosen.confidence >= read_from;
}

/// Some words of a sought name and no others: what an engine for print made of a hand's two words.
bool part_of_one(const std::string& read, const std::vector<Sought>& names) {
    const auto words = words_of_company(read);
    const auto holds = [&](const Sought& name) {
        const auto& whole = name.variants.front();
        return words.size() < whole.size() && std::ranges::all_of(words, [&](const std::string& word) { return std::ranges::find(whole, word) != whole.end(); });
    };
    return !words.empty() && std::ranges::any_of(names, holds);
}

/// A letterhead that prints the known SIREN as the paper's own: an inventory, a register.
bool bears_the_siren(const Document& document, const Known& known, const PageOf& page_of) {
    for (const auto& spot : free_spots(document, true, page_of))
        if (skeleton(spot.folded).find(skeleton(known.siren)) != std::string::npos) return true;
    return false;
}

void recognise_company(Document& document, const Known& known, bool own_paper, bool stamped, const LookAgain& look, const PageOf& page_of) {
    const auto* read = field(document, "company_name");
    const auto* text = text_of(read);
    const double alike = text ? company_likeness(*text, known.names) : 0;
    if (settled(read) || alike >= same_from || other_siren(document, known)) return;
    std::vector<Sought> names;
    for (const auto& name : known.names) names.push_back(company(name));
    const bool part = text && part_of_one(*text, names);
    if (text && !read->by_hand && read->chosen.confidence >= read_from && alike < stranger_below && !part) return;
    if (const auto found = look_at_spots(company_spots(document, read, page_of), names, part, look, page_of)) {
        const bool strong = own_paper && found->confidence >= plain_worth;
        if (unsettled_reading(read, *found) && alike < stranger_below && !strong) put_aside(document, "company_name", *found);
        else put(document, "company_name", *found);
        return;
    }
    if (own_paper)
        if (const auto found = by_hand_between_lines(document, names, look, page_of)) return put(document, "company_name", *found);
    if (stamped)
        if (const auto found = by_stamp(document, known, names, look, page_of)) return put(document, "company_name", *found);
    if (read) return;
    for (const auto& spot : free_spots(document, own_paper || bears_the_siren(document, known, page_of), page_of))
        for (const auto& sought : names)
            if (best_likelihood(sought, spot.folded, spot.within) == Likely::plain) {
                const Recognised found{sought.value, "recognised " + spot.why, spot.place, 0.9};
                if (picture_agrees(found, sought, look, page_of)) return put(document, "company_name", found);
            }
}

/// "732829320" as a hand writes it, with spaces or none.
std::string in_threes(const std::string& digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) out += (i > 0 && i % 3 == 0 ? " " : "") + digits.substr(i, 1);
    return out;
}

void recognise_siren(Document& document, const Known& known, bool own_paper, const LookAgain& look, const PageOf& page_of) {
    const auto* read = field(document, "siren");
    const auto* text = text_of(read);
    if (settled(read) || (text && (*text == known.siren ? read->chosen.confidence >= read_from : valid_siren(*text) && read->chosen.confidence >= read_from))) return;
    const auto* name = field(document, "company_name");
    if (const auto* said_name = text_of(name); said_name && name->chosen.confidence >= read_from && company_likeness(*said_name, known.names) < stranger_below) return;
    const Sought digits{known.siren, {{known.siren}}, {in_threes(known.siren)}};
    for (const auto& spot : siren_spots(document, known.siren, own_paper, page_of)) {
        const Recognised found{known.siren, "recognised " + spot.why, spot.place, 0.93};
        if (picture_agrees(found, digits, look, page_of)) return put(document, "siren", found);
    }
    if (text && read->chosen.confidence >= read_from) return;
    auto blanks = number_spots(document, page_of);
    std::erase_if(blanks, [](const Spot& spot) { return spot.clarity >= clear_print; });
    if (blanks.size() > most_looks_for_a_hand) blanks.resize(most_looks_for_a_hand);
    for (const auto& spot : blanks)
        if (auto found = by_hand(spot, {digits}, look)) return put(document, "siren", *found);
}

void recognise_signatory(Document& document, const Known& known, const LookAgain& look, const PageOf& page_of) {
    const auto* read = field(document, "signatory");
    const auto* text = text_of(read);
    const auto same = [&](const std::string& representative) { return text && same_person(*text, representative) >= same_person_from; };
    if (settled(read) || known.people.empty() || std::ranges::any_of(known.people, same)) return;
    if (text && !read->by_hand && read->chosen.confidence >= read_from) {
        // "Hervé Huben": another's name, unless blurred letters show the representative's when it is looked for.
        if (const auto shown = read->chosen.confidence < surely_read ? name_shown(read->chosen.place, known.people, look) : std::nullopt)
            put(document, "signatory", {*shown, "recognised on the picture", read->chosen.place, faint_worth});
        return;
    }
    std::vector<Sought> names;
    for (const auto& representative : known.people) names.push_back(person(representative));
    auto found = look_at_spots(signatory_spots(document, read, page_of), names, false, look, page_of);
    if (!found) found = by_hand_between_lines(document, names, look, page_of);
    if (found) put(document, "signatory", *found);
}

void recognise_signature(Document& document, const Known& known, const LookAgain& look, const PageOf& page_of) {
    std::vector<std::string> names;
    for (const auto& representative : known.people) std::ranges::move(signatures_in_letters(representative), std::back_inserter(names));
    if (names.empty()) return;
    for (auto& slot : document.slots)
        if (slot.purpose == "signature") take_written_signature(slot, names, look, page_of);
    name_by_place(document);
}

/// A blank of a form in which a known name or number was recognised is filled in.
void fill_blanks(Document& document) {
    constexpr double margin = 0.008;   // handwriting stands on its line and above: fraction of the page
    const auto filled = [&](const Finding& finding) {
        return finding.code == "blanks_left" && std::ranges::any_of(document.fields, [&](const Field& field) {
            const auto& place = field.chosen.place;
            return field.recognised && place.path == finding.place.path && place.page == finding.place.page && covered(place.box, grown(finding.place.box, margin, margin)) > 0.5;
        });
    };
    std::erase_if(document.findings, filled);
}

}  // namespace

void recognise(Document& document, const Known& known, const LookAgain& look, const PageOf& page_of) {
    const auto asked = known.asked.find(document.piece);
    if (known.empty() || asked == known.asked.end()) return;
    // A piece that asks who signed is the candidate's own: its letterhead is the candidate's.
    const bool own_paper = asked->second.signatory;
    if (asked->second.company) {
        recognise_company(document, known, own_paper, asked->second.stamp, look, page_of);
        recognise_siren(document, known, own_paper, look, page_of);
    }
    if (asked->second.signatory) recognise_signatory(document, known, look, page_of);
    if (asked->second.signature) recognise_signature(document, known, look, page_of);
    fill_blanks(document);
}

}  // namespace paraphe::confirm
