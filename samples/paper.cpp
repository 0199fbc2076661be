// What happens to a page between the printer and the file: paper, light, glass, lens, compression.
#include "samples/paper.hpp"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace paraphe::samples {
namespace {

/// One tile of noise serves a page: noise of its own for each pixel would be half of the running time.
void add_noise(cv::Mat& image, double deviation, Random& rng) {
    constexpr int side = 512;
    cv::Mat tile(side, side, CV_16SC1);
    cv::RNG source(rng.bits());
    source.fill(tile, cv::RNG::NORMAL, 0, deviation);
    cv::Mat part, tiles;
    if (image.channels() == 3) cv::merge(std::vector<cv::Mat>{tile, tile, tile}, tiles);
    else tiles = tile;
    const int dx = rng.between(0, 200), dy = rng.between(0, 200);
    for (int y = 0; y < image.rows; y += side - dy)
        for (int x = 0; x < image.cols; x += side - dx) {
            const cv::Rect area(x, y, std::min(side - dx, image.cols - x), std::min(side - dy, image.rows - y));
            cv::Mat view = image(area);
            cv::add(view, tiles(cv::Rect(dx, dy, area.width, area.height)), part, cv::noArray(), CV_8U);
            part.copyTo(view);
        }
}

cv::Mat slope(cv::Size size, double from, double to, double angle) {
    cv::Mat small(32, 32, CV_32F);
    for (int y = 0; y < 32; ++y)
        for (int x = 0; x < 32; ++x) {
            const double t = 0.5 + ((x - 15.5) * std::cos(angle) + (y - 15.5) * std::sin(angle)) / 44;
            small.at<float>(y, x) = static_cast<float>(from + (to - from) * t);
        }
    cv::Mat full;
    cv::resize(small, full, size, 0, 0, cv::INTER_LINEAR);
    return full;
}

void shade(cv::Mat& image, const cv::Mat& light) {
    cv::Mat wide, factor;
    if (image.channels() == 3) cv::merge(std::vector<cv::Mat>{light, light, light}, factor);
    else factor = light;
    cv::multiply(image, factor, wide, 1, CV_8U);
    image = wide;
}

void specks(cv::Mat& image, int count, Random& rng) {
    for (int i = 0; i < count; ++i) {
        const double grey = rng.real(20, 160);
        cv::circle(image, {rng.between(0, image.cols - 1), rng.between(0, image.rows - 1)}, rng.between(0, 2), cv::Scalar::all(grey), cv::FILLED, cv::LINE_AA);
    }
}

/// The sheet a little askew on the glass, the lid's shadow at an edge.
Picture on_glass(const cv::Mat& page, double dpi, Random& rng, double skew) {
    Picture picture;
    picture.dpi = dpi;
    const double angle = std::clamp(rng.normal(0, skew), -2.6, 2.6) * CV_PI / 180;
    const double dx = rng.normal(0, 0.006) * page.cols, dy = rng.normal(0, 0.006) * page.rows, grow = rng.real(0.985, 1.005);
    const double c = grow * std::cos(angle), s = grow * std::sin(angle), mx = page.cols / 2.0, my = page.rows / 2.0;
    const cv::Matx33d move(c, -s, mx + dx - c * mx + s * my, s, c, my + dy - s * mx - c * my, 0, 0, 1);
    const double beyond = rng.chance(0.8) ? 250 : rng.real(15, 90);
    cv::warpPerspective(page, picture.pixels, move, page.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(beyond));
    const cv::Matx33d in(page.cols, 0, 0, 0, page.rows, 0, 0, 0, 1), out(1.0 / page.cols, 0, 0, 0, 1.0 / page.rows, 0, 0, 0, 1);
    picture.map = out * move * in;
    return picture;
}

void scanned(Picture& picture, Random& rng) {
    cv::GaussianBlur(picture.pixels, picture.pixels, {0, 0}, rng.real(0.35, 0.8));
    shade(picture.pixels, slope(picture.pixels.size(), rng.real(0.9, 1), rng.real(0.94, 1), rng.real(0, 6.28)));
    if (rng.chance(0.2)) {  // the fold of a bound file
        cv::Mat light(picture.pixels.size(), CV_32F, cv::Scalar(1));
        const int band = picture.pixels.cols / 14;
        for (int x = 0; x < band; ++x) light.col(x).setTo(0.45 + 0.55 * x / band);
        shade(picture.pixels, light);
    }
    if (rng.chance(0.15)) {  // a streak of the sensor
        const int x = rng.between(picture.pixels.cols / 10, picture.pixels.cols * 9 / 10);
        cv::line(picture.pixels, {x, 0}, {x, picture.pixels.rows - 1}, cv::Scalar::all(rng.real(120, 210)), 1);
    }
    if (rng.chance(0.2))  // holes of a binder
        for (const double at : {0.36, 0.64})
            cv::circle(picture.pixels, {static_cast<int>(picture.dpi * 0.45), static_cast<int>(picture.pixels.rows * at)}, static_cast<int>(picture.dpi * 0.11), cv::Scalar::all(rng.real(10, 60)), cv::FILLED, cv::LINE_AA);
    add_noise(picture.pixels, rng.real(1.5, 6), rng);
    specks(picture.pixels, rng.between(0, 14), rng);
    picture.jpeg_quality = rng.between(45, 85);
}

void to_two_levels(Picture& picture, Random& rng, double softness) {
    cv::Mat& image = picture.pixels;
    if (image.channels() == 3) {  // scanners see blue ink paler than black
        cv::Mat grey;
        cv::transform(image, grey, cv::Matx13f(0.2F, 0.55F, 0.25F));
        image = grey;
    }
    cv::GaussianBlur(image, image, {0, 0}, softness);
    add_noise(image, rng.real(4, 10), rng);
    cv::threshold(image, image, rng.real(150, 190), 255, cv::THRESH_BINARY);
    picture.bilevel = true;
}

Picture faxed(const cv::Mat& page, double dpi, Random& rng) {
    Picture picture = on_glass(page, dpi, rng, 0.6);
    to_two_levels(picture, rng, 0.9);
    cv::Mat coarse;  // fine resolution of group 3: 204 x 196 dpi; standard has half the lines
    const bool standard = rng.chance(0.3);
    const cv::Size full = picture.pixels.size();
    cv::resize(picture.pixels, coarse, {static_cast<int>(full.width * 204 / dpi), static_cast<int>(full.height * (standard ? 98 : 196) / dpi)}, 0, 0, cv::INTER_AREA);
    cv::threshold(coarse, coarse, 128, 255, cv::THRESH_BINARY);
    cv::resize(coarse, picture.pixels, {static_cast<int>(full.width * 200 / dpi), static_cast<int>(full.height * 200 / dpi)}, 0, 0, cv::INTER_NEAREST);
    picture.dpi = 200;
    for (int i = rng.between(0, 3); i > 0; --i) {
        const int y = rng.between(0, picture.pixels.rows - 3);
        cv::line(picture.pixels, {rng.between(0, 400), y}, {picture.pixels.cols - rng.between(0, 400), y}, cv::Scalar(0), 1);
    }
    specks(picture.pixels, rng.between(5, 60), rng);
    cv::threshold(picture.pixels, picture.pixels, 128, 255, cv::THRESH_BINARY);
    return picture;
}

cv::Mat desk(cv::Size size, Random& rng) {
    const cv::Scalar base(rng.real(20, 120), rng.real(25, 130), rng.real(30, 150));
    cv::Mat small(size.height / 8 + 1, size.width / 8 + 1, CV_8UC3, base);
    const double f = rng.real(0.05, 0.3);
    for (int y = 0; y < small.rows; ++y) {
        const double vein = 12 * std::sin(f * y + 2 * std::sin(0.05 * y));
        small.row(y) += cv::Scalar::all(vein);
    }
    add_noise(small, 6, rng);
    cv::Mat full;
    cv::resize(small, full, size, 0, 0, cv::INTER_CUBIC);
    return full;
}

/// A sheet on a desk, seen from above and a little from the side.
Picture photographed(const cv::Mat& page, double dpi, Random& rng) {
    Picture picture;
    picture.dpi = dpi;
    const double margin = rng.real(0.03, 0.12);
    const cv::Size size(static_cast<int>(page.cols * (1 + 2 * margin)), static_cast<int>(page.rows * (1 + 2 * margin)));
    const auto jitter = [&](double of) { return static_cast<float>(rng.normal(0, 0.014) * of); };
    const auto w = static_cast<float>(page.cols), h = static_cast<float>(page.rows), mx = static_cast<float>(margin * page.cols), my = static_cast<float>(margin * page.rows);
    const cv::Point2f from[4] = {{0, 0}, {w, 0}, {w, h}, {0, h}};
    cv::Point2f to[4] = {{mx, my}, {mx + w, my}, {mx + w, my + h}, {mx, my + h}};
    const double angle = std::clamp(rng.normal(0, 1.6), -4.0, 4.0) * CV_PI / 180;
    for (auto& p : to) {
        const float px = p.x - static_cast<float>(size.width) / 2, py = p.y - static_cast<float>(size.height) / 2;
        const auto c = static_cast<float>(std::cos(angle)), s = static_cast<float>(std::sin(angle));
        p = {static_cast<float>(size.width) / 2 + (c * px - s * py) * 0.96F + jitter(page.cols), static_cast<float>(size.height) / 2 + (s * px + c * py) * 0.96F + jitter(page.rows)};
    }
    const cv::Mat projected = cv::getPerspectiveTransform(from, to);
    cv::Matx33d move;
    projected.copyTo(cv::Mat(move, false));
    cv::Mat colour = page, mask;
    shade(colour, slope(page.size(), rng.real(0.86, 0.96), rng.real(0.92, 1), rng.real(0, 6.28)));
    picture.pixels = desk(size, rng);
    cv::Mat warped;
    cv::warpPerspective(colour, warped, move, size, cv::INTER_LINEAR);
    cv::warpPerspective(cv::Mat(page.size(), CV_8U, cv::Scalar(255)), mask, move, size, cv::INTER_LINEAR);
    cv::erode(mask, mask, cv::Mat());
    warped.copyTo(picture.pixels, mask);
    shade(picture.pixels, slope(size, rng.real(0.62, 0.9), rng.real(0.9, 1.02), rng.real(0, 6.28)));
    if (rng.chance(0.4)) {  // the shadow of the hand that holds the telephone
        cv::Mat light(size.height / 16, size.width / 16, CV_32F, cv::Scalar(1));
        cv::ellipse(light, {rng.between(0, light.cols), light.rows}, {light.cols / 3, light.rows / 3}, rng.real(0, 40), 0, 360, cv::Scalar(rng.real(0.62, 0.82)), cv::FILLED);
        cv::GaussianBlur(light, light, {0, 0}, 7);
        cv::resize(light, light, size);
        shade(picture.pixels, light);
    }
    cv::GaussianBlur(picture.pixels, picture.pixels, {0, 0}, rng.real(0.5, 1.1));
    add_noise(picture.pixels, rng.real(2, 6), rng);
    const cv::Matx33d in(page.cols, 0, 0, 0, page.rows, 0, 0, 0, 1), out(1.0 / size.width, 0, 0, 0, 1.0 / size.height, 0, 0, 0, 1);
    picture.map = out * move * in;
    picture.jpeg_quality = rng.between(55, 85);
    return picture;
}

}  // namespace

