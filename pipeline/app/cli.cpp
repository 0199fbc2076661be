#include "app/cli.hpp"

#include "app/check.hpp"
#include "app/doctor.hpp"
#include "app/exit_status.hpp"
#include "app/judge_reading.hpp"
#include "app/rules_command.hpp"

#include <CLI/CLI.hpp>
#include <clocale>
#include <cstdlib>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace paraphe::app {
namespace {

int terminal_width() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
    return 80;
}

bool wants_colour() { return ::isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR"); }

std::string check_date(const std::string& text) {
    return from_iso(text) ? "" : "« " + text + " » n'est pas une date : on attend AAAA-MM-JJ, par exemple 2017-02-20";
}

/// Options that several commands share, as the command line gives them.
struct Common {
    std::string as_of, rulebook, json, html, letter, language = "fr";

    void add_to(CLI::App& command) {
        command.add_option("--as-of", as_of, "Jour du dépôt, AAAA-MM-JJ")->check(check_date);
        command.add_option("--rules", rulebook, "Règlement à appliquer (fichier TOML)");
        command.add_option("--json", json, "Écrire le rapport JSON dans ce fichier ; « - » pour la sortie standard");
        command.add_option("--html", html, "Écrire le rapport HTML dans ce fichier");
        command.add_option("--lettre,--letter", letter, "Écrire le message au candidat dans ce fichier");
        command.add_option("--lang", language, "Langue : fr ou en")->check(CLI::IsMember({"fr", "en"}));
    }
    [[nodiscard]] report::Language lang() const { return language == "en" ? report::Language::en : report::Language::fr; }
    [[nodiscard]] std::optional<Date> day() const { return as_of.empty() ? std::nullopt : from_iso(as_of); }
};

JudgeRequest judge_request(const Common& common, const std::string& reading) {
    return {reading, common.day(), common.rulebook, common.json, common.html, common.letter, common.lang(), wants_colour(), terminal_width()};
}

struct CommandLine {
    CLI::App app{"Paraphe lit un dossier de candidature au label Entreprise Numérique Responsable et dit, pièce par pièce, ce qui est prouvé.", "paraphe"};
    Common common;
    CheckRequest check;
    std::string reading, check_id, rules_file;
    int result = status::eligible;

    CommandLine() {
        app.require_subcommand(1);
        app.set_version_flag("--version", PARAPHE_VERSION);
        app.set_help_flag("-h,--help", "Afficher cette aide");
        add_check();
        add_judge();
        add_explain();
        add_rules();
        auto* doctor_command = app.add_subcommand("doctor", "Dire l'état de l'installation et des protections");
        doctor_command->callback([this] { result = doctor(); });
    }

    void add_check() {
        auto* command = app.add_subcommand("check", "Contrôler un ou plusieurs dossiers (archive, dossier, e-mail, fichier)");
        command->add_option("DOSSIER", check.dossiers, "Dossiers à contrôler")->required();
        command->add_flag("--together", check.together, "Tous les chemins forment un seul dossier");
        command->add_option("--reading", check.reading, "Garder la lecture dans ce dossier");
        command->add_option("--jobs", check.jobs, "Lecteurs en parallèle (défaut : un par cœur)")->check(CLI::Range(1, 256));
        command->add_option("--timings", check.timings, "Écrire les durées par étape dans ce fichier");
        command->add_flag("--require-sandbox", check.require_sandbox, "Refuser de lire si une protection manque");
        common.add_to(*command);
        command->callback([this] {
            check.as_of = common.day();
            check.rulebook = common.rulebook;
            check.json = common.json;
            check.html = common.html;
            check.letter = common.letter;
            check.language = common.lang();
            check.colour = wants_colour();
            check.progress = ::isatty(STDERR_FILENO) != 0;
            check.width = terminal_width();
            if (check.json == "-" && check.dossiers.size() > 1 && !check.together)
                throw CLI::ValidationError("--json", "avec plusieurs dossiers, --json nomme un dossier de sortie");
            result = app::check(check);
        });
    }

    void add_judge() {
        auto* command = app.add_subcommand("judge", "Juger de nouveau une lecture gardée, sans le dossier");
        command->add_option("LECTURE", reading, "Dossier écrit par --reading")->required();
        common.add_to(*command);
        command->callback([this] { result = judge_reading(judge_request(common, reading)); });
    }

    void add_explain() {
        auto* command = app.add_subcommand("explain", "Dire tout le raisonnement d'un contrôle");
        command->add_option("LECTURE", reading, "Dossier écrit par --reading")->required();
        command->add_option("CONTROLE", check_id, "Identifiant du contrôle, par exemple kbis.age")->required();
        common.add_to(*command);
        command->callback([this] { result = explain_check(judge_request(common, reading), check_id); });
    }

    void add_rules() {
        auto* command = app.add_subcommand("rules", "Vérifier un règlement, lister les sortes de règles");
        command->require_subcommand(1);
        auto* verify = command->add_subcommand("check", "Vérifier un règlement");
        verify->add_option("FICHIER", rules_file, "Règlement (TOML)")->required();
        verify->callback([this] { result = check_rulebook(rules_file); });
        auto* list = command->add_subcommand("list", "Lister les sortes de règles");
        list->callback([this] { result = list_rules(); });
    }
};

}  // namespace

int run(int argc, char** argv) {
    std::setlocale(LC_CTYPE, "C.UTF-8");
    CommandLine line;
    try {
        line.app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        return line.app.exit(success);
    } catch (const CLI::ParseError& error) {
        std::cerr << "paraphe : " << error.what() << "\nVoir « paraphe --help ».\n";
        return status::usage;
    } catch (const std::exception& error) {
        std::cerr << "paraphe : erreur interne (" << error.what() << ")\n";
        return status::internal;
    }
    return line.result;
}

}  // namespace paraphe::app
