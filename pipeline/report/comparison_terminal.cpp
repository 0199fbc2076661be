// The comparison as a candidate reads it: what got worse first, then what stays, then what is mended.

#include "report/comparison.hpp"
#include "report/screen.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <array>

namespace paraphe::report {
namespace {

struct Section {
    Change change;
    std::optional<Outcome> outcome;  ///< none: any
    Text heading;
};

const std::array sections{
    Section{Change::broken, Outcome::fail, {"Était en ordre, est maintenant à corriger", "Was in order, has to be mended now"}},
    Section{Change::broken, Outcome::review, {"Était en ordre, est maintenant à vérifier", "Was in order, is to review now"}},
    Section{Change::left, Outcome::fail, {"Reste à corriger", "Still to be mended"}},
    Section{Change::left, Outcome::review, {"Reste à vérifier", "Still to review"}},
    Section{Change::appeared, Outcome::fail, {"Nouveau, à corriger (n’était pas contrôlé avant)", "New, to be mended (was not checked before)"}},
    Section{Change::appeared, Outcome::review, {"Nouveau, à vérifier (n’était pas contrôlé avant)", "New, to review (was not checked before)"}},
    Section{Change::fixed, {}, {"Corrigé", "Mended"}},
    Section{Change::gone, {}, {"N’est plus contrôlé, sans avoir été corrigé", "No longer checked, without having been mended"}},
};

std::string shown_text(const Text& text, Language language) { return visible(in(language, text), 1200); }

void advice_line(Screen& screen, const Check& check, Language language) {
    if (const auto advice = shown_text(check.advice, language); !advice.empty()) screen.wrapped("        → ", "", advice);
}

/// What the first report said, where it said something else.
void before_line(Screen& screen, const CheckChange& changed, Language language) {
    const auto &before = *changed.before, &after = *changed.after;
    if (before.outcome == after.outcome && before.code == after.code) return;
    std::string said{in(language, "avant (", "before (")};
    said += word(before.outcome, language);
    said += in(language, ") : ", "): ");
    screen.wrapped("        ", "", said + shown_text(before.message, language));
}

void change_lines(Screen& screen, const CheckChange& changed, Language language) {
    if (!changed.after) {
        screen.wrapped("      · ", "", shown_text(changed.before->message, language));
        return;
    }
    const auto& now = *changed.after;
    screen.wrapped(std::string{"      "} + sign(now.outcome) + " ", colour(now.outcome), shown_text(now.message, language));
    if (changed.change == Change::left || changed.change == Change::fixed) before_line(screen, changed, language);
    advice_line(screen, now, language);
}

std::string titled(const PieceChange& piece, Language language) {
    const auto title = visible(in(language, piece.title), 120);
    return title.empty() ? visible(piece.id) : title;
}

bool became_valid(const PieceChange& piece) { return piece.after == Outcome::pass && piece.before && *piece.before != Outcome::pass; }

bool belongs(const CheckChange& changed, const Section& section) {
    return changed.change == section.change && (!section.outcome || changed.problem().outcome == *section.outcome);
}

void piece_lines(Screen& screen, const PieceChange& piece, const Section& section, Language language) {
    screen.line("  " + screen.painted(bold, titled(piece, language)) +
                (became_valid(piece) ? std::string{in(language, " — conforme maintenant", " — in order now")} : ""));
    for (const auto& changed : piece.checks)
        if (belongs(changed, section)) change_lines(screen, changed, language);
}

void section_lines(Screen& screen, const Comparison& comparison, const Section& section, Language language) {
    bool begun = false;
    for (const auto& piece : comparison.pieces) {
        if (std::ranges::none_of(piece.checks, [&](const CheckChange& c) { return belongs(c, section); })) continue;
        if (!begun) {
            screen.line();
            screen.line(screen.painted(bold, in(language, section.heading)));
        }
        begun = true;
        piece_lines(screen, piece, section, language);
    }
}

long count(const Comparison& comparison, Change change) {
    long n = 0;
    for (const auto& piece : comparison.pieces) n += std::ranges::count(piece.checks, change, &CheckChange::change);
    return n;
}

/// "1 point dégradé, 2 qui restent."
std::string counts(const Comparison& comparison, Language language) {
    struct Counted {
        Change change;
        Text one, many;
    };
    static const std::array kinds{
        Counted{Change::broken, {"dégradé", "worse"}, {"dégradés", "worse"}},
        Counted{Change::left, {"qui reste", "left"}, {"qui restent", "left"}},
        Counted{Change::appeared, {"nouveau", "new"}, {"nouveaux", "new"}},
        Counted{Change::fixed, {"corrigé", "mended"}, {"corrigés", "mended"}},
        Counted{Change::gone, {"qui n’est plus contrôlé", "no longer checked"}, {"qui ne sont plus contrôlés", "no longer checked"}},
    };
    std::string out;
    for (const auto& kind : kinds)
        if (const long n = count(comparison, kind.change); n > 0) {
            const std::string point = out.empty() ? (n == 1 ? " point " : " points ") : " ";
            out += (out.empty() ? "" : ", ") + std::to_string(n) + point + in(language, n == 1 ? kind.one : kind.many);
        }
    if (out.empty()) out = in(language, "Aucun point n’a changé", "No point has changed");
    out += '.';
    if (comparison.after.judgement.verdict == Verdict::eligible) out += in(language, " Il ne reste rien à corriger.", " Nothing is left to mend.");
    return out;
}

std::string company(const Judgement& judgement, Language language) {
    std::string out = judgement.company_name.empty() ? std::string{in(language, "entreprise inconnue", "company unknown")} : visible(judgement.company_name, 100);
    if (!judgement.siren.empty()) out += ", SIREN " + grouped_siren(judgement.siren);
    return out;
}

std::string rulebook(const Judgement& judgement) { return visible(judgement.rulebook_id, 60) + " " + visible(judgement.rulebook_version, 60); }

std::string rulebooks_in_words(const Judgement& before, const Judgement& after, Language language) {
    const auto old = rulebook(before), now = rulebook(after);
    std::string out{in(language, "Règlements différents : ", "Different rulebooks: ")};
    out += old == now ? now + std::string{in(language, ", modifié entre les deux rapports", ", changed between the two reports")}
                      : old + std::string{in(language, ", puis ", ", then ")} + now;
    return out + std::string{in(language, ". Un point peut avoir changé par le règlement et non par les pièces.",
                                ". A point may have changed by the rulebook, not by the pieces.")};
}

std::string days_in_words(const Judgement& before, const Judgement& after, Language language) {
    std::string out{in(language, "Jours différents : jugé au ", "Different days: judged as of ")};
    out += date_in_words(before.as_of, language) + std::string{in(language, ", puis au ", ", then of ")} + date_in_words(after.as_of, language);
    if (after.as_of < before.as_of)
        return out + std::string{in(language, ". Le second jour précède le premier : les deux rapports sont-ils dans le bon ordre ?",
                                    ". The second day is before the first: are the two reports in the right order?")};
    return out + std::string{in(language, ". Une pièce peut avoir vieilli entre les deux.", ". A piece may have aged between the two.")};
}

std::string in_words(Caveat caveat, const Comparison& comparison, Language language) {
    const auto &before = comparison.before.judgement, &after = comparison.after.judgement;
    switch (caveat) {
        case Caveat::other_company:
            return std::string{in(language, "Ces deux rapports ne sont pas comparables. Le premier porte sur ", "These two reports cannot be compared. The first is about ")} +
                   company(before, language) + std::string{in(language, ", le second sur ", ", the second about ")} + company(after, language) +
                   std::string{in(language, ". Si c’est bien le même candidat, l’un des deux Kbis est mal lu ou n’est pas le sien.",
                                  ". If it is the same candidate, one of the two Kbis was misread or is not theirs.")};
        case Caveat::unknown_company:
            return std::string{in(language, "Le SIREN manque dans un rapport au moins : vérifiez que les deux portent sur le même candidat.",
                                  "At least one report has no SIREN: check that both are about the same candidate.")};
        case Caveat::other_rulebook: return rulebooks_in_words(before, after, language);
        case Caveat::other_day: return days_in_words(before, after, language);
        case Caveat::same_dossier: break;
    }
    return std::string{in(language, "Les deux rapports portent sur le même envoi, octet pour octet.", "Both reports are about the same submission, byte for byte.")};
}

std::string submission(const PastReport& report, Language language) {
    return visible(report.dossier_name, 100) + std::string{in(language, ", jugé au ", ", judged as of ")} + date_in_words(report.judgement.as_of, language);
}

void head_lines(Screen& screen, const Comparison& comparison, Language language) {
    const auto &before = comparison.before, &after = comparison.after;
    const auto verdict = after.judgement.verdict;
    const auto outcome = outcome_of(verdict);
    screen.line();
    std::string old{in(language, "verdict inchangé", "verdict unchanged")};
    if (before.judgement.verdict != verdict)
        old = std::string{in(language, "au premier envoi : ", "at first: ")} + std::string{word(before.judgement.verdict, language)};
    screen.line(screen.painted(colour(outcome), std::string{sign(outcome)} + " " + std::string{word(verdict, language)}) + " — " + old);
    screen.wrapped("  ", "", company(after.judgement, language));
    screen.wrapped("  ", "", std::string{in(language, "Premier envoi : ", "First submission: ")} + submission(before, language));
    screen.wrapped("  ", "", std::string{in(language, "Second envoi : ", "Second submission: ")} + submission(after, language));
    for (const auto caveat : comparison.caveats) screen.wrapped("  ! ", yellow, in_words(caveat, comparison, language));
    screen.wrapped("  ", "", counts(comparison, language));
}

}  // namespace

std::string terminal(const Comparison& comparison, const TerminalStyle& style) {
    Screen screen{style};
    head_lines(screen, comparison, style.language);
    for (const auto& section : sections) section_lines(screen, comparison, section, style.language);
    return screen.take();
}

}  // namespace paraphe::report
