#pragma once

#include "marks/features.hpp"

#include "model/mark.hpp"
#include "model/result.hpp"

#include <opencv2/dnn.hpp>

#include <array>
#include <string>

namespace paraphe::marks {

/// What a candidate may be. `nothing`: print, dirt, a tick, or a wrong grouping of strokes.
enum class Verdict { nothing, signature, paraph, handwriting, stamp };
inline constexpr std::size_t kVerdicts = 5;

/// Probabilities, in the order of Verdict; they sum to 1.
struct Opinion {
    std::array<double, kVerdicts> shares{1, 0, 0, 0, 0};

    [[nodiscard]] double of(Verdict v) const { return shares[static_cast<std::size_t>(v)]; }
    [[nodiscard]] double real() const { return 1 - of(Verdict::nothing); }
    [[nodiscard]] Verdict kind() const;  ///< the likeliest apart from `nothing`
};

[[nodiscard]] MarkKind mark_kind(Verdict verdict);

/// The second net (training/verifier.py): looks at one candidate as a whole. Not to be shared between threads.
class Verifier {
public:
    static Result<Verifier> load(const std::string& onnx);
    [[nodiscard]] Opinion judge(const Description& candidate) const;

private:
    explicit Verifier(cv::dnn::Net net) : net_(std::move(net)) {}
    mutable cv::dnn::Net net_;
};

}  // namespace paraphe::marks
