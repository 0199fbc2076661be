#include "pages/prepare.hpp"

#include "pages/codes.hpp"
#include "pages/legibility.hpp"
#include "pages/light.hpp"
#include "pages/paper.hpp"
#include "pages/ruled_lines.hpp"
#include "pages/streaks.hpp"
#include "pages/upright.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace paraphe::pages {
namespace {

constexpr double view_dpi = 100;

using Homography = cv::Matx33d;

/// Scale of a picture's pixels to fractions of it.
Homography fractions_to_pixels(cv::Size size) { return {1.0 * size.width, 0, 0, 0, 1.0 * size.height, 0, 0, 0, 1}; }

/// From a point of the picture turned by quarter turns clockwise to the point of the picture before. In fractions.
Homography unturn(int degrees) {
    switch (degrees) {
        case 90: return {0, 1, 0, -1, 0, 1, 0, 0, 1};
        case 180: return {-1, 0, 1, 0, -1, 1, 0, 0, 1};
        case 270: return {0, -1, 1, 1, 0, 0, 0, 0, 1};
        default: return Homography::eye();
    }
}

cv::Mat quarter_turned(const cv::Mat& pixels, int degrees) {
    if (degrees == 0 || pixels.empty()) return pixels;
    cv::Mat result;
    cv::rotate(pixels, result, degrees == 90 ? cv::ROTATE_90_CLOCKWISE : degrees == 180 ? cv::ROTATE_180 : cv::ROTATE_90_COUNTERCLOCKWISE);
    return result;
}

/// The flat picture while it is made: pixels and the way back to the viewer's page, in fractions.
struct Sheet {
    cv::Mat pixels;
    Homography to_viewer = Homography::eye();

    void turn(int degrees) {
        pixels = quarter_turned(pixels, degrees);
        to_viewer = to_viewer * unturn(degrees);
    }

    /// Turns by a few degrees about the centre, in a frame that holds every corner.
    void level(double clockwise) {
        if (clockwise == 0) return;
        const double angle = clockwise * CV_PI / 180, c = std::cos(angle), s = std::sin(angle);
        const double w = pixels.cols, h = pixels.rows;
        const cv::Size frame(static_cast<int>(std::ceil(w * c + h * std::abs(s))), static_cast<int>(std::ceil(h * c + w * std::abs(s))));
        const double x = frame.width / 2.0, y = frame.height / 2.0;
        // From the levelled pixel back to the one before: turn counter-clockwise (y grows downwards).
        const Homography back{c, s, w / 2 - c * x - s * y, -s, c, h / 2 + s * x - c * y, 0, 0, 1};
        cv::Mat result;
        cv::warpPerspective(pixels, result, cv::Mat(back), frame, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT, paper_of(pixels));
        to_viewer = to_viewer * fractions_to_pixels(pixels.size()).inv() * back * fractions_to_pixels(frame);
        pixels = result;
    }
};

/// Flattens the sheet, a hair inside its edges.
void flatten(Sheet& sheet, const Paper& paper) {
    constexpr double inset = 0.004;
    const auto& c = paper.corners;
    const cv::Point2d middle = (c[0] + c[1] + c[2] + c[3]) / 4;
    std::array<cv::Point2f, 4> from, to;
    const float w = static_cast<float>(paper.size.width), h = static_cast<float>(paper.size.height);
    const std::array<cv::Point2f, 4> rectangle{{{0, 0}, {w, 0}, {w, h}, {0, h}}};
    for (std::size_t i = 0; i < 4; ++i) {
        from[i] = c[i] + (middle - c[i]) * inset;
        to[i] = rectangle[i];
    }
    const cv::Mat back = cv::getPerspectiveTransform(to.data(), from.data());
    cv::Mat result;
    cv::warpPerspective(sheet.pixels, result, back, paper.size, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    sheet.to_viewer = sheet.to_viewer * fractions_to_pixels(sheet.pixels.size()).inv() * Homography(back.ptr<double>()) * fractions_to_pixels(paper.size);
    sheet.pixels = result;
}

}  // namespace

void turn(Page& page, int degrees) {
    degrees = ((degrees % 360) + 360) % 360;
    if (degrees == 0) return;
    for (auto* picture : {&page.flat, &page.colour})
        if (!picture->empty()) *picture = to_picture(quarter_turned(as_mat(*picture), degrees), picture->dpi);
    for (auto& line : page.lines) {
        const Box box = turned({std::min(line.x1, line.x2), std::min(line.y1, line.y2), std::abs(line.x2 - line.x1), std::abs(line.y2 - line.y1)}, degrees);
        line = {box.x, box.y, box.right(), box.bottom()};
    }
    const Homography to_viewer = Homography(page.flattening.matrix) * unturn(degrees);
    std::copy(std::begin(to_viewer.val), std::end(to_viewer.val), std::begin(page.flattening.matrix));
    page.rotation = (page.rotation + degrees) % 360;
}

void prepare(Page& page, const Raster& seen, int known_turn) {
    page.view = to_picture(scaled(grey_of(seen.pixels), std::min(1.0, view_dpi / seen.dpi)), std::min(view_dpi, seen.dpi));
    Sheet sheet{seen.one_picture ? without_streaks(seen.pixels) : seen.pixels};
    double dpi = seen.dpi;
    if (seen.one_picture && !seen.bilevel)
        if (const auto paper = find_paper(sheet.pixels)) {
            flatten(sheet, *paper);
            dpi = paper->dpi;
            page.photo = true;
        }
    const Stand stand = known_turn >= 0 ? Stand{known_turn, true, 0} : find_stand(grey_of(sheet.pixels), dpi);
    page.rotation = stand.turn;
    page.rotation_sure = stand.sure;
    sheet.turn(stand.turn);
    sheet.level(stand.skew);

    const Light light = light_of(grey_of(sheet.pixels), dpi);
    if (seen.one_picture && !seen.bilevel && !light.even()) sheet.pixels = evened(sheet.pixels, light);
    page.flat = to_picture(grey_of(sheet.pixels), dpi);
    if (sheet.pixels.channels() == 3) page.colour = to_picture(sheet.pixels, dpi);
    std::copy(std::begin(sheet.to_viewer.val), std::end(sheet.to_viewer.val), std::begin(page.flattening.matrix));

    const cv::Mat flat = as_mat(page.flat);
    const auto legibility = judge_legibility(flat, dpi, light.most, seen.cut_short);
    page.legible = legibility.legible;
    page.problem = legibility.problem;
    page.ink_share = legibility.ink_share;
    page.lines = find_ruled_lines(flat, dpi);
    page.codes = find_codes(flat, dpi);
    for (auto& code : page.codes) code.box = page.flattening.to_viewer(code.box);
}

}  // namespace paraphe::pages
