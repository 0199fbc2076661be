#include "ocr/ocr.hpp"

#include "ocr/engine.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paraphe::ocr {
namespace {

constexpr int bars_of_a_sign = 7;
constexpr std::size_t fewest_signs = 10;  // a cheque has 31 digits and separators

/// Six gaps of a sign, 1 = wide; two are wide in every sign.
constexpr std::array<std::pair<std::string_view, char>, 15> signs{{{"001100", '0'}, {"100010", '1'}, {"011000", '2'}, {"101000", '3'}, {"100100", '4'},
                                                                   {"000110", '5'}, {"001010", '6'}, {"110000", '7'}, {"010010", '8'}, {"010100", '9'},
                                                                   {"100001", 'a'}, {"010001", 'b'}, {"001001", 'c'}, {"000101", 'd'}, {"000011", 'e'}}};

/// Centres of the upright bars, in pixels of `part`.
std::vector<double> bars_in(const cv::Mat& part, double factor) {
    cv::Mat large, ink, profile;
    cv::resize(part, large, {}, factor, factor, cv::INTER_CUBIC);
    cv::threshold(large, ink, 0, 1, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    cv::reduce(ink, profile, 0, cv::REDUCE_SUM, CV_32S);
    double most = 0;
    cv::minMaxLoc(profile, nullptr, &most);
    std::vector<double> centres;
    int begun = -1;
    for (int x = 0; x <= profile.cols; ++x) {
        const bool bar = x < profile.cols && profile.at<int>(0, x) > 0.35 * most;  // some bars are broken in the middle
        if (bar && begun < 0) begun = x;
        if (!bar && begun >= 0) {
            centres.push_back((begun + x) / 2.0 / factor);
            begun = -1;
        }
    }
    return centres;
}

std::vector<std::vector<double>> split(const std::vector<double>& bars, double at) {
    std::vector<std::vector<double>> groups;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (i == 0 || bars[i] - bars[i - 1] > at) groups.emplace_back();
        groups.back().push_back(bars[i]);
    }
    return groups;
}

std::size_t whole_signs(const std::vector<std::vector<double>>& groups) {
    return static_cast<std::size_t>(std::ranges::count(groups, static_cast<std::size_t>(bars_of_a_sign), &std::vector<double>::size));
}

/// The gap that parts signs is the one that leaves most groups of seven bars.
std::vector<std::vector<double>> grouped(const std::vector<double>& bars) {
    std::vector<std::vector<double>> best;
    std::vector<double> gaps;
    for (std::size_t i = 1; i < bars.size(); ++i) gaps.push_back(bars[i] - bars[i - 1]);
    std::ranges::sort(gaps);
    for (std::size_t i = 0; i < gaps.size(); i += std::max<std::size_t>(1, gaps.size() / 60)) {
        auto groups = split(bars, gaps[i] + 0.01);
        if (whole_signs(groups) > whole_signs(best)) best = std::move(groups);
    }
    return best;
}

char sign_of(const std::vector<double>& bars) {
    std::vector<std::pair<double, std::size_t>> gaps;
    for (std::size_t i = 0; i + 1 < bars.size(); ++i) gaps.emplace_back(bars[i + 1] - bars[i], i);
    std::ranges::sort(gaps, std::greater{});
    if (gaps.size() != bars_of_a_sign - 1 || gaps[1].first < 1.2 * gaps[2].first) return '?';
    std::string pattern(gaps.size(), '0');
    pattern[gaps[0].second] = pattern[gaps[1].second] = '1';
    const auto found = std::ranges::find(signs, pattern, &std::pair<std::string_view, char>::first);
    return found != signs.end() ? found->second : '?';
}

}  // namespace

CropAnswer read_cmc7(const Picture& page, const Box& box) {
    CropAnswer answer;
    Box frame;
    const cv::Mat part = cut(page, box, 0, frame);
    if (part.empty() || page.dpi <= 0) return answer;
    const auto groups = grouped(bars_in(part, std::clamp(600 / page.dpi, 1.0, 4.0)));
    if (whole_signs(groups) < fewest_signs) return answer;
    std::string text;
    std::size_t decoded = 0;
    for (const auto& group : groups) {
        if (group.size() < 5) continue;  // a speck or a stroke of the signature
        text += sign_of(group);
        decoded += text.back() != '?';
    }
    answer.confidence = static_cast<double>(decoded) / static_cast<double>(text.size());
    answer.words.push_back({text, frame, answer.confidence, 0});
    return answer;
}

}  // namespace paraphe::ocr
