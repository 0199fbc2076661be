#include "pages/layer.hpp"

#include "pages/pages.hpp"
#include "pages/raster.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <string>

namespace paraphe::pages {
namespace {

constexpr double judging_dpi = 100;
constexpr std::size_t most_overlays = 100;

/// Letters of a word without accents, lower case; bytes that are no letters are left out. Enough for Latin-1 letters.
std::string plain_letters(const std::string& text) {
    static constexpr std::string_view folded = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy";
    std::string letters;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 'a' && c <= 'z') letters += text[i];
        else if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
        else if (c == 0xC3 && i + 1 < text.size()) letters += folded[static_cast<unsigned char>(text[++i]) & 0x3F];
        else if (c >= 0x80) letters += '?';
    }
    return letters;
}

/// The share of pairs of letters that are common in French. Words in a cipher, or read through a broken font
/// table, hold few of them.
double common_pairs(const std::vector<Word>& words, int& pairs) {
    static const std::set<std::string_view> common = {
        "es", "de", "le", "en", "re", "nt", "on", "er", "te", "el", "an", "se", "et", "la", "ai", "it", "me", "ou", "em", "ie", "ne", "co", "ti",
        "is", "in", "ns", "ur", "ed", "ri", "qu", "ra", "ar", "ss", "io", "tr", "pa", "us", "li", "ro", "ec", "at", "ta", "ve", "nc", "al", "as",
        "un", "ch", "ac", "po", "di", "il", "ma", "pr", "vi", "ts", "so", "nd", "om", "ca", "mm", "ir", "eu", "ce", "ue", "ui", "or", "st", "sa",
        "ni", "no", "ct", "ll", "im", "ig", "ge", "av", "pe", "tu", "ea", "th", "he", "to", "of", "ll", "mo", "si", "ci", "da", "du", "au", "ex"};
    int found = 0;
    pairs = 0;
    for (const auto& word : words) {
        const std::string letters = plain_letters(word.text);
        for (std::size_t i = 0; i + 1 < letters.size(); ++i, ++pairs) found += common.contains(std::string_view(letters).substr(i, 2));
    }
    return pairs > 0 ? static_cast<double>(found) / pairs : 0;
}

/// How much darkest and brightest differ under the middle of a box, 0 to 255: print of any colour on any ground.
double contrast_under(const cv::Mat& grey, const Box& box) {
    const cv::Rect area = cv::Rect(static_cast<int>(box.x * grey.cols), static_cast<int>(box.y * grey.rows), std::max(2, static_cast<int>(box.w * grey.cols)),
                                   std::max(2, static_cast<int>(box.h * grey.rows))) & cv::Rect(0, 0, grey.cols, grey.rows);
    if (area.empty()) return 0;
    double low = 0, high = 0;
    cv::minMaxLoc(grey(area), &low, &high);
    return high - low;
}

/// The share of the page's letters (ink of their size) that lie under a word of the layer; 1 on an empty page.
double coverage(const cv::Mat& grey, const std::vector<Word>& words) {
    cv::Mat covered = cv::Mat::zeros(grey.size(), CV_8UC1);
    for (const auto& word : words) {
        const Box box = grown(word.box, 2.0 / grey.cols, 2.0 / grey.rows);
        cv::rectangle(covered, cv::Rect(static_cast<int>(box.x * grey.cols), static_cast<int>(box.y * grey.rows), static_cast<int>(box.w * grey.cols) + 1,
                                        static_cast<int>(box.h * grey.rows) + 1), cv::Scalar(255), cv::FILLED);
    }
    const cv::Mat ink = ink_of(grey, 31, 25);
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8, CV_32S);
    double all = 0, under = 0;
    for (int i = 1; i < count; ++i) {
        const int w = stats.at<int>(i, cv::CC_STAT_WIDTH), h = stats.at<int>(i, cv::CC_STAT_HEIGHT);
        if (h < 4 || h > 25 || w > 60 || stats.at<int>(i, cv::CC_STAT_AREA) < 6) continue;  // letters of 6 to 16 points at 100 dpi
        const int x = std::clamp(static_cast<int>(centres.at<double>(i, 0)), 0, grey.cols - 1);
        const int y = std::clamp(static_cast<int>(centres.at<double>(i, 1)), 0, grey.rows - 1);
        all += 1;
        under += covered.at<unsigned char>(y, x) != 0;
    }
    return all < 12 ? 1 : under / all;
}

void report(std::vector<Overlay>& overlays, const char* kind, const std::string& text, const Box& box) {
    if (overlays.size() < most_overlays) overlays.push_back({kind, text, box});
}

/// Words that stand in another word's place: one of the two cannot be what the page shows.
std::vector<std::size_t> stacked(const std::vector<Word>& words) {
    std::vector<std::size_t> order(words.size()), result;
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return words[i].box.y; });
    for (std::size_t a = 0; a < order.size(); ++a)
        for (std::size_t b = a + 1; b < order.size() && words[order[b]].box.y < words[order[a]].box.bottom(); ++b) {
            const auto &first = words[order[a]], &second = words[order[b]];
            const double shared = intersection(first.box, second.box).area();
            // Drawn twice a little aside is how some programs print bold.
            if (shared > 0.5 * std::min(first.box.area(), second.box.area()) && first.text != second.text) {
                result.push_back(order[a]);
                result.push_back(order[b]);
            }
        }
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());  // clang 14 does not compile the one of ranges with libstdc++ 12
    return result;
}

