#include "ocr/ocr.hpp"

#include "imaging/crops.hpp"
#include "ocr/bare.hpp"
#include "ocr/crop.hpp"
#include "ocr/engine.hpp"

#include <leptonica/allheaders.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>

namespace paraphe::ocr {
namespace {

constexpr const char* system_models = "/usr/share/tesseract-ocr/5/tessdata";
constexpr double least_dpi = 170, reading_dpi = 200, most_dpi = 260;

/// The folder that holds this language: the given one, else the system's; empty when neither does.
std::string folder_of(const std::string& language, const std::string& models) {
    for (const std::string& folder : {models, std::string(system_models)}) {
        std::error_code ignored;
        if (!folder.empty() && std::filesystem::is_regular_file(folder + "/" + language + ".traineddata", ignored)) return folder;
    }
    return {};
}

/// A square of 95 mm around most of the letters: enough to tell which way up they stand. The whole page when it holds few.
cv::Mat fullest_part(const cv::Mat& grey, double dpi) {
    const double factor = 50 / dpi;  // one letter is a few pixels
    cv::Mat small, ink, sums;
    cv::resize(grey, small, {}, factor, factor, cv::INTER_AREA);
    cv::adaptiveThreshold(small, ink, 1, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, 15, 12);
    cv::integral(ink, sums, CV_32S);
    constexpr int side = 187;
    const int wide = std::min(side, ink.cols), high = std::min(side, ink.rows);
    int most = -1, left = 0, top = 0;
    for (int y = 0; y + high <= ink.rows; y += 8)
        for (int x = 0; x + wide <= ink.cols; x += 8) {
            const int sum = sums.at<int>(y + high, x + wide) - sums.at<int>(y, x + wide) - sums.at<int>(y + high, x) + sums.at<int>(y, x);
            if (sum > most) most = sum, left = x, top = y;
        }
    constexpr int enough = 1500;  // about 300 letters
    if (most < enough) return grey;
    const cv::Rect area(static_cast<int>(left / factor), static_cast<int>(top / factor), static_cast<int>(wide / factor), static_cast<int>(high / factor));
    return grey(area & cv::Rect(0, 0, grey.cols, grey.rows));
}

/// Letters and digits in words of two signs or more, weighed by confidence above a half: a wrong way up gives few and unsure words.
/// A word that lies on its side speaks against this way up.
double confident_letters(const Recognised& read, cv::Size size) {
    double score = 0;
    for (const auto& word : read.words) {
        const auto letters = bare(word.text).size();
        if (letters >= 2 && !sideways(word, size.width, size.height)) score += std::max(0.0, word.confidence - 0.5) * static_cast<double>(letters);
    }
    return score;
}

struct Turn {
    int turn = 0;
    double score = 0;
};

/// A best way up with fewer confident letters is no answer: the analysis of the layout may have taken all print for a picture.
constexpr double hardly_read = 20;

/// Which quarter turn gives the most confident letters.
Turn best_turn(tesseract::TessBaseAPI& engine, const cv::Mat& part, tesseract::PageSegMode mode) {
    Turn best;
    for (const int turn : {0, 180, 90, 270}) {
        cv::Mat turned;  // its own pixels: `part` may be a view of the caller's picture
        if (turn == 0) turned = part;
        else cv::rotate(part, turned, turn == 90 ? cv::ROTATE_90_CLOCKWISE : turn == 180 ? cv::ROTATE_180 : cv::ROTATE_90_COUNTERCLOCKWISE);
        const double score = confident_letters(recognise(engine, turned, reading_dpi, mode), turned.size());
        if (score > best.score * (turn == 0 ? 1.0 : 1.1)) best = {turn, score};  // the page as it is has the benefit of the doubt
    }
    return best;
}

/// A page of fewer letters is a form, a cheque, a drawing: its frames hide print from the analysis of its layout.
constexpr std::size_t few_letters = 600;

std::size_t letters_of(const Recognised& read) {
    std::size_t letters = 0;
    for (const auto& word : read.words) letters += bare(word.text).size();
    return letters;
}

double usual_height(const std::vector<Word>& words) {
    std::vector<double> heights;
    for (const auto& word : words) heights.push_back(word.box.h);
    if (heights.empty()) return 0;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::ranges::nth_element(heights, middle);
    return *middle;
}

/// Of words that a search anywhere found, one that says something: surely read, or long and as tall as the page's print. What it
/// makes of dots and rules is short, flat or unsure.
bool tells(const Word& word, double height) {
    constexpr double sure = 0.6, half_sure = 0.45, tall = 0.6;
    const auto letters = bare(word.text).size();
    if (word.confidence >= sure) return letters >= 2;
    return word.confidence >= half_sure && letters >= 4 && word.box.h >= tall * height;
}

/// Adds to a reading what a second one, which looks for words anywhere, read where the first read nothing or guessed.
void add_missed(Recognised& read, const Recognised& sparse) {
    constexpr double surer_by = 0.25, touching = 0.2;
    const double height = usual_height(read.words);
    const int first_line = read.words.empty() ? 0 : std::ranges::max(read.words, {}, &Word::line).line + 1;
    std::vector<Word> missed;
    for (const auto& word : sparse.words) {
        if (!tells(word, height)) continue;
        const auto same_place = [&](const Word& other) { return covered(other.box, word.box) > touching || covered(word.box, other.box) > touching; };
        const auto better = [&](const Word& other) { return same_place(other) && other.confidence > word.confidence - surer_by; };
        if (std::ranges::any_of(read.words, better)) continue;
        std::erase_if(read.words, same_place);
        missed.push_back(word);
        missed.back().line += first_line;
    }
    std::ranges::move(missed, std::back_inserter(read.words));
    read.mean_confidence = mean_confidence(read.words);
}

bool in_gap(const cv::Mat& grey, const cv::Rect& gap) {
    cv::Mat ink, columns;
    cv::adaptiveThreshold(grey(gap), ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, 31, 15);
    cv::reduce(ink, columns, 0, cv::REDUCE_MAX);
    const int inked = cv::countNonZero(columns);
    return inked > gap.height * 2 && inked > 0.2 * gap.width;
}

}  // namespace

bool ink_between_words(const cv::Mat& grey, std::span<const Word> words) {
    constexpr double widest_space = 2.5;                // heights of the line
    constexpr double band_from = 0.1, band_to = 0.65;   // of the line's height: above the dots and rules that lead to a value
    double right_edge = 0;
    for (const auto& word : words) right_edge = std::max(right_edge, word.box.right());
    for (const auto& word : words) {
        const Box& here = word.box;
        double end = right_edge;   // of the room beside the word: the next one on its level, of its line or of another column
        for (const auto& other : words)
            if (other.box.x >= here.right() && other.box.x < end && other.box.y < here.bottom() && here.y < other.box.bottom()) end = other.box.x;
        const int height = static_cast<int>(here.h * grey.rows);
        const cv::Rect gap = cv::Rect(cv::Point(static_cast<int>(here.right() * grey.cols) + height / 3, static_cast<int>((here.y + band_from * here.h) * grey.rows)),
                                      cv::Point(static_cast<int>(end * grey.cols) - height / 3, static_cast<int>((here.y + band_to * here.h) * grey.rows))) &
                             cv::Rect({0, 0}, grey.size());
        if (height >= 8 && gap.width > widest_space * height && gap.height >= 4 && in_gap(grey, gap)) return true;
    }
    return false;
}

struct Engine::Parts {
    std::map<std::string, std::unique_ptr<tesseract::TessBaseAPI>> languages;

