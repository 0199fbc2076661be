#include "rules/kind.hpp"
#include "rules/nearest.hpp"
#include "rules/rules.hpp"
#include "rules/sha256.hpp"
#include "rules/toml_table.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

const char* type_word(ParameterType type) {
    switch (type) {
        case ParameterType::text: return "text";
        case ParameterType::number: return "number";
        case ParameterType::boolean: return "boolean";
        case ParameterType::texts: return "texts";
    }
    return "text";
}

std::string quoted(const std::string& name) { return "« " + name + " »"; }

std::string did_you_mean(const std::string& wrong, const std::vector<std::string>& known) {
    const auto meant = nearest(wrong, known);
    return meant.empty() ? "." : " ; vouliez-vous dire " + quoted(meant) + " ?";
}

std::optional<Outcome> read_outcome(TomlTable& table) {
    if (!table.has("outcome")) return {};
    const auto word = table.text("outcome");
    if (word == "pass") return Outcome::pass;
    if (word == "review") return Outcome::review;
    if (word == "fail") return Outcome::fail;
    table.mistake("outcome", table.name() + " : issue inconnue " + quoted(word) + " ; attendu : pass, review ou fail" +
                                 did_you_mean(word, {"pass", "review", "fail"}));
    return {};
}

/// Tells the placeholders of a message that nothing will fill.
void check_placeholders(TomlTable& table, const std::string& key, const std::string& message, const std::vector<std::string>& known) {
    for (const auto& name : placeholders_of(message))
        if (std::ranges::find(known, name) == known.end())
            table.mistake(key, table.name() + " : rien ne remplit {" + name + "}" + did_you_mean(name, known));
}

Saying read_saying(TomlTable& table, const std::vector<std::string>& placeholders, bool pass) {
    Saying saying;
    saying.code = table.text("code", false);
    saying.outcome = read_outcome(table);
    saying.message = {table.text("fr"), table.text("en")};
    const bool silent = pass || saying.outcome == Outcome::pass;
    saying.advice = {table.text("do_fr", !silent), table.text("do_en", !silent)};
    check_placeholders(table, "fr", saying.message.fr, placeholders);
    check_placeholders(table, "en", saying.message.en, placeholders);
    check_placeholders(table, "do_fr", saying.advice.fr, placeholders);
    check_placeholders(table, "do_en", saying.advice.en, placeholders);
    table.finish();
    return saying;
}

struct KnownReason {
    Outcome outcome;
    std::vector<std::string> placeholders;
};

std::map<std::string, KnownReason> reasons_of(const CheckSpec& check) {
    auto with_common = [](std::vector<std::string_view> own) {
        std::vector<std::string> names(own.begin(), own.end());
        for (const auto& name : common_placeholders()) names.push_back(name);
        return names;
    };
    std::map<std::string, KnownReason> known;
    for (const auto& reason : check.kind->reasons) known[std::string{reason.name}] = {reason.outcome, with_common(reason.placeholders)};
    if (!check.kind->reasons_from.empty())
        for (const auto& code : texts_of(check, std::string{check.kind->reasons_from}))
            known[code] = {Outcome::review, with_common({"text"})};
    for (const auto& name : general_reasons()) known.try_emplace(name, KnownReason{Outcome::review, with_common({"field"})});
    return known;
}

void read_sayings(TomlTable& table, CheckSpec& check, const Rulebook& book) {
    const auto known = reasons_of(check);
    std::vector<std::string> names;
    for (const auto& [name, reason] : known) names.push_back(name);
    if (auto says = table.table("says", table.name() + ", messages", false)) {
        for (const auto& name : says->keys()) {
            const auto reason = known.find(name);
            if (reason == known.end()) {
                says->mistake(name, quoted(check.id) + " : la règle " + quoted(std::string{check.kind->name}) + " ne répond jamais " +
                                        quoted(name) + did_you_mean(name, names));
                continue;
            }
            if (auto saying = says->table(name, quoted(check.id) + ", réponse " + quoted(name)))
                check.says[name] = read_saying(*saying, reason->second.placeholders, reason->second.outcome == Outcome::pass);
        }
    }
    for (const auto& [name, reason] : known)
        if (!check.says.contains(name) && !book.messages.contains(name))
            table.mistake("says", quoted(check.id) + " : il manque le message de la réponse " + quoted(name) + ".");
}

const RuleKind* find_kind(const std::string& name) {
    for (const auto* kind : kinds())
        if (kind->name == name) return kind;
    return nullptr;
}

