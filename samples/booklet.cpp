#include "samples/booklet.hpp"

#include <array>
#include <stdexcept>

namespace paraphe::samples {

Booklet::Booklet(std::string id, const Facts& facts, Random random)
    : piece(std::move(id)), rng(random), theme(make_theme(rng)), date_form(rng.between(0, 2)), hand(make_hand(rng, rng.chance(0.5))),
      people_(Random(0).child(facts.us.siren)) {}

Sheet& Booklet::page(bool landscape) { return landscape ? page_of(297, 210) : page_of(210, 297); }

Sheet& Booklet::page_of(double width, double height) {
    sheets.push_back(std::make_unique<Sheet>(width, height, theme, rng.child("page " + std::to_string(sheets.size()))));
    sheets.back()->piece = piece;
    return *sheets.back();
}

void Booklet::entry(Sheet& on, double x, double y, double w, std::string_view what) {
    if (by_hand) {
        lettered = true;
        on.write(x, y, what, hand, rng.real(3.2, 4.2), w);
        return;
    }
    const Type type{.size = theme.size, .family = layout % 2 == 1 ? "Liberation Mono" : ""};
    on.text(x, y - type.size * mm_per_point * 1.05, 0, what, type);
}

Signer Booklet::signer(const Person& person) const {
    Random own = people_.child(person.full());
    const Random movement = own.child("movement");
    Signer signer{person, movement, make_pen(own)};
    return signer;
}

Colour Booklet::stamp_colour() {
    static constexpr std::array<Colour, 4> inks{{{0.12, 0.18, 0.55}, {0.15, 0.15, 0.2}, {0.65, 0.1, 0.15}, {0.3, 0.15, 0.5}}};
    return rng.pick(inks);
}

std::string Booklet::written(Date day) const { return date_form == 0 ? in_words(day) : date_form == 1 ? slashed(day) : in_words(day); }

double Booklet::closing(Sheet& on, double x, double y, double w, const Company& company, const SignedBy& by, bool fields) {
    const Type type{.size = theme.size};
    const std::string place = company.address.town;
    if (by_hand) {
        on.text(x, y, 0, "Fait à", type);
        const double base = y + type.size * mm_per_point * 1.1;
        on.dots(x + 13, x + 42, base + 0.8);
        entry(on, x + 14, base, 27, place);
        on.text(x + 44, y, 0, "le", type);
        on.dots(x + 49, x + 80, base + 0.8);
        if (by.on) entry(on, x + 50, base, 30, slashed(*by.on));
    } else {
        on.text(x, y, w, by.on ? "Fait à " + place + ", le " + written(*by.on) : "Fait à " + place, type);
    }
    y += type.size * mm_per_point * 1.7;
    if (fields && by.on) on.field("date", iso(*by.on));
    y = on.text(x, y, w, by.person.full() + ", " + by.role, type);
    if (fields) on.field("signatory", by.person.full());
    y = on.text(x, y + 1, w, rng.chance(0.5) ? "Signature et cachet de l'entreprise" : "Signature :", {.size = theme.size * 0.85, .italic = true});
    const Hand own = [&] {
        Random hands = people_.child(by.person.full() + " writes");
        Hand made = make_hand(hands, hands.chance(0.3));
        made.pen = signer(by.person).pen;
        return made;
    }();
    if (by.mention) {
        on.write(x + 1, y + 6.5, rng.chance(0.6) ? "Lu et approuvé" : "Bon pour accord", own, rng.real(3.4, 4.4), w * 0.7, true);
        y += 8;
    }
    const bool over = by.signature && by.stamp && rng.chance(0.3);
    const double stamp_x = over ? x + 12 : x + std::min(w - 42, 50.0);
    if (by.stamp) {
        const std::vector<std::string> lines{company.name, company.address.street, company.address.postcode + " " + company.address.town, "SIRET " + company.siret_spaced()};
        const int shape = rng.between(0, 5);
        const Colour colour = stamp_colour();
        if (shape == 0) on.stamp_round({stamp_x + 14, y + 14}, rng.real(12, 16), company.name + " * " + company.address.town, company.form, colour, "company", false);
        else if (shape == 1) on.stamp_oval({stamp_x + 18, y + 12}, rng.real(17, 20), {lines[0], lines[2]}, colour, "company", false);
        else on.stamp_box({stamp_x, y + rng.real(0, 6)}, shape < 4 ? lines : std::vector<std::string>{lines[0], lines[2]}, colour, "company", false);
    }
    if (by.signature) on.sign({x, y, std::min(w, 50.0), 24}, signer(by.person), "director");
    return y + 26;
}

const Drawing& drawing_of(std::string_view piece) {
    for (const Drawing* drawing : all_drawings())
        if (drawing->name == piece) return *drawing;
    throw std::invalid_argument("no drawing of " + std::string(piece));
}

const Drawing& lookalike_of(std::string_view name) {
    for (const Drawing* drawing : all_lookalikes())
        if (drawing->name == name) return *drawing;
    throw std::invalid_argument("no lookalike named " + std::string(name));
}

}  // namespace paraphe::samples
