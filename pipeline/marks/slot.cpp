#include "marks/slot.hpp"

#include "marks/layer.hpp"
#include "marks/sheet.hpp"

#include "imaging/crops.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace paraphe::marks {

namespace {

constexpr double kThere = 0.85, kNotThere = 0.1;  // what the nets are sure of
// A signature where one belongs is likelier than the nets are sure, the less so where a stamp's strokes may be taken for it (README, "How good is it").
// That holds of the place as a whole; a mark in it that is taken for a signature may be a cheque's date.
constexpr double kSigned = 0.6, kSignedOverStamp = 0.78, kStamped = 0.3;
constexpr double kNothingThere = 0.05;           // nothing at all, before the pixels are asked
constexpr double kFaintPen = 0.15;    // pen probability that already forbids `empty`
constexpr double kDark = 0.14;        // darkness that counts as something on the paper
constexpr double kNothingMm2 = 1.2;   // specks up to here are paper
constexpr double kNothingMm = 3.0;    // and no single piece longer than this
constexpr double kFineMm = 25.4 / kDpi;

// Ruled and dotted lines: what survives an opening by a long level or upright element, once small gaps are closed.
cv::Mat ruled(const cv::Mat& ink) {
    const int length = static_cast<int>(12 / kFineMm), gap = static_cast<int>(2.2 / kFineMm) | 1;
    cv::Mat lines = cv::Mat::zeros(ink.size(), CV_8U);
    for (const bool level : {true, false}) {
        const auto bar = [&](int n) { return cv::Mat::ones(level ? 1 : n, level ? n : 1, CV_8U); };
        cv::Mat closed, opened;
        cv::morphologyEx(ink, closed, cv::MORPH_CLOSE, bar(gap));
        cv::morphologyEx(closed, opened, cv::MORPH_OPEN, bar(length));
        // A thick body is no line: what is left after an opening across is taken out again.
        cv::Mat thick;
        const int across = static_cast<int>(1.6 / kFineMm) | 1;
        cv::morphologyEx(opened, thick, cv::MORPH_OPEN, cv::Mat::ones(level ? across : 1, level ? 1 : across, CV_8U));
        cv::bitwise_and(opened, ~thick, opened);
        lines |= opened;
    }
    cv::dilate(lines, lines, cv::Mat::ones(3, 3, CV_8U));
    return lines;
}

// The dark pixels of the slot that neither words, lines nor the borders of the slot explain.
cv::Mat unexplained(const InkMaps& maps, const cv::Rect& slot, std::span<const Word> printed) {
    cv::Mat ink = maps.dark(slot) > kDark;
    cv::bitwise_and(ink, ~ruled(ink), ink);
    for (const auto& word : printed) {
        if (word.confidence < 0.5) continue;
        const Box wide = grown(word.box, 0.6 * kFineMm / (maps.dark.cols * kFineMm) * 3, 0.6 * kFineMm / (maps.dark.rows * kFineMm) * 3);
        const cv::Rect r = imaging::pixels_of(wide, maps.dark.size()) & slot;
        if (r.area() == 0) continue;
        // A word read over strong pen ink does not explain it.
        const cv::Rect map_rect = cv::Rect(r.x / 2, r.y / 2, std::max(1, r.width / 2), std::max(1, r.height / 2)) & cv::Rect({0, 0}, maps.pen.size());
        double pen = 0;
        if (map_rect.area() > 0) cv::minMaxLoc(maps.pen(map_rect), nullptr, &pen);
        if (pen < 0.5) ink(r - slot.tl()) = 0;
    }
    return ink;
}

// How much of the slot's pen ink lies under words of a text layer.
double ink_under_layer(const InkMaps& maps, const Box& slot, std::span<const Word> printed) {
    cv::Mat ink = maps.pen > 0.5, words = cv::Mat::zeros(maps.pen.size(), CV_8U);
    const cv::Rect place = imaging::pixels_of(slot, maps.pen.size());
    for (const auto& word : printed)
        if (set_by_a_program(word)) words(imaging::pixels_of(word.box, maps.pen.size())) = 255;
    const int all = cv::countNonZero(ink(place));
    return all > 0 ? static_cast<double>(cv::countNonZero(ink(place) & words(place))) / all : 0;
}

bool just_paper(const cv::Mat& ink) {
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8, CV_32S);
    double area = 0;
    for (int i = 1; i < count; ++i) {
        const double a = stats.at<int>(i, cv::CC_STAT_AREA) * kFineMm * kFineMm;
        const double side = std::max(stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT)) * kFineMm;
        if (side > kNothingMm) return false;
        if (a > 0.15) area += a;  // single specks do not add up to a stroke
    }
    return area <= kNothingMm2;
}

}  // namespace

Held held_by(const InkMaps& maps, const Box& box, std::span<const Word> printed, std::span<const Mark> found, const PlaceOpinion& opinion) {
    double hand = 0, signature = opinion.signature, stamp = opinion.stamp;
    for (const auto& mark : found) {
        if (mark.kind == MarkKind::stamp) stamp = std::max(stamp, mark.confidence);
        if (mark.kind != MarkKind::stamp) hand = std::max(hand, mark.confidence);
        if (mark.kind == MarkKind::signature) signature = std::max(signature, mark.confidence);
    }
    const bool sure = signature >= kThere, signed_here = opinion.signature >= (stamp >= kStamped ? kSignedOverStamp : kSigned);
    if ((sure || signed_here) && ink_under_layer(maps, box, printed) > kExplained) return {Ink::unsure, 0.5, MarkKind::signature};
    if (sure) return {Ink::present, signature, MarkKind::signature};
    const cv::Rect slot = imaging::pixels_of(box, maps.dark.size());
    if (slot.width < 8 || slot.height < 8) return {};
    if (opinion.paraph >= kThere) return {Ink::present, opinion.paraph, MarkKind::paraph};
    if (signed_here) return {Ink::present, opinion.signature, MarkKind::signature};
    if (signature > kNotThere) return {Ink::unsure, 1 - signature, MarkKind::signature};
    if (opinion.paraph > kNotThere) return {Ink::unsure, 1 - opinion.paraph, MarkKind::paraph};
    if (opinion.handwriting > kNotThere) return {Ink::unsure, 1 - signature, MarkKind::handwriting};
    if (opinion.stamp >= kThere) return {Ink::present, std::min(opinion.stamp, 1 - std::max(signature, hand)), MarkKind::stamp};
    double pen = 0;
    cv::minMaxLoc(maps.pen(imaging::pixels_of(box, maps.pen.size())), nullptr, &pen);
    const bool nothing = hand <= 0 && pen <= kFaintPen && std::max({signature, opinion.stamp, opinion.handwriting, opinion.paraph}) < kNothingThere;
    if (!nothing || !just_paper(unexplained(maps, slot, printed))) return {Ink::unsure, 0.5, {}};
    return {Ink::empty, 1 - std::max({signature, opinion.handwriting, opinion.paraph}), {}};
}

}  // namespace paraphe::marks
