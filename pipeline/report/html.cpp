#include "report/check_template.hpp"
#include "report/html_data.hpp"
#include "report/page_template.hpp"
#include "report/publish.hpp"
#include "report/summary.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace paraphe::report {
namespace {

struct Label {
    const char* key;
    const char *fr, *en;
};

constexpr Label labels[] = {
    {"skip", "Aller au verdict", "Go to the verdict"},
    {"dossier", "Dossier", "Dossier"},
    {"company", "Entreprise", "Company"},
    {"as_of", "Jugé au", "Judged as of"},
    {"run_on", "Contrôle fait le", "Checked on"},
    {"pieces", "Les pièces", "The pieces"},
    {"piece", "Pièce", "Piece"},
    {"todo", "Ce qu’il faut faire", "What to do"},
    {"nothing_to_do", "Rien : toutes les pièces sont prouvées.", "Nothing: every piece is proven."},
    {"optional", "facultative", "optional"},
    {"no_document", "Aucun document de cette pièce dans le dossier.", "No document of this piece in the dossier."},
    {"what_was_read", "Ce qui a été lu", "What was read"},
    {"sheets", "Page par page", "Page by page"},
    {"whole", "Le dossier dans son ensemble", "The dossier as a whole"},
    {"identity", "Qui apparaît où", "Who appears where"},
    {"signatory", "Signataire ou représentants", "Signatory or representatives"},
    {"notes", "Remarques", "Remarks"},
    {"files", "Tous les fichiers reçus", "All files received"},
    {"decides", "Paraphe propose, une personne décide : chaque constat montre la pièce sur laquelle il repose.",
     "Paraphe proposes, a person decides: each finding shows what it rests on."},
    {"private", "Ce rapport contient des images de pièces : conservez-le comme le dossier lui-même, et pas plus longtemps.",
     "This report holds pictures of evidence: keep it as you keep the dossier, and no longer."},
    {"rulebook", "règles", "rulebook"},
    {"of_dossier", "du dossier", "of the dossier"},
};

Data labels_data(Language language) {
    Data t;
    for (const auto& label : labels) t.set(label.key, std::string{in(language, label.fr, label.en)});
    return t;
}

Data todo_data(const std::vector<ToDo>& items, Language) {
    Data list{Data::type::list};
    for (const auto& item : items) {
        Data row;
        put(row, "outcome", css(item.outcome));
        put(row, "outcome_word", item.word);
        put(row, "title", item.title);
        put(row, "anchor", item.piece.empty() ? item.file ? "files" : "whole" : "piece-" + item.piece);
        put(row, "message", item.message);
        put(row, "advice", item.advice);
        list << row;
    }
    return list;
}

Data notes_data(PageContext& context) {
    Data list{Data::type::list};
    for (const auto& note : context.judgement.notes) {
        Data row;
        const auto message = visible(without_account_numbers(in(context.language, note.message)), 1200);
        put(row, "message", message.empty() ? visible(note.code) : message);
        row.set("figures", figures_data(context, note.evidence, message, "note"));
        list << row;
    }
    return list;
}

}  // namespace

std::string html(const Reading& reading, const Judgement& judgement, const PictureOf& picture_of, Language language,
                 const std::string& program_version, const std::string& run_on) {
    Pictures pictures{reading, picture_of};
    PageContext context{reading, judgement, language, pictures, titles(judgement, language)};
    const auto items = to_do(reading, judgement, language);
    Data page;
    page.set("t", labels_data(language));
    page.set("check", Data{kainjow::mustache::partial{[] { return std::string{check_template}; }}});
    put(page, "lang", in(language, "fr", "en"));
    put(page, "style", style_sheet());
    put(page, "dossier", visible(reading.dossier_name, 120));
    put(page, "verdict", css(judgement.verdict));
    put(page, "verdict_symbol", judgement.verdict == Verdict::eligible ? "pass" : judgement.verdict == Verdict::not_eligible ? "fail" : "review");
    put(page, "verdict_word", word(judgement.verdict, language));
    put(page, "verdict_sentence", verdict_sentence(reading, judgement, language));
    put(page, "company", judgement.company_name.empty() ? "—" : visible(judgement.company_name, 200));
    put(page, "siren", judgement.siren.empty() ? "—" : grouped_siren(judgement.siren));
    put(page, "as_of", date_in_words(judgement.as_of, language));
    put(page, "as_of_source", source_in_words(judgement.as_of_source, language));
    put(page, "run_on", date_in_words(run_on, language));
    put(page, "has_todo", !items.empty());
    page.set("todo", todo_data(items, language));
    put(page, "pieces_sought", !nothing_was_read(reading));
    page.set("pieces", pieces_data(context));
    Data checks{Data::type::list};
    for (const auto& check : judgement.checks) checks << check_data(context, check);
    put(page, "has_checks", !judgement.checks.empty());
    page.set("checks", checks);
    auto identity = identity_data(context);
    put(page, "has_identity", identity.is_non_empty_list());
    page.set("identity", identity);
    put(page, "has_notes", !judgement.notes.empty());
    page.set("notes", notes_data(context));
    page.set("files", files_data(context));
    put(page, "files_count", files_in_words(reading, language));
    put(page, "program", program_version);
    put(page, "rulebook", visible(judgement.rulebook_id + " " + judgement.rulebook_version, 80));
    put(page, "sha", reading.dossier_sha256.empty() ? "—" : visible(reading.dossier_sha256, 80));
    page.set("definitions", pictures.definitions());  // last: now all are known
    kainjow::mustache::mustache templ{std::string{page_template()}};
    return templ.render(page);
}

}  // namespace paraphe::report
