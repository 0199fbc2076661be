#include "report/words.hpp"

#include "model/date.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <span>

namespace paraphe::report {
namespace {

struct Entry {
    std::string_view code, fr, en;
};

const Entry* find(std::span<const Entry> table, std::string_view code) {
    const auto found = std::ranges::find(table, code, &Entry::code);
    return found == table.end() ? nullptr : &*found;
}

constexpr std::array reasons{
    Entry{"encrypted", "protégé par un mot de passe", "protected by a password"},
    Entry{"damaged", "abîmé ou incomplet", "damaged or incomplete"},
    Entry{"damaged_or_encrypted", "abîmé, ou protégé par un mot de passe", "damaged, or protected by a password"},
    Entry{"empty", "vide", "empty"},
    Entry{"too_large", "trop volumineux, non ouvert", "too large, not opened"},
    Entry{"unsupported", "format que nous ne savons pas lire", "a format we cannot read"},
    Entry{"not_what_it_says", "son contenu n’est pas ce que son nom annonce", "its content is not what its name says"},
    Entry{"system_file", "fichier du système, sans contenu utile", "a system’s file without content"},
    Entry{"message_body", "texte du message", "the message’s text"},
    Entry{"mail_signature", "signature technique du message", "the message’s technical signature"},
    Entry{"text_only", "texte simple, sans valeur de pièce", "plain text, no evidence"},
    Entry{"link", "un lien, pas un fichier", "a link, not a file"},
    Entry{"special_file", "pas un fichier ordinaire", "not an ordinary file"},
    Entry{"deposited_on", "note de la date de dépôt", "note of the day of deposit"},
    Entry{"crashed", "sa lecture a échoué", "reading it failed"},
    Entry{"out_of_time", "sa lecture a pris trop de temps", "reading it took too long"},
    Entry{"out_of_memory", "sa lecture a demandé trop de mémoire", "reading it took too much memory"},
    Entry{"broken_form", "sa lecture a échoué", "reading it failed"},
    Entry{"io", "n’a pas pu être ouvert", "could not be opened"},
    Entry{"not_found", "n’a pas pu être ouvert", "could not be opened"},
    Entry{"internal", "sa lecture a échoué", "reading it failed"},
    Entry{"office_converter_missing", "document bureautique : le convertisseur n’est pas installé", "office document: the converter is not installed"},
};

constexpr std::array remedies{
    Entry{"encrypted", "Renvoyez-le sans mot de passe.", "Send it again without a password."},
    Entry{"damaged", "Renvoyez-le : le fichier est arrivé abîmé.", "Send it again: the file arrived damaged."},
    Entry{"damaged_or_encrypted", "Renvoyez-le sans mot de passe, après avoir vérifié qu’il s’ouvre.", "Send it again without a password; check that it opens."},
    Entry{"empty", "Renvoyez-le : il est arrivé vide.", "Send it again: it arrived empty."},
    Entry{"too_large", "Renvoyez-le en plus petit (PDF à 200 ou 300 dpi).", "Send a smaller one (a PDF at 200 or 300 dpi)."},
    Entry{"unsupported", "Renvoyez un document en PDF, une archive en ZIP.", "Send a document as a PDF, an archive as a ZIP."},
    Entry{"not_what_it_says", "Renvoyez le document lui-même, en PDF.", "Send the document itself, as a PDF."},
    Entry{"crashed", "Renvoyez-le en PDF.", "Send it as a PDF."},
    Entry{"out_of_time", "Renvoyez-le en PDF plus simple.", "Send it as a simpler PDF."},
    Entry{"out_of_memory", "Renvoyez-le en PDF plus petit.", "Send it as a smaller PDF."},
    Entry{"office_converter_missing", "Renvoyez-le en PDF.", "Send it as a PDF."},
};

constexpr std::array sources{
    Entry{"option", "date demandée", "day asked for"},
    Entry{"deposited_on", "date de dépôt du dossier", "day of deposit of the dossier"},
    Entry{"mail", "date du courriel", "date of the e-mail"},
    Entry{"journal", "première arrivée au journal", "first seen by the journal"},
    Entry{"today", "aujourd’hui, faute de date de dépôt", "today, for want of a day of deposit"},
};

constexpr std::array fields{
    Entry{"company_name", "Entreprise", "Company"},
    Entry{"siren", "SIREN", "SIREN"},
    Entry{"siret", "SIRET", "SIRET"},
    Entry{"issued_on", "Établi le", "Issued on"},
    Entry{"signatory", "Signataire", "Signatory"},
    Entry{"signatory_role", "Qualité", "Role"},
    Entry{"signed_on", "Signé le", "Signed on"},
    Entry{"place", "Fait à", "Place"},
    Entry{"registry_city", "Greffe", "Registry"},
    Entry{"legal_form", "Forme juridique", "Legal form"},
    Entry{"capital", "Capital", "Capital"},
    Entry{"address", "Siège", "Registered office"},
    Entry{"registered_on", "Immatriculée le", "Registered on"},
    Entry{"printed_on", "Imprimé le", "Printed on"},
    Entry{"representatives", "Représentants", "Representatives"},
    Entry{"observations", "Observations", "Observations"},
    Entry{"employee_count", "Effectif", "Headcount"},
    Entry{"insurer", "Assureur", "Insurer"},
    Entry{"policy_number", "Contrat n°", "Policy no."},
    Entry{"valid_from", "Valable du", "Valid from"},
    Entry{"valid_to", "Valable jusqu’au", "Valid to"},
    Entry{"covers", "Activités garanties", "Covers"},
    Entry{"cluster", "Cluster", "Cluster"},
    Entry{"year", "Année", "Year"},
    Entry{"amount", "Montant", "Amount"},
    Entry{"amount_in_words", "Montant en lettres", "Amount in words"},
    Entry{"paid", "Réglé", "Paid"},
    Entry{"vendor", "Éditeur ou vendeur", "Vendor"},
    Entry{"products", "Produits", "Products"},
    Entry{"invoice_number", "Facture n°", "Invoice no."},
    Entry{"payee", "À l’ordre de", "Payee"},
    Entry{"drawn_on", "Tiré le", "Drawn on"},
    Entry{"drawer", "Tireur", "Drawer"},
    Entry{"bank", "Banque", "Bank"},
    Entry{"cheque_number", "Chèque n°", "Cheque no."},
    Entry{"page_numbers", "Pages numérotées", "Page numbers"},
    Entry{"edition", "Édition", "Edition"},
};

constexpr std::array<std::string_view, 12> months_fr{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> months_en{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

/// "7 500 €", "1 234,50 €"
std::string euros(double amount, Language language) {
    const auto cents = std::llround(std::abs(amount) * 100);
    std::string whole = std::to_string(cents / 100);
    const std::string_view gap = language == Language::fr ? "\u202f" : ",";
    for (auto at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3) whole.insert(static_cast<std::size_t>(at), gap);
    if (cents % 100 != 0) {
        char part[8];
        std::snprintf(part, sizeof part, "%c%02d", language == Language::fr ? ',' : '.', static_cast<int>(cents % 100));
        whole += part;
    }
    return (amount < 0 ? "-" : "") + whole + "\u00a0€";
}

std::string number(double value) {
    if (value == std::floor(value) && std::abs(value) < 1e15) return std::to_string(static_cast<long long>(value));
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
    return out;
}

/// Reads one UTF-8 character; U+FFFD for a byte that is none.
char32_t next(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
    if (more == 0 || at + static_cast<std::size_t>(more) > text.size()) return 0xfffd;
    char32_t c = lead & (0x3fu >> more);
    for (int i = 0; i < more; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]);
        if ((byte & 0xc0) != 0x80) return 0xfffd;
        c = c << 6 | (byte & 0x3fu);
    }
    at += static_cast<std::size_t>(more);
    const bool too_long = (more == 2 && c < 0x800) || (more == 3 && (c < 0x10000 || c > 0x10ffff));
    return too_long || (c >= 0xd800 && c < 0xe000) ? 0xfffd : c;
}

void append(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) put(c);
    else if (c < 0x800) put(0xc0 | c >> 6), put(0x80 | (c & 0x3f));
    else if (c < 0x10000) put(0xe0 | c >> 12), put(0x80 | (c >> 6 & 0x3f)), put(0x80 | (c & 0x3f));
    else put(0xf0 | c >> 18), put(0x80 | (c >> 12 & 0x3f)), put(0x80 | (c >> 6 & 0x3f)), put(0x80 | (c & 0x3f));
}

/// Characters that turn the direction of text, join or hide: a name must not read otherwise than it is.
bool invisible(char32_t c) {
    return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0x061c || c == 0xfeff ||
           (c >= 0x80 && c < 0xa0) || (c >= 0xfff9 && c <= 0xfffb) || c >= 0xe0000;
}

}  // namespace

