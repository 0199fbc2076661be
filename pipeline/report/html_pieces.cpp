#include "report/html_data.hpp"
#include "report/publish.hpp"
#include "report/summary.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <optional>

namespace paraphe::report {
namespace {

constexpr std::size_t most_figures = 12;  // of one check; a référentiel's sheets follow in their own grid

/// "pages 1 à 3", "page 2"
std::string pages_in_words(const std::vector<int>& pages, Language language) {
    if (pages.empty()) return "";
    const auto [first, last] = std::ranges::minmax(pages);
    if (pages.size() == 1) return "page " + std::to_string(first);
    std::string out = "pages " + std::to_string(pages.front());
    if (static_cast<std::size_t>(last - first) + 1 == pages.size() && std::ranges::is_sorted(pages))
        return out + std::string{in(language, " à ", " to ")} + std::to_string(last);
    for (std::size_t i = 1; i < pages.size(); ++i) out += ", " + std::to_string(pages[i]);
    return out;
}

Data fields_data(PageContext& context, const Document& document) {
    Data list{Data::type::list};
    for (const auto& f : public_fields(document, context.judgement.as_of)) {
        Data row;
        put(row, "name", field_in_words(f.name, context.language));
        const auto value = without_account_numbers(shown(f.name, f.chosen.value, context.language));
        put(row, "value", value.empty() ? "—" : value);
        put(row, "confidence", confidence_in_words(f.chosen.confidence, context.language));
        put(row, "doubt", f.chosen.confidence >= 0.85 ? "" : "doubt");
        put(row, "page", f.chosen.place.page > 0 ? "page " + std::to_string(f.chosen.place.page) : "");
        list << row;
    }
    return list;
}

struct Sheet {
    const char* state = "";
    std::string caption;
    std::optional<Place> place;  // of the mark, or of where it should be
    std::vector<Box> boxes;
};

/// What the page's margin says: the paraph or signature on it, or the empty place for one.
Sheet sheet_of(const Document& document, const std::vector<PlacedMark>& marks, const std::string& path, int page, bool wants_marks, Language language) {
    Sheet sheet;
    sheet.caption = "Page " + std::to_string(page);
    const PlacedMark* best = nullptr;
    for (const auto& m : marks) {
        if (m.path != path || m.page != page || m.mark.kind == MarkKind::handwriting) continue;
        sheet.boxes.push_back(m.mark.box);
        if (!best || m.mark.confidence > best->mark.confidence) best = &m;
    }
    if (!wants_marks) return sheet;
    const Slot* slot = nullptr;
    for (const auto& s : document.slots)
        if (s.place.path == path && s.place.page == page && (!slot || s.ink > slot->ink)) slot = &s;
    if (best) {
        sheet.place = Place{path, page, best->mark.box};
        sheet.caption += " · " + std::string{word(best->mark.kind, language)};
        if (best->mark.confidence < 0.85) sheet.state = "unsure", sheet.caption += std::string{in(language, " (à vérifier)", " (to be checked)")};
    } else if (slot) {
        sheet.place = slot->place;
        sheet.state = slot->ink == Ink::empty ? "missing" : "unsure";
        sheet.caption += slot->ink == Ink::empty ? in(language, " · aucune marque vue", " · no mark seen") : in(language, " · à vérifier", " · to be checked");
    }
    return sheet;
}

Data sheets_data(PageContext& context, const Document& document, const char* frame) {
    const auto marks = public_marks(document);
    const bool wants_marks = std::ranges::any_of(document.slots, [](const Slot& s) { return s.purpose == "paraph"; }) ||
                             std::ranges::any_of(marks, [](const PlacedMark& m) { return m.mark.kind == MarkKind::paraph; });
    Data list{Data::type::list};
    for (const auto& part : document.parts)
        for (const int page : part.pages) {
            const auto sheet = sheet_of(document, marks, part.path, page, wants_marks, context.language);
            Data row;
            put(row, "state", sheet.state);
            put(row, "caption", sheet.caption);
            // Two pictures under one caption: each has a name of its own.
            const auto detail = sheet.caption + std::string{in(context.language, ", de près", ", close up")};
            row.set("page_view", context.pictures.whole_page(part.path, page, sheet.boxes, sheet.caption, frame));
            row.set("mark_view", sheet.place ? context.pictures.view(*sheet.place, detail, frame) : std::string{});
            list << row;
        }
    return list;
}

Data documents_data(PageContext& context, const PieceJudgement& piece) {
    Data list{Data::type::list};
    for (const auto& id : piece.documents)
        for (const auto& document : context.reading.documents)
            if (document.id == id)
                for (const auto& part : document.parts) {
                    Data row;
                    put(row, "path", visible(part.path));
                    put(row, "pages", pages_in_words(part.pages, context.language));
                    put(row, "looks", "");
                    list << row;
                }
    return list;
}

/// What was looked at when there is nothing to show: the proof of an absence is where it was sought.
std::string looked_at(const PageContext& context) {
    std::size_t pages = 0, files = 0;
    for (const auto& file : context.reading.files) pages += file.pages.size(), files += !file.pages.empty();
    const auto count = [](std::size_t n, std::string_view one, std::string_view many) { return std::to_string(n) + " " + std::string{n == 1 ? one : many}; };
    return context.language == Language::fr
               ? "Examiné : " + count(pages, "page", "pages") + " dans " + count(files, "fichier", "fichiers") + ", toutes montrées plus bas."
               : "Looked at: " + count(pages, "page", "pages") + " in " + count(files, "file", "files") + ", all shown below.";
}

}  // namespace

const char* css(Outcome outcome) { return outcome == Outcome::pass ? "pass" : outcome == Outcome::fail ? "fail" : "review"; }
const char* css(Verdict verdict) { return verdict == Verdict::eligible ? "eligible" : verdict == Verdict::not_eligible ? "not_eligible" : "review"; }

std::string place_in_words(const Place& place, Language language) {
    std::string out = visible(place.path, 120);
    if (place.page > 0) out += std::string{in(language, ", page ", ", page ")} + std::to_string(place.page);
    return out;
}

const Document* judged_document(const Reading& reading, const PieceJudgement& piece) {
    if (piece.documents.empty()) return nullptr;
    const auto found = std::ranges::find(reading.documents, piece.documents.front(), &Document::id);
    return found == reading.documents.end() ? nullptr : &*found;
}

Data figures_data(PageContext& context, const std::vector<Place>& places, const std::string& label, const char* frame) {
    Data list{Data::type::list};
    std::vector<Place> seen;
    for (const auto& place : places) {
        if (seen.size() == most_figures) break;
        if (place.page <= 0 || std::ranges::find(seen, place) != seen.end()) continue;
        seen.push_back(place);
        const auto caption = place_in_words(place, context.language);
        const auto view = context.pictures.view(place, label + " — " + caption, frame);
        Data row;
        row.set("view", view);
        put(row, "no_view", view.empty() ? in(context.language, "Image non disponible : voir le fichier.", "No picture: see the file.") : "");
        put(row, "caption", caption);
        list << row;
    }
    return list;
}

Data check_data(PageContext& context, const Check& check) {
    const bool remark = !check.required && check.outcome != Outcome::pass;
    Data row;
    put(row, "outcome", remark ? "note" : css(check.outcome));
    put(row, "symbol", remark ? "note" : css(check.outcome));
    put(row, "outcome_word", remark ? in(context.language, "remarque", "remark") : word(check.outcome, context.language));
    const auto message = visible(without_account_numbers(in(context.language, check.message)), 1200);
    put(row, "message", message.empty() ? visible(check.id) : message);
    put(row, "advice", check.outcome == Outcome::pass ? "" : visible(without_account_numbers(in(context.language, check.advice)), 1200));
    put(row, "aside", remark ? in(context.language, "Remarque, sans effet sur la pièce.", "A remark, without effect on the piece.") : "");
    // A whole page proves nothing at a glance, and the sheets below show it: where all is well, only the exact places are shown.
    auto evidence = check.evidence;
    if (check.outcome == Outcome::pass) std::erase_if(evidence, [](const Place& p) { return p.box.empty() || p.box.area() > 0.7; });
    auto figures = figures_data(context, evidence, message, css(check.outcome));
    put(row, "has_figures", figures.is_non_empty_list());
    row.set("figures", figures);
    return row;
}

Data pieces_data(PageContext& context) {
    Data list{Data::type::list};
    for (const auto& piece : context.judgement.pieces) {
        Data row;
        put(row, "title", context.titles.at(piece.id));
        put(row, "anchor", "piece-" + piece.id);
        put(row, "outcome", css(piece.outcome));
        put(row, "outcome_word", word(piece.outcome, context.language));
        put(row, "required", piece.required);
        row.set("documents", documents_data(context, piece));
        put(row, "has_documents", !piece.documents.empty());
        // The checks that need a person come first.
        auto checks = piece.checks;
        std::ranges::stable_sort(checks, std::greater{}, [](const Check& c) { return c.required ? static_cast<int>(c.outcome) : 0; });
        Data check_list{Data::type::list};
        for (const auto& check : checks)
            if (is_news(piece, check)) check_list << check_data(context, check);
        row.set("checks", check_list);
        const bool nothing_to_show = std::ranges::any_of(piece.checks, [](const Check& c) { return c.outcome != Outcome::pass && c.evidence.empty(); });
        put(row, "looked_at", nothing_to_show ? looked_at(context) : "");
        const auto* document = judged_document(context.reading, piece);
        auto fields = document ? fields_data(context, *document) : Data{Data::type::list};
        auto sheets = document ? sheets_data(context, *document, css(piece.outcome)) : Data{Data::type::list};
        put(row, "has_fields", fields.is_non_empty_list());
        put(row, "has_sheets", sheets.is_non_empty_list());
        row.set("fields", fields);
        row.set("sheets", sheets);
        list << row;
    }
    return list;
}

}  // namespace paraphe::report
