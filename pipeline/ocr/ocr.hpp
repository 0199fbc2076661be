#pragma once

#include "model/crop.hpp"
#include "model/page.hpp"
#include "model/picture.hpp"
#include "model/result.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace paraphe::ocr {

/// What Tesseract read on a picture: words in reading order, boxes as fractions of the picture.
struct Recognised {
    std::vector<Word> words;
    double mean_confidence = 0;  ///< of the words, weighted by their letters, 0 to 1
};

/// The words' confidences, weighted by their letters; 0 without words.
[[nodiscard]] double mean_confidence(std::span<const Word> words);

/// Does the word stand upright on a picture of `width` x `height` pixels? Tesseract reads a block that lies on its side, too.
[[nodiscard]] bool sideways(const Word& word, int width, int height);

/// Tesseract, initialised once, before readers are forked; not for use by two threads at once.
class Engine {
public:
    /// `languages` as Tesseract names them ("fra", "eng"): each is loaded, from `models` (a folder with
    /// <language>.traineddata) when it is there, else from the system's. Errors: not_found (language data is missing).
    static Result<Engine> load(const std::vector<std::string>& languages, const std::string& models = {});
    Engine(Engine&&) noexcept;
    Engine& operator=(Engine&&) noexcept;
    ~Engine();

    /// Reads an upright, deskewed page whose dpi is set.
    [[nodiscard]] Recognised read_page(const Picture& page, const std::string& language = "fra") const;

    /// By how many degrees clockwise (0, 90, 180, 270) a picture must be turned for its words to be read best.
    /// Reads a strip of text in each direction: dear, for pages whose letters' shapes leave it open.
    [[nodiscard]] int quarter_turns(const Picture& page) const;

    /// Reads a crop: one block or line, enlarged and binarised differently from the page's reading, so that an
    /// agreement means something. Boxes in the answer are fractions of `page`.
    [[nodiscard]] CropAnswer read_crop(const Picture& page, const CropRequest& request) const;

private:
    struct Parts;
    explicit Engine(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// Do these words hold clearly more English than French stop words?
[[nodiscard]] bool looks_english(const std::vector<Word>& words);

/// Decodes the magnetic line of a cheque near `box`: the wide and narrow gaps between the seven bars of each CMC-7 sign
/// (standard NF K 11-013, ISO 1004-2), by correlation of the line's darkness with each sign as it would be drawn. Digits, separators as
/// a to e and unread signs as ? in `words[0].text`; no word when there is none.
[[nodiscard]] CropAnswer read_cmc7(const Picture& page, const Box& box);

}  // namespace paraphe::ocr
