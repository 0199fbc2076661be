#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::intake {

/// A name as an archive holds it.
struct RawName {
    std::string bytes;
    bool utf8 = false;  ///< the archive says so, or the format leaves no choice
};

[[nodiscard]] bool valid_utf8(std::string_view text);

/// The text with each byte that is no UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string clean_utf8(std::string_view text);

/// A to Z made small; other letters stay.
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// The names of one archive as UTF-8. Names without a known encoding are read in the one code page (cp850, cp437,
/// Windows-1252 or Mac Roman) in which all of them together look most like French.
[[nodiscard]] std::vector<std::string> decode_names(std::span<const RawName> names);

/// A name as a label: no drive, root, `.`, `..` or empty parts, '/' between folders, bounded in length. "sans-nom" when nothing
/// is left. Case, accents and blanks stay as the candidate wrote them.
[[nodiscard]] std::string normalised(std::string_view name);

/// `name`, or "name (2).pdf", ... : the first that `taken` says is free.
template <class Taken>
[[nodiscard]] std::string distinct(const std::string& name, const Taken& taken) {
    if (!taken(name)) return name;
    const auto slash = name.rfind('/');
    const auto dot = name.rfind('.');
    const bool has_ending = dot != std::string::npos && dot > 0 && (slash == std::string::npos || dot > slash + 1);
    const std::string stem = name.substr(0, has_ending ? dot : name.size()), ending = has_ending ? name.substr(dot) : "";
    for (int n = 2;; ++n) {
        const std::string candidate = stem + " (" + std::to_string(n) + ")" + ending;
        if (!taken(candidate)) return candidate;
    }
}

/// A file that an operating system or a program left behind, by its name: ".DS_Store", "__MACOSX/...", "Thumbs.db", "~$lettre.docx".
[[nodiscard]] bool system_name(std::string_view path);

}  // namespace paraphe::intake
