#include "marks/fingerprint.hpp"
#include "marks/inks.hpp"
#include "marks/layer.hpp"
#include "marks/marks.hpp"
#include "marks/selection.hpp"
#include "marks/sheet.hpp"
#include "marks/slot.hpp"
#include "marks/slot_net.hpp"
#include "marks/verifier.hpp"

#include "imaging/crops.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace paraphe::marks {

namespace {

constexpr double kAroundX = 0.06, kAroundY = 0.03;  // of the page: a signature and its stamp run over their place
constexpr double kLayerDoubt = 0.55;  // what is left of a mark that a text layer explains

struct Frame {
    double w, h;  // of the levelled page in pixels
    [[nodiscard]] Box box(const cv::Rect& r) const { return {r.x / w, r.y / h, r.width / w, r.height / h}; }
};

void erase_codes(InkMaps& maps, std::span<const Code> codes) {
    for (const auto& code : codes) {
        const Box b = grown(code.box, 1.5 / (maps.pen.cols * kMapMm), 1.5 / (maps.pen.rows * kMapMm));
        const cv::Rect r = cv::Rect(static_cast<int>(b.x * maps.pen.cols), static_cast<int>(b.y * maps.pen.rows), static_cast<int>(std::ceil(b.w * maps.pen.cols)),
                                    static_cast<int>(std::ceil(b.h * maps.pen.rows))) &
                           cv::Rect({0, 0}, maps.pen.size());
        if (r.area() == 0) continue;
        for (auto* map : {&maps.pen, &maps.stamp, &maps.trace}) (*map)(r) = 0;
    }
}

double under_layer(const Box& mark, std::span<const Word> printed) {
    double covered_part = 0;
    for (const auto& word : printed)
        if (set_by_a_program(word)) covered_part += intersection(mark, word.box).area();
    return mark.area() > 0 ? std::min(1.0, covered_part / mark.area()) : 0;
}

bool reading_order(const Mark& a, const Mark& b) {
    if (std::abs(a.box.centre_y() - b.box.centre_y()) > 0.012) return a.box.centre_y() < b.box.centre_y();
    return a.box.x < b.box.x;
}

}  // namespace

/// What a place holds; `stamped`: a stamp lies over it or beside.
struct Looked {
    CropAnswer answer;
    bool stamped = false;
};

/// The page at one size, and what is seen of a place.
struct View {
    InkMaps maps;
    std::vector<Mark> inside;
    PlaceOpinion opinion;
    double sign = 0;   ///< that the likeliest of them is a signature or initials
    bool stamped = false;
};

struct Detector::Parts {
    Segmenter segmenter;
    Verifier verifier;
    SlotNet places;

    [[nodiscard]] Looked look_at(const Picture& page, const Box& box, std::span<const Word> printed) const;
    [[nodiscard]] View view(const Picture& page, const Box& box, std::span<const Word> printed, double enlarged) const;
};

Detector::Detector(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Detector::Detector(Detector&&) noexcept = default;
Detector& Detector::operator=(Detector&&) noexcept = default;
Detector::~Detector() = default;

Result<Detector> Detector::load(const std::string& models) {
    cv::setNumThreads(1);
    auto segmenter = Segmenter::load(models + "/segmenter.onnx");
    if (!segmenter) return tl::unexpected(segmenter.error());
    auto verifier = Verifier::load(models + "/verifier.onnx");
    if (!verifier) return tl::unexpected(verifier.error());
    auto places = SlotNet::load(models + "/slot.onnx");
    if (!places) return tl::unexpected(places.error());
    return Detector(std::make_unique<Parts>(Parts{std::move(*segmenter), std::move(*verifier), std::move(*places)}));
}

namespace {

struct Seen {
    Mark mark;
    double sign = 0;  // that it is a signature or initials
};

std::vector<Seen> marks_on(const InkMaps& maps, const Verifier& verifier, const Picture& page, std::span<const Word> printed, double enlarged = 1) {
    std::vector<Judged> judged;
    for (auto& c : candidates(maps)) {
        const double mm = 25.4 / kDpi / enlarged;
        const auto opinion = by_size(verifier.judge(describe(maps, c)), c.box.width * mm, c.box.height * mm);
        judged.push_back({std::move(c), opinion});
    }
    const Frame frame{static_cast<double>(maps.dark.cols), static_cast<double>(maps.dark.rows)};
    const cv::Mat grey = imaging::grey_of(page);
    const double k = page.width / frame.w;
    std::vector<Seen> marks;
    for (const auto& [candidate, opinion] : best_groupings(std::move(judged))) {
        Mark mark;
        mark.kind = mark_kind(opinion.kind());
        mark.box = frame.box(candidate.box);
        mark.confidence = opinion.of(opinion.kind());
        mark.presence = opinion.real();
        if (mark.kind != MarkKind::stamp && under_layer(mark.box, printed) > kExplained) mark.confidence *= kLayerDoubt, mark.presence *= kLayerDoubt;
        mark.fingerprint = fingerprint(maps, candidate);
        mark.darkness = darkness(maps, candidate);
        const cv::Rect at(static_cast<int>(candidate.box.x * k), static_cast<int>(candidate.box.y * k), static_cast<int>(candidate.box.width * k),
                          static_cast<int>(candidate.box.height * k));
        if (mark.kind != MarkKind::handwriting) mark.pasted = on_a_patch(grey, at, kDpi * k);
        marks.push_back({std::move(mark), opinion.of(Verdict::signature) + opinion.of(Verdict::paraph)});
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Seen& a, const Seen& b) { return reading_order(a.mark, b.mark); });
    return marks;
}

}  // namespace

