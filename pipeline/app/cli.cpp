#include "app/cli.hpp"

#include "app/batch.hpp"
#include "app/check.hpp"
#include "app/diff.hpp"
#include "app/doctor.hpp"
#include "app/exit_status.hpp"
#include "app/judge_reading.hpp"
#include "app/purge.hpp"
#include "app/rules_command.hpp"
#include "app/run_status.hpp"
#include "app/usage.hpp"
#include "app/watch.hpp"

#include <CLI/CLI.hpp>
#include <clocale>
#include <cstdio>
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

std::optional<Shard> parse_shard(const std::string& text) {
    Shard shard;
    char extra = 0;
    if (std::sscanf(text.c_str(), "%d/%d%c", &shard.index, &shard.count, &extra) != 2 || shard.count < 1 || shard.index < 1 || shard.index > shard.count) return {};
    return shard;
}

std::string check_shard(const std::string& text) {
    return parse_shard(text) ? "" : "« " + text + " » n'est pas une part : on attend I/N, par exemple 2/5";
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
        command.add_option("--lang", language, "Langue : fr ou en")->check(one_of({"fr", "en"}));
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
    DiffRequest diff_request;
    BatchRequest batch_request;
    WatchRequest watch_request;
    PurgeRequest purge_request;
    std::string shard = "1/1", out, log_format = "text";
    double cache_gigabytes = 10;
    bool merge = false;
    int result = status::eligible;

    CommandLine() {
        app.require_subcommand(1);
        app.set_version_flag("--version", PARAPHE_VERSION);
        app.set_help_flag("-h,--help", "Afficher cette aide");
        add_check();
        add_judge();
        add_explain();
        add_diff();
        add_rules();
        add_batch();
        add_watch();
        add_purge();
        auto* doctor_command = app.add_subcommand("doctor", "Dire l'état de l'installation et des protections");
        doctor_command->callback([this] { result = doctor(); });
    }

    void add_check() {
        auto* command = app.add_subcommand("check", "Contrôler un ou plusieurs dossiers (archive, dossier, e-mail, fichier)");
        command->add_option("DOSSIER", check.dossiers, "Dossiers à contrôler")->required();
        command->add_flag("--together", check.together, "Tous les chemins forment un seul dossier");
        command->add_option("--reading", check.reading, "Garder la lecture dans ce dossier");
        command->add_option("--jobs", check.jobs, "Lecteurs en parallèle (défaut : un par cœur)")->check(between(1, 256));
        command->add_option("--timings", check.timings, "Écrire les durées par étape dans ce fichier");
        command->add_option("--cache", check.cache, "Dossier où garder les pages lues : un fichier renvoyé n'est pas relu");
        command->add_option("--cache-gb", cache_gigabytes, "Taille des pages gardées, en Go")->check(positive());
        command->add_flag("--require-sandbox", check.require_sandbox, "Refuser de lire si une protection manque");
        common.add_to(*command);
        command->callback([this] {
            check.as_of = common.day();
            check.cache_bytes = static_cast<std::uint64_t>(cache_gigabytes * 1e9);
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

    void add_diff() {
        auto* command = app.add_subcommand("diff", "Comparer les rapports de deux envois d'un candidat : corrigé, restant, dégradé");
        command->add_option("AVANT", diff_request.before, "Rapport JSON du premier envoi (check --json)")->required();
        command->add_option("APRES", diff_request.after, "Rapport JSON du second envoi")->required();
        command->add_option("--json", diff_request.json, "Écrire la comparaison JSON dans ce fichier ; « - » pour la sortie standard");
        command->add_option("--lang", common.language, "Langue : fr ou en ; les phrases des contrôles restent celles des rapports")
            ->check(one_of({"fr", "en"}));
        command->footer("Code de sortie : 0 rien ne reste, 1 un point est à corriger, 2 un point est à vérifier ou les deux rapports ne sont pas de la "
                        "même entreprise ;\n66 un fichier qui ne s'ouvre pas ou n'est pas un rapport.");
        command->callback([this] {
            diff_request.style = {wants_colour(), terminal_width(), common.lang()};
            result = diff(diff_request);
        });
    }

    /// What batch and watch share.
    void add_bench(CLI::App& command, WorkbenchRequest& bench) {
        command.add_option("--out", bench.out, "Dossier où écrire les rapports")->required();
        command.add_option("--rules", bench.rulebook, "Règlement à appliquer (fichier TOML)");
        command.add_option("--cache", bench.cache, "Dossier des lectures gardées (défaut : dans --out)");
        command.add_option("--cache-gb", cache_gigabytes, "Taille des lectures gardées, en Go")->check(positive());
        bench.dossier_seconds = 3600;
        command.add_option("--time-limit", bench.dossier_seconds, "Secondes par dossier (défaut : 3600 ; 0 : sans limite)")->check(not_negative());
        command.add_option("--metrics", bench.metrics, "Écrire les compteurs dans ce fichier (format Prometheus)");
        command.add_option("--log-format", log_format, "Journal sur la sortie d'erreur : text ou json")->check(one_of({"text", "json"}));
        command.add_flag("--require-sandbox", bench.require_sandbox, "Refuser de lire si une protection manque");
        command.add_option("--lang", common.language, "Langue : fr ou en")->check(one_of({"fr", "en"}));
    }

    void finish_bench(WorkbenchRequest& bench) const {
        bench.cache_bytes = static_cast<std::uint64_t>(cache_gigabytes * 1e9);
        bench.language = common.lang();
        bench.log_format = log_format == "json" ? LogFormat::json : LogFormat::text;
    }

    void add_batch() {
        auto* command = app.add_subcommand("batch", "Contrôler tous les dossiers d'un répertoire, avec reprise");
        command->add_option("ENTREE", batch_request.inbox, "Répertoire des dossiers");
        add_bench(*command, batch_request.bench);
        command->add_option("--shard", shard, "Ne prendre que la part I de N, par exemple 2/5")->check(check_shard);
        command->add_option("--jobs", batch_request.jobs, "Dossiers en parallèle (défaut : un par cœur)")->check(between(1, 256));
        command->add_flag("--merge", merge, "Réunir les journaux de toutes les parts en une synthèse, sans rien lire ; avec ENTREE, nommer ce qui manque");
        command->callback([this] {
            if (merge) {
                result = merge_shards(batch_request.bench.out, batch_request.inbox, common.lang());
                return;
            }
            if (batch_request.inbox.empty()) throw CLI::RequiredError("ENTREE");
            batch_request.bench.shard = *parse_shard(shard);
            batch_request.progress = ::isatty(STDERR_FILENO) != 0;
            finish_bench(batch_request.bench);
            result = batch(batch_request);
        });
    }

    void add_watch() {
        auto* command = app.add_subcommand("watch", "Surveiller un répertoire et contrôler ce qu'on y dépose");
        command->add_option("ENTREE", watch_request.inbox, "Répertoire surveillé")->required();
        add_bench(*command, watch_request.bench);
        command->add_option("--settle", watch_request.settle_seconds, "Secondes sans changement avant de prendre un dossier")->check(positive());
        command->add_option("--patience", watch_request.patience_seconds, "Secondes sans changement avant de prendre ce qui semble incomplet")->check(positive());
        command->add_option("--jobs", watch_request.jobs, "Lecteurs en parallèle (défaut : un par cœur)")->check(between(1, 256));
        command->add_option("--rescan", watch_request.rescan_seconds, "Secondes entre deux examens du répertoire")->check(positive());
        command->callback([this] {
            finish_bench(watch_request.bench);
            result = watch(watch_request);
        });
        auto* state = app.add_subcommand("status", "Dire où en est une surveillance ou un lot");
        state->add_option("--out", out, "Dossier des rapports")->required();
        state->add_option("--lang", common.language, "Langue : fr ou en")->check(one_of({"fr", "en"}));
        state->callback([this] { result = print_status(out, common.lang()); });
    }

    void add_purge() {
        auto* command = app.add_subcommand("purge", "Effacer ce qui est gardé des candidats depuis trop longtemps");
        command->add_option("--out", purge_request.out, "Dossier des rapports d'un lot ou d'une surveillance");
        command->add_option("--cache", purge_request.cache, "Dossier des lectures gardées, s'il est ailleurs");
        command->add_option("--older-than", purge_request.days, "Effacer ce qui a plus de ce nombre de jours")->required()->check(between(0, 36500));
        command->add_option("--lang", common.language, "Langue : fr ou en")->check(one_of({"fr", "en"}));
        command->footer("Ce qui est encore dans la boîte de dépôt n'est pas effacé et serait relu : videz-la d'abord.");
        command->callback([this] {
            if (purge_request.out.empty() && purge_request.cache.empty()) throw CLI::RequiredError("--out ou --cache");
            purge_request.language = common.lang();
            result = purge(purge_request);
        });
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
        std::cerr << "paraphe : " << usage_mistake(line.app, error) << "\nVoir « paraphe --help ».\n";
        return status::usage;
    } catch (const std::exception& error) {
        std::cerr << "paraphe : erreur interne (" << error.what() << ")\n";
        return status::internal;
    }
    return line.result;
}

}  // namespace paraphe::app
