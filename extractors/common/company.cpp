#include "extractors/common/company.hpp"

#include "formats/address.hpp"
#include "formats/company_name.hpp"
#include "formats/legal_form.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace paraphe::extractors {
namespace {

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<std::string_view, 11> before_names{"SOUSSIGNES ", "SOUSSIGNE ", "LA COMPAGNIE ", "COMPAGNIE ", "LA SOCIETE ", "L'ENTREPRISE ", "SOCIETE ", "STE ", "L'ASSURE ", "ENTREPRISE ", "LA "};

constexpr std::array<std::string_view, 46> name_ends{
    ",", ";", " (", " DONT LE SIEGE", " DOMICILIE", " EST TITULAIRE", " EST ASSUREE", " EST ASSURE ", " A SOUSCRIT", " SISE ", " SIS ", " SITUEE", " SITUE ", " DEMEURANT", " IMMATRICULE", " SIREN",
    " SIRET", " RCS ", " R.C.S", " AU CAPITAL", " EST ADHERENT", " EST MEMBRE", " EST A JOUR", " ADHERE ", " ADHERENTE ", " REPRESENTE", " TITULAIRE ", " TEL ", " TEL.", " ADRESSE", " NO SIR",
    " A REGLE", " A VERSE", " BENEFICIE", " POUR L'ANNEE", " POUR LA SOMME", " AU TITRE", " AYANT ", " EXERCANT ", " QUI ", " EST GARANTI", " EST COUVERT", " ELUE ", " POUR SES ACTIVITES", " - SIR", " A BIEN "};

constexpr std::size_t longest_label = 25;   // letters

/// " - 12 RUE", " 12 RUE": an address begins.
std::size_t address_begins(std::string_view text) {
    for (std::size_t i = 1; i + 3 < text.size(); ++i) {
        if (text[i - 1] != ' ' || !is_digit(text[i])) continue;
        std::size_t j = i;
        while (j < text.size() && is_digit(text[j])) ++j;
        for (const std::string_view street : {" RUE", " BIS", " TER", " AVENUE", " AV", " BOULEVARD", " BD", " PLACE", " ALLEE", " CHEMIN", " QUAI", " ROUTE", " COURS", " IMPASSE", " ZA ", " Z.A", ", ", " SQUARE"})
            if (j - i <= 4 && text.substr(j).starts_with(street)) return i - 1;
        if (j - i == 5) return i - 1;  // a postcode
    }
    return std::string_view::npos;
}

/// Words of sentences, forms and tables' heads: what is made of them alone names nobody ("NOM", "que", "de notre cluster").
bool only_words_of_forms(std::string_view folded) {
    static constexpr std::array<std::string_view, 72> words{"QUE", "QUI", "NOM", "NOMS", "PRENOM", "PRENOMS", "DE", "DU", "DES", "LA", "LE", "LES", "L", "D", "NOTRE", "VOTRE", "NOS", "VOS", "CLUSTER", "ADHERENT", "ADHERENTE", "MEMBRE",
                                                            "ASSOCIATION", "SON", "SA", "SES", "CE", "CETTE", "CELLE", "DATE", "PAGE", "TITRE", "CI", "DESSUS", "DESSOUS", "APRES", "FONCTION", "QUALITE", "ACTIVITE", "CONTRAT", "EMPLOI", "FORME", "JURIDIQUE", "ORDRE",
                                                            "ASSURE", "ASSUREE", "CANDIDAT", "CANDIDATE", "CLIENT", "CLIENTE", "CONCERNE", "CONCERNEE", "DESIGNE", "DESIGNEE", "DIRECTION", "DIRIGEANT", "EDITEUR", "ENTREPRISE",
                                                            "INDIQUE", "INDIQUEE", "LICENCE", "LICENCES", "LOGICIEL", "LOGICIELS", "NOMME", "NOMMEE", "POSTES", "SIGNATAIRE", "SOCIETE", "SOUSCRIPTEUR", "SUSNOMME", "VENDEUR"};
    for (std::size_t i = 0; i < folded.size();) {
        std::size_t end = i;
        while (end < folded.size() && is_letter(folded[end])) ++end;
        if (end > i && std::ranges::find(words, folded.substr(i, end - i)) == words.end()) return false;
        i = end + (end == i ? 1 : 0);
    }
    return true;
}

/// What people write beside a signature, as an engine for print reads a hand: "LU €7 APFROUYE".
bool written_mention(std::string_view folded) {
    constexpr double as_a_hand_is_read = 0.6;
    for (const std::string_view mention : {"LU ET APPROUVE", "BON POUR ACCORD", "LU ET ACCEPTE"})
        if (likeness(folded, mention) >= as_a_hand_is_read) return true;
    return false;
}

bool plausible_name(std::string_view folded) {
    if (only_words_of_forms(folded) || cites_a_law(folded) || written_mention(folded) || is_street(folded)) return false;
    const auto letters = std::ranges::count_if(folded, is_letter);
    const auto digits = std::ranges::count_if(folded, is_digit);
    if (letters < 2 || folded.size() > 70 || digits > letters || says_nothing(folded)) return false;
    for (const std::string_view no : {"NO", "ID", "SOCIETE", "ENTREPRISE", "L'ENTREPRISE"})
        if (folded == no) return false;
    for (const std::string_view no : {"EN ", "ET ", "DES ", "DU ", "PAR ACTIONS", "PAR DELEGATION", "PAR PROCURATION", "A RESPONSABILITE", "ANONYME", "CIVILE ", "COOPERATIVE", "COTISATION", "REGLEMENT", "SOMME DE", "POUR ", "AU TITRE", "NO ", "COUNTRY", "MODE DE", "MONTANT", "ORDER ", "LICENSE", "PRODUCT", "ADRESSE", "SIREN", "SIRET", "NOM ", "EST ", "A ETE", "DESIGNEE", "CI-DESSOUS", "CI-APRES", "SUIVANTE", "DATE", "N'", "QUE ", "QU'", "REGLES D'UTILISATION", "REFERENTIEL", "LETTRE D'ENGAGEMENT", "REGISTRE", "ARTICLE", "LU ET APPROUVE", "LU ET ACCEPTE", "BON POUR", "CERTIFIE "})
        if (folded.starts_with(no)) return false;
    return true;
}

/// "détient les licences énumérées.": a small letter at its head, a full stop at its end.
bool piece_of_a_sentence(std::string_view printed) {
    return printed.size() > 1 && printed.front() >= 'a' && printed.front() <= 'z' && printed.back() == '.' && printed.find(' ') != std::string_view::npos;
}

NamedCompany named(const Sheet& sheet, const Span& span, double weight, std::string why) {
    return {printed(sheet, span), weight * sureness(sheet, span), span, std::move(why)};
}

/// The rest of a line after a cue, or the line after it when nothing stands there.
std::vector<Span> continuations(const Sheet& sheet, const Span& cue) {
    std::vector<Span> spans;
    const auto& lines = sheet.text.lines();
    const auto& line = lines[cue.line].folded;
    const Span rest = trimmed(sheet, {cue.line, std::min(cue.end, line.size()), line.size(), 1});
    // The sentence ends here: what follows is another, or a heading.
    if (rest.begin >= rest.end && line.ends_with('.') && !line.ends_with("..")) return spans;
    if (rest.begin < rest.end) spans.push_back(rest);
    for (const auto& beside : sheet.text.right_of(cue))
        if (beside.line != cue.line) spans.push_back(trimmed(sheet, beside));
    if (cue.line + 1 < lines.size()) spans.push_back(trimmed(sheet, whole_line(sheet, cue.line + 1)));
    return spans;
}

/// The name that begins at the head of `spans`, which may end on the second of them.
std::optional<NamedCompany> name_from(const Sheet& sheet, const std::vector<Span>& spans, double weight, const std::string& why) {
    if (spans.empty()) return {};
    const auto text = sheet.text.folded(spans.front());
    const CutName cut = cut_name(text);
    const Span first = trimmed(sheet, part_of(spans.front(), cut.begin, cut.end));
    if (first.begin >= first.end) return {};
    NamedCompany result = named(sheet, first, weight, why);
    const bool full_line = fills_its_column(sheet, first.line);
    if (!cut.finished && full_line && spans.size() > 1) {
        const auto next = sheet.text.folded(spans[1]);
        const CutName more = cut_name(next);
        // "Adresse : ..." is a label of its own.
        const bool labelled = next.substr(0, longest_label).find(':') != std::string_view::npos;
        if (!labelled && more.finished && more.begin == 0 && more.end <= 40) {
            const Span second = part_of(spans[1], 0, more.end);
            if (more.end > 0) result.name += " " + printed(sheet, second);
            result.confidence *= 0.98;
        }
    }
    if (!plausible_name(fold(result.name)) || piece_of_a_sentence(result.name)) return {};
    return result;
}

}  // namespace

