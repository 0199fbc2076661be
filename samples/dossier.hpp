#pragma once

#include <string>
#include <vector>

#include "samples/container.hpp"
#include "samples/defects.hpp"
#include "samples/plan.hpp"
#include "samples/truth.hpp"

namespace paraphe::samples {

struct Dossier {
    std::vector<FileBytes> files;
    std::vector<FileBytes> forms;  ///< PIECE.pdf, as nobody has filled them in
    std::string container;
    Date as_of{};
    Json truth;
};

/// One dossier; the same arguments give the same bytes.
Dossier make_dossier(const std::string& name, Random rng, const std::vector<const Defect*>& wrong, const Wishes& wishes);

}  // namespace paraphe::samples
