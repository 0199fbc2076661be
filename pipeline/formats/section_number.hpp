#pragma once

#include <optional>
#include <string_view>

namespace paraphe {

/// The number of a section or an article of a text.
struct SectionNumber {
    bool named = false;        ///< "Article 5", not "5."
    int major = 0, minor = 0;  ///< "2.3"; minor 0 where there is none

    friend bool operator==(const SectionNumber&, const SectionNumber&) = default;
};

/// The number at the head of a folded line: "ARTICLE 5. -", "2.3 L'ENTREPRISE", "2. APPROCHE"; up to 99. A figure without a dot or a word is none.
[[nodiscard]] std::optional<SectionNumber> section_at(std::string_view folded);

/// Is the one the next after the other: "2.3" then "2.4", "3" or "3.1"; "Article 4" then "Article 5"?
[[nodiscard]] bool follows(const SectionNumber& before, const SectionNumber& after);

}  // namespace paraphe
