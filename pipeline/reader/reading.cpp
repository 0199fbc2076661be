#include "reader/reading.hpp"

#include "reader/page_text.hpp"

#include <algorithm>
#include <chrono>

namespace paraphe::reader {

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

template <class T>
std::vector<T> to_viewer(std::vector<T> items, const pages::Flattening& flattening) {
    for (auto& item : items) item.box = flattening.to_viewer(item.box);
    return items;
}

template <class T>
std::vector<T> from_viewer(std::vector<T> items, const pages::Flattening& flattening) {
    for (auto& item : items) item.box = flattening.from_viewer(item.box);
    return items;
}

/// A line's ends on the viewer's page: the corners of the box around it, which a turn by a quarter keeps level or upright.
std::vector<RuledLine> to_viewer(std::vector<RuledLine> lines, const pages::Flattening& flattening) {
    for (auto& line : lines) {
        const Box start = flattening.to_viewer({line.x1, line.y1, 0, 0}), end = flattening.to_viewer({line.x2, line.y2, 0, 0});
        line = {start.x, start.y, end.x, end.y};
    }
    return lines;
}

/// Off-page things are not shown to anybody; what sticks out is cut at the edge.
template <class T>
void keep_on_page(std::vector<T>& items) {
    for (auto& item : items) item.box = intersection(item.box, Box{0, 0, 1, 1});
    std::erase_if(items, [](const T& item) { return item.box.empty(); });
}

const Picture& for_marks(const pages::Page& page) { return page.colour.empty() ? page.flat : page.colour; }

/// An inked page on which nothing can be read is not legible, whatever its pixels look like.
void judge_legibility(PageReading& reading, const pages::Page& page) {
    constexpr double ink_of_a_line = 0.002;  // one line of text covers about 0.3 % of an A4 page
    if (reading.problem != PageProblem::none || page.ink_share < ink_of_a_line) return;
    if (confident_letters(reading.words) >= 8) return;
    reading.problem = PageProblem::no_text;
    reading.legible = false;
}

PageReading facts_of(const pages::Page& page) {
    PageReading reading;
    reading.number = page.number;
    reading.width_mm = page.width_mm;
    reading.height_mm = page.height_mm;
    reading.codes = page.codes;
    reading.overlays = page.overlays;
    reading.legible = page.legible;
    reading.problem = page.problem;
    reading.layer_rejected = page.layer_rejected;
    reading.ink_share = page.ink_share;
    return reading;
}

}  // namespace

ReadPage read_page(pages::Page& page, const Engines& engines) {
    ReadPage out;
    out.reading = facts_of(page);
    auto start = std::chrono::steady_clock::now();
    PageText text = text_of(page, engines.ocr);
    out.seconds_ocr = seconds_since(start);

    PageReading& reading = out.reading;
    reading.layer_rejected |= text.layer_rejected;
    reading.source = text.source;
    reading.language = text.language;
    reading.mean_confidence = text.mean_confidence;
    reading.rotation = page.rotation;

    start = std::chrono::steady_clock::now();
    const auto codes = from_viewer(page.codes, page.flattening);
    reading.marks = to_viewer(engines.marks.find(for_marks(page), text.words, codes), page.flattening);
    reading.marks.insert(reading.marks.end(), page.electronic_marks.begin(), page.electronic_marks.end());
    out.seconds_marks = seconds_since(start);

    reading.words = text.source == TextSource::layer ? page.layer : to_viewer(std::move(text.words), page.flattening);
    reading.lines = to_viewer(page.lines, page.flattening);
    keep_on_page(reading.words);
    keep_on_page(reading.codes);
    keep_on_page(reading.overlays);
    keep_on_page(reading.marks);
    judge_legibility(reading, page);
    return out;
}

CropAnswer look_again(const pages::Page& page, const CropRequest& request, const Engines& engines) {
    const auto& flattening = page.flattening;
    CropRequest flat = request;
    if (!request.box.empty()) flat.box = flattening.from_viewer(request.box);
    CropAnswer answer;
    if (request.purpose == CropPurpose::ink)
        answer = engines.marks.ink_in(for_marks(page), flat.box, engines.ocr.read_crop(page.flat, {flat.page, flat.box, CropPurpose::text}).words);
    else if (request.purpose == CropPurpose::cmc7)
        answer = ocr::read_cmc7(page.flat, flat.box);
    else if (request.purpose == CropPurpose::hand)
        answer.lines = engines.hand.look_at(page.flat, flat.box);
    else
        answer = engines.ocr.read_crop(page.flat, flat);
    answer.words = to_viewer(std::move(answer.words), flattening);
    answer.marks = to_viewer(std::move(answer.marks), flattening);
    answer.lines = to_viewer(std::move(answer.lines), flattening);
    for (auto& line : answer.lines) line.rotation = page.rotation;
    keep_on_page(answer.words);
    keep_on_page(answer.marks);
    keep_on_page(answer.lines);
    return answer;
}

}  // namespace paraphe::reader
