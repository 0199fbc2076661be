#pragma once

#include "model/reading.hpp"

#include <map>
#include <string>
#include <utility>

namespace paraphe {

/// A reading's boxes lie on pages as a viewer shows them; people are told where things lie once the page is turned upright
/// (by its `rotation`, and nothing else).
class Upright {
public:
    explicit Upright(const Reading& reading) {
        for (const auto& file : reading.files)
            for (const auto& page : file.pages)
                if (page.rotation != 0) rotations_[{file.path, page.page}] = page.rotation;
    }

    /// The place's box on the page turned upright; the whole page for an empty one.
    [[nodiscard]] Box box(const Place& place) const {
        if (place.box.empty()) return {0, 0, 1, 1};
        const auto found = rotations_.find({place.path, place.page});
        return found == rotations_.end() ? place.box : turned(place.box, found->second);
    }

private:
    std::map<std::pair<std::string, int>, int> rotations_;  ///< of the pages that are turned, by file and page
};

}  // namespace paraphe
