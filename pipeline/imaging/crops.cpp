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

cv::Rect pixels_of(const Box& box, const cv::Size& size) {
    const cv::Point from(static_cast<int>(std::floor(box.x * size.width)), static_cast<int>(std::floor(box.y * size.height)));
    const cv::Point to(static_cast<int>(std::ceil(box.right() * size.width)), static_cast<int>(std::ceil(box.bottom() * size.height)));
    return cv::Rect(from, to) & cv::Rect({0, 0}, size);
}

cv::Mat cut(const Picture& page, const Box& box, int margin, Box& frame) {
    const cv::Mat grey = grey_of(page);
    const cv::Rect inner = pixels_of(box, grey.size());
    const cv::Rect area = cv::Rect(inner.x - margin, inner.y - margin, inner.width + 2 * margin, inner.height + 2 * margin) & cv::Rect({0, 0}, grey.size());
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
