// The cheque for the audit's fee, to the order of France IT.
#include "extractors/common/cheque_face.hpp"
#include "extractors/common/company.hpp"
#include "extractors/common/declaration.hpp"
#include "extractors/common/pool.hpp"
#include "extractors/common/privacy.hpp"
#include "formats/address.hpp"
#include "formats/amounts.hpp"
#include "formats/company_name.hpp"
#include "formats/dates.hpp"
#include "formats/legal_form.hpp"
#include "formats/number_words.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace paraphe {
namespace {

using namespace extractors;

const std::vector<PageKind> kinds{
    {"fee_cheque", "fee_cheque", false, "", "",
     {{"payez contre ce chèque", 6}, {"contre ce chèque", 2}, {"non endossable", 3}, {"payable en France", 4}, {"sauf au profit d'une banque", 2.5}, {"établissement assimilé", 1}, {"chèque n°", 2}, {"à l'ordre de", 0.8}, {"compte n°", 0.8}, {"lettre-chèque", 3}, {"#cmc7", 3.5}, {"#sum_twice", 4},
      {"FRANCE IT", 0.4}, {"agence", 0.2}, {"bordereau de remise", -5, Zone::top}, {"remise de chèques", -4, Zone::top}, {"relevé d'identité bancaire", -5}, {"talon", -1.5}, {"ordre de virement", -5}, {"spécimen", -4}, {"lettre d'engagement", -4, Zone::top}, {"facture", -1.5, Zone::top}, {"reçu", -2, Zone::top}}},
    {"bank_transfer", "fee_cheque", true, "Preuve de virement", "Proof of a bank transfer",
     {{"ordre de virement", 5}, {"avis de virement", 5, Zone::top}, {"virement", 3, Zone::top}, {"virement SEPA", 4}, {"confirmation de virement", 5, Zone::top}, {"virement effectué", 3.5}, {"compte à débiter", 3}, {"compte débité", 3}, {"compte bénéficiaire", 3}, {"bénéficiaire", 1}, {"donneur d'ordre", 2.5}, {"date d'exécution", 2},
      {"motif du virement", 3}, {"montant du virement", 3}, {"IBAN du bénéficiaire", 2}, {"payez contre ce chèque", -5}, {"payable en France", -2}, {"facture", -2, Zone::top}, {"cotisation", -1.5, Zone::top}}},
    {"cancelled_cheque", "fee_cheque", true, "Chèque annulé ou spécimen", "Cancelled or specimen cheque",
     {{"spécimen", 5}, {"chèque spécimen", 4}, {"annulé", 4.5}, {"chèque annulé", 4}, {"sans valeur", 2.5}, {"fac-similé", 3}, {"payez contre ce chèque", 2.5}, {"payable en France", 1.2}, {"non endossable", 1.2}}},
    {"rib", "fee_cheque", true, "RIB", "Bank details",
     {{"relevé d'identité bancaire", 6}, {"RIB", 2.5, Zone::top}, {"IBAN", 1.5}, {"BIC", 1}, {"code banque", 2}, {"code guichet", 2}, {"clé RIB", 2.5}, {"domiciliation", 1.2}, {"titulaire du compte", 2}, {"numéro de compte", 1}, {"payez contre ce chèque", -6}, {"payable en France", -3}, {"facture", -4, Zone::top}, {"virement", -2, Zone::top}, {"total TTC", -3}, {"cotisation", -2}}},
    {"cheque_stub", "fee_cheque", true, "Talon de chèque", "Cheque stub",
     {{"talon", 4}, {"talon à conserver", 4}, {"souche", 2.5}, {"solde précédent", 3.5}, {"nouveau solde", 3.5}, {"report", 0.6}, {"ancien solde", 3}, {"payez contre ce chèque", -6}, {"payable en France", -3}, {"assurance", -3}, {"facture", -2}}},
    {"deposit_slip", "fee_cheque", true, "Bordereau de remise", "Deposit slip",
     {{"bordereau de remise", 6}, {"remise de chèques", 5}, {"remise de chèque", 4.5}, {"nombre de chèques", 3}, {"compte à créditer", 3}, {"total de la remise", 3.5}, {"montant de la remise", 3}, {"payez contre ce chèque", -5}}},
    {"payment_receipt", "fee_cheque", true, "Reçu de paiement", "Receipt",
     {{"reçu de paiement", 5, Zone::top}, {"avons reçu la somme de", 4}, {"reçu la somme de", 3.5}, {"quittance", 3, Zone::top}, {"payez contre ce chèque", -5}, {"cotisation", -3}, {"adhésion", -3}, {"assurance", -3}}},
    {"gift_cheque", "fee_cheque", true, "Chèque-cadeau", "Gift voucher",
     {{"chèque cadeau", 5}, {"chèques cadeaux", 4}, {"carte cadeau", 4}, {"bon d'achat", 4}, {"chèque vacances", 4}, {"valable dans les enseignes", 3}, {"payez contre ce chèque", -5}}},
};

constexpr std::array banks{"BNP Paribas", "Société Générale", "Crédit Agricole", "Crédit Mutuel", "CIC", "Lyonnaise de Banque", "LCL", "Le Crédit Lyonnais", "Crédit Lyonnais", "Caisse d'Epargne", "Banque Populaire", "La Banque Postale", "Banque Postale", "HSBC", "Crédit Coopératif",
                           "Crédit du Nord", "BRED", "Banque Courtois", "Banque Rhône-Alpes", "Société Marseillaise de Crédit", "Banque Tarneaud", "Banque Laydernier", "Banque Kolb", "Crédit Maritime", "Arkéa", "Banque de Savoie", "Monte Paschi", "Palatine", "Banque Palatine", "Delubac", "Neuflize"};

/// What a hand wrote is verified, never trusted: an engine for print reads it by luck.
constexpr double by_hand_most = 0.6;

double trust(const Sheet& sheet, const Span& span) {
    const double said = sureness(sheet, span);
    return hand_on(sheet, sheet.text.upright_box(span)) ? std::min(said, by_hand_most) : said;
}

void read_figures(const Sheet& sheet, const ChequeFace& face, Pool& pool) {
    const auto& lines = sheet.text.lines();
    for (const auto k : face.lines) {
        std::string line = lines[k].folded;
        std::ranges::replace(line, '|', ' ');  // the frame's side is no figure
        for (const auto& found : find_amounts(line)) {
            const Span where{k, found.begin, found.end, 1};
            const Box box = sheet.text.upright_box(where);
            // The figures' box stands at the right, in the upper half; account and telephone numbers lower down.
            const bool right = box.centre_x() > face.all.x + 0.5 * face.all.w, upper = box.centre_y() < face.all.y + 0.62 * face.all.h;
            const bool alone = lines[k].folded.size() <= found.end - found.begin + 6;
            if (found.value < 10 || (!right && found.confidence < 0.9) || (!upper && found.confidence < 0.95)) continue;
            double form = found.confidence;
            if (form < 0.5 && right && upper && alone) form = found.value < 100000 ? 0.85 : 0.3;
            pool.add("amount", found.value, 0.98 * form * (right && upper ? 1 : 0.7) * trust(sheet, where), place_of(sheet, where), "figures on the cheque");
        }
    }
}

/// Lines of the cheque from "payez contre ce chèque" to the payee's, joined: the sum in words may run over two.
void read_words(const Sheet& sheet, const ChequeFace& face, Pool& pool) {
    const auto& lines = sheet.text.lines();
    std::string all;
    std::vector<std::pair<std::size_t, std::size_t>> starts;  // byte of `all`, line
    for (const auto k : face.lines) {
        std::string_view text = lines[k].folded;
        // The printed words "non endossable, sauf au profit d'une banque" hold an article that is no sum.
        if (face.pay_against && face.pay_against->line == k) {
            auto from = face.pay_against->end;
            for (const std::string_view end : {"ASSIMILE", "BANQUE", "ENDOSSABLE"})
                if (const auto at = text.find(end); at != std::string_view::npos) {
                    from = at + end.size();
                    break;
                }
            text = text.substr(std::min(from, text.size()));
        }
        starts.emplace_back(all.size(), k);
        all.append(text).append("\n");
    }
    for (const auto& found : find_amounts_in_words(all)) {
        auto at = std::ranges::upper_bound(starts, found.begin, {}, &std::pair<std::size_t, std::size_t>::first);
        if (at == starts.begin()) continue;
        --at;
        const auto& folded = lines[at->second].folded;
        const std::size_t shift = folded.size() - (all.find('\n', at->first) - at->first);
        const auto begin = std::min(found.begin - at->first + shift, folded.size());
        const Span where{at->second, begin, std::clamp(found.end - at->first + shift, begin, folded.size()), 1};
        if (where.begin >= where.end || found.value < 1) continue;
        pool.add("amount_in_words", found.value, 0.98 * found.confidence * trust(sheet, where), place_of(sheet, where), "number words on the cheque");
    }
}

/// A payee's print with a scanner's bars read as the letter they were.
std::string payee_text(std::string text) {
    const auto filler = [](char c) { return c == '_' || c == ' ' || c == '-' || c == '.' || c == ':' || c == ',' || c == '*'; };
    while (!text.empty() && filler(text.front())) text.erase(0, 1);
    while (!text.empty() && filler(text.back())) text.pop_back();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_') text[i] = ' ';
        if (text[i] == '[' || text[i] == '|' || text[i] == '!' || text[i] == ']') text[i] = 'I';
    }
    std::string single;
    for (const char c : text)
        if (c != ' ' || single.empty() || single.back() != ' ') single += c;
    return single;
}

