#include "extractors/common/declaration.hpp"

#include "extractors/common/company.hpp"
#include "extractors/common/labels.hpp"
#include "formats/address.hpp"
#include "formats/company_name.hpp"
#include "formats/dates.hpp"
#include "formats/person.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace paraphe::extractors {
namespace {

bool letter(char c) { return c >= 'A' && c <= 'Z'; }

long letters_in(std::string_view text) { return std::ranges::count_if(text, [](char c) { return letter(c) || (c >= '0' && c <= '9'); }); }

std::string_view stripped(std::string_view text) {
    const auto filler = [](char c) { return c == ' ' || c == ',' || c == ':' || c == '.' || c == '_' || c == '-' || c == '|'; };
    while (!text.empty() && filler(text.front())) text.remove_prefix(1);
    while (!text.empty() && filler(text.back())) text.remove_suffix(1);
    return text;
}

bool ends_with_word(std::string_view text, std::string_view word) {
    return text.ends_with(word) && (text.size() == word.size() || !letter(text[text.size() - word.size() - 1]));
}

/// The place named before "le": "FAIT A LYON," -> "LYON". Bytes of `head`; empty when it is no place.
std::pair<std::size_t, std::size_t> place_in(std::string_view head) {
    std::size_t begin = 0;
    for (const std::string_view word : {"FAIT EN DOUBLE EXEMPLAIRE A ", "FAIT A ", "FAIT A: ", "FAIT A : ", "SIGNE A ", "A "}) {
        const auto at = head.rfind(word);
        if (at == std::string_view::npos || (at > 0 && letter(head[at - 1]))) continue;
        begin = at + word.size();
        break;
    }
    const auto text = stripped(head.substr(begin));
    if (text.size() < 2 || text.size() > 34 || std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; }) || text == "FAIT" || text.starts_with("FAIT ")) return {0, 0};
    begin = static_cast<std::size_t>(text.data() - head.data());
    return {begin, begin + text.size()};
}

/// Lower down counts more: a letter's head may bear a date as well, but the one by the signature is the signature's.
double by_height(const Sheet& sheet, std::size_t line) { return sheet.text.lines()[line].box.centre_y() > 0.35 ? 1 : 0.96; }

void read_dates_of(const Sheet& sheet, double weight, Pool& pool) {
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const std::string_view line = sheet.text.lines()[k].folded;
        for (const auto& found : find_dates(line)) {
            auto head = line.substr(0, found.begin);
            // "le ........ 04.02.2017": a hand wrote over the form's dots.
            while (!head.empty() && (head.back() == ' ' || head.back() == '.' || head.back() == '_')) head.remove_suffix(1);
            double trust = 0;
            std::string why;
            if (const double said = says_le(head); said > 0) {
                head.remove_suffix(2);
                const bool made = head.find("FAIT") != std::string_view::npos || head.find("SIGNE A") != std::string_view::npos;
                const auto [begin, end] = place_in(head);
                if (end > begin) {
                    const Span place{k, begin, end, 1};
                    pool.add("place", printed(sheet, place), 0.93 * weight * sureness(sheet, place), place_of(sheet, place), "before the date of the signature");
                    trust = said * (made ? 0.98 : 0.96), why = "a place, \"le\"";
                } else if (said == 1 && (made || stripped(head).empty())) {
                    trust = 0.95, why = "\"fait ... le\"";
                }
            } else if (const auto label = stripped(head); ends_with_word(label, "DATE") || ends_with_word(label, "SIGNE LE") || ends_with_word(label, "SIGNATURE LE")) {
                trust = 0.95, why = "label \"date\"";
            } else if (stripped(head).empty() && stripped(line.substr(found.end)).empty() && sheet.text.lines()[k].box.centre_y() > 0.3) {
                trust = 0.8, why = "a date alone on its line";
            }
            if (trust == 0) continue;
            const Span where{k, found.begin, found.end, 1};
            pool.add("signed_on", sheet, Dated{found.value, found.confidence * trust * weight * by_height(sheet, k) * sureness(sheet, where), where, why});
        }
    }
}