bool cites_a_law(std::string_view folded) {
    for (std::size_t i = 0; i + 1 < folded.size(); ++i) {
        const bool head = std::string_view("LRD").find(folded[i]) != std::string_view::npos && (i == 0 || !is_letter(folded[i - 1]));
        const std::size_t from = folded.find_first_not_of("., ", i + 1);
        if (!head || from == std::string_view::npos) continue;
        const std::size_t end = std::min(folded.find_first_not_of("0123456789", from), folded.size());
        if (end - from >= 3 && end + 1 < folded.size() && folded[end] == '-' && is_digit(folded[end + 1])) return true;
    }
    return false;
}

CutName cut_name(std::string_view folded) {
    CutName cut;
    for (const auto word : before_names)
        if (folded.substr(cut.begin).starts_with(word)) cut.begin += word.size();
    // "l'entreprise adhérente : Mosaïque Web".
    const auto colon = folded.substr(0, cut.begin + longest_label).find(':', cut.begin);
    if (colon != std::string_view::npos && colon > cut.begin && only_words_of_forms(folded.substr(cut.begin, colon - cut.begin)))
        cut.begin = std::min(folded.find_first_not_of(": ", colon), folded.size());
    // "SASU Mosaïque Web": the form is no part of the name.
    for (const auto& form : find_legal_forms(folded.substr(cut.begin))) {
        if (form.begin > 0) break;
        const auto end = cut.begin + form.end;
        if (end < folded.size() && folded[end] == ' ' && end + 2 < folded.size()) cut.begin = end + 1;
        break;
    }
    cut.end = folded.size();
    for (const auto stop : name_ends) {
        const auto at = folded.find(stop, cut.begin);
        if (at < cut.end) cut.end = at, cut.finished = true;
    }
    const auto address = address_begins(folded.substr(cut.begin));
    if (address != std::string_view::npos && cut.begin + address < cut.end) {
        cut.end = cut.begin + address;
        cut.finished = true;
    }
    while (cut.end > cut.begin && (folded[cut.end - 1] == ' ' || folded[cut.end - 1] == '-' || folded[cut.end - 1] == ':')) --cut.end;
    return cut;
}