/// The date may stand on the payee's line, after a "le" that was read as something else.
Span before_date(const Sheet& sheet, Span span) {
    const std::string_view text = sheet.text.folded(span);
    const auto dates = find_dates(text);
    if (dates.empty()) return span;
    auto head = text.substr(0, dates.front().begin);
    while (!head.empty() && head.back() == ' ') head.remove_suffix(1);
    if (const auto gap = head.rfind(' '); gap != std::string_view::npos && head.size() - gap <= 3) head = head.substr(0, gap);
    span.end = span.begin + head.size();
    return span;
}

void add_payee(const Sheet& sheet, const Span& span, double confidence, const std::string& why, const Expectations& expectations, Pool& pool) {
    const auto text = payee_text(printed(sheet, before_date(sheet, span)));
    const auto letters = std::ranges::count_if(fold(text), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (letters < 2 || text.size() > 60) return;
    const bool known = company_likeness(text, expectations.payees) > 0.85;
    pool.add("payee", text, confidence * (known ? 1 : 0.8) * trust(sheet, span), place_of(sheet, span), known ? why + ", a name that is expected" : why);
}

void read_payee(const Sheet& sheet, const ChequeFace& face, const Expectations& expectations, Pool& pool, Extraction& out) {
    const auto& lines = sheet.text.lines();
    if (face.order) {
        const auto right = sheet.text.right_of(*face.order);
        for (const auto& span : right)
            if (span.line == face.order->line) add_payee(sheet, trimmed(sheet, span), 0.97, "after \"à l'ordre de\"", expectations, pool);
        if (right.empty() || right.front().line != face.order->line) {
            const Box box = sheet.text.upright_box(*face.order);
            const Box room{box.right(), std::max(0.0, box.y - 1.2 * box.h), std::min(0.35 * face.all.w, 0.97 - box.right()), 2.6 * box.h};
            if (room.w <= 0) return;
            const bool hand = hand_on(sheet, room);
            out.findings.push_back({hand ? "payee_by_hand" : "payee_blank", "", hand ? 0.7 : 0.72 * sureness(sheet, *face.order), {sheet.path, sheet.page(), turned(room, 360 - sheet.text.page().rotation % 360)}});
        }
    }
    for (const auto k : face.lines) {
        const std::string_view text = lines[k].folded;
        if (face.order && face.order->line == k) continue;
        const double depth = (lines[k].box.centre_y() - face.all.y) / face.all.h;
        const bool left = lines[k].box.x < face.all.x + 0.4 * face.all.w && depth > 0.36 && depth < 0.66;
        if (left && text.starts_with("A ") && text.size() > 4) add_payee(sheet, {k, 2, text.size(), 1}, 0.93, "after \"à\"", expectations, pool);
    }
    if (pool.has("payee")) return;
    for (const auto k : face.lines) {
        for (const auto& payee : expectations.payees)
            if (const auto match = find_fuzzy(lines[k].folded, fold(payee))) {
                const Span where{k, match->begin, match->end, 1};
                add_payee(sheet, where, 0.8 * match->quality, "an expected payee's name on the cheque", expectations, pool);
            }
    }
}

void read_date(const Sheet& sheet, const ChequeFace& face, const Expectations& expectations, Pool& pool, Extraction& out) {
    const auto& lines = sheet.text.lines();
    for (const auto k : face.lines) {
        const std::string_view line = lines[k].folded;
        const bool right = lines[k].box.right() > face.all.x + 0.55 * face.all.w;
        for (const auto& found : find_dates(line)) {
            const Span where{k, found.begin, found.end, 1};
            auto head = line.substr(0, found.begin);
            while (!head.empty() && (head.back() == ' ' || head.back() == ',')) head.remove_suffix(1);
            const bool after_le = head.ends_with("LE") && (head.size() == 2 || head[head.size() - 3] == ' ' || head[head.size() - 3] == ',');
            const double label = after_le ? 0.98 : right ? 0.95 : 0.75;
            if (!plausible_year(found.value, expectations)) continue;  // a street's name, a birth, a misread year
            pool.add("drawn_on", to_iso(found.value), found.confidence * label * trust(sheet, where), place_of(sheet, where), after_le ? "after \"le\"" : "a date on the cheque");
            if (after_le && head.size() > 4) head.remove_suffix(2);
            while (!head.empty() && (head.back() == ' ' || head.back() == ',')) head.remove_suffix(1);
            const std::size_t begin = head.starts_with("FAIT A ") ? 7 : head.starts_with("A ") ? 2 : 0;
            if (head.size() >= begin + 3 && head.size() - begin < 30 && std::ranges::none_of(head, [](char c) { return c >= '0' && c <= '9'; })) {
                const Span town{k, begin, head.size(), 1};
                pool.add("place", printed(sheet, town), 0.85 * trust(sheet, town), place_of(sheet, town), "before the cheque's date");
            }
        }
        if (right && lines[k].box.x > face.all.x + 0.45 * face.all.w && (line.starts_with("A ") || line.starts_with("FAIT A ")) && find_dates(line).empty() && line.size() < 36) {
            const Span town{k, line.starts_with("A ") ? 2u : 7u, line.size(), 1};
            if (company_likeness(printed(sheet, town), "France IT") < 0.8) pool.add("place", printed(sheet, town), 0.85 * trust(sheet, town), place_of(sheet, town), "after \"à\", at the right");
        }
    }
    if (pool.has("drawn_on")) return;
    // The date's place: at the right between the figures and the signature.
    const Box room{face.all.x + 0.55 * face.all.w, face.all.y + 0.36 * face.all.h, std::min(0.45 * face.all.w, 0.99 - face.all.x - 0.55 * face.all.w), 0.24 * face.all.h};
    if (room.w <= 0) return;
    bool figures = false;
    for (const auto k : face.lines)
        if (covered(lines[k].box, room) > 0.5 && std::ranges::count_if(lines[k].folded, [](char c) { return c >= '0' && c <= '9'; }) >= 2) figures = true;
    const bool hand = figures || hand_on(sheet, room);
    const Place place{sheet.path, sheet.page(), turned(room, 360 - sheet.text.page().rotation % 360)};
    out.findings.push_back({hand ? "date_by_hand" : "undated", "", hand ? 0.7 : 0.65, place});
}

/// "SARL GUÉRIN WEB" -> "GUÉRIN WEB"; specks before the name are no part of it. Empty when no name is left.
std::string holder_text(std::string text) {
    if (is_street(fold(text))) return {};
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = fold(text.substr(0, end));
        if (std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2) break;
        if (end == text.size()) return {};
        text.erase(0, end + 1);
    }
    auto name = without_form(text);
    const auto folded = fold(name);
    for (const std::string_view no : {"ORDRE DE", "AGENCE", "PAYABLE", "COMPTE", "CHEQUE", "FRANCE", "TEL", "SIGNATURE"})
        if (folded.find(no) != std::string::npos) return {};
    // The branch that keeps the account, in the bank's words for it.
    for (const std::string_view branch : {"CENTRE D'AFFAIRES", "CENTRE DE GESTION", "CAISSE LOCALE"})
        if (const auto said = find_fuzzy(folded, branch); said && said->quality > 0.75) return {};
    return std::ranges::count_if(folded, [](char c) { return c >= 'A' && c <= 'Z'; }) < 3 ? std::string{} : name;
}

