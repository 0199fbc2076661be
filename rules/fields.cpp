#include "rules/fields.hpp"

#include <algorithm>
#include <cstdio>

namespace paraphe::rules {
namespace {

std::optional<Date> as_date(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? from_iso(*text) : std::nullopt;
}

std::optional<double> as_number(const Value& value) {
    const auto* number = std::get_if<double>(&value);
    return number ? std::optional{*number} : std::nullopt;
}

std::optional<bool> as_flag(const Value& value) {
    const auto* flag = std::get_if<bool>(&value);
    return flag ? std::optional{*flag} : std::nullopt;
}

std::optional<std::string> as_text(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value); text && !text->empty()) return *text;
    // A list of one is that one.
    if (const auto* list = std::get_if<std::vector<std::string>>(&value); list && list->size() == 1 && !list->front().empty()) return list->front();
    return {};
}

/// Where a value that was not read would stand: its own place when the document shows one, else anywhere on its pages.
std::vector<Place> where_it_belongs(const Document& document, const std::string& name) {
    const auto slot = std::ranges::find(document.slots, name, &Slot::purpose);
    return slot == document.slots.end() ? pages_of(document) : std::vector{slot->place};
}

template <class T, class Convert>
Read<T> read(const Context& context, const std::string& name, Convert convert) {
    Read<T> result;
    const auto* found = field(*context.document, name);
    if (!found) {
        result.otherwise = ruling(Outcome::review, "unread", 0, where_it_belongs(*context.document, name), "field " + name + " was not found");
        return result;
    }
    const auto& chosen = found->chosen;
    result.confidence = chosen.confidence;
    result.place = chosen.place;
    result.by_hand = found->by_hand;
    result.recognised = found->recognised;
    if (found->confirmed == false) {
        result.otherwise = ruling(Outcome::review, "picture_differs", chosen.confidence, {chosen.place},
                                  "field " + name + ": the second look at the picture says something else");
        return result;
    }
    result.value = convert(chosen.value);
    if (!result.value)
        result.otherwise = ruling(Outcome::review, "unread", chosen.confidence, {chosen.place}, "field " + name + " holds no usable value");
    return result;
}

}  // namespace

Read<Date> read_date(const Context& context, const std::string& name) { return read<Date>(context, name, as_date); }
Read<double> read_number(const Context& context, const std::string& name) { return read<double>(context, name, as_number); }
Read<bool> read_flag(const Context& context, const std::string& name) { return read<bool>(context, name, as_flag); }
Read<std::string> read_text(const Context& context, const std::string& name) { return read<std::string>(context, name, as_text); }

double sureness_of_agreement(double confidence, bool recognised) {
    constexpr double read_apart = 0.95, looked_for = 0.9;
    return recognised ? looked_for * confidence : std::max(read_apart, confidence);
}

const Finding* finding(const Document& document, const std::string& code) {
    const Finding* best = nullptr;
    for (const auto& found : document.findings)
        if (found.code == code && (!best || found.confidence > best->confidence)) best = &found;
    return best;
}

std::vector<Place> pages_of(const Document& document) {
    std::vector<Place> places;
    for (const auto& part : document.parts)
        for (const int page : part.pages) places.push_back({part.path, page, {}});
    return places;
}

const PageSummary* page_summary(const Reading& reading, const std::string& path, int page) {
    for (const auto& file : reading.files)
        if (file.path == path)
            for (const auto& summary : file.pages)
                if (summary.page == page) return &summary;
    return nullptr;
}

std::vector<Place> content_pages(const Reading& reading, const Document& document) {
    std::vector<Place> places;
    for (auto& place : pages_of(document)) {
        const auto* summary = page_summary(reading, place.path, place.page);
        if (!summary || summary->problem != PageProblem::blank) places.push_back(std::move(place));
    }
    return places;
}

Ruling ruling(Outcome outcome, std::string reason, double confidence, std::vector<Place> evidence, std::string reasoning) {
    Ruling result;
    result.outcome = outcome;
    result.reason = std::move(reason);
    result.confidence = confidence;
    result.evidence = std::move(evidence);
    result.reasoning = std::move(reasoning);
    return result;
}

std::string in_words(double confidence) {
    char text[16];
    std::snprintf(text, sizeof text, "%.2f", confidence);
    return text;
}

}  // namespace paraphe::rules
