#include <array>

#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

Colour colour_of(int rgb) { return {((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0}; }

/// Seven bars a sign; which two of the six gaps are wide says the sign (the CMC-7 code).
void cmc7(Sheet& sheet, double x, double y, const std::string& signs) {
    static constexpr std::array<const char*, 15> gaps{"001100", "100010", "011000", "101000", "100100", "000110", "001010", "110000", "010010", "010100", "100001", "010001", "001001", "000101", "000011"};
    const double start = x, height = 3.1, bar = 0.15, narrow = 0.3, wide = 0.5, pitch = 3.175;
    for (const char sign : signs) {
        if (sign == ' ') {
            x += pitch;
            continue;
        }
        const std::size_t code = sign >= '0' && sign <= '9' ? static_cast<std::size_t>(sign - '0') : static_cast<std::size_t>(sign - 'A') + 10;
        double at = x;
        for (int i = 0; i < 7; ++i) {
            // Bars are cut so that the eye sees a figure: short ones at the sides of round signs.
            const double cut = (i == 0 || i == 6) ? 0.5 : 0;
            sheet.fill({at, y + cut, bar, height - 2 * cut}, {});
            if (i < 6) at += gaps[code][i] == '1' ? wide : narrow;
        }
        x += pitch;
    }
    sheet.negatives.push_back({"cmc7", {start, y, x - start, height}});
}

int key_of(const std::string& digits, bool wrong) {
    long long rest = 0;
    for (const char c : digits + "00") rest = (rest * 10 + (c - '0')) % 97;
    const int key = static_cast<int>(97 - rest);
    return wrong ? (key + 10) % 97 + 1 : key;
}

std::string words_of(const Facts& facts, Random& rng) {
    if (!facts.cheque.words.empty()) return facts.cheque.words;
    const std::string number = number_words(facts.cheque.words_amount, rng.chance(0.3));
    return number + (rng.chance(0.8) ? " euros" : "");
}

std::string figures_of(const Facts& facts, Random& rng) {
    if (!facts.cheque.figures.empty()) return facts.cheque.figures;
    const std::string amount = std::to_string(facts.cheque.amount);
    const std::array<std::string, 5> forms{amount + ",00", amount + " €", "#" + amount + ",00#", amount + ".00", amount};
    return rng.pick(forms);
}

struct Places {
    Rect figures, words, payee, place, date, signature, drawer, bank;
};

/// The cheque itself, its corner at (x, y); 175 x 80 mm.
void cheque(const Facts& facts, Booklet& booklet, Sheet& sheet, double x, double y, bool bank_draws_left) {
    const auto& it = facts.cheque;
    Random& rng = booklet.rng;
    const Colour house = colour_of(it.bank.colour);
    const Colour pale{0.86 + 0.14 * house.red, 0.88 + 0.12 * house.green, 0.9 + 0.1 * house.blue};
    sheet.fill({x, y, 175, 80}, pale);
    cairo_save(sheet.print());
    cairo_rectangle(sheet.print(), x, y, 175, 80);
    cairo_clip(sheet.print());
    for (int i = 0; i < 14; ++i)  // a ground of waves
        sheet.rule(x, y + 6.0 * i, x + 175, y + 6.0 * i + rng.real(-6, 6), 0.15, {pale.red * 0.94, pale.green * 0.95, pale.blue * 0.96});
    cairo_restore(sheet.print());
    sheet.frame({x, y, 175, 80}, 0.25, {0.4, 0.4, 0.4});
    const Type small{.size = 6.5, .family = "Liberation Sans"}, label{.size = 7.5, .family = "Liberation Sans"};
    sheet.logo({x + 6, y + 4, 40, 8}, it.bank.name, house);
    if (rng.chance(0.8)) {
        sheet.rule(x + 2, y + 22, x + 26, y + 1, 0.4, {0.2, 0.2, 0.2});
        sheet.rule(x + 7, y + 23, x + 31, y + 2, 0.4, {0.2, 0.2, 0.2});
    }
    sheet.text(x + 60, y + 4, 50, "Chèque n° " + it.number, label);
    // figures
    const Rect box{x + 128, y + 10, 42, 9};
    sheet.fill(box, {1, 1, 1});
    sheet.frame(box, 0.3);
    sheet.text(box.x - 6, box.y + 2, 6, "€", {.size = 12, .bold = true});
    const Type machine{.size = 11, .family = booklet.layout == 1 ? "Liberation Mono" : "Liberation Sans"};
    const auto put = [&](double px, double base, double w, const std::string& what) {
        if (booklet.by_hand) {
            booklet.lettered = true;
            sheet.write(px, base, what, booklet.hand, rng.real(3.6, 4.6), w);
        } else sheet.text(px, base - machine.size * mm_per_point * 1.02, 0, what, machine);
    };
    put(box.x + 3, box.y + 6.6, box.w - 5, figures_of(facts, rng));
    sheet.text(x + 6, y + 17, 120, rng.chance(0.5) ? "Payez contre ce chèque non endossable, sauf au profit d'une banque ou d'un établissement assimilé" : "Payez contre ce chèque non endossable", small);
    sheet.rule(x + 6, y + 28, x + 124, y + 28, 0.2, {0.4, 0.4, 0.4});
    sheet.rule(x + 6, y + 35, x + 124, y + 35, 0.2, {0.4, 0.4, 0.4});
    std::string words = words_of(facts, rng);
    if (rng.chance(0.25)) words = upper_case(words);
    put(x + 12, y + 27, 110, words);
    sheet.text(x + 6, y + 37.5, 16, bank_draws_left ? "à" : "à l'ordre de", small);
    sheet.rule(x + 20, y + 42.5, x + 124, y + 42.5, 0.2, {0.4, 0.4, 0.4});
    if (!it.payee.empty()) put(x + 24, y + 41.6, 96, it.payee);
    sheet.text(x + 128, y + 26, 6, "à", small);
    sheet.rule(x + 132, y + 30.5, x + 171, y + 30.5, 0.2, {0.4, 0.4, 0.4});
    put(x + 134, y + 29.6, 36, it.drawer.address.town);
    sheet.text(x + 128, y + 33, 6, "le", small);
    sheet.rule(x + 132, y + 37.5, x + 171, y + 37.5, 0.2, {0.4, 0.4, 0.4});
    if (it.on) put(x + 134, y + 36.6, 36, booklet.date_form == 1 || booklet.by_hand ? slashed(*it.on) : in_words(*it.on));
    sheet.text(x + 6, y + 46, 44, "Payable en France\n" + std::string(it.bank.branch_word) + " " + it.drawer.address.town + "\nTél. " + it.drawer.phone, small);
    sheet.text(x + 60, y + 46, 62, "Compte n° " + filled(rng, "#####-##### ") + it.number.substr(0, 4) + "\n" + upper_case(it.drawer.name) + "\n" + upper_case(it.drawer.address.street) + "\n" + it.drawer.address.postcode + " " + upper_case(it.drawer.address.town),
               {.size = 7.5, .family = "Liberation Sans"});
    const std::string digits = it.number + it.zone2 + it.zone3;
    sheet.text(x + 6, y + 63, 60, "N° " + it.number + "   (" + std::to_string(key_of(digits, it.wrong_key)) + ")", label);
    sheet.fill({x + 0.2, y + 69.5, 174.6, 10.3}, {0.985, 0.985, 0.97});
    cmc7(sheet, x + 14, y + 72.5, "C" + it.number + "C " + it.zone2 + "A " + it.zone3 + "E");
    if (it.altered) {
        sheet.write(box.x + 4, box.y + 6.2, std::to_string(facts.cheque.amount), booklet.hand, 5, 20, true);
        Ink line{{smooth({{box.x + 2, box.y + 5}, {box.x + 12, box.y + 3.6}, {box.x + 24, box.y + 5.4}}), {}}};
        line[0].widths.assign(line[0].points.size(), 0.6);
        draw(sheet.ink(), line, booklet.hand.pen);
    }
    if (it.cancelled) sheet.write(x + 30, y + 50, "ANNULÉ", [&] { Hand big = booklet.hand; big.capitals = true; big.pen.width = 0.9; return big; }(), 16, 120);
    if (it.stamp) sheet.stamp_box({x + 126, y + 44}, {it.drawer.name, it.drawer.address.postcode + " " + it.drawer.address.town}, booklet.stamp_colour(), "company", true, 0.8);
    if (it.signature) sheet.sign({x + 126, y + 40, 44, 20}, booklet.signer(it.drawer.director));
    sheet.field("amount", static_cast<double>(it.amount));
    sheet.field("amount_words", static_cast<double>(it.words_amount));
    if (!it.payee.empty()) sheet.field("payee", it.payee);
    if (it.on) sheet.field("date", iso(*it.on));
    sheet.field("drawer", it.drawer.name);
    sheet.field("cheque_number", it.number);
}

void draw(const Facts& facts, Booklet& booklet) {
    const auto& it = facts.cheque;
    Random& rng = booklet.rng;
    if (it.letter || booklet.layout == 1) {  // a letter with its cheque below
        Sheet& sheet = booklet.page();
        sheet.text(20, 20, 80, it.drawer.name + "\n" + it.drawer.address.street + "\n" + it.drawer.address.postcode + " " + it.drawer.address.town, {.size = 10});
        sheet.text(120, 45, 70, "FRANCE IT\n14 rue Passet\n69007 LYON", {.size = 10.5});
        sheet.table(20, 85, {25, 105, 40}, {{"Date", "Objet du règlement", "Montant"}, {it.on ? slashed(*it.on) : "", "Audit initial label Entreprise Numérique Responsable", euros(it.amount) + " €"}}, {.size = 9.5});
        sheet.text(20, 115, 170, "Veuillez trouver ci-dessous notre règlement par chèque.", {.size = 10});
        cheque(facts, booklet, sheet, 17, 200, true);
        return;
    }
    if (booklet.layout == 0) {  // laid on the glass of the scanner
        Sheet& sheet = booklet.page();
        cheque(facts, booklet, sheet, rng.real(10, 26), rng.real(12, 120), rng.chance(0.5));
        return;
    }
    Sheet& sheet = booklet.page_of(185, 90);  // the cheque alone
    cheque(facts, booklet, sheet, 5, 5, rng.chance(0.5));
}

}  // namespace

namespace pieces {
extern const Drawing fee_cheque;
const Drawing fee_cheque{"fee_cheque", 3, true, draw};
}  // namespace pieces
}  // namespace paraphe::samples