View Detector::Parts::view(const Picture& page, const Box& box, std::span<const Word> printed, double enlarged) const {
    View view;
    view.maps = segmenter.run(levelled(page, enlarged));
    if (view.maps.dark.empty()) return view;
    for (auto& seen : marks_on(view.maps, verifier, page, printed, enlarged)) {
        view.stamped |= seen.mark.kind == MarkKind::stamp && intersection(seen.mark.box, grown(box, kAroundX, kAroundY)).area() > 0;
        if (covered(seen.mark.box, box) <= 0.4) continue;
        if (seen.mark.kind != MarkKind::stamp) view.sign = std::max(view.sign, seen.sign);
        view.inside.push_back(std::move(seen.mark));
    }
    view.opinion = both_say(places.look(view.maps, box), view.sign);
    return view;
}

namespace {

/// Where a stroke falls between the pixels, the nets are now and then blind to it: what is not sure at first is looked at in other sizes.
constexpr std::array kOtherSizes{0.93, 1.08};
constexpr double kSettled = 0.95;

bool settled(const Held& held) { return held.ink == Ink::empty || (held.ink == Ink::present && held.confidence >= kSettled); }

/// What the views say together, each as much: the mean of their log odds.
PlaceOpinion together(std::span<const View> views) {
    constexpr double least = 0.001;
    const auto mean = [&](double PlaceOpinion::*kind) {
        double odds = 0;
        for (const auto& view : views) odds += std::log(std::max(least, view.opinion.*kind) / std::max(least, 1 - view.opinion.*kind));
        return 1 / (1 + std::exp(-odds / static_cast<double>(views.size())));
    };
    return {mean(&PlaceOpinion::signature), mean(&PlaceOpinion::stamp), mean(&PlaceOpinion::handwriting), mean(&PlaceOpinion::paraph)};
}

Looked as_answer(const Held& held, View view) {
    Looked looked;
    looked.answer.ink = held.ink;
    looked.answer.confidence = held.confidence;
    looked.answer.mark = held.mark;
    looked.answer.marks = std::move(view.inside);
    looked.stamped = view.stamped;
    return looked;
}

}  // namespace

Looked Detector::Parts::look_at(const Picture& page, const Box& box, std::span<const Word> printed) const {
    if (box.empty()) return {};
    std::vector<View> views{view(page, box, printed, 1)};
    const InkMaps maps = views.front().maps;
    if (maps.dark.empty()) return {};
    const auto first = held_by(maps, box, printed, views.front().inside, views.front().opinion);
    if (settled(first)) return as_answer(first, std::move(views.front()));
    for (const double enlarged : kOtherSizes) views.push_back(view(page, box, printed, enlarged));
    const auto opinion = together(views);
    std::ranges::sort(views, {}, &View::sign);
    auto& middle = views[views.size() / 2];
    return as_answer(held_by(maps, box, printed, middle.inside, opinion), std::move(middle));
}

std::vector<Mark> Detector::find(const Picture& page, std::span<const Word> printed, std::span<const Code> codes) const {
    auto maps = parts_->segmenter.run(levelled(page));
    if (maps.dark.empty()) return {};
    erase_codes(maps, codes);
    std::vector<Mark> marks;
    for (auto& seen : marks_on(maps, parts_->verifier, page, printed)) marks.push_back(std::move(seen.mark));
    return marks;
}

CropAnswer Detector::ink_in(const Picture& page, const Box& box, std::span<const Word> printed) const {
    auto [answer, stamped] = parts_->look_at(page, box, printed);
    if (answer.ink != Ink::unsure || !stamped) return std::move(answer);
    for (const auto& alone : inks_apart(page, grown(box, kAroundX, kAroundY))) {
        const auto parted = parts_->look_at(alone, box, printed).answer;
        if (parted.ink != Ink::present || parted.mark != MarkKind::signature) continue;
        answer.ink = Ink::present;
        answer.mark = MarkKind::signature;
        answer.confidence = parted.confidence;
        break;
    }
    return std::move(answer);
}

}  // namespace paraphe::marks
