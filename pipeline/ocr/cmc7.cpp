#include "ocr/ocr.hpp"

#include "imaging/crops.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paraphe::ocr {
namespace {

// Millimetres of the standard, between the centres of bars and of signs.
constexpr double narrow = 0.3, wide = 0.5, pitch = 3.175, height = 2.2;  // the middle of the 3 mm that all bars have
constexpr double sign_width = 4 * narrow + 2 * wide;
constexpr int fewest_signs = 10;  // a cheque has 31 digits and separators
constexpr int finer = 8;          // the profile's samples a pixel

/// Six gaps of a sign, 1 = wide; two are wide in every sign.
constexpr std::array<std::pair<std::string_view, char>, 15> signs{{{"001100", '0'}, {"100010", '1'}, {"011000", '2'}, {"101000", '3'}, {"100100", '4'},
                                                                   {"000110", '5'}, {"001010", '6'}, {"110000", '7'}, {"010010", '8'}, {"010100", '9'},
                                                                   {"100001", 'a'}, {"010001", 'b'}, {"001001", 'c'}, {"000101", 'd'}, {"000011", 'e'}}};

cv::Mat sheared(const cv::Mat& picture, double slope) {
    cv::Mat out;
    const cv::Matx23d turn{1, 0, 0, -slope, 1, slope * picture.cols / 2};
    cv::warpAffine(picture, out, turn, picture.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return out;
}

/// The line is the straightest band of upright edges: its mean darkness by column, `finer` samples a pixel.
std::vector<float> profile_of_line(const cv::Mat& dark, double mm) {
    cv::Mat edges;
    cv::Sobel(dark, edges, CV_32F, 1, 0, 1);
    edges = cv::abs(edges);
    const int rows = std::clamp(static_cast<int>(std::lround(height * mm)), 3, dark.rows);
    double most = -1, slope = 0;
    int centre = 0;
    for (double tried = -0.05; tried <= 0.05; tried += 0.0025) {
        cv::Mat by_row, by_band;
        cv::reduce(sheared(edges, tried), by_row, 1, cv::REDUCE_AVG, CV_32F);
        cv::blur(by_row, by_band, {1, rows}, {-1, -1}, cv::BORDER_CONSTANT);
        double value = 0;
        cv::Point at;
        cv::minMaxLoc(by_band, nullptr, &value, nullptr, &at);
        if (value > most) most = value, slope = tried, centre = at.y;
    }
    const int top = std::clamp(centre - rows / 2, 0, dark.rows - rows);
    cv::Mat mean, fine;
    cv::reduce(sheared(dark, slope).rowRange(top, top + rows), mean, 0, cv::REDUCE_AVG, CV_32F);
    cv::resize(mean, fine, {}, finer, 1, cv::INTER_CUBIC);
    return {fine.begin<float>(), fine.end<float>()};
}

/// Where the profile, blurred until a sign's bars flow together, is dark for about the width of a sign.
std::vector<double> centres_of_signs(const std::vector<float>& profile, double mm) {
    cv::Mat blurred;
    cv::GaussianBlur(cv::Mat(1, static_cast<int>(profile.size()), CV_32F, const_cast<float*>(profile.data())), blurred, {}, 0.32 * mm);
    std::vector<float> level(blurred.begin<float>(), blurred.end<float>());
    std::vector<float> sorted = level;
    const auto nearly_darkest = sorted.begin() + static_cast<std::ptrdiff_t>(0.97 * static_cast<double>(sorted.size() - 1));
    std::ranges::nth_element(sorted, nearly_darkest);
    const double threshold = 0.42 * static_cast<double>(*nearly_darkest);
    std::vector<double> centres;
    std::size_t begun = 0;
    for (std::size_t x = 0; x <= level.size(); ++x) {
        if (x < level.size() && static_cast<double>(level[x]) > threshold) continue;
        const auto width = static_cast<double>(x - begun);
        if (width > 0.5 * sign_width * mm && width < 1.5 * sign_width * mm) centres.push_back(static_cast<double>(begun + x) / 2);
        begun = x + 1;
    }
    return centres;
}

/// The line's three zones of many signs; what stands apart, the cheque's edge or a smudge, is none of it.
std::vector<double> zones_of(const std::vector<double>& centres, double mm) {
    constexpr std::size_t fewest_of_zone = 5;
    std::vector<double> kept;
    std::size_t begun = 0;
    for (std::size_t i = 1; i <= centres.size(); ++i) {
        if (i < centres.size() && centres[i] - centres[i - 1] < 1.3 * pitch * mm) continue;
        if (i - begun >= fewest_of_zone) kept.insert(kept.end(), centres.begin() + static_cast<std::ptrdiff_t>(begun), centres.begin() + static_cast<std::ptrdiff_t>(i));
        begun = i;
    }
    return kept;
}

/// Samples a millimetre as the distance between neighbours says it; 0 when too few stand a pitch apart.
double measured_mm(const std::vector<double>& centres, double mm) {
    std::vector<double> distances;
    for (std::size_t i = 1; i < centres.size(); ++i)
        if (const double d = centres[i] - centres[i - 1]; d > 0.8 * pitch * mm && d < 1.2 * pitch * mm) distances.push_back(d);
    if (distances.size() < fewest_signs - 3) return 0;  // a line has three zones
    std::ranges::nth_element(distances, distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2));
    return distances[distances.size() / 2] / pitch;
}

struct Lattice {
    double mm = 0;  ///< samples a millimetre
    std::vector<double> centres;
};

/// Signs stand a whole number of pitches apart: the straight line through all centres (least squares) says where each stands, however a
/// poor scan has broken it.
Lattice on_a_lattice(const std::vector<double>& seen, double mm) {
    std::vector<double> steps{0};
    for (std::size_t i = 1; i < seen.size(); ++i) steps.push_back(steps.back() + std::round((seen[i] - seen[i - 1]) / (pitch * mm)));
    const auto n = static_cast<double>(seen.size());
    const double mean_step = std::accumulate(steps.begin(), steps.end(), 0.0) / n, mean_seen = std::accumulate(seen.begin(), seen.end(), 0.0) / n;
    double covariance = 0, variance = 0;
    for (std::size_t i = 0; i < seen.size(); ++i) covariance += (steps[i] - mean_step) * (seen[i] - mean_seen), variance += std::pow(steps[i] - mean_step, 2);
    const double step = covariance / variance;
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());  // clang 14 does not compile the one of ranges with libstdc++ 12
    Lattice out{step / pitch, {}};
    for (const double k : steps) out.centres.push_back(mean_seen + (k - mean_step) * step);
    return out;
}

