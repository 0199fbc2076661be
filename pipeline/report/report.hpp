#pragma once

#include "model/reading.hpp"
#include "model/verdict.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace paraphe::report {

enum class Language { fr, en };

/// `paraphe-report/1`. Without clock or chance: the same reading and judgement give the same bytes.
[[nodiscard]] std::string json(const Reading& reading, const Judgement& judgement, const std::string& program_version);

/// Gives the bytes of an encoded picture of the reading's `pictures/` (JPEG or PNG) by its file name, or nothing.
using PictureOf = std::function<std::optional<std::string>(const std::string& name)>;

/// One self-contained page: verdict, what to do, the nine pieces with their evidence, what happened to every file. Everything of
/// the candidate is escaped; a strict Content-Security-Policy stands in it. `run_on`: the day of the run (ISO), shown beside as_of.
[[nodiscard]] std::string html(const Reading& reading, const Judgement& judgement, const PictureOf& picture_of, Language language,
                               const std::string& program_version, const std::string& run_on);

/// A text of a candidate made harmless for a terminal: control characters (but newline) become visible.
[[nodiscard]] std::string for_terminal(std::string_view text);

struct TerminalStyle { bool colour = false; int width = 80; Language language = Language::fr; };
/// The summary for a terminal; control characters of candidates' texts are made visible.
[[nodiscard]] std::string terminal(const Reading& reading, const Judgement& judgement, const TerminalStyle& style, const std::string& run_on);

/// The message to the candidate, ready to send (`--lettre`), French.
[[nodiscard]] std::string letter(const Reading& reading, const Judgement& judgement);

}  // namespace paraphe::report
