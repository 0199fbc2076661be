#include "rules/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

namespace paraphe::rules {
namespace {

/// Before the last item of a French list, and between the ends of a run of numbers in it.
constexpr std::string_view list_end = " et ", run_to = " à ";

bool several(const std::string& french) { return french.find(list_end) != std::string::npos || french.find(run_to) != std::string::npos; }

/// The next {name} or {name|one|many} at or after `from`: its first and last byte. Braces around anything else are text.
struct Hole {
    std::size_t begin, end;
    std::string name;
    std::string one, many;   ///< the words to choose from by how many values there are; both empty: the value itself
};

bool is_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

std::optional<Hole> next_hole(std::string_view message, std::size_t from) {
    for (auto open = message.find('{', from); open != std::string_view::npos; open = message.find('{', open + 1)) {
        const auto close = message.find('}', open);
        if (close == std::string_view::npos) return {};
        const auto inside = message.substr(open + 1, close - open - 1);
        if (is_name(inside)) return Hole{open, close + 1, std::string{inside}, {}, {}};
        const auto first = inside.find('|'), second = inside.find('|', first == std::string_view::npos ? first : first + 1);
        if (second == std::string_view::npos || !is_name(inside.substr(0, first))) continue;
        return Hole{open, close + 1, std::string{inside.substr(0, first)}, std::string{inside.substr(first + 1, second - first - 1)}, std::string{inside.substr(second + 1)}};
    }
    return {};
}

std::string fill_one(std::string_view message, const std::map<std::string, Text>& values, std::string Text::*language) {
    std::string filled;
    std::size_t at = 0;
    while (const auto hole = next_hole(message, at)) {
        filled += message.substr(at, hole->begin - at);
        const auto value = values.find(hole->name);
        const bool known = value != values.end() && !(value->second.*language).empty();
        if (!hole->one.empty() || !hole->many.empty()) filled += known && several(value->second.fr) ? hole->many : hole->one;
        else filled += known ? value->second.*language : std::string{"—"};
        at = hole->end;
    }
    filled += message.substr(at);
    return filled;
}

Text listed(const std::vector<Text>& items) {
    Text list;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool last = i > 0 && i + 1 == items.size();
        list.fr += std::string{i == 0 ? "" : last ? list_end : ", "} + items[i].fr;
        list.en += (i == 0 ? "" : last ? " and " : ", ") + items[i].en;
    }
    return list;
}

}  // namespace

std::vector<std::string> placeholders_of(std::string_view message) {
    std::vector<std::string> names;
    std::size_t at = 0;
    while (const auto hole = next_hole(message, at)) {
        names.push_back(hole->name);
        at = hole->end;
    }
    return names;
}

Text fill(const Text& message, const std::map<std::string, Text>& values) {
    return {fill_one(message.fr, values, &Text::fr), fill_one(message.en, values, &Text::en)};
}

std::vector<std::string> common_placeholders() { return {"title", "as_of", "company", "siren"}; }

std::vector<std::string> general_reasons() { return {"unread", "unsure", "picture_differs", "not_run", "not_looked_for"}; }

std::string_view unconfirmed_reason() { return "unconfirmed"; }

Text show(Date date) {
    const auto iso = to_iso(date);
    return {iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4), iso};
}

Text show_euros(double amount) {
    const auto cents = std::llround(amount * 100);
    const auto whole = std::to_string(cents / 100);
    if (cents % 100 == 0) return {whole + " €", "€" + whole};
    char rest[8];
    std::snprintf(rest, sizeof rest, "%02d", static_cast<int>(std::llabs(cents % 100)));
    return {whole + "," + rest + " €", "€" + whole + "." + rest};
}

Text show_number(long number) { return {std::to_string(number), std::to_string(number)}; }

Text show(std::string text) { return {text, text}; }

Text show_list(const std::vector<std::string>& items) {
    std::vector<Text> both;
    for (const auto& item : items) both.push_back({item, item});
    return listed(both);
}

Text show_numbers(const std::vector<int>& ascending) {
    constexpr std::size_t run = 3;   // shorter ones are told one by one
    std::vector<Text> items;
    for (std::size_t i = 0, end = 0; i < ascending.size(); i = end) {
        for (end = i + 1; end < ascending.size() && ascending[end] == ascending[end - 1] + 1;) ++end;
        const auto first = std::to_string(ascending[i]), last = std::to_string(ascending[end - 1]);
        if (end - i > run) items.push_back({first + std::string(run_to) + last, first + " to " + last});
        else
            for (std::size_t k = i; k < end; ++k) items.push_back({std::to_string(ascending[k]), std::to_string(ascending[k])});
    }
    return listed(items);
}

}  // namespace paraphe::rules