Rect on_picture(const Picture& picture, const Sheet& sheet, const Rect& box) {
    double x0 = 1, y0 = 1, x1 = 0, y1 = 0;
    for (const auto& [x, y] : {Point{box.x, box.y}, Point{box.right(), box.y}, Point{box.x, box.bottom()}, Point{box.right(), box.bottom()}}) {
        const cv::Vec3d at = picture.map * cv::Vec3d(x / sheet.width, y / sheet.height, 1);
        x0 = std::min(x0, at[0] / at[2]), x1 = std::max(x1, at[0] / at[2]);
        y0 = std::min(y0, at[1] / at[2]), y1 = std::max(y1, at[1] / at[2]);
    }
    x0 = std::clamp(x0, 0.0, 1.0), y0 = std::clamp(y0, 0.0, 1.0), x1 = std::clamp(x1, 0.0, 1.0), y1 = std::clamp(y1, 0.0, 1.0);
    return {x0, y0, std::max(0.0, x1 - x0), std::max(0.0, y1 - y0)};
}

cv::Mat painted(const Sheet& sheet, double dpi) {
    const int w = static_cast<int>(std::lround(sheet.width / 25.4 * dpi)), h = static_cast<int>(std::lround(sheet.height / 25.4 * dpi));
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
    cairo_t* to = cairo_create(surface);
    cairo_set_source_rgb(to, 1, 1, 1);
    cairo_paint(to);
    cairo_scale(to, dpi / 25.4, dpi / 25.4);
    sheet.replay(to, true);
    cairo_surface_flush(surface);
    const cv::Mat four(h, w, CV_8UC4, cairo_image_surface_get_data(surface), static_cast<std::size_t>(cairo_image_surface_get_stride(surface)));
    cv::Mat three;
    cv::cvtColor(four, three, cv::COLOR_BGRA2BGR);
    cairo_destroy(to);
    cairo_surface_destroy(surface);
    return three;
}

