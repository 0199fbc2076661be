#include "report/summary.hpp"

#include "report/publish.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace paraphe::report {
namespace {

void add(std::vector<ToDo>& items, const Check& check, const std::string& piece, const std::string& title, Outcome outcome, Language language) {
    if (check.outcome != outcome || !check.required) return;
    ToDo item;
    item.outcome = outcome;
    item.piece = piece;
    item.title = title;
    item.word = word(outcome, language);
    item.message = visible(without_account_numbers(in(language, check.message)), 1200);
    item.advice = visible(without_account_numbers(in(language, check.advice)), 1200);
    items.push_back(std::move(item));
}

std::string counted(long n, std::string_view one, std::string_view many) { return std::to_string(n) + " " + std::string{n == 1 ? one : many}; }

std::string titled(const PieceJudgement& piece, Language language) {
    const auto title = visible(in(language, piece.title), 120);
    return title.empty() ? visible(piece.id) : title;
}

void add_checks(std::vector<ToDo>& items, const Judgement& judgement, Language language) {
    const std::string whole{in(language, "Le dossier", "The dossier")};
    for (const auto outcome : {Outcome::fail, Outcome::review}) {
        for (const auto& piece : judgement.pieces)
            if (piece.required)
                for (const auto& check : piece.checks)
                    if (is_news(piece, check)) add(items, check, piece.id, titled(piece, language), outcome, language);
        for (const auto& check : judgement.checks) add(items, check, "", whole, outcome, language);
    }
}

}  // namespace

bool has_object(const PieceJudgement& piece, const Check& check) { return !piece.documents.empty() || !check.code.ends_with(".not_run"); }

bool is_news(const PieceJudgement& piece, const Check& check) {
    if (!has_object(piece, check)) return false;
    if (check.outcome == Outcome::pass) return true;
    const auto first = std::ranges::find_if(piece.checks, [&](const Check& c) { return c.outcome == check.outcome && c.required == check.required && c.message == check.message; });
    return first == piece.checks.end() || first->id == check.id;
}

bool nothing_was_read(const Reading& reading) {
    const bool broken = std::ranges::any_of(reading.files, [](const FileReading& f) { return f.status == FileStatus::unreadable; });
    return broken && std::ranges::all_of(reading.files, [](const FileReading& f) { return f.pages.empty(); });
}

std::map<std::string, std::string> titles(const Judgement& judgement, Language language) {
    std::map<std::string, std::string> out;
    for (const auto& piece : judgement.pieces) out[piece.id] = titled(piece, language);
    return out;
}

std::vector<ToDo> to_do(const Reading& reading, const Judgement& judgement, Language language) {
    std::vector<ToDo> items;
    if (!nothing_was_read(reading)) add_checks(items, judgement, language);
    for (const auto& file : reading.files) {
        if (file.status != FileStatus::unreadable) continue;
        ToDo item;
        item.file = true;
        item.title = visible(file.path, 160);
        item.word = word(file.status, language);
        item.message = (language == Language::fr ? "Ce fichier n’a pas pu être lu : " : "This file could not be read: ") +
                       reason_in_words(file.reason, language) + ".";
        item.advice = remedy(file.reason, language);
        items.push_back(std::move(item));
    }
    return items;
}

std::string verdict_sentence(const Reading& reading, const Judgement& judgement, Language language) {
    if (nothing_was_read(reading)) return std::string{in(language, "Aucune page n’a pu être lue : rien n’a pu être contrôlé.", "No page could be read: nothing could be checked.")};
    const auto of = [&](Outcome outcome) {
        return static_cast<long>(std::ranges::count_if(judgement.pieces, [&](const auto& p) { return p.required && p.outcome == outcome; }));
    };
    const long failed = of(Outcome::fail), doubtful = of(Outcome::review), passed = of(Outcome::pass);
    const bool fr = language == Language::fr;
    const auto to_review = fr ? counted(doubtful, "pièce est à vérifier", "pièces sont à vérifier") : counted(doubtful, "piece is to review", "pieces are to review");
    const auto in_order = fr ? counted(passed, "est conforme", "sont conformes") : counted(passed, "is in order", "are in order");
    switch (judgement.verdict) {
        case Verdict::eligible:
            return fr ? counted(passed, "pièce demandée est prouvée", "pièces demandées sont prouvées") + "." : counted(passed, "required piece is proven", "required pieces are proven") + ".";
        case Verdict::not_eligible: {
            if (failed == 0) return fr ? "Une règle du dossier n’est pas respectée." : "A rule on the dossier as a whole is not kept.";
            auto out = fr ? counted(failed, "pièce n’est pas conforme", "pièces ne sont pas conformes") : counted(failed, "piece is not in order", "pieces are not in order");
            if (doubtful > 0) out += ", " + to_review;
            return out + " ; " + in_order + ".";
        }
        case Verdict::review: break;
    }
    if (doubtful == 0) return fr ? "Un point du dossier demande le regard d’une personne." : "One point of the dossier needs a person’s eye.";
    return to_review + " ; " + in_order + (fr ? ". Une personne doit trancher." : ". A person has to decide.");
}

std::string files_in_words(const Reading& reading, Language language) {
    const auto of = [&](FileStatus status) { return static_cast<long>(std::ranges::count(reading.files, status, &FileReading::status)); };
    const bool fr = language == Language::fr;
    const auto all = static_cast<long>(reading.files.size());
    std::string out = fr ? counted(all, "fichier", "fichiers") : counted(all, "file", "files");
    std::string parts;
    const auto part = [&](long n, std::string_view one, std::string_view many) {
        if (n > 0) parts += (parts.empty() ? "" : ", ") + counted(n, one, many);
    };
    part(of(FileStatus::read), fr ? "lu" : "read", fr ? "lus" : "read");
    part(of(FileStatus::ignored), fr ? "ignoré" : "ignored", fr ? "ignorés" : "ignored");
    part(of(FileStatus::unreadable), fr ? "illisible" : "unreadable", fr ? "illisibles" : "unreadable");
    return parts.empty() ? out : out + (fr ? " : " : ": ") + parts;
}

}  // namespace paraphe::report
