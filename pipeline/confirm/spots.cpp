#include "confirm/spots.hpp"

#include "text/fold.hpp"
#include "text/page_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace paraphe::confirm {
namespace {

/// Words after which the company that a piece is about is named, or the blank of a form where a hand writes it.
constexpr std::array company_cues{
    "Raison sociale", "Dénomination sociale", "Nom de l'entreprise", "Nom de la société", "Nom de l'adhérent", "Nom de l'employeur", "Nom de l'assuré", "Reçu de la société", "Reçu de l'entreprise", "Reçu de",
    "atteste que la société", "atteste que l'entreprise", "certifie que la société", "certifie que l'entreprise", "certifions que la société", "attestons que la société", "représentant de la société", "représentant légal de",
    "de l'entreprise", "Pour la société", "Pour l'entreprise", "Pour le compte de", "Entreprise :", "Société :", "Employeur :", "Adhérent :", "Assuré :", "Souscripteur :", "Titulaire :", "Licencié :", "Client :", "Facturé à", "Pour"};

/// Words after which the person who signs is named.
constexpr std::array signatory_cues{"Je soussigné(e), (nom, prénom)", "(nom, prénom)", "Je soussigné(e)", "Je soussigné", "Je soussignée", "Nom et prénom du signataire", "Nom du signataire", "Nom et prénom", "Nom, prénom", "Représentée par", "Signataire"};

/// A company that stands beside one of these is not whom the piece is about.
constexpr std::array<std::string_view, 17> strangers{"COURTIER", "COURTAGE", "ORIAS", "ASSUREUR", "COMPAGNIE", "EDITEUR", "FOURNISSEUR", "VENDEUR", "REVENDEUR", "EMETTEUR", "COPIE", "INTERMEDIAIRE", "MANDATAIRE", "FILIALE", "ASSOCIATION LOI", "PRESTATAIRE", "SOUS-TRAITANT"};

/// Words that make a number the company's register number rather than a policy's or a client's.
constexpr std::array<std::string_view, 8> number_words{"SIREN", "SIRET", "RCS", "R.C.S", "IMMATRICUL", "IDENTIFICATION", "TVA", "REGISTRE"};

/// And those after which it stands on a form.
constexpr std::array<std::string_view, 3> number_cues{"SIRET", "SIREN", "RCS"};

constexpr double form_line = 1.1;      // heights of a line: what a hand's letters reach above and below it
constexpr double form_width = 0.55, least_height = 0.008;
constexpr double right_edge = 0.96;
constexpr double letterhead_ends = 0.2, foot_begins = 0.9;
constexpr double addressee_from_x = 0.42, addressee_to_y = 0.45;

/// The pages of a document as texts.
struct Leaf {
    std::string path;
    const PageReading* page;
    PageText text;
};

std::vector<Leaf> leaves_of(const Document& document, const PageOf& page_of) {
    std::vector<Leaf> leaves;
    for (const auto& part : document.parts)
        for (const int number : part.pages)
            if (const auto* page = page_of(part.path, number)) leaves.push_back({part.path, page, PageText(*page)});
    return leaves;
}

Place placed(const Leaf& leaf, const Box& upright) { return {leaf.path, leaf.page->number, turned(upright, 360 - leaf.page->rotation % 360)}; }

bool names_a_stranger(std::string_view folded) {
    return std::ranges::any_of(strangers, [folded](std::string_view word) { return folded.find(word) != std::string_view::npos; });
}

/// The blank of a form that begins at `x`, on a line so high: a hand's letters reach above and below it.
Place blank_from(const Leaf& leaf, double x, double y, double height) {
    const double h = std::max(height, least_height);
    const Box room{x, std::max(0.0, y - 0.5 * form_line * h), std::max(0.05, std::min(form_width, right_edge - x)), h * (1 + form_line)};
    return placed(leaf, room);
}

/// What stands after a phrase: the rest of its line and what is cut from it, then the line below in its column.
Spot after(const Leaf& leaf, const Span& cue, std::string_view phrase) {
    Spot spot;
    const auto& line = leaf.text.lines()[cue.line];
    const Box label = leaf.text.upright_box(cue);
    Box box{label.right(), label.y, 0, label.h};
    double sure = 0, words = 0;
    for (const auto& span : leaf.text.right_of(cue)) {
        if (span.line != cue.line && spot.folded.size() > 60) break;
        spot.folded += (spot.folded.empty() ? "" : " ") + std::string(leaf.text.folded(span));
        box = unite(box, leaf.text.upright_box(span));
        const auto count = static_cast<double>(std::ranges::count(leaf.text.folded(span), ' ') + 1);
        sure += count * leaf.text.confidence(span), words += count;
    }
    spot.clarity = words > 0 ? sure / words : 0;
    for (const auto& below : leaf.text.below({cue.line, 0, line.folded.size(), 1}, 1)) spot.folded += " " + std::string(leaf.text.folded(below));
    spot.room = blank_from(leaf, label.right(), label.y, label.h);
    spot.place = words > 0 ? placed(leaf, box) : spot.room;
    spot.picture = line.folded.size() < 60;
    spot.why = "after \"" + std::string(phrase) + "\"";
    return spot;
}

/// How many words before the `first` of a line may be the beginning of the same name: up to a label's colon or a gap.
std::size_t words_before(const Leaf& leaf, const TextLine& line, std::size_t first) {
    constexpr std::size_t most = 3;
    constexpr double gap = 1.5;   // heights of the line
    std::size_t before = 0;
    while (before < most && before < first) {
        const auto& word = leaf.page->words[line.words[first - before - 1]];
        const auto& next = leaf.page->words[line.words[first - before]];
        const Box a = turned(word.box, leaf.page->rotation), b = turned(next.box, leaf.page->rotation);
        if (word.text.ends_with(':') || b.x - a.right() > gap * line.box.h) break;
        ++before;
    }
    return before;
}

/// The line on which an extractor's candidate stands, from its first word on, or a little before: of a name in a hand the end is read at times.
std::optional<Spot> at_candidate(const std::vector<Leaf>& leaves, const Candidate& candidate) {
    for (const auto& leaf : leaves) {
        if (leaf.path != candidate.place.path || leaf.page->number != candidate.place.page || candidate.place.box.empty()) continue;
        const Box upright = turned(candidate.place.box, leaf.page->rotation);
        Spot spot;
        Box start = upright;   // of the name
        double sure = 0, words = 0;
        for (std::size_t k = 0; k < leaf.text.lines().size(); ++k) {
            const auto& line = leaf.text.lines()[k];
            if (covered(upright, line.box) < 0.3 && covered(line.box, upright) < 0.3) continue;
            const auto box_of = [&](std::size_t w) { return turned(leaf.page->words[line.words[w]].box, leaf.page->rotation); };
            std::size_t first = 0;
            while (first < line.words.size() && box_of(first).centre_x() < upright.x - 0.01) ++first;
            const auto before = first < line.words.size() ? words_before(leaf, line, first) : 0;
            spot.within = std::max(spot.within, Spot{}.within + before);
            for (std::size_t w = first - before; w < line.words.size(); ++w) {
                const auto& word = leaf.page->words[line.words[w]];
                spot.folded += (spot.folded.empty() ? "" : " ") + fold(word.text);
                if (w < first) start = unite(start, box_of(w));
                else if (box_of(w).centre_x() <= upright.right() + 0.01) sure += word.confidence, ++words;
            }
            for (const auto& below : leaf.text.below({k, 0, line.folded.size(), 1}, 1)) spot.folded += " " + std::string(leaf.text.folded(below));
        }
        if (spot.folded.empty()) return {};
        spot.clarity = words > 0 ? sure / words : 0;
        spot.place = placed(leaf, grown(start, 0.01, 0.5 * upright.h));
        spot.room = blank_from(leaf, std::max(0.0, start.x - 0.01), start.y, start.h);
        spot.picture = true;
        spot.why = "where the extractor looked (" + candidate.why + ")";
        return spot;
    }
    return {};
}

template <std::size_t N>
std::vector<Spot> spots(const Document& document, const Field* read, const std::array<const char*, N>& cues, const PageOf& page_of) {
    const auto leaves = leaves_of(document, page_of);
    std::vector<Spot> found;
    const auto add = [&](Spot spot) {
        const bool known = std::ranges::any_of(found, [&](const Spot& other) { return other.place.page == spot.place.page && other.place.path == spot.place.path && iou(other.place.box, spot.place.box) > 0.5; });
        if (!known) found.push_back(std::move(spot));
    };
    if (read) {
        if (auto spot = at_candidate(leaves, read->chosen)) add(std::move(*spot));
        for (const auto& other : read->others)
            if (auto spot = at_candidate(leaves, other)) add(std::move(*spot));
    }
    for (const auto& leaf : leaves)
        for (const std::string_view cue : cues)
            for (const auto& span : leaf.text.find(cue)) {
                const auto head = std::string_view(leaf.text.lines()[span.line].folded).substr(0, span.begin);
                // "Pour" alone announces a company only at the head of a line.
                if (names_a_stranger(head) || (cue == "Pour" && span.begin > 0)) continue;
                add(after(leaf, span, cue));
            }
    return found;
}

Spot whole_line(const Leaf& leaf, std::size_t k, std::string why) {
    const auto& line = leaf.text.lines()[k];
    Spot spot;
    const Span whole{k, 0, line.folded.size(), 1};
    spot.folded = line.folded;
    for (const auto& below : leaf.text.below(whole, 1)) spot.folded += " " + std::string(leaf.text.folded(below));
    spot.clarity = leaf.text.confidence(whole);
    spot.place = spot.room = placed(leaf, line.box);
    spot.why = std::move(why);
    return spot;
}

}  // namespace

