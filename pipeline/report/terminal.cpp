#include "report/publish.hpp"
#include "report/report.hpp"
#include "report/screen.hpp"
#include "report/summary.hpp"
#include "report/words.hpp"

namespace paraphe::report {
namespace {

void piece_lines(Screen& screen, const PieceJudgement& piece, const std::string& title, Language language) {
    screen.line(std::string{"  "} + screen.painted(colour(piece.outcome), sign(piece.outcome)) + ' ' + screen.painted(bold, title));
    for (const auto& check : piece.checks) {
        if (check.outcome == Outcome::pass || !check.required || !is_news(piece, check)) continue;
        std::string head = "      ";
        head += sign(check.outcome);
        screen.wrapped(head + " ", colour(check.outcome), visible(without_account_numbers(in(language, check.message)), 1200));
        if (const auto& advice = in(language, check.advice); !advice.empty())
            screen.wrapped("        → ", "", visible(without_account_numbers(advice), 1200));
    }
}

void check_lines(Screen& screen, const Judgement& judgement, Language language) {
    const auto names = titles(judgement, language);
    for (const auto& piece : judgement.pieces) piece_lines(screen, piece, names.at(piece.id), language);
    for (const auto& check : judgement.checks) {
        if (check.outcome == Outcome::pass || !check.required) continue;
        std::string head = "  ";
        head += sign(check.outcome);
        screen.wrapped(head + " ", colour(check.outcome), visible(in(language, check.message), 1200));
        if (const auto& advice = in(language, check.advice); !advice.empty()) screen.wrapped("      → ", "", visible(advice, 1200));
    }
    screen.line();
}

void file_lines(Screen& screen, const FileReading& file, Language language) {
    screen.wrapped("      ✗ ", red, visible(file.path, 160) + (language == Language::fr ? " : " : ": ") + reason_in_words(file.reason, language));
    if (const auto advice = remedy(file.reason, language); !advice.empty()) screen.wrapped("        → ", "", advice);
}

}  // namespace

std::string terminal(const Reading& reading, const Judgement& judgement, const TerminalStyle& style, const std::string& run_on) {
    Screen screen{style};
    const auto language = style.language;
    const auto outcome = outcome_of(judgement.verdict);
    screen.line();
    std::string verdict = sign(outcome);
    verdict += ' ';
    verdict += word(judgement.verdict, language);
    screen.line(screen.painted(colour(outcome), verdict) + " — " + visible(reading.dossier_name, 100));
    screen.wrapped("  ", "", verdict_sentence(reading, judgement, language));
    std::string company = judgement.company_name.empty() ? std::string{in(language, "entreprise inconnue", "company unknown")} : visible(judgement.company_name, 100);
    if (!judgement.siren.empty()) company += ", SIREN " + grouped_siren(judgement.siren);
    screen.wrapped("  ", "", company);
    screen.wrapped("  ", "", day_in_words(judgement, language) + std::string{in(language, ", contrôlé le ", ", checked on ")} + date_in_words(run_on, language));
    screen.line();
    if (!nothing_was_read(reading)) check_lines(screen, judgement, language);
    screen.wrapped("  ", "", files_in_words(reading, language));
    for (const auto& file : reading.files)
        if (file.status == FileStatus::unreadable)
            file_lines(screen, file, language);
    return screen.take();
}

}  // namespace paraphe::report
