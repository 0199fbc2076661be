#include "report/past_report.hpp"

#include "report/json_words.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace paraphe::report {
namespace {

using Json = nlohmann::ordered_json;

/// Takes values out of objects and remembers the first that is missing or of another kind; what it gives is safe in any case.
class Form {
public:
    [[nodiscard]] const std::string& wrong() const { return wrong_; }

    std::string text(const Json& from, const char* key) {
        const auto& value = take(from, key, &Json::is_string);
        return value.is_string() ? value.get<std::string>() : std::string();
    }
    bool flag(const Json& from, const char* key) {
        const auto& value = take(from, key, &Json::is_boolean);
        return value.is_boolean() && value.get<bool>();
    }
    const Json& object(const Json& from, const char* key) { return take(from, key, &Json::is_object); }
    const Json& list(const Json& from, const char* key) { return take(from, key, &Json::is_array); }

    /// An enumerator by its name.
    template <class Enumeration, class Names>
    Enumeration one_of(const Json& from, const char* key, const Names& names) {
        const auto found = std::ranges::find(names, text(from, key));
        if (found == names.end()) return breach(key), Enumeration{};
        return static_cast<Enumeration>(found - names.begin());
    }

    void breach(const std::string& what) {
        if (wrong_.empty()) wrong_ = what;
    }

private:
    const Json& take(const Json& from, const char* key, bool (Json::*is_wanted)() const noexcept) {
        static const Json nothing;
        const auto found = from.is_object() ? from.find(key) : from.end();
        if (found != from.end() && ((*found).*is_wanted)()) return *found;
        breach(key);
        return nothing;
    }

    std::string wrong_;
};

Check check_from(Form& form, const Json& json) {
    Check check;
    check.id = form.text(json, "id");
    check.required = form.flag(json, "required");
    check.outcome = form.one_of<Outcome>(json, "outcome", outcome_names);
    check.code = form.text(json, "code");
    check.message.fr = form.text(json, "message");
    check.advice.fr = form.text(json, "advice");
    return check;
}

std::vector<Check> checks_from(Form& form, const Json& json) {
    std::vector<Check> checks;
    for (const auto& check : form.list(json, "checks")) checks.push_back(check_from(form, check));
    return checks;
}

PieceJudgement piece_from(Form& form, const Json& json) {
    PieceJudgement piece;
    piece.id = form.text(json, "id");
    piece.title.fr = form.text(json, "title");
    piece.required = form.flag(json, "required");
    piece.outcome = form.one_of<Outcome>(json, "outcome", outcome_names);
    for (const auto& document : form.list(json, "documents")) piece.documents.push_back(form.text(document, "document"));
    piece.checks = checks_from(form, json);
    return piece;
}

Judgement judgement_from(Form& form, const Json& json) {
    Judgement judgement;
    const auto& rulebook = form.object(json, "rulebook");
    judgement.rulebook_id = form.text(rulebook, "id");
    judgement.rulebook_version = form.text(rulebook, "version");
    judgement.rulebook_sha256 = form.text(rulebook, "sha256");
    judgement.as_of = form.text(json, "as_of");
    judgement.as_of_source = form.text(json, "as_of_source");
    const auto& company = form.object(json, "company");
    judgement.company_name = form.text(company, "name");
    judgement.siren = form.text(company, "siren");
    judgement.verdict = form.one_of<Verdict>(json, "verdict", verdict_names);
    for (const auto& piece : form.list(json, "pieces")) judgement.pieces.push_back(piece_from(form, piece));
    judgement.checks = checks_from(form, json);
    return judgement;
}

/// Pieces and checks are found again by their names; a rulebook gives none twice.
std::optional<std::string> named_twice(const Judgement& judgement) {
    std::set<std::string> pieces, names;
    const auto twice = [&](const std::vector<Check>& checks) { return std::ranges::find_if(checks, [&](const Check& c) { return !names.insert(c.id).second; }); };
    for (const auto& piece : judgement.pieces) {
        if (!pieces.insert(piece.id).second) return piece.id;
        if (const auto found = twice(piece.checks); found != piece.checks.end()) return found->id;
    }
    if (const auto found = twice(judgement.checks); found != judgement.checks.end()) return found->id;
    return {};
}

bool keeps_its_checks(const Judgement& judgement) {
    Outcome worst = Outcome::pass;
    const auto weigh = [&](const std::vector<Check>& checks) {
        for (const auto& check : checks)
            if (check.required) worst = std::max(worst, check.outcome);
    };
    for (const auto& piece : judgement.pieces)
        if (piece.required) weigh(piece.checks);
    weigh(judgement.checks);
    return outcome_of(judgement.verdict) >= worst;
}

}  // namespace

Result<PastReport> read_back(std::string_view text) {
    const auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return fail(ErrorKind::broken_form, "not JSON");
    Form form;
    if (form.text(json, "schema") != report_schema) return fail(ErrorKind::broken_form, std::string{"its schema is not "} + report_schema);
    const auto& dossier = form.object(json, "dossier");
    PastReport report{form.text(dossier, "name"), form.text(dossier, "sha256"), judgement_from(form, json)};
    if (!form.wrong().empty()) return fail(ErrorKind::broken_form, "\"" + form.wrong() + "\" is missing or of another kind");
    if (const auto name = named_twice(report.judgement)) return fail(ErrorKind::broken_form, "two of its checks or pieces are named \"" + *name + "\"");
    if (!keeps_its_checks(report.judgement)) return fail(ErrorKind::broken_form, "its verdict is better than its checks");
    return report;
}

}  // namespace paraphe::report