/// Darkness of a sign whose first bar stands at 0, sampled from a bar's margin before it: bars blurred as a scanner blurs them.
std::vector<double> drawn(std::string_view gaps, double mm) {
    const double margin = 0.25 * mm, blur = 0.1 * mm;
    std::vector<double> out(static_cast<std::size_t>(sign_width * mm + 2 * margin));
    double bar = margin;
    for (std::size_t i = 0; i <= gaps.size(); ++i) {
        for (std::size_t x = 0; x < out.size(); ++x) out[x] += std::exp(-0.5 * std::pow((static_cast<double>(x) - bar) / blur, 2));
        if (i < gaps.size()) bar += (gaps[i] == '1' ? wide : narrow) * mm;
    }
    return out;
}

double correlation(const std::vector<double>& pattern, const float* seen) {
    const auto n = static_cast<double>(pattern.size());
    double sum_p = 0, sum_s = 0, pp = 0, ss = 0, ps = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const double p = pattern[i], s = static_cast<double>(seen[i]);
        sum_p += p, sum_s += s, pp += p * p, ss += s * s, ps += p * s;
    }
    const double variance = (pp - sum_p * sum_p / n) * (ss - sum_s * sum_s / n);
    return variance > 0 ? (ps - sum_p * sum_s / n) / std::sqrt(variance) : 0;
}

struct Alphabet {
    double mm;
    std::vector<std::pair<std::vector<double>, char>> patterns;
};

Alphabet alphabet(double mm) {
    Alphabet out{mm, {}};
    for (const auto& [gaps, sign] : signs) out.patterns.emplace_back(drawn(gaps, mm), sign);
    return out;
}

/// Where a whole line of 31 digits has its separators.
bool separates(std::size_t position) { return position == 0 || position == 8 || position == 21 || position == 34; }
constexpr std::size_t whole_line = 35;

/// The sign whose drawing correlates best with what is seen, when no other comes near it.
char sign_at(const std::vector<float>& profile, double centre, const Alphabet& alphabet, bool digits_only) {
    constexpr double alike = 0.6, clearly = 0.06;
    double best = 0, second = 0;
    char sign = '?';
    for (const auto& [pattern, name] : alphabet.patterns) {
        if (digits_only && name > '9') continue;
        double most = 0;
        for (double shift = -0.22; shift <= 0.22; shift += 0.03) {
            const double start = centre + shift * alphabet.mm - static_cast<double>(pattern.size()) / 2;
            if (start < 0 || start + static_cast<double>(pattern.size()) > static_cast<double>(profile.size())) continue;
            most = std::max(most, correlation(pattern, profile.data() + static_cast<std::size_t>(start)));
        }
        if (most > best) second = std::exchange(best, most), sign = name;
        else second = std::max(second, most);
    }
    return best > alike && best - second > clearly ? sign : '?';
}

/// The signs of a line, '?' for each that could not be told; empty when there is no line at this scale.
std::string signs_of(const std::vector<float>& profile, double mm) {
    const auto seen = zones_of(centres_of_signs(profile, mm), mm);
    const double measured = measured_mm(seen, mm);
    if (measured <= 0) return {};
    const auto [scale, centres] = on_a_lattice(seen, measured);
    const auto letters = alphabet(scale);
    const bool whole = centres.size() == whole_line;
    std::string text;
    for (std::size_t i = 0; i < centres.size(); ++i) text += sign_at(profile, centres[i], letters, whole && !separates(i));
    return text;
}

std::size_t told(std::string_view text) { return text.size() - static_cast<std::size_t>(std::ranges::count(text, '?')); }

}  // namespace

CropAnswer read_cmc7(const Picture& page, const Box& box) {
    CropAnswer answer;
    Box frame;
    if (page.dpi <= 0) return answer;
    const double dots = page.dpi / 25.4;
    const cv::Mat part = imaging::cut(page, box, static_cast<int>(2 * height * dots), frame);
    if (part.empty() || part.cols < part.rows) return answer;
    std::string text;
    // The scale of a photographed cheque is a guess: what reads most signs is right.
    for (const double scale : {1.0, 0.8, 1.25, 0.64, 1.56}) {
        const double mm = dots * scale;
        auto tried = signs_of(profile_of_line(imaging::darkness(part, std::max(3, static_cast<int>(3 * mm)) | 1), mm), mm * finer);
        if (told(tried) > told(text)) text = std::move(tried);
        if (told(text) >= 2 * fewest_signs) break;
    }
    if (told(text) < fewest_signs || 2 * told(text) < text.size()) return answer;
    answer.confidence = static_cast<double>(told(text)) / static_cast<double>(text.size());
    answer.words.push_back({text, frame, answer.confidence, 0});
    return answer;
}

}  // namespace paraphe::ocr
