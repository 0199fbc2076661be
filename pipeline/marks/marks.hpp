#pragma once

#include "model/crop.hpp"
#include "model/mark.hpp"
#include "model/page.hpp"
#include "model/picture.hpp"
#include "model/result.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace paraphe::marks {

/// The model that tells ink from print. Loaded once, before readers are forked; one a thread.
class Detector {
public:
    /// `models` is the folder that holds the shipped model files. Errors: not_found, damaged.
    static Result<Detector> load(const std::string& models);
    Detector(Detector&&) noexcept;
    Detector& operator=(Detector&&) noexcept;
    ~Detector();

    /// What hands and stamps put on a page, in reading order: signatures, paraphs, stamps, handwriting.
    /// `page`: the upright, deskewed page, grey or colour, its dpi known (200 is usual). `printed`: the
    /// words already read, and `codes` (bar codes are never ink); their boxes and those of the marks are
    /// fractions of `page`. Doubt shows as a low confidence, never as an error.
    [[nodiscard]] std::vector<Mark> find(const Picture& page, std::span<const Word> printed, std::span<const Code> codes) const;

    /// Is there ink of a hand in `box` (fractions of `page`), apart from print and stamps? Slot first: works from the
    /// pixels of the box; `marks` of the answer are what was found in it. Over a stamp of another colour, ink is looked at apart from it.
    [[nodiscard]] CropAnswer ink_in(const Picture& page, const Box& box, std::span<const Word> printed) const;

private:
    struct Parts;
    explicit Detector(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace paraphe::marks
