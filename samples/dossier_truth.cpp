#include "samples/dossier_truth.hpp"

#include <algorithm>

namespace paraphe::samples {
namespace {

using Defects = std::vector<const Defect*>;

bool harmless(const Defect& defect) { return defect.outcome == 'P'; }

Json names(const Defects& wrong, bool with_harmless) {
    Json list = Json::array();
    for (const Defect* defect : wrong)
        if (with_harmless || !harmless(*defect)) list.push_back(defect->name);
    return list;
}

Json pieces_of(const Defects& wrong) {
    Json pieces = Json::object();
    for (const Defect* defect : wrong) {
        Json concerned = Json::array();
        if (!defect->piece.empty()) concerned.push_back(defect->piece);
        pieces[std::string(defect->name)] = concerned;
    }
    return pieces;
}

Json expectations(const Defects& wrong) {
    Json list = Json::array();
    for (const Defect* defect : wrong) {
        const char* outcome = defect->outcome == 'F' ? "fail" : defect->outcome == 'R' ? "review" : "pass";
        list.push_back({{"scenario", defect->scenario}, {"name", defect->name}, {"piece", defect->piece}, {"check", defect->check}, {"outcome", outcome},
                        {"code", defect->code}});
    }
    return list;
}

/// The outcomes accepted of each piece, best first.
Json accepted(const Defects& wrong, const Facts& facts) {
    const Json any = Json::array({"pass", "review", "fail"}), pass = Json::array({"pass"});
    const Json fail = Json::array({"fail", "review"}), review = Json::array({"review", "fail"});
    // Without a Kbis there is nothing to hold the other pieces against.
    const bool no_reference = !facts.kbis.present || !facts.kbis.instead.empty();
    Json pieces = Json::object();
    for (const std::string_view id : piece_ids) pieces[std::string(id)] = no_reference && id != "kbis" ? any : pass;
    for (const Defect* defect : wrong) {
        if (harmless(*defect)) continue;
        if (!defect->piece.empty()) {
            pieces[std::string(defect->piece)] = defect->outcome == 'F' ? fail : review;
            continue;
        }
        for (Json& outcomes : pieces)
            if (outcomes == pass) outcomes = any;  // what concerns the dossier may be told at any piece
    }
    return pieces;
}

/// The verdicts accepted, best first.
Json verdict(const Defects& wrong) {
    const auto some = [&](char outcome) { return std::ranges::any_of(wrong, [&](const Defect* defect) { return defect->outcome == outcome; }); };
    if (some('F')) return Json::array({"not_eligible", "review"});
    if (some('R')) return Json::array({"review", "not_eligible"});
    return Json::array({"eligible"});
}

}  // namespace

Json dossier_truth(const std::string& name, const Plan& plan, const Facts& facts, const Defects& wrong, const ContentTruth& content) {
    const Json bad = names(wrong, false);
    Json faint = Json::array();
    if (!facts.referential.faint.empty()) faint.push_back("referential");
    Json truth{{"name", name}, {"path", ""}, {"container", plan.container}, {"style", plan.style}, {"persona", plan.persona}, {"as_of", iso(facts.as_of)},
               {"clean", bad.empty()}, {"kinds", names(wrong, true)}, {"defects", bad}, {"kind_pieces", pieces_of(wrong)}, {"expected", expectations(wrong)},
               {"hand", content.by_hand}, {"faint", faint}, {"verdict", verdict(wrong)},
               {"company", {{"name", facts.us.name}, {"siren", facts.us.siren}, {"director", facts.us.director.full()}}},
               {"pieces", accepted(wrong, facts)}, {"files", content.files}, {"documents", content.documents}};
    if (facts.deadline) truth["deadline"] = iso(*facts.deadline);
    return truth;
}

}  // namespace paraphe::samples
