#include "marks/verifier.hpp"

#include "imaging/loading.hpp"

#include <algorithm>
#include <cmath>

namespace paraphe::marks {

Verdict Opinion::kind() const {
    const auto best = std::max_element(shares.begin() + 1, shares.end());
    return static_cast<Verdict>(best - shares.begin());
}

MarkKind mark_kind(Verdict verdict) {
    switch (verdict) {
        case Verdict::signature: return MarkKind::signature;
        case Verdict::paraph: return MarkKind::paraph;
        case Verdict::stamp: return MarkKind::stamp;
        default: return MarkKind::handwriting;
    }
}

Result<Verifier> Verifier::load(const std::string& onnx) {
    auto net = imaging::load_net(onnx, "verifier");
    if (!net) return tl::unexpected(net.error());
    return Verifier(std::move(*net));
}

Opinion Verifier::judge(const Description& candidate) const {
    const std::array<int, 2> shape{1, kFeatures};
    auto figures = candidate.figures;
    net_.setInput(cv::Mat(2, shape.data(), CV_32F, figures.data()), "figures");
    net_.setInput(candidate.patch, "patch");
    const cv::Mat logits = net_.forward();
    Opinion opinion;
    double sum = 0;
    const float* row = logits.ptr<float>(0);
    const float top = *std::max_element(row, row + kVerdicts);
    for (std::size_t i = 0; i < kVerdicts; ++i) sum += opinion.shares[i] = std::exp(static_cast<double>(row[i] - top));
    for (auto& s : opinion.shares) s /= sum;
    return opinion;
}

}  // namespace paraphe::marks