std::vector<Spot> company_spots(const Document& document, const Field* read, const PageOf& page_of) { return spots(document, read, company_cues, page_of); }

std::vector<Spot> signatory_spots(const Document& document, const Field* read, const PageOf& page_of) { return spots(document, read, signatory_cues, page_of); }

std::vector<Spot> free_spots(const Document& document, bool own_paper, const PageOf& page_of) {
    std::vector<Spot> found;
    for (const auto& leaf : leaves_of(document, page_of))
        for (std::size_t k = 0; k < leaf.text.lines().size(); ++k) {
            const auto& line = leaf.text.lines()[k];
            const bool addressee = line.box.x > addressee_from_x && line.box.y < addressee_to_y;
            if (names_a_stranger(line.folded) || line.folded.size() > 60) continue;
            if (own_paper && line.box.y < letterhead_ends) found.push_back(whole_line(leaf, k, "in the letterhead"));
            else if (!own_paper && addressee) found.push_back(whole_line(leaf, k, "in the addressee's place"));
        }
    return found;
}

std::vector<Spot> gap_spots(const Document& document, const PageOf& page_of) {
    constexpr double least = 0.014, most = 0.2, margin = 0.004, side = 0.03;   // fractions of the page
    std::vector<Spot> found;
    for (const auto& leaf : leaves_of(document, page_of)) {
        std::vector<Box> lines;
        for (const auto& line : leaf.text.lines()) lines.push_back(line.box);
        std::ranges::sort(lines, {}, &Box::y);
        double read_to = lines.empty() ? 1 : lines.front().bottom();
        for (const auto& line : lines) {
            if (const double height = line.y - read_to; height >= least && height <= most) {
                Spot spot;
                spot.place = spot.room = placed(leaf, {side, read_to - margin, 1 - 2 * side, height + 2 * margin});
                spot.why = "between lines that were read";
                found.push_back(std::move(spot));
            }
            read_to = std::max(read_to, line.bottom());
        }
    }
    return found;
}