std::optional<CheckSpec> read_check(TomlTable table, const Rulebook& book) {
    CheckSpec check;
    check.id = table.text("id");
    table.rename("le contrôle " + quoted(check.id));
    const auto rule = table.text("rule");
    check.kind = find_kind(rule);
    if (!check.kind) {
        std::vector<std::string> names;
        for (const auto* kind : kinds()) names.emplace_back(kind->name);
        if (!rule.empty()) table.mistake("rule", table.name() + " : règle inconnue " + quoted(rule) + did_you_mean(rule, names));
        return {};
    }
    check.required = table.flag("required", true);
    check.pass_at = table.share("pass_at", book.pass_at);
    check.fail_at = table.share("fail_at", book.fail_at);
    check.looked_for = table.flag("looked_for", false);
    check.every_document = table.flag("every_document", false);
    for (const auto& info : check.kind->parameters) {
        const std::string name{info.name};
        if (auto value = table.parameter(name, type_word(info.type))) check.parameters[name] = *value;
        else if (info.needed && !table.has(name))
            table.mistake("id", table.name() + " : la règle " + quoted(rule) + " a besoin de " + quoted(name) + ".");
    }
    const auto field = text_of(check, "field");
    const auto& decisive = book.expectations.decisive;
    if (!field.empty() && std::ranges::find(decisive, check.id.substr(0, check.id.find('.')) + "." + field) != decisive.end())
        check.looked_for = true;
    read_sayings(table, check, book);
    table.finish();
    return check;
}

LookAlike read_look_alike(TomlTable table) {
    LookAlike look;
    look.id = table.text("id");
    table.rename("le sosie " + quoted(look.id));
    look.outcome = read_outcome(table).value_or(Outcome::review);
    if (!table.has("outcome")) table.mistake("id", table.name() + " : il manque « outcome » (review ou fail).");
    if (look.outcome == Outcome::pass) table.mistake("outcome", table.name() + " : un sosie ne peut pas passer ; attendu : review ou fail.");
    look.code = table.text("code");
    look.title = table.words("title");
    look.message = {table.text("fr"), table.text("en")};
    look.advice = {table.text("do_fr"), table.text("do_en")};
    const auto known = common_placeholders();
    check_placeholders(table, "fr", look.message.fr, known);
    check_placeholders(table, "en", look.message.en, known);
    check_placeholders(table, "do_fr", look.advice.fr, known);
    check_placeholders(table, "do_en", look.advice.en, known);
    table.finish();
    return look;
}

PieceSpec read_piece(TomlTable table, Rulebook& book) {
    PieceSpec piece;
    piece.id = table.text("id");
    table.rename("la pièce " + quoted(piece.id));
    piece.title = table.words("title");
    piece.required = table.flag("required", true);
    if (const auto form = table.text("form", false); !form.empty()) book.expectations.forms.push_back({piece.id, form, {}, {}});
    for (auto& look : table.tables("look_alike", "un sosie de " + quoted(piece.id), false)) piece.look_alikes.push_back(read_look_alike(look));
    for (auto& check : table.tables("check", "un contrôle de " + quoted(piece.id)))
        if (auto read = read_check(check, book)) piece.checks.push_back(std::move(*read));
    table.finish();
    return piece;
}

void read_expectations(TomlTable& root, Rulebook& book) {
    if (auto label = root.table("label", "[label]")) {
        book.expectations.label_names = label->texts("names");
        book.expectations.fee = label->number("fee", 0);
        if (!label->has("fee")) label->mistake("names", "[label] : il manque « fee ».");
        book.expectations.payees = label->texts("payees");
        book.payees_to_confirm = label->texts("payees_to_confirm", false);
        book.deadline = label->date("deadline");
        label->finish();
    }
    if (auto reading = root.table("reading", "[reading]")) {
        book.expectations.decisive = reading->texts("decisive");
        book.expectations.fixed_wording = reading->texts("fixed_wording", false);
        reading->finish();
    }
    for (auto& table : root.tables("cluster", "un cluster")) {
        Cluster cluster{table.text("name"), table.texts("aliases", false)};
        table.finish();
        book.expectations.clusters.push_back(std::move(cluster));
    }
}

void read_identity(TomlTable& root, Rulebook& book) {
    auto table = root.table("identity", "[identity]");
    if (!table) return;
    book.identity = {table->text("piece"), table->text("siren"), table->text("representatives"), table->texts("names"),
                     table->texts("excluded_roles", false)};
    table->finish();
}