    tesseract::TessBaseAPI& of(const std::string& language) const {
        const auto found = languages.find(language);
        return found != languages.end() ? *found->second : *languages.begin()->second;
    }
};

Engine::Engine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::load(const std::vector<std::string>& languages, const std::string& models) {
    setMsgSeverity(L_SEVERITY_NONE);
    auto parts = std::make_unique<Parts>();
    for (const auto& language : languages) {
        const std::string folder = folder_of(language, models);
        if (folder.empty()) return fail(ErrorKind::not_found, "no language data for '" + language + "'", std::string(system_models));
        auto tesseract = std::make_unique<tesseract::TessBaseAPI>();
        if (tesseract->Init(folder.c_str(), language.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
            return fail(ErrorKind::not_found, "the language data for '" + language + "' cannot be loaded", folder);
        tesseract->SetVariable("debug_file", "/dev/null");
        parts->languages.emplace(language, std::move(tesseract));
    }
    if (parts->languages.empty()) return fail(ErrorKind::not_found, "no language asked for");
    return Engine(std::move(parts));
}

Recognised Engine::read_page(const Picture& page, const std::string& language) const {
    const cv::Mat grey = imaging::grey_of(page);
    if (grey.empty()) return {};
    const double dpi = page.dpi > 0 ? page.dpi : reading_dpi;
    cv::Mat ready = grey;
    double used = dpi;
    if (dpi < least_dpi || dpi > most_dpi) {
        const double factor = reading_dpi / dpi;
        cv::resize(grey, ready, {}, factor, factor, factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
        used = reading_dpi;
    }
    auto read = recognise(parts_->of(language), ready, used, tesseract::PSM_AUTO);
    if (letters_of(read) < few_letters || ink_between_words(ready, read.words)) add_missed(read, recognise(parts_->of(language), ready, used, tesseract::PSM_SPARSE_TEXT));
    return read;
}

int Engine::quarter_turns(const Picture& page) const {
    const cv::Mat grey = imaging::grey_of(page);
    if (grey.empty()) return 0;
    const double dpi = page.dpi > 0 ? page.dpi : reading_dpi;
    const cv::Mat sample = fullest_part(grey, dpi);
    cv::Mat ready = sample;
    if (dpi < least_dpi || dpi > most_dpi)
        cv::resize(sample, ready, {}, reading_dpi / dpi, reading_dpi / dpi, dpi > reading_dpi ? cv::INTER_AREA : cv::INTER_CUBIC);
    const auto by_layout = best_turn(parts_->of("fra"), ready, tesseract::PSM_AUTO);
    if (by_layout.score >= hardly_read) return by_layout.turn;
    const auto anywhere = best_turn(parts_->of("fra"), ready, tesseract::PSM_SPARSE_TEXT);
    return anywhere.score > by_layout.score ? anywhere.turn : by_layout.turn;
}

CropAnswer Engine::read_crop(const Picture& page, const CropRequest& request) const {
    if (request.purpose == CropPurpose::cmc7) return read_cmc7(page, request.box);
    if (request.purpose == CropPurpose::ink) return {};
    return ocr::read_crop(parts_->of("fra"), page, request);
}

}  // namespace paraphe::ocr
