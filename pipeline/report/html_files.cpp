#include "report/html_data.hpp"
#include "report/publish.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace paraphe::report {
namespace {

constexpr int most_thumbnails = 150;  // of all files; what follows is told without a picture

std::string text_field(const Document* document, const char* name, Language language) {
    const Field* f = document ? field(*document, name) : nullptr;
    return f ? shown(name, f->chosen.value, language) : "";
}

/// What a page is: its piece, or what it looks like.
std::string piece_of(const PageContext& context, const PageSummary& page) {
    if (const auto found = context.titles.find(page.piece); found != context.titles.end()) return found->second;
    if (page.problem == PageProblem::blank) return std::string{word(page.problem, context.language)};
    std::string out{in(context.language, "autre document", "other document")};
    if (page.looks_like.empty()) return out;
    std::string like = visible(page.looks_like, 60);
    std::ranges::replace(like, '_', ' ');
    return out + " (" + like + ")";
}

/// What is odd about a page: turned, illegible, seen before.
std::string remark_of(const PageContext& context, const PageSummary& page) {
    const auto language = context.language;
    std::string out;
    const auto add = [&](std::string_view text) { out += (out.empty() ? "" : ", ") + std::string{text}; };
    if (page.problem != PageProblem::none && page.problem != PageProblem::blank) add(word(page.problem, language));
    else if (!page.legible) add(in(language, "difficile à lire", "hard to read"));
    if (page.rotation != 0) add(in(language, "redressée", "turned upright"));
    if (page.layer_rejected) add(in(language, "texte caché écarté", "hidden text set aside"));
    if (!page.duplicate_of.empty()) add(in(language, "déjà vue", "seen before"));
    if (page.piece != "other" && page.confidence < 0.85) add(in(language, "nature incertaine", "kind unsure"));
    return out;
}

std::string reason_of(const PageContext& context, const FileReading& file) {
    std::string out = file.reason.empty() ? "" : reason_in_words(file.reason, context.language);
    if (file.status == FileStatus::unreadable)
        if (const auto cure = remedy(file.reason, context.language); !cure.empty()) out += ". " + std::string{cure};
    if (file.facts.office)
        out += (out.empty() ? "" : " · ") +
               std::string{in(context.language, "document bureautique : pas un original signé", "office document: not a signed original")};
    return out;
}

}  // namespace

Data identity_data(PageContext& context) {
    Data list{Data::type::list};
    for (const auto& piece : context.judgement.pieces) {
        const auto* document = judged_document(context.reading, piece);
        if (!document) continue;
        const auto company = text_field(document, "company_name", context.language), siren = text_field(document, "siren", context.language);
        auto signatory = text_field(document, "signatory", context.language);
        if (signatory.empty()) signatory = text_field(document, "representatives", context.language);
        if (company.empty() && siren.empty() && signatory.empty()) continue;
        const bool comparable = !siren.empty() && !context.judgement.siren.empty();
        const bool same = comparable && siren == grouped_siren(context.judgement.siren);
        Data row;
        put(row, "title", context.titles.at(piece.id));
        put(row, "anchor", "piece-" + piece.id);
        put(row, "company", company);
        put(row, "siren", siren);
        put(row, "siren_state", !comparable ? "" : same ? "same" : "other");
        put(row, "siren_word", !comparable || same ? "" : in(context.language, "autre numéro", "another number"));
        put(row, "signatory", signatory);
        list << row;
    }
    return list;
}

Data files_data(PageContext& context) {
    Data list{Data::type::list};
    int thumbnails = 0;
    for (const auto& file : context.reading.files) {
        Data row;
        put(row, "path", visible(file.path));
        put(row, "status", file.status == FileStatus::read ? "read" : file.status == FileStatus::ignored ? "ignored" : "unreadable");
        put(row, "status_word", word(file.status, context.language));
        put(row, "reason", reason_of(context, file));
        put(row, "has_pages", !file.pages.empty());
        Data pages{Data::type::list};
        for (const auto& page : file.pages) {
            const auto piece = piece_of(context, page);
            Data entry;
            put(entry, "number", std::to_string(page.page));
            put(entry, "piece", piece);
            put(entry, "remark", remark_of(context, page));
            const bool show = ++thumbnails <= most_thumbnails;
            entry.set("view", show ? context.pictures.whole_page(file.path, page.page, {}, "Page " + std::to_string(page.page) + " · " + piece, "") : std::string{});
            pages << entry;
        }
        row.set("pages", pages);
        list << row;
    }
    return list;
}

}  // namespace paraphe::report
