#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "samples/container.hpp"
#include "samples/defects.hpp"
#include "samples/truth.hpp"

namespace paraphe::samples {

/// What the caller wishes; what is left open is drawn by lot.
struct Wishes {
    std::string medium;      ///< "", "electronic", "scanned"
    std::string hand;        ///< "", "none", "facts"
    std::string container;   ///< "", zip, 7z, tar.gz, folder
    std::string style;       ///< "", separate, grouped, single, images
    double dpi = 0;          ///< 0: by lot
    std::optional<Date> as_of;
    bool deposited_on = false;  ///< a file that holds the day of deposit goes in
    bool forms = false;         ///< draw the official forms of the standard and the brand rules, too
    std::string clause;         ///< "", "changed", "removed", "added": one point of the standard
};

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
