#include "marks/selection.hpp"

#include <algorithm>

namespace paraphe::marks {

namespace {

constexpr double kLeast = 0.12;  // below: not even a doubt worth a crop

// Of two boxes, the shared part of the smaller.
double shared(const cv::Rect& a, const cv::Rect& b) {
    const double both = (a & b).area();
    return both / std::max(1, std::min(a.area(), b.area()));
}

// Do the two groupings use the same strokes? Boxes may overlap without it: a paraph under a tail of a signature.
bool same_ink(const Candidate& a, const Candidate& b) {
    if (a.layer != b.layer) return false;
    const cv::Rect both = a.cell & b.cell;
    if (both.area() == 0) return false;
    const cv::Mat ma = a.mask(both - a.cell.tl()), mb = b.mask(both - b.cell.tl());
    const double common = cv::countNonZero(ma & mb);
    return common > 0.3 * std::max(1, std::min(cv::countNonZero(a.mask), cv::countNonZero(b.mask)));
}

// Initials of the dossiers measured fit 20 x 12 mm and signatures are over 13 mm wide; handwritten words stay under 10.3 mm.
constexpr double kWidestParaph = 24, kTallestParaph = 15, kNarrowestSignature = 12;

void move_share(Opinion& opinion, Verdict from, Verdict to) {
    auto& source = opinion.shares[static_cast<std::size_t>(from)];
    opinion.shares[static_cast<std::size_t>(to)] += source;
    source = 0;
}

}  // namespace

Opinion by_size(Opinion opinion, double width_mm, double height_mm) {
    if (width_mm > kWidestParaph || height_mm > kTallestParaph)
        move_share(opinion, Verdict::paraph, Verdict::signature);
    else if (width_mm < kNarrowestSignature && height_mm < kNarrowestSignature)
        move_share(opinion, Verdict::signature, Verdict::paraph);
    return opinion;
}

std::vector<Judged> best_groupings(std::vector<Judged> all) {
    std::stable_sort(all.begin(), all.end(), [](const Judged& a, const Judged& b) { return a.opinion.real() > b.opinion.real(); });
    std::vector<Judged> kept;
    for (auto& j : all) {
        if (j.opinion.real() < kLeast) break;
        const bool used = std::any_of(kept.begin(), kept.end(), [&](const Judged& k) {
            return same_ink(j.candidate, k.candidate) || (j.candidate.layer == k.candidate.layer && shared(j.candidate.cell, k.candidate.cell) > 0.8);
        });
        if (!used) kept.push_back(std::move(j));
    }
    return kept;
}

}  // namespace paraphe::marks