/// The upright box in which the date of a blank or handwritten "Fait à ..., le ..." would stand.
std::optional<std::pair<Span, Box>> place_of_date(const Sheet& sheet) {
    for (const std::string_view phrase : {"Fait à", "Fait le", "Signé à"}) {
        for (const auto& span : sheet.text.find(phrase)) {
            if (span.begin > 3) continue;
            const Box box = sheet.text.upright_box(span);
            Box room{box.right(), std::max(0.0, box.y - 0.5 * box.h), std::min(0.6, 0.98 - box.right()), 2.2 * box.h};
            if (room.w <= 0.05) continue;
            return std::pair{span, room};
        }
    }
    return {};
}

bool role_word(std::string_view folded) { return !find_roles(folded).empty(); }

/// "Marie Curie née Sklodowska"
bool joins_surnames(std::string_view folded) { return folded == "NEE" || folded == "EPOUSE"; }

/// A span cut to the name in it: civility before, role and address after are no part of it.
std::optional<Span> name_in(const Sheet& sheet, Span span) {
    std::string_view text = sheet.text.folded(span);
    std::size_t begin = 0;
    // "(nom, prénom) Philippe Haddad", "(e), Karim Pons"
    while (begin < text.size()) {
        const auto rest = text.substr(begin);
        if (rest.front() == '(') {
            const auto close = rest.find(')');
            if (close == std::string_view::npos || close > 30) return {};
            begin += close + 1;
        } else if (!letter(rest.front())) {
            ++begin;
        } else {
            std::size_t skip = 0;
            for (const std::string_view word : {"MONSIEUR ", "MADAME ", "MADEMOISELLE ", "M. ", "MME ", "MLLE ", "M ", "MR ", "NOM PRENOM ", "NOM ", "ET PRENOM ", "PRENOM ", "E) "})
                if (rest.starts_with(word)) skip = word.size();
            if (skip == 0) break;
            begin += skip;
        }
    }
    std::size_t end = begin, at = begin;
    int words = 0;
    while (at < text.size() && words < 6) {
        std::size_t stop = at;
        while (stop < text.size() && (letter(text[stop]) || text[stop] == '-' || text[stop] == '\'')) ++stop;
        const auto word = text.substr(at, stop - at);
        if (word.empty() || parse_person(word).words.empty()) {
            if (words == 0 || !(name_particle(word) || joins_surnames(word))) break;
        } else {
            end = stop;
        }
        ++words;
        if (stop < text.size() && text[stop] == '.') ++stop;
        if (stop >= text.size() || text[stop] != ' ') break;
        at = stop + 1;
    }
    const auto name = text.substr(begin, end - begin);
    const auto parsed = parse_person(name);
    if (letters_in(name) < 4 || parsed.words.size() < 2 || parsed.words.size() > 5 || role_word(name) || looks_like_company(name)) return {};
    return part_of(span, begin, end);
}

/// Does a printed word begin with a capital? The accented small letters of Latin-1 are 0xC3 0xA0 and up.
bool capital(std::string_view word) {
    if (word.empty()) return false;
    const auto first = static_cast<unsigned char>(word.front());
    if (first == 0xC3 && word.size() > 1) return static_cast<unsigned char>(word[1]) < 0xA0;
    return !(first >= 'a' && first <= 'z');
}