const std::string& in(Language language, const Text& text) {
    const auto& wanted = language == Language::fr ? text.fr : text.en;
    return wanted.empty() ? (language == Language::fr ? text.en : text.fr) : wanted;
}

std::string visible(std::string_view text, std::size_t at_most) {
    std::string out;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (++letters > at_most) return out + "…";
        const char32_t c = next(text, at);
        if (c < 0x20) append(out, 0x2400 + c);
        else if (c == 0x7f) append(out, 0x2421);
        else if (c == 0x2028 || c == 0x2029) append(out, U'␤');
        else if (invisible(c)) {
            char code[24];
            std::snprintf(code, sizeof code, "‹U+%04X›", static_cast<unsigned>(c));
            out += code;
        } else append(out, c);
    }
    return out;
}

Outcome outcome_of(Verdict verdict) {
    return verdict == Verdict::eligible ? Outcome::pass : verdict == Verdict::not_eligible ? Outcome::fail : Outcome::review;
}

std::string_view word(Verdict verdict, Language language) {
    switch (verdict) {
        case Verdict::eligible: return in(language, "Éligible", "Eligible");
        case Verdict::not_eligible: return in(language, "Non éligible", "Not eligible");
        case Verdict::review: break;
    }
    return in(language, "À vérifier", "To review");
}

