#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "samples/booklet.hpp"
#include "samples/defects.hpp"
#include "samples/plan.hpp"

namespace paraphe::samples {

/// A document on its way into the dossier.
struct Part {
    std::string piece;             ///< the id it was sent for
    std::string shown;             ///< the piece it really is
    Booklet booklet;
    std::optional<Booklet> form{}; ///< the official form it was made of, where one was wished
    std::string mode{};            ///< digital, digital_badlayer; scan_gray, scan_colour, scan_bw, fax, photo
    std::string layer = "none";    ///< the text layer of its scans: none, good, ocr, cipher, empty
    double dpi = 200;              ///< of its scans
    std::vector<std::size_t> order{};  ///< its sheets, as they are delivered

    /// It goes in as a program wrote it; else as pictures of its pages.
    [[nodiscard]] bool digital() const { return mode.starts_with("digital"); }
};

/// A page of a part, as it goes into a file. Borrows the part.
struct Leaf {
    const Part* part;
    std::size_t number;  ///< among the part's sheets, from 0

    [[nodiscard]] const Sheet& sheet() const { return *part->booklet.sheets[number]; }
};

/// The documents of the dossier in the order of `piece_ids`, each drawn, with the way in which it is delivered.
std::vector<Part> draw_parts(const Facts& facts, const Plan& plan, const Random& rng, const std::vector<const Defect*>& wrong);

}  // namespace paraphe::samples
