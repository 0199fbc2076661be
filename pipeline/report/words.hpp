#pragma once

#include "model/document.hpp"
#include "model/file.hpp"
#include "model/page.hpp"
#include "model/verdict.hpp"
#include "report/report.hpp"

#include <string>
#include <string_view>

namespace paraphe::report {

/// The sentence in the reader's language; the other one when it is missing.
[[nodiscard]] const std::string& in(Language language, const Text& text);
[[nodiscard]] inline std::string_view in(Language language, std::string_view fr, std::string_view en) { return language == Language::fr ? fr : en; }

/// A text of the candidate as it may be shown: control, direction and invisible characters become visible, longer than `at_most`
/// letters is cut with "…". Not yet escaped for HTML.
[[nodiscard]] std::string visible(std::string_view text, std::size_t at_most = 400);

/// The outcome that a verdict stands for: the same sign, the same colour.
[[nodiscard]] Outcome outcome_of(Verdict verdict);
[[nodiscard]] std::string_view word(Verdict verdict, Language language);
[[nodiscard]] std::string_view word(Outcome outcome, Language language);
[[nodiscard]] std::string_view word(FileStatus status, Language language);
[[nodiscard]] std::string_view word(MarkKind kind, Language language);
[[nodiscard]] std::string_view word(PageProblem problem, Language language);
/// What a file's reason code means, as a sentence; the code itself when it is not known.
[[nodiscard]] std::string reason_in_words(const std::string& code, Language language);
/// What the candidate can do about it, or "".
[[nodiscard]] std::string_view remedy(const std::string& reason, Language language);
/// "Jugé au 18 février 2015 (date demandée)"
[[nodiscard]] std::string day_in_words(const Judgement& judgement, Language language);
[[nodiscard]] std::string source_in_words(const std::string& as_of_source, Language language);
[[nodiscard]] std::string field_in_words(const std::string& name, Language language);
/// "sûr", "probable", "à vérifier"
[[nodiscard]] std::string_view confidence_in_words(double confidence, Language language);

/// "20 février 2017"; the text itself when it is no ISO date.
[[nodiscard]] std::string date_in_words(const std::string& iso, Language language);
/// "552 100 554"
[[nodiscard]] std::string grouped_siren(const std::string& digits);
/// A field's value as a person reads it. Rows of a staff register give their number only.
[[nodiscard]] std::string shown(const std::string& field_name, const Value& value, Language language);

}  // namespace paraphe::report
