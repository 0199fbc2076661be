#include <algorithm>
#include <array>

#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

struct Commitment {
    const char* title;
    std::array<const char*, 3> points;
};
struct Chapter {
    const char* title;
    std::vector<Commitment> commitments;
};

const std::vector<Chapter>& chapters() {
    static const std::vector<Chapter> all{
        {"Obligations et déontologie",
         {{"L'entreprise est en règle de ses obligations légales et sociales", {"Elle est à jour de ses déclarations et paiements fiscaux et sociaux et peut le prouver.", "Elle tient le registre unique du personnel de chacun de ses établissements.", "Elle souscrit une assurance de responsabilité civile adaptée à son activité."}},
          {"L'entreprise respecte la propriété intellectuelle", {"Elle n'emploie que des logiciels dont elle détient une licence valable.", "Le contrat précise quels droits sont cédés au client, pour quels usages et pour quelle durée.", "Les composants libres livrés au client sont énumérés avec leur licence."}},
          {"L'entreprise garantit la confidentialité", {"Ses salariés et ses sous-traitants signent une clause de confidentialité.", "Les accès aux données du client sont limités aux personnes qui en ont besoin.", "Les données à caractère personnel sont traitées selon la loi Informatique et Libertés."}},
          {"L'entreprise est loyale envers ses confrères", {"Elle s'abstient de tout dénigrement.", "Elle ne débauche pas les salariés d'un confrère avec qui elle coopère.", "Elle refuse les marchés obtenus par des pratiques anticoncurrentielles."}},
          {"L'entreprise agit pour le développement durable", {"Elle confie ses matériels usagés à une filière de recyclage agréée.", "Elle préfère les réunions à distance lorsque la mission le permet.", "Elle participe à la vie de son cluster."}}}},
        {"Approche commerciale",
         {{"L'entreprise établit un cahier des charges avec le client", {"Le besoin est reformulé par écrit avant toute proposition.", "Les contraintes de délai, de budget et d'exploitation sont recueillies.", "Les besoins qui dépassent ses compétences sont signalés au client."}},
          {"L'entreprise chiffre ses propositions en toute clarté", {"Chaque prestation porte une description, une quantité et un prix.", "Les frais annexes, récurrents ou optionnels figurent à part.", "La durée de validité de la proposition est indiquée."}},
          {"L'entreprise formalise la commande", {"Un contrat ou un bon de commande signé précède le début des travaux.", "Les conditions générales de vente sont remises au client.", "Toute modification en cours de mission fait l'objet d'un avenant."}}}},
        {"Réalisation de la prestation",
         {{"L'entreprise affecte les moyens nécessaires", {"Les compétences affectées correspondent à celles de la proposition.", "Un interlocuteur unique est désigné pour le client.", "La continuité est assurée pendant les congés."}},
          {"L'entreprise suit l'avancement du projet", {"Un calendrier est convenu au lancement et tenu à jour.", "Un compte rendu est adressé après chaque réunion.", "Les retards sont annoncés dès qu'ils sont connus, avec leurs causes."}},
          {"L'entreprise livre et fait accepter ses travaux", {"Une procédure de recette est définie avec le client.", "La documentation et les codes d'accès sont remis à la livraison.", "Les réserves sont levées dans un délai convenu."}},
          {"L'entreprise facture conformément à la commande", {"Les échéances sont celles du contrat.", "L'acompte demandé ne dépasse pas la moitié du montant.", "Toute réserve suspend la part qu'elle concerne."}},
          {"L'entreprise prévoit sa défaillance", {"Les sources et les données du client lui sont restituées à sa demande.", "Une solution de reprise est décrite au contrat.", "Le client est averti de toute sous-traitance."}},
          {"L'entreprise écoute ses clients", {"Une enquête de satisfaction est menée au moins une fois l'an.", "Les réclamations sont consignées et reçoivent une réponse sous dix jours.", "Les résultats nourrissent un plan d'amélioration."}}}}};
    return all;
}

/// Takes a new page when the next block does not fit.
struct Pages {
    Booklet& booklet;
    double top, bottom, x, w;
    Sheet* sheet = nullptr;
    double y = 0;
    void turn() {
        sheet = &booklet.page();
        y = top;
    }
    void say(const std::string& what, const Type& type, double gap, double indent = 0) {
        if (sheet == nullptr || y + sheet->height_of(w - indent, what, type) > bottom) turn();
        y = sheet->text(x + indent, y, w - indent, what, type) + gap;
    }
    void need(double mm) {
        if (sheet == nullptr || y + mm > bottom) turn();
    }
};