std::vector<NamedCompany> names_after(const Sheet& sheet, std::span<const NameCue> cues) {
    std::vector<NamedCompany> result;
    for (const auto& cue : cues)
        for (const auto& where : sheet.text.find(cue.phrase)) {
            if (!sharp(sheet, where, cue.phrase, 9) || blank_follows(sheet, where)) continue;
            auto found = name_from(sheet, continuations(sheet, where), cue.weight * (0.5 + 0.5 * where.quality), after_words(cue.phrase));
            if (found) result.push_back(std::move(*found));
        }
    return result;
}

std::vector<NamedCompany> labelled_names(const Sheet& sheet, std::span<const Label> labels) {
    std::vector<NamedCompany> result;
    for (const auto& label : labelled_values(sheet, labels)) {
        auto found = name_from(sheet, {label.value}, label.quality, because_of(*label.label));
        if (found) result.push_back(std::move(*found));
    }
    return result;
}

std::vector<AddressBlock> address_blocks(const Sheet& sheet) {
    std::vector<AddressBlock> blocks;
    const auto& lines = sheet.text.lines();
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const auto postcodes = find_postcodes(lines[k].folded);
        if (postcodes.empty() || postcodes.front().begin > 4 || lines[k].folded.size() > 45) continue;
        // Climb while short lines stand close above in the same column.
        std::size_t top = k;
        Box box = lines[k].box;
        for (std::size_t above = k; above-- > 0 && k - above < 14;) {
            const Box& other = lines[above].box;
            const double gap = lines[top].box.y - other.bottom();
            const double shared = std::min(box.right(), other.right()) - std::max(box.x, other.x);
            if (shared <= 0) continue;
            if (gap > 1.6 * std::max(other.h, lines[top].box.h) || lines[above].folded.size() > 60) break;
            if (std::abs(other.x - box.x) > 0.06 && std::abs(other.centre_x() - box.centre_x()) > 0.06 && std::abs(other.right() - box.right()) > 0.03) break;
            top = above;
            box = unite(box, other);
            if (box.h > 0.13) break;
        }
        while (top < k && (lines[top].folded.ends_with(':') || !plausible_name(lines[top].folded) || address_begins(" " + lines[top].folded) == 0)) ++top;
        if (top >= k) continue;
        AddressBlock block;
        auto name = name_from(sheet, {whole_line(sheet, top)}, 0.85, "first line of an address");
        if (!name) continue;
        block.who = std::move(*name);
        block.box = box;
        block.addressee = box.x > 0.42 && box.y > 0.08 && box.y < 0.45;
        blocks.push_back(std::move(block));
    }
    return blocks;
}

}  // namespace paraphe::extractors
