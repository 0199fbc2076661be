#include "hand/hand.hpp"

#include "hand/dots.hpp"
#include "hand/lines.hpp"
#include "imaging/crops.hpp"
#include "imaging/loading.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace paraphe::hand {
namespace {

constexpr int height = 40, widest = 1600;  // pixels of what the net is given; training/lines.py
constexpr int most_lines = 24;
constexpr std::array<double, 2> margins{0.12, 0.3};  // of the line's height, around it
constexpr double beside = 4;  // millimetres around what is looked at that a line's margins may show

float percentile(const cv::Mat& values, double share) {
    std::vector<float> sorted(values.begin<float>(), values.end<float>());
    const auto at = sorted.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
    std::ranges::nth_element(sorted, at);
    return *at;
}

/// Ink 0, paper 1, `height` pixels high, as training/lines.py levels its lines.
cv::Mat levelled(const cv::Mat& line) {
    cv::Mat small, out;
    const int width = std::clamp(static_cast<int>(std::lround(static_cast<double>(line.cols) * height / line.rows)), 16, widest);
    cv::resize(line, small, {width, height}, 0, 0, line.rows > height ? cv::INTER_AREA : cv::INTER_LINEAR);
    small.convertTo(out, CV_32F);
    const float low = percentile(out, 0.01), high = percentile(out, 0.85);
    out = (out - low) / std::max(high - low, 24.0F);
    cv::copyMakeBorder(cv::max(cv::min(out, 1), 0), out, 0, 0, 0, 8, cv::BORDER_CONSTANT, cv::Scalar(1));
    return out;
}

std::vector<std::uint8_t> costs_of(const cv::Mat& logits) {
    const int classes = logits.size[1], columns = logits.size[3];
    std::vector<std::uint8_t> costs;
    costs.reserve(static_cast<std::size_t>(classes) * static_cast<std::size_t>(columns));
    const auto* values = logits.ptr<float>();
    for (int x = 0; x < columns; ++x) {
        const auto at = [&](int c) { return static_cast<double>(values[c * columns + x]); };
        double most = at(0), sum = 0;
        for (int c = 1; c < classes; ++c) most = std::max(most, at(c));
        for (int c = 0; c < classes; ++c) sum += std::exp(at(c) - most);
        for (int c = 0; c < classes; ++c) costs.push_back(static_cast<std::uint8_t>(std::clamp(std::lround(16 * (most + std::log(sum) - at(c))), 0L, 255L)));
    }
    return costs;
}

}  // namespace

struct LineReader::Net {
    cv::dnn::Net net;

    std::vector<std::uint8_t> costs_in(const cv::Mat& line) {
        const cv::Mat input = levelled(line);
        const std::array<int, 4> shape{1, 1, input.rows, input.cols};
        net.setInput(cv::Mat(4, shape.data(), CV_32F, input.data));
        return costs_of(net.forward());
    }
};

LineReader::LineReader(std::unique_ptr<Net> net) : net_(std::move(net)) {}
LineReader::LineReader(LineReader&&) noexcept = default;
LineReader& LineReader::operator=(LineReader&&) noexcept = default;
LineReader::~LineReader() = default;

Result<LineReader> LineReader::load(const std::string& models) {
    auto net = imaging::load_net(models + "/handwriting.onnx", "handwriting");
    if (!net) return tl::unexpected(net.error());
    return LineReader(std::make_unique<Net>(std::move(*net)));
}

std::vector<SignColumns> LineReader::look_at(const Picture& page, const Box& box) const {
    std::vector<SignColumns> seen;
    if (!page.consistent() || page.dpi <= 0) return seen;
    const cv::Mat grey = imaging::grey_of(page);
    const cv::Rect whole({0, 0}, grey.size());
    const cv::Rect area = imaging::pixels_of(box, grey.size());
    if (area.width < 8 || area.height < 8) return seen;
    const double mm = page.dpi / 25.4;
    const int more = static_cast<int>(beside * mm);
    const cv::Rect room = cv::Rect(area.x - more, area.y - more, area.width + 2 * more, area.height + 2 * more) & whole;
    // With its dots, as the net has learned to see lines, and without: a hand is seen more clearly now in the one, now in the other.
    std::vector<cv::Mat> papers{grey(room)};
    if (const cv::Mat bare = without_dotted_lines(papers.front(), mm); bare.data != papers.front().data) papers.push_back(bare);
    int number = 0;
    for (const auto& paper : papers)
        for (const auto& line : lines_in(paper(area - room.tl()), mm)) {
            if (number == most_lines) return seen;
            for (const double margin : margins) {
                const int around = static_cast<int>(margin * line.height);
                const cv::Rect part = (cv::Rect(line.x - around, line.y - around, line.width + 2 * around, line.height + 2 * around) + area.tl()) & room;
                const Box where{static_cast<double>(part.x) / grey.cols, static_cast<double>(part.y) / grey.rows, static_cast<double>(part.width) / grey.cols,
                                static_cast<double>(part.height) / grey.rows};
                seen.push_back({where, net_->costs_in(paper(part - room.tl())), number});
            }
            ++number;
        }
    return seen;
}

}  // namespace paraphe::hand