/// Every word of a name begins with a capital, but for its particles; words of titles and sentences are no names.
bool printed_as_name(std::string_view text) {
    static constexpr std::array<std::string_view, 34> never{"REGLES", "UTILISATION", "MARQUE", "LOGO", "LU", "APPROUVE", "LABEL", "REFERENTIEL", "ENTREPRISE", "NUMERIQUE", "RESPONSABLE", "FRANCE", "IT", "CACHET", "SIGNATURE", "DIRECTION", "ENGAGEMENT", "LETTRE", "PAGE", "LICENSE",
                                                            "BON", "ACCORD", "DATE", "ENR", "SOCIETE", "TOUT", "RUE", "AVENUE", "CEDEX", "CONFORMITE", "EXIGENCES", "SIRET", "SIREN", "RCS"};
    std::size_t i = 0;
    while (i < text.size()) {
        const auto end = std::min(text.find(' ', i), text.size());
        const auto word = text.substr(i, end - i);
        const auto folded = fold(word);
        if (std::ranges::find(never, folded) != never.end()) return false;
        const bool small = name_particle(folded) || joins_surnames(folded) || folded.starts_with("D'");
        if (!word.empty() && !small && !capital(word)) return false;
        i = end + 1;
    }
    return true;
}

void add_person(const Sheet& sheet, const Span& span, double confidence, const std::string& why, Pool& pool) {
    const auto name = name_in(sheet, span);
    if (!name) return;
    auto text = printed(sheet, *name);
    while (!text.empty() && (text.back() == ',' || text.back() == '.' || text.back() == ';')) text.pop_back();
    if (text.empty() || !printed_as_name(text)) return;  // a sentence goes on
    pool.add("signatory", text, confidence * sureness(sheet, *name), place_of(sheet, *name), why);
}

/// "président", "PRESIDENT", "Gérant": the role that begins the span; how it is printed.
void add_role(const Sheet& sheet, const Span& span, double confidence, const std::string& why, Pool& pool) {
    const auto roles = find_roles(sheet.text.folded(span));
    if (roles.empty() || roles.front().begin > 6) return;
    const Span where = part_of(span, roles.front().begin, roles.front().end);
    auto text = printed(sheet, where);
    while (!text.empty() && (text.back() == ',' || text.back() == '.')) text.pop_back();
    pool.add("signatory_role", text, confidence * roles.front().confidence * sureness(sheet, where), place_of(sheet, where), why);
}

/// Words that introduce the person who declares; the name follows on the line or begins the next.
struct Herald {
    std::string_view phrase;
    double trust;
};
constexpr std::array heralds{Herald{"Je soussigné(e)", 0.95}, Herald{"Je soussigné", 0.95}, Herald{"Je soussignée", 0.95}, Herald{"représentée par", 0.93}, Herald{"représenté par", 0.93}, Herald{"en la personne de", 0.9}};
constexpr std::array name_labels{Label{"Nom et prénom du signataire"}, Label{"Nom et prénom du dirigeant"}, Label{"Nom du signataire"}, Label{"Nom et qualité du signataire"}, Label{"Nom, prénom et qualité"}, Label{"Nom et prénom"}, Label{"Nom, prénom", 0.95}, Label{"Représentée par"},
                                 Label{"Représentant légal", 0.95}, Label{"Signataire", 0.95}, Label{"Dirigeant", 0.85}, Label{"Nom", 0.8}};
constexpr std::array role_labels{Label{"agissant en qualité de"}, Label{"en sa qualité de"}, Label{"en qualité de"}, Label{"en ma qualité de"}, Label{"Fonction du signataire"}, Label{"Fonction"}, Label{"Qualité"}, Label{"Titre", 0.8}};

/// Lines by the signature: those after the last "fait à", or beside and under the words of a signature place.
bool in_closing(const Sheet& sheet, std::size_t line) {
    const Box& box = sheet.text.lines()[line].box;
    for (const std::string_view phrase : {"Fait à", "Signature", "Le dirigeant", "Cachet", "Pour l'entreprise", "Pour la société", "La Direction"})
        for (const auto& span : sheet.text.find(phrase)) {
            if (!word_of_its_own(sheet, span)) continue;   // "signatures de courriels"
            const Box anchor = sheet.text.upright_box(span);
            if (std::abs(anchor.centre_y() - box.centre_y()) < 0.13 && anchor.centre_y() > 0.2) return true;
        }
    for (const auto& date : find_dates(sheet.text.folded()))
        if (const auto where = sheet.text.locate(date.begin, date.end); std::abs(sheet.text.upright_box(where).centre_y() - box.centre_y()) < 0.1) return true;
    return false;
}

