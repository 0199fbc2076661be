#include "rules/notes.hpp"

#include "rules/absence.hpp"
#include "rules/fields.hpp"
#include "rules/two_d_docs.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

void note_day(const Judgement& judgement, std::vector<Note>& notes) {
    if (judgement.as_of_source != "today") return;
    notes.push_back({"as_of.today",
                     {"La date de dépôt n'est pas connue : le dossier est jugé à la date du jour.",
                      "The day of deposit is not known: the dossier is judged as of today."},
                     {}});
}

void note_identity(const Context& context, std::vector<Note>& notes) {
    if (context.identity.from_piece) return;
    notes.push_back({"identity.majority",
                     {"L'identité du candidat n'est pas établie par un extrait lisible : les comparaisons s'appuient sur les autres pièces et ne refusent rien.",
                      "The candidate's identity is not established by a legible extract: comparisons rest on the other pieces and refuse nothing."},
                     {}});
}

void note_several(const Context& context, const PieceJudgement& piece, std::vector<Note>& notes) {
    if (piece.documents.size() < 2) return;
    std::vector<Place> evidence;
    for (const auto& document : context.reading.documents)
        if (std::ranges::find(piece.documents, document.id) != piece.documents.end())
            for (auto& place : pages_of(document)) evidence.push_back(std::move(place));
    const auto count = std::to_string(piece.documents.size());
    notes.push_back({piece.id + ".several",
                     {piece.title.fr + " : " + count + " documents reçus ; le plus récent valable est jugé (" + piece.documents.front() + ").",
                      piece.title.en + ": " + count + " documents received; the newest valid one is judged (" + piece.documents.front() + ")."},
                     std::move(evidence)});
}

void note_look_alikes(const Context& context, const Judgement& judgement, std::vector<Note>& notes) {
    for (const auto& spec : context.book.pieces) {
        const auto piece = std::ranges::find(judgement.pieces, spec.id, &PieceJudgement::id);
        if (piece == judgement.pieces.end() || piece->documents.empty()) continue;  // without the piece it is a check of its own
        Context here = context;
        here.piece = &spec;
        for (const auto& received : look_alikes_received(here))
            notes.push_back({spec.id + ".beside",
                             {"Aussi reçu, sans effet : " + received.look_alike->title.fr + ".",
                              "Also received, without effect: " + received.look_alike->title.en + "."},
                             pages_of(*received.document)});
    }
}

void note_duplicates(const Context& context, std::vector<Note>& notes) {
    std::vector<Place> evidence;
    for (const auto& file : context.reading.files)
        for (const auto& page : file.pages)
            if (!page.duplicate_of.empty()) evidence.push_back({file.path, page.page, {}});
    if (evidence.empty()) return;
    notes.push_back({"dossier.duplicates",
                     {"Pages reçues deux fois : " + std::to_string(evidence.size()) + ".",
                      "Pages received twice: " + std::to_string(evidence.size()) + "."},
                     std::move(evidence)});
}

void note_broken_codes(const Context& context, std::vector<Note>& notes) {
    auto evidence = broken_two_d_docs(context.reading);
    if (evidence.empty()) return;
    const auto count = std::to_string(evidence.size());
    notes.push_back({"two_d_doc.malformed",
                     {"Codes 2D-Doc mal formés ou d'une version inconnue : " + count + " ; rien n'en a été comparé, et leur signature n'a pas été vérifiée.",
                      "2D-Doc codes that are malformed or of an unknown version: " + count + "; nothing of them was compared, and their signature was not verified."},
                     std::move(evidence)});
}

}  // namespace

std::vector<Note> notes_of(const Context& context, const Judgement& judgement) {
    std::vector<Note> notes;
    note_day(judgement, notes);
    note_identity(context, notes);
    for (const auto& piece : judgement.pieces) note_several(context, piece, notes);
    note_look_alikes(context, judgement, notes);
    note_duplicates(context, notes);
    note_broken_codes(context, notes);
    return notes;
}

}  // namespace paraphe::rules
