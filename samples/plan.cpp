#include "samples/plan.hpp"

namespace paraphe::samples {

Plan make_plan(Random& rng, const Wishes& wishes) {
    Plan plan;
    plan.wishes = wishes;
    const double at = rng.real(0, 1), who = rng.real(0, 1), box = rng.real(0, 1);
    plan.style = at < 0.55 ? "separate" : at < 0.75 ? "grouped" : at < 0.9 ? "single" : "images";
    plan.persona = who < 0.35 ? "scanner" : who < 0.65 ? "mixed" : who < 0.85 ? "digital" : "phone";
    plan.container = box < 0.6 ? "zip" : box < 0.75 ? "folder" : box < 0.88 ? "7z" : "tar.gz";
    if (!wishes.style.empty()) plan.style = wishes.style;
    if (!wishes.container.empty()) plan.container = wishes.container;
    if (wishes.medium == "scanned" && plan.persona == "digital") plan.persona = "scanner";
    return plan;
}

}  // namespace paraphe::samples
