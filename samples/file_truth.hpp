#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "samples/container.hpp"
#include "samples/parts.hpp"
#include "samples/truth.hpp"

namespace paraphe::samples {

/// How a page lies in its file.
struct LaidPage {
    int turned = 0;      ///< degrees clockwise, by quarter turns
    std::string layer;   ///< what the file says of its text: none, good, ocr, cipher, empty
    std::function<Rect(const Rect&)> place;  ///< mm of the sheet -> fractions of the upright page
};

/// A file and what is true of it.
struct MadeFile {
    FileBytes file;
    Json entry;                     ///< of the truth's files
    std::vector<Json> documents;    ///< of the truth's documents; none where the file cannot be read
    std::set<std::string> by_hand;  ///< the pieces of which facts were written by hand
};

/// What is true of one file, told page by page in their order.
class FileTruth {
public:
    explicit FileTruth(std::string path) : path_(std::move(path)) {}

    void add(const Leaf& leaf, const LaidPage& laid);
    /// The file with what was told. `spoiled`: why it cannot be read, "locked" or "garbage"; empty: it can.
    [[nodiscard]] MadeFile with(std::string bytes, std::string_view spoiled = {}) const;

private:
    Json& document_of(const Leaf& leaf);

    std::string path_, mode_;
    Json pages_ = Json::array();
    std::vector<std::pair<const Part*, Json>> documents_;
    std::set<std::string> by_hand_;
};

}  // namespace paraphe::samples