/// The holder's block, printed by the bank: a name, streets, a postcode; the branch's block names an agency and a telephone.
void read_drawer(const Sheet& sheet, const ChequeFace& face, Pool& pool) {
    for (const auto& block : address_blocks(sheet)) {
        const Box& box = block.box;
        if (box.centre_y() < face.all.y + 0.35 * face.all.h || box.centre_y() > face.all.bottom() || box.centre_x() < face.all.x || box.centre_x() > face.all.right()) continue;
        const auto name = holder_text(block.who.name);
        if (name.empty()) continue;
        pool.add("drawer", name, 0.9 * std::min(1.0, block.who.confidence + 0.1) * sureness(sheet, block.who.span), place_of(sheet, block.who.span), "the holder's block");
    }
    for (const auto& span : sheet.text.find("compte n°")) {
        if (std::ranges::find(face.lines, span.line) == face.lines.end()) continue;
        for (const auto& under : sheet.text.below({span.line, 0, sheet.text.lines()[span.line].folded.size(), 1}, 1)) {
            const auto text = sheet.text.folded(under);
            if (text.size() > 60 || !find_postcodes(text).empty()) continue;
            const auto name = holder_text(printed(sheet, under));
            if (name.empty()) continue;
            pool.add("drawer", name, 0.94 * sureness(sheet, under), place_of(sheet, under), "under the account's number");
        }
    }
}

