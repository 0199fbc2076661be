#pragma once

#include "rules/rules.hpp"
#include "rules/rulebook.hpp"

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace paraphe::rules {

/// The mistakes of one file, gathered while it is read.
class Mistakes {
public:
    explicit Mistakes(std::string file) : file_(std::move(file)) {}
    void add(const toml::source_region& where, std::string message);
    [[nodiscard]] std::vector<Mistake> sorted() const;
    [[nodiscard]] bool none() const { return all_.empty(); }

private:
    std::string file_;
    std::vector<Mistake> all_;
};

/// A table of the rulebook of which every key must be asked for: what nobody asked for is a mistake.
class TomlTable {
public:
    /// `name`: how messages call it ("le contrôle « kbis.age »").
    TomlTable(const toml::table& table, std::string name, Mistakes& mistakes) : table_(&table), name_(std::move(name)), mistakes_(&mistakes) {}

    [[nodiscard]] bool has(const std::string& key) const { return table_->contains(key); }
    [[nodiscard]] std::string text(const std::string& key, bool needed = true);
    [[nodiscard]] double number(const std::string& key, double otherwise);
    [[nodiscard]] bool flag(const std::string& key, bool otherwise);
    [[nodiscard]] std::vector<std::string> texts(const std::string& key, bool needed = true);
    /// A probability, 0 to 1.
    [[nodiscard]] double share(const std::string& key, double otherwise);
    /// { fr = "...", en = "..." }
    [[nodiscard]] Text words(const std::string& key, bool needed = true);
    [[nodiscard]] std::optional<Date> date(const std::string& key);
    [[nodiscard]] std::optional<Parameter> parameter(const std::string& key, const std::string& expected);
    [[nodiscard]] std::optional<TomlTable> table(const std::string& key, std::string name, bool needed = true);
    [[nodiscard]] std::vector<TomlTable> tables(const std::string& key, const std::string& name, bool needed = true);
    /// The keys of this table, in the order of the file.
    [[nodiscard]] std::vector<std::string> keys() const;
    [[nodiscard]] const toml::source_region& where(const std::string& key) const;
    [[nodiscard]] const toml::source_region& where() const { return table_->source(); }
    [[nodiscard]] const std::string& name() const { return name_; }
    void rename(std::string name) { name_ = std::move(name); }
    void mistake(const std::string& key, std::string message) { mistakes_->add(where(key), std::move(message)); }
    /// Tells every key that was not asked for, with the nearest one that could have been meant.
    void finish();

private:
    const toml::node* ask(const std::string& key, bool needed);
    void wrong_type(const toml::node& node, const std::string& key, const std::string& expected);

    const toml::table* table_;
    std::string name_;
    Mistakes* mistakes_;
    std::set<std::string> asked_;
};

}  // namespace paraphe::rules
