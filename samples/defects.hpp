#pragma once

#include <span>
#include <string_view>

#include "samples/facts.hpp"

namespace paraphe::samples {

/// One thing that can be wrong with a dossier, or looks wrong and is not.
struct Defect {
    std::string_view scenario;  ///< as the domain's list numbers it: "35", "P9", "A2" for a lying text layer
    std::string_view name;      ///< what --defect takes
    std::string_view piece;     ///< whose check it concerns; empty: the dossier's
    std::string_view check;     ///< empty: must pass
    char outcome;               ///< 'F', 'R'; 'P': must pass
    std::string_view code;      ///< reason code of the report
    std::string_view medium;    ///< "scan", "digital", or empty: any
    void (*apply)(Facts&, Random&);
};

std::vector<Defect> defects_of_papers();
std::vector<Defect> defects_of_company();
std::vector<Defect> defects_of_cover();
std::vector<Defect> variants_that_must_pass();

std::span<const Defect> defects();
std::span<const Defect> must_pass();
const Defect* find_defect(std::string_view name);

}  // namespace paraphe::samples
