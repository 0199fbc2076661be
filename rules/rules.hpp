#pragma once

#include "model/expectations.hpp"
#include "model/reading.hpp"
#include "model/verdict.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace paraphe::rules {

struct Rulebook;  // see rulebook.hpp

/// A mistake in a rulebook: "enr.toml:42:1: check "kbis.age" knows no "monhts". Did you mean "months"?"
struct Mistake {
    std::string file;
    int line = 0, column = 0;
    std::string message;  ///< French; what was found, what was expected, the nearest known name
};

/// Reads a rulebook. Every mistake is told, not only the first.
[[nodiscard]] tl::expected<std::shared_ptr<const Rulebook>, std::vector<Mistake>> parse(std::string_view toml, const std::string& file);

/// What reading must look for under this rulebook, and the hash that a reading names.
[[nodiscard]] Expectations expectations(const Rulebook& book);
[[nodiscard]] std::string expectations_hash(const Rulebook& book);

/// Judges a reading on a day. Pure: the same reading, rulebook and day give the same judgement.
[[nodiscard]] Judgement judge(const Reading& reading, const Rulebook& book, Date as_of, const std::string& as_of_source);

/// One line about each kind of rule: its name and meaning, for `paraphe rules list`.
struct KindInfo { std::string name, meaning; };
[[nodiscard]] std::vector<KindInfo> list_kinds();

}  // namespace paraphe::rules
