#pragma once

#include "model/box.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paraphe {

enum class FileStatus { read, ignored, unreadable };

/// A cryptographic signature inside a PDF. "cannot verify" is not "invalid": each answer is optional.
struct DigitalSignature {
    std::string signer, issuer;            ///< common names of the certificate
    std::string signed_at;                 ///< ISO date and time; a claim unless a time stamp proves it
    std::optional<bool> intact;            ///< the signed bytes are unchanged
    std::optional<bool> trusted;           ///< chains to a root of the auditor
    bool covers_whole_file = false;        ///< of the last signature; earlier ones precede it
    std::string changed_after;             ///< "nothing", "form", "annotation", "content", "unknown"
    int page = 0;                          ///< where its field is shown; 0 when invisible
    Box box;

    friend bool operator==(const DigitalSignature&, const DigitalSignature&) = default;
};

/// Facts about the file as a container, hints for authenticity.
struct FileFacts {
    std::string producer, creator, title, author;
    std::string created_at, modified_at;   ///< ISO, or ""
    int revisions = 1;                     ///< incremental updates + 1
    bool owner_locked = false;             ///< opens without a password, edits forbidden
    bool office = false;                   ///< came through the office converter: not a signed original
    std::vector<DigitalSignature> signatures;

    friend bool operator==(const FileFacts&, const FileFacts&) = default;
};

}  // namespace paraphe