void read_closing_names(const Sheet& sheet, double weight, Pool& pool) {
    const auto& lines = sheet.text.lines();
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const std::string_view text = lines[k].folded;
        if (text.size() > 60 || text.size() < 5 || !in_closing(sheet, k)) continue;
        const auto name = name_in(sheet, whole_line(sheet, k));
        // Two words joined by "et" are a heading, or two people.
        if (!name || name->begin > 16 || sheet.text.folded(*name).find(" ET ") != std::string_view::npos) continue;
        const auto rest = stripped(text.substr(std::min(name->end, text.size())));
        const bool civil = text.starts_with("MONSIEUR ") || text.starts_with("MADAME ") || text.starts_with("M. ") || text.starts_with("MME ");
        const bool role_follows = !rest.empty() && role_word(rest);
        if (!rest.empty() && !role_follows) continue;  // a sentence
        bool role_below = false;
        for (const auto& under : sheet.text.below(whole_line(sheet, k), 1))
            if (role_word(sheet.text.folded(under)) && sheet.text.folded(under).size() < 40) {
                role_below = true;
                add_role(sheet, under, 0.9 * weight, "under the signatory's name", pool);
            }
        // Two words alone near the signature: a name, a town, a company: their print must say the rest.
        if (role_follows) add_role(sheet, {k, static_cast<std::size_t>(rest.data() - text.data()), text.size(), 1}, 0.93 * weight, "after the signatory's name", pool);
        const double trust = civil || role_follows ? 0.94 : role_below ? 0.92 : 0.55;
        add_person(sheet, *name, trust * weight, "by the signature", pool);
    }
}

/// What follows "l'entreprise" and the like without being a name: the sentence itself, the next label, a person.
bool no_company(std::string_view folded) {
    if (letters_in(folded) < 2 || (folded.size() > 2 && folded[1] == '.' && folded[2] == ' ')) return true;
    static constexpr std::array<std::string_view, 16> heads{"A CE TITRE", "FORME", "SIEGE", "SIRET", "SIREN", "CODE NAF", "REPRESENTE", "FONCTION", "ADRESSE", "CLUSTER", "NUMERIQUE RESPECTE", "DONT ", "IMMATRICULEE", "AU LABEL", "FAIT A", "SIGNATURE"};
    return folded == "NUMERIQUE" || std::ranges::any_of(heads, [&](std::string_view head) { return folded.starts_with(head); });
}

/// A name that runs to the right edge goes on at the head of the next line: "... - entreprise : Cyclamen & / Associés".
void join_next_line(const Sheet& sheet, NamedCompany& name) {
    const auto& lines = sheet.text.lines();
    if (name.span.line >= lines.size() || name.span.end < lines[name.span.line].folded.size() || !fills_its_column(sheet, name.span.line)) return;
    const auto under = sheet.text.below(whole_line(sheet, name.span.line), 1);
    if (under.empty() || name.name.ends_with('.')) return;
    const auto text = sheet.text.folded(under.front());
    const auto printed_text = printed(sheet, under.front());
    if (text.size() > 26 || printed_text.empty() || !printed_as_name(printed_text) || role_word(text) || std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; })) return;
    for (const std::string_view head : {"FAIT", "A ", "LE ", "LA ", "M. ", "MONSIEUR", "MADAME", "MME ", "POUR ", "SIGN", "BON "})
        if (text.starts_with(head)) return;
    if (name.name.ends_with(printed_text)) return;
    name.name += " " + printed_text;
}

}  // namespace

bool hand_on(const Sheet& sheet, const Box& upright) {
    const Box place = turned(upright, 360 - sheet.text.page().rotation % 360);
    return std::ranges::any_of(sheet.text.page().marks, [&](const Mark& mark) { return mark.kind != MarkKind::stamp && !intersection(mark.box, place).empty(); });
}

