#pragma once

#include <optional>
#include <string>

#include "samples/calendar.hpp"
#include "samples/random.hpp"

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

/// How one candidate puts a dossier together.
struct Plan {
    std::string style;       ///< separate, grouped, single, images
    std::string persona;     ///< what the candidate works with: scanner, mixed, digital, phone
    std::string container;   ///< zip, 7z, tar.gz, folder
    Wishes wishes;
};

Plan make_plan(Random& rng, const Wishes& wishes);

}  // namespace paraphe::samples
