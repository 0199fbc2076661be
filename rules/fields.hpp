#pragma once

#include "rules/kind.hpp"

#include <optional>
#include <string>
#include <vector>

namespace paraphe::rules {

/// A field of the judged document, as far as it can be relied on.
template <class T>
struct Read {
    std::optional<T> value;    ///< absent: `otherwise` says why
    double confidence = 0;
    Place place;
    bool by_hand = false;
    bool recognised = false;   ///< not read apart from what it is compared with
    Ruling otherwise;          ///< "unread" or "picture_differs", in review
};

[[nodiscard]] Read<Date> read_date(const Context& context, const std::string& name);
[[nodiscard]] Read<double> read_number(const Context& context, const std::string& name);
[[nodiscard]] Read<bool> read_flag(const Context& context, const std::string& name);
[[nodiscard]] Read<std::string> read_text(const Context& context, const std::string& name);

/// How sure it is that a value is the candidate's when it agrees with the identity piece. Two texts read apart confirm each other,
/// however faint each was; a value that was looked for, and so could only be found, proves less than the look.
[[nodiscard]] double sureness_of_agreement(double confidence, bool recognised);

/// The finding of that code with the highest confidence, or null.
[[nodiscard]] const Finding* finding(const Document& document, const std::string& code);

/// Every page of a document as a place.
[[nodiscard]] std::vector<Place> pages_of(const Document& document);

/// What the reading says of that page, or null.
[[nodiscard]] const PageSummary* page_summary(const Reading& reading, const std::string& path, int page);

/// The pages of a document that are not blank.
[[nodiscard]] std::vector<Place> content_pages(const Reading& reading, const Document& document);

[[nodiscard]] Ruling ruling(Outcome outcome, std::string reason, double confidence, std::vector<Place> evidence, std::string reasoning);

/// "0.93"
[[nodiscard]] std::string in_words(double confidence);

}  // namespace paraphe::rules