void read_bank(const Sheet& sheet, const ChequeFace& face, Pool& pool) {
    for (const std::string_view bank : banks)
        for (const auto& span : sheet.text.find(bank)) {
            const Box box = sheet.text.upright_box(span);
            if (box.centre_y() < face.all.y - 0.1 || box.centre_y() > face.all.bottom()) continue;
            pool.add("bank", printed(sheet, span), 0.95 * span.quality * sureness(sheet, span), place_of(sheet, span), "a known bank's name");
            return;
        }
}

void read_number(const Sheet& sheet, const ChequeFace& face, Pool& pool, Extraction& out) {
    if (face.number) {
        for (const auto& span : sheet.text.right_of(*face.number)) {
            const auto text = sheet.text.folded(span);
            std::size_t i = 0;
            while (i < text.size() && !(text[i] >= '0' && text[i] <= '9')) ++i;
            std::size_t end = i;
            while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
            if (end - i != 7) continue;
            const Span where = part_of(span, i, end);
            pool.add("cheque_number", std::string(text.substr(i, 7)), 0.97 * sureness(sheet, where), place_of(sheet, where), "after \"chèque n°\"");
            break;
        }
    }
    // The key of the magnetic line, in parentheses beside the number.
    for (const auto k : face.lines) {
        const std::string_view text = sheet.text.lines()[k].folded;
        const auto open = text.find('(');
        if (open == std::string_view::npos || open + 3 >= text.size() || text[open + 3] != ')') continue;
        const auto key = text.substr(open + 1, 2);
        const Span where{k, open + 1, open + 3, 1};
        const bool low = sheet.text.upright_box(where).centre_y() > face.all.y + 0.6 * face.all.h;
        if (low && std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; })) out.findings.push_back({"printed_key", std::string(key), sureness(sheet, where), place_of(sheet, where)});
    }
}