void read_signing(const std::vector<Sheet>& sheets, Pool& pool, Extraction& out) {
    for (std::size_t i = 0; i < sheets.size(); ++i) read_dates_of(sheets[i], i + 1 == sheets.size() || sheets.size() < 3 ? 1 : 0.9, pool);
    for (auto sheet = sheets.rbegin(); sheet != sheets.rend(); ++sheet) {
        const auto where = place_of_date(*sheet);
        if (!where) continue;
        const auto& [label, room] = *where;
        const Place place{sheet->path, sheet->page(), turned(room, 360 - sheet->text.page().rotation % 360)};
        if (!pool.has("place")) {
            const auto right = sheet->text.right_of(label);
            if (!right.empty()) {
                const auto text = sheet->text.folded(right.front());
                const auto stop = std::min(text.find(" LE"), text.find(','));
                const Span town = trimmed(*sheet, part_of(right.front(), 0, std::min(stop, text.size())));
                const auto letters = letters_in(sheet->text.folded(town));
                if (letters >= 3 && town.end - town.begin <= 30) pool.add("place", printed(*sheet, town), 0.8 * sureness(*sheet, town), place_of(*sheet, town), "after \"fait à\"");
            }
        }
        if (pool.has("signed_on")) return;
        out.slots.push_back({"signed_on", place, sheet->text.printed(label), Ink::unsure, 0, {}});
        const bool hand = hand_on(*sheet, room);
        std::string around(sheet->text.folded(whole_line(*sheet, label.line)));
        const bool dots = around.find("...") != std::string::npos || around.find("___") != std::string::npos;
        const auto rest = around.size() > label.end ? stripped(std::string_view(around).substr(label.end)) : std::string_view{};
        const bool bare = letters_in(rest) <= 4;  // "LE" and a speck
        if (hand || !bare) out.findings.push_back({"date_by_hand", around, hand ? 0.8 : 0.5, place});
        else out.findings.push_back({"undated", around, (dots ? 0.85 : 0.7) * sureness(*sheet, label), place});
        return;
    }
}

void read_signatory(const std::vector<Sheet>& sheets, Pool& pool) {
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto& sheet = sheets[i];
        const double weight = i + 1 == sheets.size() || sheets.size() < 3 ? 1 : 0.9;
        for (const auto& herald : heralds)
            for (const auto& span : sheet.text.find(herald.phrase)) {
                const auto why = "after \"" + std::string(herald.phrase) + "\"";
                const std::string_view line = sheet.text.lines()[span.line].folded;
                Span rest{span.line, span.end, line.size(), 1};
                // "soussigné(e)," and "soussignée": the ending belongs to the herald.
                while (rest.begin < rest.end && (line[rest.begin] == '(' || line[rest.begin] == 'E' || line[rest.begin] == ')' || line[rest.begin] == ',') && rest.begin < span.end + 4 &&
                       !(line[rest.begin] == 'E' && rest.begin + 1 < rest.end && letter(line[rest.begin + 1])) && line.substr(rest.begin, 4) != "(NOM")
                    ++rest.begin;
                if (letters_in(sheet.text.folded(rest)) >= 4) add_person(sheet, rest, herald.trust * weight * (0.4 + 0.6 * span.quality), why, pool);
                else if (const auto below = sheet.text.below(whole_line(sheet, span.line), 1); !below.empty()) add_person(sheet, below.front(), 0.9 * herald.trust * weight, why, pool);
            }
        for (const auto& found : labelled_values(sheet, name_labels)) {
            add_person(sheet, found.value, 0.93 * found.quality * weight, because_of(*found.label), pool);
            const auto text = sheet.text.folded(found.value);
            if (const auto roles = find_roles(text); !roles.empty() && roles.front().begin > 4)
                add_role(sheet, part_of(found.value, roles.front().begin, text.size()), 0.85 * weight, "after the signatory's name", pool);
        }
        for (const auto& found : labelled_values(sheet, role_labels)) add_role(sheet, found.value, 0.95 * found.quality * weight, because_of(*found.label), pool);
        read_closing_names(sheet, weight, pool);
    }
}

