#include "marks/slot_net.hpp"

#include "imaging/loading.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace paraphe::marks {

namespace {

constexpr int kHeight = 80, kWidth = 160;  // of the window, in map pixels
constexpr int kMargin = 16;                // a place closer to the window's size than this is looked at in parts
enum Plane { print, pen, stamp, place, planes };

cv::Rect whole_pixels(const Box& box, const cv::Size& size) {
    const cv::Point from(static_cast<int>(box.x * size.width), static_cast<int>(box.y * size.height));
    const cv::Point to(static_cast<int>(box.right() * size.width) + 1, static_cast<int>(box.bottom() * size.height) + 1);
    return cv::Rect(from, to) & cv::Rect({0, 0}, size);
}

// Copies what the window shows of a picture; beyond the page there is nothing.
void show(const cv::Mat& picture, const cv::Rect& window, cv::Mat into) {
    const cv::Rect seen = window & cv::Rect({0, 0}, picture.size());
    if (seen.area() > 0) picture(seen).copyTo(into(seen - window.tl()));
}

double share(float logit) { return 1 / (1 + std::exp(-static_cast<double>(logit))); }

double log_odds(double share, double least) {
    share = std::clamp(share, least, 1 - least);
    return std::log(share / (1 - share));
}

// What the place's net and the verifier say, weighed by logistic regression (training/calibrate.py) over 4 799 places of 400 pages
// that no net had seen: above 0.85 a signature was told 673 times rightly and 12 times wrongly.
struct Weights {
    double place, verifier, nothing_found, bias;
};
constexpr Weights kSignature{0.96, 0.70, -0.79, 0.90}, kParaph{0.71, 0.51, -1.25, 0.44};

// One net alone is never believed: what the verifier hardly saw stays a doubt.
constexpr double kHardlySeen = 0.2, kAlone = 0.55;

double together(double place, double sign, const Weights& w) {
    const double verified = sign > 0 ? w.verifier * log_odds(sign, 0.02) : w.nothing_found;
    const double both = 1 / (1 + std::exp(-(w.place * log_odds(place, 0.001) + verified + w.bias)));
    return sign <= kHardlySeen ? std::min(both, kAlone) : both;
}

}  // namespace

PlaceOpinion both_say(PlaceOpinion opinion, double sign) {
    opinion.signature = together(opinion.signature, sign, kSignature);
    opinion.paraph = together(opinion.paraph, sign, kParaph);
    return opinion;
}

Result<SlotNet> SlotNet::load(const std::string& onnx) {
    auto net = imaging::load_net(onnx, "signature places");
    if (!net) return tl::unexpected(net.error());
    return SlotNet(std::move(*net));
}

PlaceOpinion SlotNet::look_at(const InkMaps& maps, const cv::Rect& place_box, cv::Point2d centre) const {
    const cv::Rect window(static_cast<int>(std::lround(centre.x - kWidth / 2.0)), static_cast<int>(std::lround(centre.y - kHeight / 2.0)), kWidth, kHeight);
    cv::Mat dark = cv::Mat::zeros(2 * kHeight, 2 * kWidth, CV_32F), stack = cv::Mat::zeros(planes * kHeight, kWidth, CV_32F);
    show(maps.dark, {2 * window.x, 2 * window.y, 2 * kWidth, 2 * kHeight}, dark);
    const auto plane = [&](Plane p) { return stack.rowRange(p * kHeight, (p + 1) * kHeight); };
    show(maps.print, window, plane(print));
    show(maps.pen, window, plane(pen));
    show(maps.stamp, window, plane(stamp));
    const cv::Rect inside = (place_box & window) - window.tl();
    if (inside.area() > 0) plane(place)(inside) = 1;

    const std::array<int, 4> dark_shape{1, 1, 2 * kHeight, 2 * kWidth}, maps_shape{1, planes, kHeight, kWidth};
    net_.setInput(cv::Mat(4, dark_shape.data(), CV_32F, dark.data), "dark");
    net_.setInput(cv::Mat(4, maps_shape.data(), CV_32F, stack.data), "maps");
    const cv::Mat out = net_.forward();
    const auto* logits = out.ptr<float>(0);
    return {share(logits[0]), share(logits[1]), share(logits[2]), share(logits[3])};
}

PlaceOpinion SlotNet::look(const InkMaps& maps, const Box& box) const {
    const cv::Rect place_box = whole_pixels(box, maps.pen.size());
    const int across = 1 + place_box.width / (kWidth - kMargin), down = 1 + place_box.height / (kHeight - kMargin);
    PlaceOpinion most;
    for (int j = 0; j < down; ++j)
        for (int i = 0; i < across; ++i) {
            const auto seen = look_at(maps, place_box, {place_box.x + place_box.width * (i + 0.5) / across, place_box.y + place_box.height * (j + 0.5) / down});
            most = {std::max(most.signature, seen.signature), std::max(most.stamp, seen.stamp), std::max(most.handwriting, seen.handwriting),
                    std::max(most.paraph, seen.paraph)};
        }
    return most;
}

}  // namespace paraphe::marks
