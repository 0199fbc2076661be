#include "rules/toml_table.hpp"

#include "rules/nearest.hpp"

#include <algorithm>
#include <tuple>

namespace paraphe::rules {
namespace {

std::string type_name(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::table: return "une table";
        case toml::node_type::array: return "une liste";
        case toml::node_type::string: return "un texte";
        case toml::node_type::integer:
        case toml::node_type::floating_point: return "un nombre";
        case toml::node_type::boolean: return "vrai ou faux";
        case toml::node_type::date: return "une date";
        default: return "autre chose";
    }
}

}  // namespace

void Mistakes::add(const toml::source_region& where, std::string message) {
    all_.push_back({file_, static_cast<int>(where.begin.line), static_cast<int>(where.begin.column), std::move(message)});
}

std::vector<Mistake> Mistakes::sorted() const {
    auto mistakes = all_;
    std::ranges::stable_sort(mistakes, {}, [](const Mistake& m) { return std::tuple{m.line, m.column}; });
    return mistakes;
}

const toml::node* TomlTable::ask(const std::string& key, bool needed) {
    asked_.insert(key);
    const auto* node = table_->get(key);
    if (!node && needed) mistakes_->add(table_->source(), name_ + " : il manque « " + key + " ».");
    return node;
}

void TomlTable::wrong_type(const toml::node& node, const std::string& key, const std::string& expected) {
    mistakes_->add(node.source(), name_ + " : « " + key + " » est " + type_name(node) + " ; attendu : " + expected + ".");
}

std::string TomlTable::text(const std::string& key, bool needed) {
    const auto* node = ask(key, needed);
    if (!node) return {};
    if (const auto* value = node->as_string()) {
        if (needed && value->get().empty()) mistakes_->add(node->source(), name_ + " : « " + key + " » est vide.");
        return value->get();
    }
    wrong_type(*node, key, "un texte");
    return {};
}

double TomlTable::number(const std::string& key, double otherwise) {
    const auto* node = ask(key, false);
    if (!node) return otherwise;
    if (const auto value = node->value<double>(); value && node->is_number()) return *value;
    wrong_type(*node, key, "un nombre");
    return otherwise;
}

double TomlTable::share(const std::string& key, double otherwise) {
    const double value = number(key, otherwise);
    if (value >= 0 && value <= 1) return value;
    mistake(key, name_ + " : « " + key + " » doit être une probabilité, de 0 à 1.");
    return otherwise;
}

bool TomlTable::flag(const std::string& key, bool otherwise) {
    const auto* node = ask(key, false);
    if (!node) return otherwise;
    if (const auto* value = node->as_boolean()) return value->get();
    wrong_type(*node, key, "true ou false");
    return otherwise;
}

std::vector<std::string> TomlTable::texts(const std::string& key, bool needed) {
    const auto* node = ask(key, needed);
    if (!node) return {};
    const auto* array = node->as_array();
    if (!array) {
        wrong_type(*node, key, "une liste de textes");
        return {};
    }
    std::vector<std::string> values;
    for (const auto& element : *array) {
        if (const auto* value = element.as_string()) values.push_back(value->get());
        else wrong_type(element, key, "une liste de textes");
    }
    return values;
}

Text TomlTable::words(const std::string& key, bool needed) {
    auto inner = table(key, name_ + ", « " + key + " »", needed);
    if (!inner) return {};
    Text words{inner->text("fr"), inner->text("en")};
    inner->finish();
    return words;
}

std::optional<Date> TomlTable::date(const std::string& key) {
    const auto* node = ask(key, false);
    if (!node) return {};
    if (const auto* value = node->as_date()) {
        const auto& d = value->get();
        const Date date{std::chrono::year{d.year}, std::chrono::month{d.month}, std::chrono::day{d.day}};
        if (date.ok()) return date;
    }
    if (const auto* value = node->as_string())
        if (const auto date = from_iso(value->get())) return date;
    wrong_type(*node, key, "une date, aaaa-mm-jj");
    return {};
}

std::optional<Parameter> TomlTable::parameter(const std::string& key, const std::string& expected) {
    const auto* node = ask(key, false);
    if (!node) return {};
    if (expected == "texts") return Parameter{texts(key)};
    if (expected == "text" && node->is_string()) return Parameter{node->as_string()->get()};
    if (expected == "number" && node->is_number()) return Parameter{*node->value<double>()};
    if (expected == "boolean" && node->is_boolean()) return Parameter{node->as_boolean()->get()};
    wrong_type(*node, key, expected == "text" ? "un texte" : expected == "number" ? "un nombre" : "true ou false");
    return {};
}

std::optional<TomlTable> TomlTable::table(const std::string& key, std::string name, bool needed) {
    const auto* node = ask(key, needed);
    if (!node) return {};
    if (const auto* inner = node->as_table()) return TomlTable{*inner, std::move(name), *mistakes_};
    wrong_type(*node, key, "une table");
    return {};
}

std::vector<TomlTable> TomlTable::tables(const std::string& key, const std::string& name, bool needed) {
    const auto* node = ask(key, needed);
    if (!node) return {};
    const auto* array = node->as_array();
    if (!array) {
        wrong_type(*node, key, "une liste de tables");
        return {};
    }
    std::vector<TomlTable> found;
    for (const auto& element : *array) {
        if (const auto* inner = element.as_table()) found.emplace_back(*inner, name, *mistakes_);
        else wrong_type(element, key, "une liste de tables");
    }
    return found;
}

std::vector<std::string> TomlTable::keys() const {
    std::vector<std::string> names;
    for (const auto& [key, node] : *table_) names.emplace_back(key.str());
    return names;
}

const toml::source_region& TomlTable::where(const std::string& key) const {
    for (const auto& [name, node] : *table_)
        if (name.str() == key) return name.source();
    return table_->source();
}

void TomlTable::finish() {
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    for (const auto& [key, node] : *table_) {
        const std::string found{key.str()};
        if (asked_.contains(found)) continue;
        const auto meant = nearest(found, known);
        mistakes_->add(key.source(), name_ + " ne connaît pas « " + found + " »" +
                                         (meant.empty() ? "." : " ; vouliez-vous dire « " + meant + " » ?"));
    }
}

}  // namespace paraphe::rules