std::vector<Spot> number_spots(const Document& document, const PageOf& page_of) {
    std::vector<Spot> found;
    for (const auto& leaf : leaves_of(document, page_of))
        for (const std::string_view cue : number_cues)
            for (const auto& span : leaf.text.find(cue))
                if (!names_a_stranger(leaf.text.lines()[span.line].folded)) found.push_back(after(leaf, span, cue));
    return found;
}

std::vector<Place> stamps_on(const Document& document, const PageOf& page_of) {
    constexpr double surely_a_stamp = 0.5, margin_x = 0.012, margin_y = 0.008;
    std::vector<Place> found;
    for (const auto& part : document.parts)
        for (const int number : part.pages)
            if (const auto* page = page_of(part.path, number))
                for (const auto& mark : page->marks)
                    if (mark.kind == MarkKind::stamp && mark.confidence >= surely_a_stamp) found.push_back({part.path, number, grown(mark.box, margin_x, margin_y)});
    return found;
}

std::vector<Spot> siren_spots(const Document& document, const std::string& siren, bool own_paper, const PageOf& page_of) {
    std::vector<Spot> found;
    const auto wanted = skeleton(siren);
    for (const auto& leaf : leaves_of(document, page_of))
        for (std::size_t k = 0; k < leaf.text.lines().size(); ++k) {
            const auto& line = leaf.text.lines()[k];
            if (skeleton(line.folded).find(wanted) == std::string::npos) continue;
            std::string around = line.folded;
            if (k > 0) around = leaf.text.lines()[k - 1].folded + " " + around;
            const bool labelled = std::ranges::any_of(number_words, [&](std::string_view word) { return around.find(word) != std::string::npos; });
            const bool edge = line.box.y > foot_begins || line.box.bottom() < 1 - foot_begins;
            if (!labelled || names_a_stranger(around) || (edge && !own_paper)) continue;
            Spot spot = whole_line(leaf, k, "beside the words of a register number");
            spot.within = static_cast<std::size_t>(-1);
            found.push_back(std::move(spot));
        }
    return found;
}

}  // namespace paraphe::confirm
