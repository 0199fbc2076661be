#pragma once

#include "model/document.hpp"
#include "model/page.hpp"

#include <optional>
#include <string>
#include <vector>

namespace paraphe {

enum class CropPurpose {
    text,             ///< read the words of the box again
    digits,           ///< read it with digits and separators only
    word_in_lexicon,  ///< which word of `lexicon`, if any, does this ink or print say?
    cmc7,             ///< decode the magnetic line of a cheque
    ink,              ///< is there handwriting in the box, apart from print?
    every_way,        ///< read the box in every rendering the engine knows: `readings`
};

/// A second look at a part of a page, asked of the reader.
struct CropRequest {
    int page = 1;
    Box box;
    CropPurpose purpose = CropPurpose::text;
    std::vector<std::string> lexicon;  ///< for word_in_lexicon
    /// Degrees clockwise by which the page stands upright, when it was read before: a reader that has not read it need not read it
    /// again to know.
    std::optional<int> rotation{};

    friend bool operator==(const CropRequest&, const CropRequest&) = default;
};

struct CropAnswer {
    std::vector<Word> words;      ///< text, digits, cmc7: best reading first line by line
    std::string best;             ///< word_in_lexicon: the word that fits best, or ""
    double confidence = 0;        ///< of `best`, of `ink`, or the mean of the words
    Ink ink = Ink::unsure;        ///< ink
    std::vector<Mark> marks;      ///< ink: what was found in the box
    std::vector<std::string> readings; ///< every_way: what each rendering said, its lines parted by line feeds
    std::optional<MarkKind> mark{};  ///< ink: what fills the box

    friend bool operator==(const CropAnswer&, const CropAnswer&) = default;
};

}  // namespace paraphe
