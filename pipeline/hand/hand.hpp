#pragma once

#include "model/crop.hpp"
#include "model/picture.hpp"
#include "model/result.hpp"

#include <memory>
#include <string>
#include <vector>

namespace paraphe::hand {

/// Sees which signs stand along a line, written by a hand or printed: a net of convolutions trained with CTC (Graves et al.,
/// Connectionist Temporal Classification, ICML 2006) on drawn lines (training/README.md). It looks; it does not decide.
class LineReader {
public:
    /// `models`: the folder with handwriting.onnx. Errors: not_found, damaged.
    static Result<LineReader> load(const std::string& models);
    LineReader(LineReader&&) noexcept;
    LineReader& operator=(LineReader&&) noexcept;
    ~LineReader();

    /// The lines in `box` of an upright page whose dpi is set, each in two renderings; boxes are fractions of the page.
    [[nodiscard]] std::vector<SignColumns> look_at(const Picture& page, const Box& box) const;

private:
    struct Net;
    explicit LineReader(std::unique_ptr<Net> net);
    std::unique_ptr<Net> net_;
};

}  // namespace paraphe::hand
