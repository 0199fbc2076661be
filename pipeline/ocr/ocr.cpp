#include "ocr/ocr.hpp"

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

}  // namespace

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
    const cv::Mat grey = grey_of(page);
    if (grey.empty()) return {};
    const double dpi = page.dpi > 0 ? page.dpi : reading_dpi;
    cv::Mat ready = grey;
    double used = dpi;
    if (dpi < least_dpi || dpi > most_dpi) {
        const double factor = reading_dpi / dpi;
        cv::resize(grey, ready, {}, factor, factor, factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
        used = reading_dpi;
    }
    return recognise(parts_->of(language), ready, used, tesseract::PSM_AUTO);
}

int Engine::quarter_turns(const Picture& page, bool axis_known) const {
    const cv::Mat grey = grey_of(page);
    if (grey.empty()) return 0;
    const double dpi = page.dpi > 0 ? page.dpi : reading_dpi;
    cv::Mat ready = grey;
    if (std::abs(dpi - reading_dpi) > 30) cv::resize(grey, ready, {}, reading_dpi / dpi, reading_dpi / dpi, dpi > reading_dpi ? cv::INTER_AREA : cv::INTER_CUBIC);
    constexpr std::array turns{0, 180, 90, 270};
    int best = 0;
    double most = 0;
    for (std::size_t i = 0; i < (axis_known ? 2u : 4u); ++i) {
        cv::Mat turned = ready;
        if (turns[i] != 0) cv::rotate(ready, turned, turns[i] == 90 ? cv::ROTATE_90_CLOCKWISE : turns[i] == 180 ? cv::ROTATE_180 : cv::ROTATE_90_COUNTERCLOCKWISE);
        const auto read = recognise(parts_->of("fra"), turned, reading_dpi, tesseract::PSM_AUTO);
        // Letters read with confidence, not their mean: a wrong way up gives few and unsure words.
        double score = 0;
        for (const auto& word : read.words) score += std::max(0.0, word.confidence - 0.5) * static_cast<double>(word.text.size());
        if (score > most) {
            most = score;
            best = turns[i];
        }
    }
    return best;
}

CropAnswer Engine::read_crop(const Picture& page, const CropRequest& request) const {
    CropAnswer answer;
    if (request.purpose == CropPurpose::cmc7) return read_cmc7(page, request.box);
    if (request.purpose == CropPurpose::ink) return answer;
    Box frame;
    const cv::Mat part = cut(page, request.box, 6, frame);
    if (part.empty()) return answer;
    cv::Mat large;
    cv::resize(part, large, {}, 2, 2, cv::INTER_CUBIC);
    cv::copyMakeBorder(large, large, 20, 20, 20, 20, cv::BORDER_REPLICATE);
    auto& tesseract = parts_->of("fra");
    tesseract.SetVariable("tessedit_char_whitelist", request.purpose == CropPurpose::digits ? "0123456789.,/- €" : "");
    const double dpi = page.dpi > 0 ? page.dpi : reading_dpi;
    const Box grown_frame{frame.x - frame.w * 20 / (2.0 * part.cols), frame.y - frame.h * 20 / (2.0 * part.rows), frame.w * (1 + 20.0 / part.cols),
                          frame.h * (1 + 20.0 / part.rows)};
    const auto read = recognise(tesseract, large, dpi * 2, tesseract::PSM_SINGLE_BLOCK, grown_frame);
    tesseract.SetVariable("tessedit_char_whitelist", "");
    answer.words = read.words;
    answer.confidence = read.mean_confidence;
    return answer;
}

}  // namespace paraphe::ocr
