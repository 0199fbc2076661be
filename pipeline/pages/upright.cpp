#include "pages/upright.hpp"

#include "pages/raster.hpp"

#include <leptonica/allheaders.h>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <memory>

namespace paraphe::pages {
namespace {

constexpr double working_dpi = 150;
constexpr double most_skew = 11;        // degrees
constexpr double least_skew = 0.12;     // below it, turning blurs more than it levels: 0.4 mm over the width of A4

struct PixRelease {
    void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Pix = std::unique_ptr<PIX, PixRelease>;

Pix pix_of(const cv::Mat& ink) {
    Pix pix(pixCreate(ink.cols, ink.rows, 1));
    if (!pix) return pix;
    const int words = pixGetWpl(pix.get());
    for (int y = 0; y < ink.rows; ++y) {
        l_uint32* line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * words;
        const auto* row = ink.ptr(y);
        for (int x = 0; x < ink.cols; ++x)
            if (row[x] != 0) SET_DATA_BIT(line, x);
    }
    return pix;
}

/// Ink of the size of letters: without rules, frames, pictures and specks, which have no upper side.
cv::Mat letters_of(const cv::Mat& grey) {
    cv::Mat ink = ink_of(grey, 41, 18), labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8, CV_32S);
    std::vector<unsigned char> keep(static_cast<std::size_t>(count), 0);
    for (int i = 1; i < count; ++i) {
        const int w = stats.at<int>(i, cv::CC_STAT_WIDTH), h = stats.at<int>(i, cv::CC_STAT_HEIGHT), area = stats.at<int>(i, cv::CC_STAT_AREA);
        // 150 dpi: a letter of 6 to 30 points is 4 to 60 pixels; joined letters of a word may be wider.
        keep[static_cast<std::size_t>(i)] = std::max(w, h) <= 130 && std::min(w, h) <= 60 && std::max(w, h) >= 4 && area >= 6 ? 255 : 0;
    }
    for (int y = 0; y < ink.rows; ++y) {
        const int* label = labels.ptr<int>(y);
        auto* row = ink.ptr(y);
        for (int x = 0; x < ink.cols; ++x) row[x] = keep[static_cast<std::size_t>(label[x])];
    }
    return ink;
}

struct Lines {
    double skew = 0, confidence = 0, score = 0;
};

/// Bloomberg, Kopec, Dasari 1995: the angle at which the sums of neighbouring rows differ most.
Lines find_lines(const Pix& ink) {
    l_float32 angle = 0, confidence = 0, score = 0;
    if (pixFindSkewSweepAndSearchScore(ink.get(), &angle, &confidence, &score, 2, 1, 0, static_cast<l_float32>(most_skew), 1, 0.01F) != 0) return {};
    return {static_cast<double>(angle), static_cast<double>(confidence), static_cast<double>(score)};
}

cv::Mat turned_by(const cv::Mat& picture, double clockwise) {
    const auto turn = cv::getRotationMatrix2D({static_cast<float>(picture.cols) / 2, static_cast<float>(picture.rows) / 2}, -clockwise, 1);
    cv::Mat result;
    cv::warpAffine(picture, result, turn, picture.size(), cv::INTER_NEAREST, cv::BORDER_CONSTANT, cv::Scalar::all(0));
    return result;
}

}  // namespace

Stand find_stand(const cv::Mat& grey, double dpi) {
    setMsgSeverity(L_SEVERITY_NONE);
    const cv::Mat letters = letters_of(scaled(grey, working_dpi / dpi));
    cv::Mat sideways;
    cv::rotate(letters, sideways, cv::ROTATE_90_CLOCKWISE);
    const Pix upright_ink = pix_of(letters), sideways_ink = pix_of(sideways);
    if (!upright_ink || !sideways_ink) return {};
    const Lines level = find_lines(upright_ink), upended = find_lines(sideways_ink);
    const bool on_side = upended.score > level.score;
    const Lines& lines = on_side ? upended : level;
    Stand stand;
    stand.skew = std::abs(lines.skew) >= least_skew && lines.confidence > 2.5 ? lines.skew : 0;

    const cv::Mat straight = turned_by(on_side ? sideways : letters, stand.skew);
    const Pix straight_ink = pix_of(straight);
    l_float32 up = 0, left = 0;
    if (!straight_ink || pixOrientDetect(straight_ink.get(), &up, &left, 0, 0) != 0) {
        stand.turn = on_side ? 90 : 0;
        stand.sure = false;
        return stand;
    }
    const double axis = std::max(level.score, upended.score) / std::max(1.0, std::min(level.score, upended.score));
    stand.turn = ((on_side ? 90 : 0) + (up < 0 ? 180 : 0)) % 360;
    stand.sure = std::abs(up) > 6 && axis > 1.5 && std::abs(up) > std::abs(left);
    return stand;
}

}  // namespace paraphe::pages
