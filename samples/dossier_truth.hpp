#pragma once

#include <set>
#include <string>
#include <vector>

#include "samples/defects.hpp"
#include "samples/plan.hpp"
#include "samples/truth.hpp"

namespace paraphe::samples {

/// What is true of all files of a dossier together.
struct ContentTruth {
    Json files = Json::array(), documents = Json::array();
    std::set<std::string> by_hand;  ///< the pieces of which facts were written by hand
};

/// What is true of a dossier: how it was made, what is wrong with it, which outcomes are accepted, and what is in its files.
/// Its path is left empty: who writes the dossier knows it.
Json dossier_truth(const std::string& name, const Plan& plan, const Facts& facts, const std::vector<const Defect*>& wrong, const ContentTruth& content);

}  // namespace paraphe::samples