void note_cancelled(const Sheet& sheet, const ChequeFace& face, Extraction& out) {
    for (const std::string_view phrase : {"spécimen", "annulé", "chèque annulé", "sans valeur", "fac-similé", "NUL"})
        for (const auto& span : sheet.text.find(phrase)) {
            const Box box = sheet.text.upright_box(span);
            const bool on_cheque = !intersection(box, face.all).empty();
            // "en cas d'annulation ..." is a sentence; the word that voids a cheque stands alone.
            if (!on_cheque || sheet.text.lines()[span.line].folded.size() > span.end - span.begin + 12) continue;
            out.findings.push_back({"cancelled", sheet.text.printed(span), 0.93 * span.quality * sureness(sheet, span), place_of(sheet, span)});
            return;
        }
}

/// Places of what is filled in, for a second look: named like the fields that belong there.
void add_places(const Sheet& sheet, const ChequeFace& face, Extraction& out) {
    const auto places = places_on(sheet, face);
    const auto add = [&](const char* purpose, const Box& upright, const char* label) {
        if (upright.empty()) return;
        out.slots.push_back({purpose, {sheet.path, sheet.page(), turned(upright, 360 - sheet.text.page().rotation % 360)}, label, Ink::unsure, 0, {}});
    };
    add("amount", places.figures, "the figures' frame, upper right of the cheque");
    add("amount_in_words", places.words, "under \"payez contre ce chèque\"");
    add("payee", places.payee, "after \"à l'ordre de\"");
    add("drawn_on", places.date, "place and date, right of the cheque");
    add("cheque_number", places.magnetic_line, "the magnetic line");
}

