#pragma once

#include "model/box.hpp"
#include "model/mark.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace paraphe {

/// Where something stands: a page of a file of the dossier.
struct Place {
    std::string path;  ///< inside the dossier
    int page = 0;      ///< from 1
    Box box;           ///< empty: the whole page

    friend bool operator==(const Place&, const Place&) = default;
};

struct Representative {
    std::string name;   ///< as printed
    std::string role;   ///< as printed: "Gérant", "Président"
    bool company = false;

    friend bool operator==(const Representative&, const Representative&) = default;
};

/// One line of a staff register: never a name, only initials.
struct StaffRow {
    std::string initials;
    std::string job;
    std::string entered, left;  ///< ISO dates, or ""

    friend bool operator==(const StaffRow&, const StaffRow&) = default;
};

/// Canonical forms (DESIGN: field names): ISO dates, digits only for SIREN and SIRET, euros as
/// numbers, names and legal forms as printed.
using Value = std::variant<std::string, double, bool, std::vector<std::string>, std::vector<Representative>, std::vector<StaffRow>>;

struct Candidate {
    Value value;
    double confidence = 0;  ///< calibrated
    Place place;
    std::string why;        ///< for `explain`: the label or rule that proposed it, English

    friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// A field with the candidate that was chosen and those that were not.
struct Field {
    std::string name;                ///< canonical: "siren", "issued_on", ...
    Candidate chosen;
    std::vector<Candidate> others;   ///< best first
    /// What a second look said: absent = none taken; true = the picture says the same.
    std::optional<bool> confirmed;
    /// Written by hand: held against what the recogniser of handwriting sees, never transcribed freely.
    bool by_hand = false;
    /// The value is the candidate's known one, looked for and found here: it is not read apart from what it is compared with.
    bool recognised = false;

    friend bool operator==(const Field&, const Field&) = default;
};

/// What the pixels say of a place where a mark is expected.
enum class Ink { empty, unsure, present };

/// A place where a mark belongs: under "Signature", the cheque's lower right, a page's margin; or where a value does.
struct Slot {
    std::string purpose;   ///< "signature", "paraph", or the name of the field whose place it is
    Place place;
    std::string label;     ///< the printed words that make it a slot
    Ink ink = Ink::unsure;
    double confidence = 0; ///< of `ink`
    /// The kind of the mark found in it, when there is one.
    std::optional<MarkKind> mark;

    friend bool operator==(const Slot&, const Slot&) = default;
};

/// A remark of an extractor that rules can test by its code: "blanks_left", "statement_of_conformity",
/// "procedure_open", "nir_printed", ... `text` holds the words seen.
struct Finding {
    std::string code;
    std::string text;
    double confidence = 1;
    Place place;

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Pages of one file that belong to a document, in the document's order.
struct Part {
    std::string path;
    std::vector<int> pages;

    friend bool operator==(const Part&, const Part&) = default;
};

/// A mark and the page that bears it.
struct PlacedMark {
    std::string path;
    int page = 0;
    Mark mark;

    friend bool operator==(const PlacedMark&, const PlacedMark&) = default;
};

/// Does the mark belong to that place? A signature runs over its place: a part of it inside is enough.
[[nodiscard]] inline bool lies_in(const PlacedMark& mark, const Slot& slot) {
    constexpr double inside = 0.3;
    return mark.path == slot.place.path && mark.page == slot.place.page && covered(mark.mark.box, slot.place.box) >= inside;
}

/// Pages that are one piece, in one file or several.
struct Document {
    std::string id;      ///< "kbis-1"
    std::string piece;   ///< "kbis"; "other" for a look-alike
    std::string looks_like;  ///< look-alike id, with piece "other"
    double confidence = 0;   ///< that these pages are this piece
    double boundary_confidence = 1;  ///< that it begins and ends here
    std::vector<Part> parts;
    std::vector<Field> fields;
    std::vector<PlacedMark> marks;
    std::vector<Slot> slots;
    std::vector<Finding> findings;

    friend bool operator==(const Document&, const Document&) = default;
};

/// The field of that name, or null.
[[nodiscard]] inline const Field* field(const Document& document, const std::string& name) {
    for (const auto& f : document.fields)
        if (f.name == name) return &f;
    return nullptr;
}

[[nodiscard]] inline Field* field(Document& document, const std::string& name) {
    for (auto& f : document.fields)
        if (f.name == name) return &f;
    return nullptr;
}

}  // namespace paraphe