void read_declarant(const std::vector<Sheet>& sheets, const Expectations& expectations, bool own_paper, Pool& pool) {
    static constexpr std::array letter_cues{NameCue{"de l'entreprise", 0.93}, NameCue{"de la société", 0.93}, NameCue{"la société", 0.9}, NameCue{"l'entreprise", 0.85}, NameCue{"pour la société", 0.9}, NameCue{"pour le compte de", 0.85}, NameCue{"au nom de", 0.8}, NameCue{"entreprise :", 0.93}, NameCue{"société :", 0.93}};
    static constexpr std::array other_cues{NameCue{"de la société", 0.9}, NameCue{"la société", 0.88}, NameCue{"pour la société", 0.9}, NameCue{"de l'entreprise", 0.7}, NameCue{"représentant la société", 0.93}, NameCue{"entreprise :", 0.93}, NameCue{"société :", 0.93}};
    static constexpr std::array labels{Label{"Raison sociale de l'entreprise"}, Label{"Raison sociale"}, Label{"Dénomination sociale"}, Label{"Nom de l'entreprise"}, Label{"Nom de la société"}, Label{"Dénomination", 0.95}};
    const auto owner = [&](const std::string& name) {
        if (company_likeness(name, expectations.label_names) > 0.75 || company_likeness(name, expectations.payees) > 0.85) return true;
        const auto folded = fold(name);
        for (const std::string_view word : {"CANDIDATE", "LABELLISEE", "UTILISATEUR", "FRANCE IT", "SIGNATAIRE", "NUMERIQUE RESPONSABLE", "DESIGNEE", "CONCERNEE", "CLIENT", "RESPONSABLE", "UTILISATION DE LA MARQUE", "REFERENTIEL", "LETTRE D'ENGAGEMENT"})
            if (folded.find(word) != std::string::npos) return true;
        return false;
    };
    for (const auto& sheet : sheets) {
        auto names = own_paper ? names_after(sheet, letter_cues) : names_after(sheet, other_cues);
        for (auto& name : labelled_names(sheet, labels)) names.push_back(std::move(name));
        if (own_paper)
            for (auto& block : address_blocks(sheet)) {
                if (block.addressee) continue;
                block.who.confidence *= 0.7;
                names.push_back(std::move(block.who));
            }
        for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
            const std::string_view line = sheet.text.lines()[k].folded;
            for (const std::string_view label : {"ENTREPRISE :", "SOCIETE :", "ENTREPRISE CANDIDATE :", "NOM DE L'ENTREPRISE :"}) {
                if (!line.starts_with(label) || line.size() < label.size() + 3 || line.size() > label.size() + 60) continue;
                const Span value = trimmed(sheet, {k, label.size(), line.size(), 1});
                names.push_back({without_form(printed(sheet, value)), 0.93 * sureness(sheet, value), value, "label at its line's head"});
            }
        }
        for (auto& name : names) join_next_line(sheet, name);
        std::erase_if(names, [&](const NamedCompany& name) { return !capital(name.name) || without_form(name.name).empty() || owner(name.name) || no_company(fold(name.name)); });
        for (const auto& name : names) {
            double confidence = name.confidence * (hand_on(sheet, sheet.text.upright_box(name.span)) ? 0.6 : 1);
            for (const auto& other : names)
                if (&other != &name && other.span.line != name.span.line && company_likeness(other.name, name.name) > 0.85) confidence = 1 - (1 - confidence) * 0.7;
            pool.add("company_name", name.name, confidence, place_of(sheet, name.span), name.why);
        }
        static constexpr std::array<std::string_view, 3> issuer_words{"FRANCE IT", "ASSOCIATION LOI", "RUE PASSET"};
        read_company_numbers(sheet, names, {issuer_words, {}, own_paper}, pool);
    }
}

}  // namespace paraphe::extractors
