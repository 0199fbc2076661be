#include "text/page_text.hpp"

#include "text/fold.hpp"
#include "text/lines.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace paraphe {
namespace {

double shared_width(const Box& a, const Box& b) { return std::min(a.right(), b.right()) - std::max(a.x, b.x); }

/// Spaces and what stands between a label and its value.
bool filler(char c) { return c == ' ' || c == ':' || c == '.' || c == '_' || c == '-' || c == ';' || c == '='; }

}  // namespace

PageText::PageText(const PageReading& page) : page_(&page) {
    auto found = text::lines_of(page);
    slope_ = found.slope;
    boxes_ = std::move(found.boxes);
    lines_.reserve(found.rows.size());
    for (auto& words : found.rows) {
        TextLine line;
        for (const auto word : words) {
            const auto folded_word = fold(page.words[word].text);
            if (folded_word.empty()) continue;
            if (!line.folded.empty()) line.folded += ' ', line.text += ' ';
            line.starts.push_back(line.folded.size());
            line.folded += folded_word;
            line.text += page.words[word].text;
            line.box = unite(line.box, boxes_[word]);
            line.words.push_back(word);
        }
        if (!line.words.empty()) lines_.push_back(std::move(line));
    }
    std::vector<std::size_t> order(lines_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    auto columns = column_order();
    if (columns != order) columns_ = joined(std::move(columns));
    rows_ = joined(std::move(order));
}

PageText::Joined PageText::joined(std::vector<std::size_t> order) const {
    Joined all;
    for (const auto line : order) {
        all.offsets.push_back(all.text.size());
        all.text += lines_[line].folded;
        all.text += '\n';
    }
    all.lines = std::move(order);
    return all;
}

/// Each line is followed by the one that stands just below it in the same column, and by the next level's when
/// there is none.
std::vector<std::size_t> PageText::column_order() const {
    std::vector<std::size_t> order;
    std::vector<bool> used(lines_.size(), false);
    const auto next_below = [&](std::size_t line) {
        const Box& box = lines_[line].box;
        for (std::size_t k = line + 1; k < lines_.size(); ++k) {
            const Box& other = lines_[k].box;
            const double fall = level(other) - level(box);
            if (fall > 2.2 * std::max(box.h, other.h)) break;
            if (used[k] || fall < 0.5 * box.h) continue;
            if (shared_width(box, other) > 0.5 * std::min(box.w, other.w)) return k;
        }
        return lines_.size();
    };
    for (std::size_t first = 0; first < lines_.size(); ++first) {
        for (auto line = first; line < lines_.size() && !used[line]; line = next_below(line)) {
            used[line] = true;
            order.push_back(line);
        }
    }
    return order;
}

Span PageText::Joined::locate(const std::vector<TextLine>& of, std::size_t begin, std::size_t end) const {
    if (lines.empty()) return {};
    auto at = std::ranges::upper_bound(offsets, begin);
    auto index = static_cast<std::size_t>(at - offsets.begin()) - (at == offsets.begin() ? 0 : 1);
    // A match that begins with a line's end belongs to the next line.
    if (begin - offsets[index] >= of[lines[index]].folded.size() && index + 1 < lines.size()) begin = offsets[++index];
    const auto size = of[lines[index]].folded.size();
    const auto from = std::min(begin - offsets[index], size);
    return {lines[index], from, std::clamp(end > offsets[index] ? end - offsets[index] : 0, from, size), 1};
}

Span PageText::locate(std::size_t begin, std::size_t end) const { return rows_.locate(lines_, begin, end); }

std::vector<Span> PageText::find(std::string_view phrase) const {
    const auto needle = fold(phrase);
    std::vector<Span> spans;
    const auto search = [&](const Joined& in) {
        for (const auto& match : find_all_fuzzy(in.text, needle)) {
            Span span = in.locate(lines_, match.begin, match.end);
            span.quality = match.quality;
            const auto same = [&](const Span& other) { return other.line == span.line && other.begin < span.end && span.begin < other.end; };
            if (span.begin < span.end && std::ranges::none_of(spans, same)) spans.push_back(span);
        }
    };
    search(rows_);
    search(columns_);
    std::ranges::stable_sort(spans, [](const Span& a, const Span& b) { return std::pair{a.line, a.begin} < std::pair{b.line, b.begin}; });
    return spans;
}

std::vector<Span> PageText::right_of(const Span& label) const {
    std::vector<Span> spans;
    if (label.line >= lines_.size()) return spans;
    const auto& line = lines_[label.line];
    auto begin = std::min(label.end, line.folded.size());
    while (begin < line.folded.size() && filler(line.folded[begin])) ++begin;
    if (begin < line.folded.size()) spans.push_back({label.line, begin, line.folded.size(), 1});
    const Box box = upright_box(label);
    const auto own = spans.size();
    for (std::size_t k = 0; k < lines_.size(); ++k) {
        const Box& other = lines_[k].box;
        if (k == label.line || other.x < box.right() - 0.005) continue;
        if (std::abs(level(other) - level(box)) < 0.55 * std::max(box.h, other.h) && other.h < 4 * box.h)
            spans.push_back({k, 0, lines_[k].folded.size(), 1});
    }
    std::sort(spans.begin() + static_cast<std::ptrdiff_t>(own), spans.end(),
              [&](const Span& a, const Span& b) { return lines_[a.line].box.x < lines_[b.line].box.x; });
    return spans;
}

std::vector<Span> PageText::below(const Span& label, int lines) const {
    std::vector<Span> spans;
    if (label.line >= lines_.size() || lines <= 0) return spans;
    const Box box = upright_box(label);
    double from = level(box), height = box.h;
    for (std::size_t k = label.line + 1; k < lines_.size() && static_cast<int>(spans.size()) < lines; ++k) {
        const Box& other = lines_[k].box;
        const double fall = level(other) - from;
        if (fall < 0.5 * std::min(height, other.h)) continue;
        if (fall > 3.5 * std::max(height, other.h)) break;
        if (shared_width(box, other) <= 0) continue;
        spans.push_back({k, 0, lines_[k].folded.size(), 1});
        from = level(other), height = std::max(box.h, other.h);
    }
    return spans;
}

bool PageText::is_print(const TextLine& line) const {
    constexpr double surely_ink = 0.3, mostly = 0.6, worse_by_far = 0.5;
    const auto mean = [&](double sum, std::size_t count) { return count > 0 ? sum / static_cast<double>(count) : 0; };
    double of_line = 0, of_page = 0;
    for (const std::size_t word : line.words) of_line += page_->words[word].confidence;
    for (const auto& word : page_->words) of_page += word.confidence;
    // A poor scan's print is read as badly throughout.
    if (mean(of_line, line.words.size()) < worse_by_far * mean(of_page, page_->words.size())) return false;
    return std::ranges::none_of(page_->marks, [&](const Mark& mark) {
        return mark.kind != MarkKind::stamp && mark.confidence >= surely_ink && covered(line.box, turned(mark.box, page_->rotation)) >= mostly;
    });
}

double PageText::foot_begins() const {
    constexpr double far_below = 0.06, lower_part = 0.5;
    constexpr std::size_t lines_of_a_foot = 2;
    std::vector<Box> boxes;
    for (const auto& line : lines_)
        if (is_print(line)) boxes.push_back(line.box);
    std::ranges::sort(boxes, {}, &Box::y);
    for (std::size_t foot = 1; foot <= lines_of_a_foot && foot < boxes.size(); ++foot) {
        const auto first = boxes.size() - foot;
        if (boxes[first].y > lower_part && boxes[first].y - boxes[first - 1].bottom() >= far_below) return boxes[first].y;
    }
    return 1;
}

std::string_view PageText::folded(const Span& span) const {
    if (span.line >= lines_.size()) return {};
    const std::string_view text = lines_[span.line].folded;
    const auto begin = std::min(span.begin, text.size());
    return text.substr(begin, std::min(span.end, text.size()) - begin);
}

std::string PageText::printed(const Span& span) const {
    std::string text;
    if (span.line >= lines_.size()) return text;
    const auto& line = lines_[span.line];
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const auto begin = line.starts[i];
        const auto end = i + 1 < line.starts.size() ? line.starts[i + 1] - 1 : line.folded.size();
        if (end <= span.begin || begin >= span.end) continue;
        if (!text.empty()) text += ' ';
        text += page_->words[line.words[i]].text;
    }
    return text;
}

