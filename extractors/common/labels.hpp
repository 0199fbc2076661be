#pragma once

#include "extractors/common/sheets.hpp"
#include "formats/dates.hpp"
#include "model/date.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::extractors {

/// A printed label and how surely its value is the one wanted.
struct Label {
    std::string_view phrase;   ///< plain French
    double weight = 1;
};

/// Dots or a rule after a label: a blank to be filled by hand.
[[nodiscard]] bool blank_follows(const Sheet& sheet, const Span& label);

/// For `Candidate::why`: label "Siège social".
[[nodiscard]] std::string because_of(const Label& label);
/// after "facturé à"
[[nodiscard]] std::string after_words(std::string_view phrase);

/// A label with the value that stands beside or under it.
struct Labelled {
    const Label* label = nullptr;
    Span where, value;
    double quality = 1;        ///< of the label: its weight, its match, its place
    bool under = false;        ///< the value stands under the label, not beside it
};

/// Is a fuzzy match of a short phrase close enough to be that phrase? "License" is no "licensee", "adresse" no
/// "adressé à": up to `exact` letters it must be as printed, up to five more it must have as many letters.
[[nodiscard]] bool sharp(const Sheet& sheet, const Span& match, std::string_view phrase, std::size_t exact);

/// "FORME" is not the end of "CONFORME" nor the head of "FORMELLE".
[[nodiscard]] bool word_of_its_own(const Sheet& sheet, const Span& found);

/// Every value of the labels on a sheet. Labels that contain others come first in `labels`: what one has taken, a
/// later one leaves alone. A label inside a sentence counts less than one that begins its line.
[[nodiscard]] std::vector<Labelled> labelled_values(const Sheet& sheet, std::span<const Label> labels);

/// A date with where it was seen and how sure it is.
struct Dated {
    Date value;
    double confidence = 0;
    Span span;
    std::string why;
};

/// The date that follows a span: on its line within `reach` letters, then beside it, then under it.
[[nodiscard]] std::optional<Dated> date_after(const Sheet& sheet, const Span& span, std::size_t reach = 40);

/// The dates that follow any of the labels.
[[nodiscard]] std::vector<Dated> labelled_dates(const Sheet& sheet, std::span<const Label> labels, std::size_t reach = 40);

/// How surely the text before a date ends in "le": after the comma of a place noise makes "te" or "lc" of it; "du" and "au" speak of other days.
[[nodiscard]] double says_le(std::string_view head);

/// The dates of letters: "Fait à Lyon, le 3 mars 2017", "Paris, le 17/11/2017", "Le 3 mars 2017, pour valoir ce que de droit". `place` as printed, may be empty.
struct PlacedDate {
    Dated date;
    std::string place;
    Span place_span;
};
[[nodiscard]] std::vector<PlacedDate> letter_dates(const Sheet& sheet);

}  // namespace paraphe::extractors