bool begins_in(const ShownText& text, const Box& box) {
    const double y = text.y - text.height * 0.3;
    return text.x >= box.x - 0.002 && text.x <= box.right() && y >= box.y && y <= box.bottom();
}

std::string text_in(const std::vector<Word>& words, const Box& box) {
    std::string text;
    for (const auto& word : words)
        if (covered(word.box, box) > 0.5 && text.size() < 200) text += (text.empty() ? "" : " ") + word.text;
    return text;
}

/// White rectangles and pictures painted over text that stood there before. What begins there was covered; of a line that begins
/// further left the end was, when other words stand on it now. `doubled`: words that stand in another's place.
void find_covers(const std::vector<Word>& words, const std::vector<std::size_t>& doubled, const PageContent& content, std::vector<Overlay>& overlays) {
    const auto hides = [&](int order, const Box& box) {
        if (box.area() >= 0.8) return false;
        return std::ranges::any_of(content.texts, [&](const ShownText& text) { return text.order < order && begins_in(text, box); }) ||
               std::ranges::any_of(doubled, [&](std::size_t i) { return covered(words[i].box, box) > 0.5; });
    };
    for (const auto& white : content.whites)
        if (hides(white.order, white.box)) report(overlays, "white_box", text_in(words, white.box), intersection(white.box, {0, 0, 1, 1}));
    for (const auto& image : content.images)
        if (image.opaque && hides(image.order, image.box)) report(overlays, "white_box", text_in(words, image.box), intersection(image.box, {0, 0, 1, 1}));
}

/// Visible text that a program drew over a scan of the whole page.
void find_text_over_scan(const std::vector<Word>& words, const PageContent& content, const PaintedImage& scan, std::vector<Overlay>& overlays) {
    for (const auto& text : content.texts) {
        if (!text.visible || text.order < scan.order) continue;
        const auto word = std::ranges::find_if(words, [&](const Word& w) {
            return text.x >= w.box.x - 0.004 && text.x <= w.box.x + 0.5 * w.box.w && text.y > w.box.y && text.y < w.box.bottom() + 0.004;
        });
        if (word != words.end()) report(overlays, "text_over_scan", word->text, word->box);
    }
}

}  // namespace

LayerVerdict judge_layer(const std::vector<Word>& words, int outside, const cv::Mat& full, double dpi, const PageContent& content) {
    LayerVerdict verdict;
    if (words.empty()) return verdict;
    const cv::Mat grey = scaled(full, std::min(1.0, judging_dpi / dpi));
    const auto doubled = stacked(words);
    find_covers(words, doubled, content, verdict.overlays);
    if (const auto* scan = content.full_page_image()) {
        // Another program's reading of a scan: this one's own reading decides, the layer is only compared with it.
        find_text_over_scan(words, content, *scan, verdict.overlays);
        return verdict;
    }
    for (const auto i : doubled) report(verdict.overlays, "hidden_text", words[i].text, words[i].box);
    std::size_t hidden = 0;
    for (const auto& word : words) {
        if (contrast_under(grey, word.box) >= 40) continue;
        ++hidden;
        report(verdict.overlays, "hidden_text", word.text, word.box);
    }
    const bool unpainted = std::ranges::any_of(content.texts, [](const ShownText& text) { return !text.visible; });

    int pairs = 0;
    const double french = common_pairs(words, pairs);
    const bool plausible = pairs < 20 || french > 0.38;
    const bool shown = hidden == 0 && doubled.empty() && outside == 0 && !unpainted && content.complete && verdict.overlays.empty();
    verdict.serves = plausible && shown && pairs >= 8 && coverage(grey, words) > 0.6;
    verdict.rejected = !plausible || hidden > 0 || !doubled.empty();
    return verdict;
}

void number_lines(std::vector<Word>& words, int rotation) {
    if (words.empty()) return;
    std::vector<Box> upright;
    for (const auto& word : words) upright.push_back(turned(word.box, rotation));
    std::vector<std::size_t> order(words.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return upright[i].centre_y(); });
    // A word joins the line whose last word shares more than half of its height.
    std::vector<std::vector<std::size_t>> lines;
    for (const auto i : order) {
        std::vector<std::size_t>* home = nullptr;
        for (std::size_t back = 0; back < std::min<std::size_t>(4, lines.size()) && home == nullptr; ++back) {
            auto& line = lines[lines.size() - 1 - back];
            const Box& other = upright[line.back()];
            const double shared = std::min(other.bottom(), upright[i].bottom()) - std::max(other.y, upright[i].y);
            if (shared > 0.5 * std::min(other.h, upright[i].h)) home = &line;
        }
        if (home != nullptr) home->push_back(i);
        else lines.push_back({i});
    }
    std::vector<Word> sorted;
    sorted.reserve(words.size());
    for (std::size_t number = 0; number < lines.size(); ++number) {
        std::ranges::sort(lines[number], {}, [&](std::size_t i) { return upright[i].x; });
        for (const auto i : lines[number]) {
            sorted.push_back(std::move(words[i]));
            sorted.back().line = static_cast<int>(number);
        }
    }
    words = std::move(sorted);
}

}  // namespace paraphe::pages
