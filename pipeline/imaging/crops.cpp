#include "imaging/crops.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace paraphe::imaging {

cv::Mat grey_of(const Picture& picture) {
    if (!picture.consistent()) return {};
    const cv::Mat pixels(picture.height, picture.width, picture.channels == 3 ? CV_8UC3 : CV_8UC1,
                         const_cast<std::uint8_t*>(picture.pixels.data()));  // OpenCV has no view of constant pixels
    if (picture.channels == 1) return pixels;
    cv::Mat grey;
    cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

cv::Mat cut(const Picture& page, const Box& box, int margin, Box& frame) {
    const cv::Mat grey = grey_of(page);
    const int left = static_cast<int>(std::floor(box.x * grey.cols)) - margin, top = static_cast<int>(std::floor(box.y * grey.rows)) - margin;
    const int right = static_cast<int>(std::ceil(box.right() * grey.cols)) + margin, bottom = static_cast<int>(std::ceil(box.bottom() * grey.rows)) + margin;
    const cv::Rect area = cv::Rect(left, top, std::max(0, right - left), std::max(0, bottom - top)) & cv::Rect(0, 0, grey.cols, grey.rows);
    if (area.width < 4 || area.height < 4) return {};
    frame = {static_cast<double>(area.x) / grey.cols, static_cast<double>(area.y) / grey.rows, static_cast<double>(area.width) / grey.cols,
             static_cast<double>(area.height) / grey.rows};
    return grey(area);
}

cv::Mat darkness(const cv::Mat& grey, int reach) {
    cv::Mat light, paper, dark;
    grey.convertTo(light, CV_32F);
    cv::morphologyEx(light, paper, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}));
    cv::divide(light, cv::max(paper, 1), dark);
    return cv::max(1 - dark, 0);
}

}  // namespace paraphe::imaging