/// The point as this copy of the standard words it; nothing when it was taken out.
std::string worded(const char* point, int number, const ReferentialFacts& referential) {
    std::string text = point;
    if (number != referential.clause_at || referential.clause.empty()) return text;
    if (referential.clause == "removed") return {};
    if (referential.clause == "added") return text.substr(0, text.size() - 1) + ", sauf accord contraire du client.";
    const auto last = text.find_last_of(' ', text.find_last_of(' ') - 1);
    return text.substr(0, last) + " ses intérêts.";
}

void commitments(Pages& pages, const Type& body, int form, double looseness, const ReferentialFacts& referential) {
    const Type chapter{.size = body.size + 3, .bold = true, .colour = form == 1 ? Colour{} : Colour{0.1, 0.3, 0.5}};
    const Type title{.size = body.size + 0.5, .bold = true};
    int c = 0, running = 0, number = 0;
    for (const auto& [name, list] : chapters()) {
        ++c;
        pages.need(34);
        pages.say(form == 1 ? "Titre " + std::string(static_cast<std::size_t>(c), 'I') + " - " + name : std::to_string(c) + ". " + upper_case(name), chapter, 3 * looseness);
        int n = 0;
        for (const auto& [heading, points] : list) {
            ++n;
            ++running;
            pages.need(20);
            pages.say((form == 1 ? "Article " + std::to_string(running) + " - " : std::to_string(c) + "." + std::to_string(n) + " ") + heading, title, 1.4 * looseness);
            for (const char* point : points)
                if (const auto text = worded(point, ++number, referential); !text.empty()) pages.say((form == 1 ? "" : form == 2 ? "- " : "• ") + text, body, 0.9 * looseness, form == 1 ? 0 : 5);
            pages.y += 2.2 * looseness;
        }
        pages.y += 2 * looseness;
    }
}

void paraphs(const Facts& facts, Booklet& booklet, std::size_t count) {
    const auto& referential = facts.referential;
    const Signer signer = booklet.signer(referential.by.person);
    Random place = booklet.rng.child("place of the paraphs");
    const int corner = place.between(0, 5);  // mostly bottom right
    const double size = place.real(9, 20);
    const Person second = make_person(place);
    for (std::size_t i = 0; i < count; ++i) {
        const int number = static_cast<int>(i) + 1;
        const bool last = i + 1 == count;
        if (referential.unparaphed.contains(number)) continue;
        if (referential.versos_bare && number % 2 == 0) continue;
        if (last && !referential.last_paraphed) continue;
        Sheet& sheet = *booklet.sheets[i];
        const double jx = place.normal(0, 2.5), jy = place.normal(0, 2.5);
        Point at{192 - size / 2 + jx * 0.4, 282 + jy * 0.5};
        if (corner == 1) at = {20 + size / 2 + jx * 0.5, 281 + jy * 0.5};
        if (corner == 2) at = {105 + jx, 278 + jy * 0.4};
        if (corner == 3) at = {190 - size / 2, 13 + jy * 0.3};
        const double strength = referential.faint.contains(number) ? 0.16 : 1;
        if (referential.same_paraph) {
            sheet.rng = Random(1);
            sheet.paraph({188 - size / 2, 281}, size, signer, true, strength);
        } else sheet.paraph(at, size, signer, false, strength);
        if (referential.two_paraphs) sheet.paraph({at.x > 100 ? at.x - size - 4 : at.x + size + 4, at.y + jx * 0.3}, size * 0.9, booklet.signer(second), false, strength, false);
    }
}

void strike_out(Sheet& sheet, Random& rng, const Hand& hand) {
    for (int i = 0; i < 3; ++i) {
        const double y = 92 + 5.2 * i;
        Ink line{{smooth({{24, y}, {70, y + rng.real(-0.8, 0.8)}, {120, y + rng.real(-0.8, 0.8)}, {175, y + 0.5}}), {}}};
        line[0].widths.assign(line[0].points.size(), 0.5);
        draw(sheet.ink(), line, hand.pen);
    }
    sheet.write(120, 88, "sauf accord contraire", hand, 3.6, 70);
}

void preamble(Pages& pages, const Type& body, Random& rng) {
    static constexpr std::array<const char*, 3> texts{
        "Le présent référentiel fixe les exigences que doit satisfaire une entreprise candidate au label « Entreprise Numérique Responsable ». Il appartient à France IT, réseau national des clusters numériques.",
        "En le paraphant à chaque page et en signant la dernière, le dirigeant de l'entreprise reconnaît en avoir pris connaissance et s'engage à l'appliquer et à le faire appliquer.",
        "Une entreprise numérique responsable conduit son activité dans le respect de ses clients, de ses salariés, de ses confrères et de l'environnement. Le label distingue celles qui en apportent la preuve."};
    for (const char* text : texts) pages.say(text, body, 2.5);
    static_cast<void>(rng);
}