/// A reason that every kind of rule proposes with a pass needs no advice.
bool always_passes(const std::string& name) {
    bool any = false;
    for (const auto* kind : kinds())
        for (const auto& reason : kind->reasons) {
            if (reason.name != name) continue;
            if (reason.outcome != Outcome::pass) return false;
            any = true;
        }
    return any;
}

void read_messages(TomlTable& root, Rulebook& book) {
    auto table = root.table("messages", "[messages]");
    if (!table) return;
    auto known = common_placeholders();
    known.emplace_back("field");
    for (const auto& name : table->keys()) {
        auto known_here = known;
        if (name == unconfirmed_reason()) known_here.emplace_back("message");
        if (auto saying = table->table(name, "le message " + quoted(name))) book.messages[name] = read_saying(*saying, known_here, always_passes(name));
    }
    for (const auto& name : {std::string{unconfirmed_reason()}})
        if (!book.messages.contains(name)) table->mistake(name, "[messages] : il manque " + quoted(name) + ".");
    table->finish();
}

void check_ids(const Rulebook& book, TomlTable& root) {
    std::map<std::string, int> seen;
    const auto count = [&](const std::vector<CheckSpec>& checks) {
        for (const auto& check : checks)
            if (++seen[check.id] == 2) root.mistake("piece", "Deux contrôles portent le nom " + quoted(check.id) + ".");
    };
    std::vector<std::string> pieces;
    for (const auto& piece : book.pieces) {
        if (std::ranges::find(pieces, piece.id) != pieces.end()) root.mistake("piece", "Deux pièces portent le nom " + quoted(piece.id) + ".");
        pieces.push_back(piece.id);
        count(piece.checks);
    }
    count(book.checks);
    const auto refuse = [&](const std::string& key, const std::string& piece) {
        if (!piece.empty() && std::ranges::find(pieces, piece) == pieces.end())
            root.mistake(key, "Pièce inconnue " + quoted(piece) + did_you_mean(piece, pieces));
    };
    refuse("identity", book.identity.piece);
    for (const auto& piece : book.expectations.fixed_wording) refuse("reading", piece);
    for (const auto& decisive : book.expectations.decisive) refuse("reading", decisive.substr(0, decisive.find('.')));
    for (const auto& piece : book.pieces)
        for (const auto& check : piece.checks) refuse("piece", text_of(check, "like"));
}

void read_root(TomlTable& root, Rulebook& book) {
    if (auto head = root.table("rulebook", "[rulebook]")) {
        book.id = head->text("id");
        book.version = head->text("version");
        head->finish();
    }
    if (auto thresholds = root.table("thresholds", "[thresholds]")) {
        book.pass_at = thresholds->share("pass", book.pass_at);
        book.fail_at = thresholds->share("fail", book.fail_at);
        book.doubt_from = thresholds->share("doubt", book.doubt_from);
        thresholds->finish();
    }
    read_identity(root, book);
    read_expectations(root, book);
    read_messages(root, book);
    if (auto fields = root.table("fields", "[fields]", false)) {
        for (const auto& name : fields->keys()) book.field_titles[name] = fields->words(name);
        fields->finish();
    }
    for (auto& piece : root.tables("piece", "une pièce")) book.pieces.push_back(read_piece(piece, book));
    for (auto& check : root.tables("check", "un contrôle du dossier", false))
        if (auto read = read_check(check, book)) book.checks.push_back(std::move(*read));
    check_ids(book, root);
    root.finish();
}

}  // namespace

tl::expected<std::shared_ptr<const Rulebook>, std::vector<Mistake>> parse(std::string_view toml_text, const std::string& file) {
    toml::table root;
    try {
        root = toml::parse(toml_text, file);
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        return tl::unexpected(std::vector{Mistake{file, static_cast<int>(at.line), static_cast<int>(at.column),
                                                  "TOML mal formé : " + std::string{error.description()}}});
    }
    Mistakes mistakes(file);
    auto book = std::make_shared<Rulebook>();
    book->sha256 = sha256(toml_text);
    TomlTable table(root, "le règlement", mistakes);
    read_root(table, *book);
    if (!mistakes.none()) return tl::unexpected(mistakes.sorted());
    return book;
}

std::vector<KindInfo> list_kinds() {
    std::vector<KindInfo> list;
    for (const auto* kind : kinds()) list.push_back({std::string{kind->name}, kind->meaning.fr});
    return list;
}

}  // namespace paraphe::rules
