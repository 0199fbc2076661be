#pragma once

#include <span>
#include <string>
#include <string_view>

namespace paraphe {

/// The words one after the other, `between` them what is given.
[[nodiscard]] inline std::string joined(std::span<const std::string> words, std::string_view between) {
    std::string text;
    for (const auto& word : words) text.append(text.empty() ? "" : between).append(word);
    return text;
}

}  // namespace paraphe