void cover(Booklet& booklet, const Facts& facts) {
    Sheet& sheet = booklet.page();
    sheet.logo({70, 50, 70, 22}, "France IT", {0.05, 0.35, 0.6});
    sheet.text(25, 110, 160, "RÉFÉRENTIEL", {.size = 30, .bold = true, .align = Align::centre, .colour = {0.05, 0.35, 0.6}});
    sheet.text(25, 128, 160, "du label « Entreprise Numérique Responsable »", {.size = 16, .align = Align::centre});
    sheet.text(25, 150, 160, facts.referential.edition, {.size = 12, .align = Align::centre});
}

void draw(const Facts& facts, Booklet& booklet) {
    const auto& referential = facts.referential;
    const int form = booklet.layout;
    const double looseness = form == 2 ? booklet.rng.real(1.5, 2.1) : booklet.rng.real(0.9, 1.5);
    const Type body{.size = booklet.theme.size, .align = form == 1 ? Align::justified : Align::left, .leading = 1.2};
    const bool covered = form == 2;
    Pages pages{booklet, form == 1 ? 28.0 : 22.0, 262, 24, 162};
    if (covered) cover(booklet, facts);
    pages.turn();
    if (!covered) {
        if (form == 0) pages.sheet->logo({24, 14, 50, 12}, "France IT", {0.05, 0.35, 0.6});
        pages.y = form == 0 ? 36 : 24;
        pages.say(form == 0 ? "Référentiel du label ENR" : "RÉFÉRENTIEL « ENTREPRISE NUMÉRIQUE RESPONSABLE »", {.size = 17, .bold = true, .align = Align::centre}, 2);
        pages.say(referential.edition, {.size = 10, .italic = true, .align = Align::centre}, 7);
    }
    pages.say("Préambule", {.size = body.size + 3, .bold = true}, 3);
    preamble(pages, body, booklet.rng);
    pages.y += 4;
    if (form == 2) {
        pages.say("Fonctionnement du label", {.size = body.size + 3, .bold = true}, 3);
        for (const char* text : {"Le label est attribué pour deux ans par le comité d'attribution, au vu d'un dossier et d'une enquête auprès des clients.", "L'entreprise labellisée accepte tout contrôle pendant cette durée ; un manquement grave entraîne la radiation.",
                                 "Le référentiel est révisé par France IT, qui en informe les entreprises labellisées."})
            pages.say(text, body, 2.5);
        pages.turn();
    }
    commitments(pages, body, form, looseness, referential);
    pages.need(78);
    pages.say(form == 1 ? "Acceptation" : "Engagement du dirigeant", {.size = body.size + 2, .bold = true}, 3);
    pages.say("Le dirigeant de la société " + referential.company.name + " (SIREN " + referential.company.siren_spaced() + ") accepte le présent référentiel, paraphé à chaque page.", body, 5);
    pages.sheet->field("company", referential.company.name);
    SignedBy by = referential.by;
    if (referential.stamp_only) by.signature = false, by.stamp = true;
    booklet.closing(*pages.sheet, 105, pages.y, 85, referential.company, by);

    const std::size_t count = booklet.sheets.size();
    const bool totals = booklet.rng.chance(0.5);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string number = std::to_string(i + 1) + (totals ? "/" + std::to_string(count) : "");
        const std::string foot = form == 0 ? "Référentiel Entreprise Numérique Responsable - " + referential.edition + " - page " + number : form == 1 ? "Page " + number : "France IT - Référentiel ENR | " + number;
        booklet.sheets[i]->text(24, 287, 162, foot, {.size = 7.5, .align = form == 1 ? Align::right : Align::centre, .colour = {0.35, 0.35, 0.35}});
    }
    paraphs(facts, booklet, count);
    for (const int page : referential.struck_out)
        if (page >= 1 && page <= static_cast<int>(count)) strike_out(*booklet.sheets[static_cast<std::size_t>(page - 1)], booklet.rng, booklet.hand);
    if (referential.cropped)
        for (auto& sheet : booklet.sheets) sheet->cropped_bottom = 42;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < count; ++i) {
        const int number = static_cast<int>(i) + 1;
        if (referential.missing_pages.contains(number)) continue;
        order.push_back(i);
        if (referential.twice.contains(number)) order.push_back(i);
        if (referential.blank_versos && i + 1 < count) {
            order.push_back(booklet.sheets.size());
            Sheet& blank = booklet.page();
            blank.piece = "other";
            blank.blank = true;
        }
    }
    booklet.order = order;
}

}  // namespace

namespace pieces {
extern const Drawing referential;
const Drawing referential{"referential", 3, true, draw};
}  // namespace pieces
}  // namespace paraphe::samples