std::string_view word(Outcome outcome, Language language) {
    switch (outcome) {
        case Outcome::pass: return in(language, "conforme", "in order");
        case Outcome::fail: return in(language, "non conforme", "not in order");
        case Outcome::review: break;
    }
    return in(language, "à vérifier", "to review");
}

std::string_view word(FileStatus status, Language language) {
    switch (status) {
        case FileStatus::read: return in(language, "lu", "read");
        case FileStatus::ignored: return in(language, "ignoré", "ignored");
        case FileStatus::unreadable: break;
    }
    return in(language, "illisible", "unreadable");
}

std::string_view word(MarkKind kind, Language language) {
    switch (kind) {
        case MarkKind::signature: return in(language, "signature", "signature");
        case MarkKind::paraph: return in(language, "paraphe", "paraph");
        case MarkKind::stamp: return in(language, "cachet", "stamp");
        case MarkKind::digital_signature: return in(language, "signature électronique", "digital signature");
        case MarkKind::handwriting: break;
    }
    return in(language, "écriture manuscrite", "handwriting");
}

std::string_view word(PageProblem problem, Language language) {
    switch (problem) {
        case PageProblem::none: return "";
        case PageProblem::blank: return in(language, "page blanche", "blank page");
        case PageProblem::blurred: return in(language, "floue", "blurred");
        case PageProblem::too_small: return in(language, "trop petite", "too small");
        case PageProblem::too_dark: return in(language, "trop sombre", "too dark");
        case PageProblem::too_pale: return in(language, "trop pâle", "too pale");
        case PageProblem::cut_off: return in(language, "coupée", "cut off");
        case PageProblem::no_text: return in(language, "sans texte lisible", "without legible text");
        case PageProblem::unreadable: break;
    }
    return in(language, "n’a pas pu être lue", "could not be read");
}

std::string reason_in_words(const std::string& code, Language language) {
    const auto* entry = find(reasons, code);
    return entry ? std::string{in(language, entry->fr, entry->en)} : visible(code, 60);
}

std::string_view remedy(const std::string& reason, Language language) {
    const auto* entry = find(remedies, reason);
    return entry ? in(language, entry->fr, entry->en) : "";
}

std::string day_in_words(const Judgement& judgement, Language language) {
    return std::string{in(language, "Jugé au ", "Judged as of ")} + date_in_words(judgement.as_of, language) + " (" + source_in_words(judgement.as_of_source, language) + ")";
}

std::string source_in_words(const std::string& as_of_source, Language language) {
    const auto* entry = find(sources, as_of_source);
    return entry ? std::string{in(language, entry->fr, entry->en)} : visible(as_of_source, 60);
}

std::string field_in_words(const std::string& name, Language language) {
    if (const auto* entry = find(fields, name)) return std::string{in(language, entry->fr, entry->en)};
    std::string out = visible(name, 60);
    std::ranges::replace(out, '_', ' ');
    return out;
}

std::string_view confidence_in_words(double confidence, Language language) {
    if (confidence >= 0.97) return in(language, "sûr", "sure");
    if (confidence >= 0.85) return in(language, "probable", "likely");
    return in(language, "à vérifier", "to be checked");
}

std::string date_in_words(const std::string& iso, Language language) {
    const auto date = from_iso(iso);
    if (!date) return visible(iso, 60);
    const auto month = static_cast<unsigned>(date->month()) - 1;
    const auto day = static_cast<unsigned>(date->day());
    std::string out = std::to_string(day) + (day == 1 && language == Language::fr ? "er" : "") + "\u00a0";
    out += language == Language::fr ? months_fr[month] : months_en[month];
    return out + " " + std::to_string(static_cast<int>(date->year()));
}

std::string grouped_siren(const std::string& digits) {
    if (digits.size() != 9) return visible(digits, 40);
    return digits.substr(0, 3) + "\u00a0" + digits.substr(3, 3) + "\u00a0" + digits.substr(6);
}

std::string shown(const std::string& field_name, const Value& value, Language language) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (field_name == "siren") return grouped_siren(*text);
        if (field_name == "siret" && text->size() == 14) return grouped_siren(text->substr(0, 9)) + " " + text->substr(9);  // may break here, and only here
        return from_iso(*text) ? date_in_words(*text, language) : visible(*text);
    }
    if (const auto* amount = std::get_if<double>(&value))
        return field_name == "amount" || field_name == "amount_in_words" || field_name == "capital" ? euros(*amount, language) : number(*amount);
    if (const auto* yes = std::get_if<bool>(&value)) return std::string{*yes ? in(language, "oui", "yes") : in(language, "non", "no")};
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return visible(joined(*list));
    if (const auto* people = std::get_if<std::vector<Representative>>(&value)) {
        std::vector<std::string> parts;
        for (const auto& person : *people) parts.push_back(person.name + (person.role.empty() ? "" : " (" + person.role + ")"));
        return visible(joined(parts));
    }
    return std::to_string(std::get<std::vector<StaffRow>>(value).size()) + std::string{in(language, " lignes", " rows")};
}

}  // namespace paraphe::report
