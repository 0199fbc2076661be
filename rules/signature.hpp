#pragma once

#include "rules/kind.hpp"

#include <optional>
#include <string>
#include <vector>

namespace paraphe::rules {

enum class SignatureState {
    signed_by_hand,   ///< a signature where one belongs, ink or electronic mark
    digital,          ///< a cryptographic signature over the whole file, unchanged since
    broken_digital,   ///< one whose bytes were changed, and nothing else
    stamp_only,       ///< a stamp in its place and no hand
    empty,            ///< the place is bare
    unsure,           ///< ink that may or may not be a signature
    elsewhere,        ///< a signature, but not on the page where it belongs
    no_place,         ///< neither a place to sign nor a mark
};

struct Signature {
    SignatureState state = SignatureState::unsure;
    double confidence = 0;
    std::vector<Place> evidence;
    std::optional<Place> page;      ///< the page that bears the signature or its place
    std::string label;              ///< the printed words of the place
    std::string reasoning;
};

/// Is the judged document signed where it must be: in a place meant for it, else on its last page.
[[nodiscard]] Signature signature_of(const Context& context);

/// The digital signature that covers all pages of the document, unchanged since; or null.
[[nodiscard]] const DigitalSignature* covering_signature(const Context& context);

/// The strongest mark of these kinds on a page of the document; 0 when there is none.
[[nodiscard]] double strongest(const Document& document, const Place& page, std::initializer_list<MarkKind> kinds);

}  // namespace paraphe::rules
