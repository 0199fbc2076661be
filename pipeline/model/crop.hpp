#pragma once

#include "model/document.hpp"
#include "model/page.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

enum class CropPurpose {
    text,       ///< read the words of the box again
    digits,     ///< read it with digits and separators only
    cmc7,       ///< decode the magnetic line of a cheque
    ink,        ///< is there handwriting in the box, apart from print?
    every_way,  ///< read the box in every rendering the engine knows: `readings`
    stamp,      ///< what does the stamp in the box say, however it leans? `readings`
    hand,       ///< what signs of a hand, or of print, stand along each line of the box? `lines`
};

/// A second look at a part of a page, asked of the reader.
struct CropRequest {
    int page = 1;
    Box box;
    CropPurpose purpose = CropPurpose::text;
    /// Degrees clockwise by which the page stands upright, when it was read before: a reader that has not read it need not read it
    /// again to know.
    std::optional<int> rotation{};

    friend bool operator==(const CropRequest&, const CropRequest&) = default;
};

/// The signs that the recogniser of handwriting knows, folded; '$' stands for the euro's.
inline constexpr std::string_view hand_signs = "abcdefghijklmnopqrstuvwxyz0123456789/.-,#$'&:()+ ";
/// A column's classes: "no sign begins here" (the blank of CTC), then the signs.
inline constexpr std::size_t hand_classes = hand_signs.size() + 1;

/// One line as the recogniser sees it: for each column, left to right, what each class costs (-log of its probability, in
/// sixteenths, at most 255). Nothing is transcribed: who asks holds what is expected against it.
struct SignColumns {
    Box box;
    std::vector<std::uint8_t> costs;  ///< columns x hand_classes
    int line = 0;                     ///< renderings of one line bear one number
    int rotation = 0;                 ///< of the page: `turned(box, rotation)` is upright, and there columns run left to right

    [[nodiscard]] std::size_t columns() const { return costs.size() / hand_classes; }
    friend bool operator==(const SignColumns&, const SignColumns&) = default;
};

struct CropAnswer {
    std::vector<Word> words;      ///< text, digits, cmc7: best reading first line by line
    double confidence = 0;        ///< of `ink`, or the mean of the words
    Ink ink = Ink::unsure;        ///< ink
    std::vector<Mark> marks;      ///< ink: what was found in the box
    std::vector<std::string> readings; ///< every_way, stamp: what each rendering said, its lines parted by line feeds
    std::optional<MarkKind> mark{};  ///< ink: what fills the box
    std::vector<SignColumns> lines{};  ///< hand: each line, in one or several renderings

    friend bool operator==(const CropAnswer&, const CropAnswer&) = default;
};

}  // namespace paraphe
