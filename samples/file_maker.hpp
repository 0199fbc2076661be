#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "samples/file_truth.hpp"
#include "samples/layers.hpp"
#include "samples/paper.hpp"
#include "samples/parts.hpp"
#include "samples/pdf.hpp"

namespace paraphe::samples {

/// Puts leaves into files, with all that the facts ask of a file: pages upside down, dates forged, files locked, garbled or signed.
/// Borrows the facts, and the parts of the leaves, for as long as it lives.
class FileMaker {
public:
    FileMaker(const Facts& facts, Random rng) : facts_(facts), rng_(rng) {}

    /// A PDF; one picture where `path` ends with .png or .jpg, of one leaf that is not digital.
    MadeFile make(const std::string& path, const std::vector<Leaf>& leaves);

private:
    /// A page that went through a scanner, a fax or a telephone.
    struct Scan {
        Picture picture;
        std::vector<LayerWord> layer;
        LaidPage laid;
    };

    MadeFile picture_file(const std::string& path, const Leaf& leaf);
    MadeFile pdf_file(const std::string& path, const std::vector<Leaf>& leaves);
    LaidPage lay_digital(Pdf& pdf, const Leaf& leaf, bool first);
    LaidPage lay_scan(Pdf& pdf, const Leaf& leaf);
    Scan scanned(const Leaf& leaf);
    int turn_by_lot(const Sheet& sheet);
    const Sheet& twin_of(const Leaf& leaf);
    void finish(Pdf& pdf, const std::vector<Leaf>& leaves) const;
    std::string producer(bool digital);
    std::string garbled(std::string bytes) const;

    const Facts& facts_;
    Random rng_;
    std::set<const Part*> turned_;   ///< parts of which a page was turned: their scans have no layer from there on
    std::optional<Booklet> twin_;    ///< of the Kbis, once it was needed
};

}  // namespace paraphe::samples
