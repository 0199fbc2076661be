#include "classify/page_facts.hpp"

#include "text/fuzzy.hpp"

#include <algorithm>
#include <cctype>
#include <functional>
#include <iterator>

namespace paraphe::classify {
namespace {

constexpr double head_ends = 0.10, foot_begins = 0.90;
constexpr std::size_t most_running_lines = 600;  // distinct ones of a dossier; hostile files must not cost a square of their size

bool is_digit(unsigned char c) { return std::isdigit(c) != 0; }

/// Calls `use` with each run of letters and digits (and the separators inside figures).
template <class Use>
void each_token(std::string_view folded, Use use) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= folded.size(); ++i) {
        if (i < folded.size() && folded[i] != ' ' && folded[i] != '\n') continue;
        if (i > begin) use(folded.substr(begin, i - begin));
        begin = i + 1;
    }
}

std::string_view trimmed(std::string_view token) {
    const auto junk = [](unsigned char c) { return std::isalnum(c) == 0; };
    while (!token.empty() && junk(static_cast<unsigned char>(token.front()))) token.remove_prefix(1);
    while (!token.empty() && junk(static_cast<unsigned char>(token.back()))) token.remove_suffix(1);
    return token;
}

std::string masked(std::string_view folded) {
    std::string result;
    for (const char c : folded)
        if (!is_digit(static_cast<unsigned char>(c))) result += c;
    return result;
}

template <class T>
void sort_unique(std::vector<T>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());  // clang 14 does not compile the one of ranges with libstdc++ 12
}

template <class T>
std::size_t in_both(const std::vector<T>& a, const std::vector<T>& b) {
    std::size_t count = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i < *j) ++i;
        else if (*j < *i) ++j;
        else ++count, ++i, ++j;
    }
    return count;
}

template <class T>
double jaccard(const std::vector<T>& a, const std::vector<T>& b) {
    const std::size_t both = in_both(a, b), all = a.size() + b.size() - both;
    return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

/// A page whose words are few or doubtful may hold more than we read.
double quality_of(const PageReading& page) {
    if (page.problem == PageProblem::unreadable || page.problem == PageProblem::no_text) return 0.1;
    double quality = std::min(1.0, static_cast<double>(page.words.size()) / 40.0);
    if (page.source == TextSource::ocr && page.mean_confidence > 0) quality *= std::min(1.0, page.mean_confidence / 0.75);
    if (!page.legible || page.problem != PageProblem::none) quality *= 0.4;
    return quality;
}

bool is_blank(const PageReading& page) {
    return page.problem == PageProblem::blank || (page.words.empty() && page.marks.empty() && page.legible && page.ink_share > 0 && page.ink_share < 0.002);
}

double ink_on(const PageReading& page) {
    double sum = 0;
    for (const auto& mark : page.marks) sum += mark.confidence;
    return sum;
}

void take_text(const PageText& text, PageFacts& facts) {
    each_token(text.folded(), [&facts](std::string_view raw) {
        const std::string_view token = trimmed(raw);
        if (token.empty()) return;
        ++facts.word_count;
        if (std::ranges::count_if(token, is_digit) >= 2) facts.figures.emplace_back(token);
        else if (token.size() >= 3) facts.words.push_back(std::hash<std::string_view>{}(token));
    });
    sort_unique(facts.words);
    sort_unique(facts.figures);
    for (const auto& line : text.lines()) {
        if (const auto section = section_at(line.folded)) {
            if (!facts.first_section) facts.first_section = section;
            facts.last_section = section;
        }
        const double y = line.box.centre_y();
        if (y > head_ends && y < foot_begins) continue;
        std::string mask = masked(line.folded);
        if (std::ranges::count_if(mask, [](unsigned char c) { return std::isalpha(c) != 0; }) >= 9) facts.running.push_back(std::move(mask));
    }
}

}  // namespace

PageFacts facts_of(const SourcePage& page, const Recognisers& recognisers) {
    const PageText text(*page.reading);
    PageFacts facts;
    facts.path = page.path;
    facts.page = page.reading->number;
    facts.blank = is_blank(*page.reading);
    facts.read_quality = quality_of(*page.reading);
    facts.ink = ink_on(*page.reading);
    facts.scores = recognisers.score(text);
    facts.printed = printed_number(text);
    take_text(text, facts);
    return facts;
}

double shared_words(const PageFacts& a, const PageFacts& b) {
    return jaccard(a.words, b.words);
}

bool same_sheet(const PageFacts& a, const PageFacts& b) {
    // Forms that are filled in by hand share their print and little else: too few words prove nothing.
    if (a.words.size() < 25 || b.words.size() < 25) return false;
    const double words = shared_words(a, b);
    const double figures = a.figures.empty() && b.figures.empty() ? 1.0 : jaccard(a.figures, b.figures);
    if (words >= 0.95 && figures >= 0.95) return true;
    // Two scans of one sheet read a little differently; the number printed on it then has to agree.
    const bool numbers_agree = a.printed.number == b.printed.number;
    return numbers_agree && words >= 0.6 && figures >= 0.8;
}

void number_running_lines(std::vector<PageFacts>& pages) {
    std::vector<std::string> known;
    for (auto& page : pages) {
        for (const auto& line : page.running) {
            auto same = std::ranges::find(known, line);
            if (same == known.end())
                same = std::ranges::find_if(known, [&line](const std::string& other) { return likeness(line, other) >= 0.8; });
            if (same == known.end()) {
                if (known.size() >= most_running_lines) continue;
                known.push_back(line);
                same = known.end() - 1;
            }
            page.running_ids.push_back(static_cast<int>(same - known.begin()));
        }
        sort_unique(page.running_ids);
    }
}

int shared_running(const PageFacts& a, const PageFacts& b, const std::vector<int>& ignored) {
    std::vector<int> both;
    std::ranges::set_intersection(a.running_ids, b.running_ids, std::back_inserter(both));
    return static_cast<int>(std::ranges::count_if(both, [&ignored](int id) { return !std::ranges::binary_search(ignored, id); }));
}

}  // namespace paraphe::classify
