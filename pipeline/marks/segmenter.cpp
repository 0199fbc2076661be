#include "marks/segmenter.hpp"

#include "imaging/loading.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace paraphe::marks {

namespace {

constexpr int kStep = 16;      // the net halves four times
constexpr int kTile = 960;     // an A4 sheet at kDpi is 661 x 935: one tile
constexpr int kOverlap = 96;   // 30 mm seen beyond a tile's own part

int up_to_step(int n) { return (n + kStep - 1) / kStep * kStep; }

// The pieces [begin, end) in which `length` is cut: even numbers, so that map pixels stay whole.
std::vector<cv::Range> cuts(int length) {
    if (length <= kTile) return {{0, length}};
    const int own = kTile - 2 * kOverlap;
    const int count = (length + own - 1) / own;
    std::vector<cv::Range> pieces;
    for (int i = 0; i < count; ++i) pieces.emplace_back(i * own, std::min(length, (i + 1) * own));
    return pieces;
}

cv::Range seen(const cv::Range& own, int length) { return {std::max(0, own.start - kOverlap), std::min(length, own.end + kOverlap)}; }

}  // namespace

Result<Segmenter> Segmenter::load(const std::string& onnx) {
    auto net = imaging::load_net(onnx, "segmenter");
    if (!net) return tl::unexpected(net.error());
    return Segmenter(std::move(*net));
}

void Segmenter::run_tile(const cv::Mat& dark, const cv::Rect& from, const cv::Rect& keep, InkMaps& maps) const {
    cv::Mat padded = cv::Mat::zeros(up_to_step(from.height), up_to_step(from.width), CV_32F);
    dark(from).copyTo(padded(cv::Rect(0, 0, from.width, from.height)));
    const std::array<int, 4> shape{1, 1, padded.rows, padded.cols};
    net_.setInput(cv::Mat(4, shape.data(), CV_32F, padded.data));
    const cv::Mat out = net_.forward();
    const std::array<cv::Mat*, 4> into{&maps.print, &maps.pen, &maps.stamp, &maps.trace};
    const cv::Rect own((keep.x - from.x) / 2, (keep.y - from.y) / 2, (keep.width + 1) / 2, (keep.height + 1) / 2);
    for (int c = 0; c < 4; ++c) {
        const cv::Mat logits(out.size[2], out.size[3], CV_32F, const_cast<float*>(out.ptr<float>(0, c)));
        cv::Mat odds;
        cv::exp(-logits(own), odds);
        const cv::Mat share = 1.0 / (1.0 + odds);
        share.copyTo((*into[static_cast<std::size_t>(c)])(cv::Rect(keep.x / 2, keep.y / 2, own.width, own.height)));
    }
}

InkMaps Segmenter::run(const cv::Mat& dark) const {
    InkMaps maps;
    if (dark.empty()) return maps;
    maps.dark = dark;
    for (auto* map : {&maps.print, &maps.pen, &maps.stamp, &maps.trace}) *map = cv::Mat::zeros((dark.rows + 1) / 2, (dark.cols + 1) / 2, CV_32F);
    for (const auto& y : cuts(dark.rows))
        for (const auto& x : cuts(dark.cols)) {
            const auto sy = seen(y, dark.rows), sx = seen(x, dark.cols);
            run_tile(dark, {sx.start, sy.start, sx.size(), sy.size()}, {x.start, y.start, x.size(), y.size()}, maps);
        }
    return maps;
}

}  // namespace paraphe::marks