Extraction read(std::span<const DocumentPage> pages, const Expectations& expectations) {
    const auto sheets = sheets_of(pages);
    Extraction out;
    Pool pool;
    for (const auto& sheet : sheets) {
        const auto face = cheque_on(sheet);
        if (!face) continue;
        read_figures(sheet, *face, pool);
        read_words(sheet, *face, pool);
        read_payee(sheet, *face, expectations, pool, out);
        read_date(sheet, *face, expectations, pool, out);
        read_drawer(sheet, *face, pool);
        read_bank(sheet, *face, pool);
        read_number(sheet, *face, pool, out);
        note_cancelled(sheet, *face, out);
        hide_accounts(sheet, out);
        Slot slot;
        slot.purpose = "signature";
        slot.place = {sheet.path, sheet.page(), turned(signature_zone(sheet, *face), 360 - sheet.text.page().rotation % 360)};
        slot.label = "lower right of the cheque";
        out.slots.push_back(std::move(slot));
        add_places(sheet, *face, out);
        break;
    }
    if (out.slots.empty() && !sheets.empty()) {
        // No pre-printed word was read: the whole page may hold the signature, which proves nothing when empty.
        out.slots.push_back({"signature", {sheets.front().path, sheets.front().page(), {}}, "", Ink::unsure, 0, {}});
    }
    out.fields = pool.fields();
    for (auto& field : out.fields)
        if (field.name == "amount" || field.name == "amount_in_words" || field.name == "payee" || field.name == "drawn_on" || field.name == "place") {
            const auto sheet = std::ranges::find_if(sheets, [&](const Sheet& s) { return s.path == field.chosen.place.path && s.page() == field.chosen.place.page; });
            if (sheet != sheets.end()) field.by_hand = hand_on(*sheet, turned(field.chosen.place.box, sheet->text.page().rotation));
        }
    return out;
}

}  // namespace

extern const Extractor fee_cheque;
const Extractor fee_cheque{"fee_cheque", kinds, read};

}  // namespace paraphe
