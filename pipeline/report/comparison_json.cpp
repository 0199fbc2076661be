#include "report/comparison.hpp"
#include "report/escape.hpp"
#include "report/json_words.hpp"

#include <array>
#include <nlohmann/json.hpp>

namespace paraphe::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array change_names{"broken", "left", "appeared", "fixed", "gone"};
constexpr std::array caveat_names{"other_company", "unknown_company", "other_rulebook", "other_day", "same_dossier"};

Json submission(const PastReport& report) {
    const auto& judgement = report.judgement;
    return {{"dossier", {{"name", report.dossier_name}, {"sha256", report.dossier_sha256}}},
            {"company", {{"name", judgement.company_name}, {"siren", judgement.siren}}},
            {"rulebook", {{"id", judgement.rulebook_id}, {"version", judgement.rulebook_version}, {"sha256", judgement.rulebook_sha256}}},
            {"as_of", judgement.as_of},
            {"verdict", name_of(judgement.verdict)}};
}

Json name(const std::optional<Outcome>& outcome) { return outcome ? Json(name_of(*outcome)) : Json(); }

Json judged(const std::optional<Check>& check) {
    if (!check) return nullptr;
    return {{"outcome", name_of(check->outcome)}, {"code", check->code}, {"message", check->message.fr}, {"advice", check->advice.fr}};
}

Json changed(const PieceChange& piece) {
    Json checks = Json::array();
    for (const auto& c : piece.checks)
        checks.push_back({{"id", c.problem().id}, {"change", change_names[static_cast<std::size_t>(c.change)]}, {"before", judged(c.before)}, {"after", judged(c.after)}});
    return {{"id", piece.id}, {"title", piece.title.fr}, {"before", name(piece.before)}, {"after", name(piece.after)}, {"checks", std::move(checks)}};
}

}  // namespace

std::string json(const Comparison& comparison) {
    Json caveats = Json::array(), pieces = Json::array();
    for (const auto caveat : comparison.caveats) caveats.push_back(caveat_names[static_cast<std::size_t>(caveat)]);
    for (const auto& piece : comparison.pieces) pieces.push_back(changed(piece));
    const Json diff{{"schema", "paraphe-diff/1"},
                    {"before", submission(comparison.before)},
                    {"after", submission(comparison.after)},
                    {"caveats", std::move(caveats)},
                    {"pieces", std::move(pieces)}};
    return without_controls(diff.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace paraphe::report