Box PageText::upright_box(const Span& span) const {
    Box all;
    if (span.line >= lines_.size()) return all;
    const auto& line = lines_[span.line];
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const auto begin = line.starts[i];
        const auto end = i + 1 < line.starts.size() ? line.starts[i + 1] - 1 : line.folded.size();
        if (end <= span.begin || begin >= span.end || end <= begin) continue;
        // A part of a word (a label glued to its value): its share of the width.
        Box box = boxes_[line.words[i]];
        const double step = box.w / static_cast<double>(end - begin);
        if (span.end < end) box.w -= step * static_cast<double>(end - span.end);
        if (span.begin > begin) {
            const double cut = step * static_cast<double>(span.begin - begin);
            box.x += cut, box.w -= cut;
        }
        all = unite(all, box);
    }
    return all;
}

Box PageText::place(const Span& span) const { return turned(upright_box(span), 360 - page_->rotation % 360); }

double PageText::confidence(const Span& span) const {
    double sum = 0;
    int count = 0;
    if (span.line >= lines_.size()) return 0;
    const auto& line = lines_[span.line];
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const auto begin = line.starts[i];
        const auto end = i + 1 < line.starts.size() ? line.starts[i + 1] - 1 : line.folded.size();
        if (end <= span.begin || begin >= span.end) continue;
        sum += page_->words[line.words[i]].confidence, ++count;
    }
    return count > 0 ? sum / count : 0;
}

}  // namespace paraphe