Picture delivered(const Sheet& sheet, std::string_view mode, double dpi, Random& rng) {
    cv::Mat page = painted(sheet, dpi);
    if (sheet.illegible) cv::GaussianBlur(page, page, {0, 0}, dpi / 200 * rng.real(9, 13));
    Picture picture;
    if (mode == "clean") {
        picture.pixels = page;
        picture.dpi = dpi;
        picture.jpeg_quality = 88;
    } else if (mode == "photo") picture = photographed(page, dpi, rng);
    else if (mode == "fax") picture = faxed(page, dpi, rng);
    else {
        picture = on_glass(page, dpi, rng, 0.55);
        if (mode == "scan_gray") cv::cvtColor(picture.pixels, picture.pixels, cv::COLOR_BGR2GRAY);
        if (mode == "scan_bw") to_two_levels(picture, rng, rng.real(0.4, 0.7));
        else scanned(picture, rng);
    }
    if (sheet.cropped_bottom > 0 && mode != "photo") {
        const int kept = static_cast<int>(picture.pixels.rows * (1 - sheet.cropped_bottom / sheet.height));
        const double scale = static_cast<double>(picture.pixels.rows) / kept;
        picture.pixels = picture.pixels.rowRange(0, kept).clone();
        picture.map = cv::Matx33d(1, 0, 0, 0, scale, 0, 0, 0, 1) * picture.map;
    }
    return picture;
}

cv::Mat quarter_turned(const cv::Mat& pixels, int degrees) {
    cv::Mat turned;
    if (degrees == 90) cv::rotate(pixels, turned, cv::ROTATE_90_CLOCKWISE);
    else if (degrees == 180) cv::rotate(pixels, turned, cv::ROTATE_180);
    else if (degrees == 270) cv::rotate(pixels, turned, cv::ROTATE_90_COUNTERCLOCKWISE);
    else turned = pixels;
    return turned;
}

}  // namespace paraphe::samples
