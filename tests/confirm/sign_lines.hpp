#pragma once

#include "model/crop.hpp"

#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace paraphe {

constexpr std::uint8_t dear = 160, close_call = 16;

/// What the recogniser of handwriting would say of a line: a column for each sign and a blank after it. After a '?' the sign may as well
/// be the next: "1?38" is 13 or 18, and the lead of the first is `lead` (16 for a factor of e).
inline SignColumns signs_of(std::string_view text, std::uint8_t lead = close_call) {
    SignColumns line{{0, 0, 1, 0.1}, {}};
    const auto column = [&](std::initializer_list<std::pair<std::size_t, std::uint8_t>> classes) {
        std::vector<std::uint8_t> costs(hand_classes, dear);
        for (const auto& [c, cost] : classes) costs[c] = cost;
        line.costs.insert(line.costs.end(), costs.begin(), costs.end());
    };
    const auto class_of = [](char sign) { return hand_signs.find(sign) + 1; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i + 2 < text.size() && text[i] == '?') {
            column({{class_of(text[i + 1]), 0}, {class_of(text[i + 2]), lead}});
            i += 2;
        } else {
            column({{class_of(text[i]), 0}});
        }
        column({{0, 0}});
    }
    return line;
}

}  // namespace paraphe
