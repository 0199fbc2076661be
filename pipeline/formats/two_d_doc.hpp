#pragma once

#include "model/date.hpp"
#include "model/result.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// What a field of a 2D-Doc says that a printed page can be held against. `unused`: its value is never kept: births, nationalities,
/// tax and account numbers, home addresses, persons' names.
enum class TwoDDocUse { unused, company, siren, invoice_number, amount };

/// How long a field of the perimeter 01 is (France Titres, specification 3.3): fixed when both lengths agree, else ended by a
/// separator unless it has reached `most`; `most` 0 is without bound.
struct TwoDDocLayout {
    std::string_view id;
    unsigned least = 0, most = 0;
    TwoDDocUse use = TwoDDocUse::unused;
};

struct TwoDDocField {
    std::string id;
    TwoDDocUse use = TwoDDocUse::unused;
    std::string value;       ///< printable ASCII, trailing spaces cut
    bool truncated = false;  ///< the issuer cut the value to its greatest length

    friend bool operator==(const TwoDDocField&, const TwoDDocField&) = default;
};

/// The message of a 2D-Doc code. Its signature is kept as it stands and is not verified.
struct TwoDDoc {
    int version = 0;                        ///< 1 to 4
    std::string authority, certificate;     ///< four signs each
    std::optional<Date> issued_on;          ///< of the document; absent where its type has none
    std::optional<Date> signed_on;          ///< of the code
    std::string type;                       ///< "01" an invoice, "06" a pay slip; two signs
    std::string perimeter;                  ///< "01" before version 3
    std::string country;                    ///< "" before version 4
    std::vector<TwoDDocField> fields;       ///< those of a use, in the order of the message
    bool whole = true;                      ///< false: a field whose length is not known ended the reading
    std::string signature;                  ///< Base32
};

/// The fields whose length is known.
[[nodiscard]] std::span<const TwoDDocLayout> two_d_doc_layouts();

/// Does the text of a code claim to be a 2D-Doc: "DC" and two digits?
[[nodiscard]] bool claims_two_d_doc(std::string_view text);

/// Reads the text of a DataMatrix. Errors, whose details quote no value: unsupported (no 2D-Doc, or of another version); damaged
/// (header, field or signature break the form).
[[nodiscard]] Result<TwoDDoc> parse_two_d_doc(std::string_view text);

/// "1319,24" in euros; nothing for anything else.
[[nodiscard]] std::optional<double> two_d_doc_amount(std::string_view value);

}  // namespace paraphe
