#pragma once

#include "model/date.hpp"
#include "model/file.hpp"
#include "model/limits.hpp"
#include "model/result.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace paraphe::intake {

using Bytes = std::vector<unsigned char>;

/// What the bytes are good for, decided from the bytes and never from the name alone.
enum class Kind {
    pages,      ///< a PDF or a picture: it has pages
    office,     ///< a text document or a spreadsheet: the office converter makes a PDF of it
    ignored,    ///< nothing to read in it, with a reason (a message body, a system file, a text)
    unreadable, ///< with a reason
};

/// A file of the dossier. Archives and mails are folders: their members appear, they themselves do not, except
/// when they cannot be opened.
struct Entry {
    std::string path;        ///< as the candidate wrote it, UTF-8, '/' between folders, `!/` after an archive's or a mail's name
    std::string sha256;      ///< of the bytes, lower-case hex
    std::string media_type;  ///< sniffed
    std::uint64_t size = 0;
    Kind kind = Kind::pages;
    std::string reason;      ///< stable code: "encrypted", "damaged", "empty", "too_large", "unsupported", "system_file", "message_body", "text_only", ...
    std::string detail;      ///< English, for a note
    Bytes bytes;             ///< empty unless `kind` is pages or office
};

/// What opening a file of the dossier yields besides its entries.
struct Opened {
    std::vector<Entry> entries;
    std::optional<std::string> mailed_on;  ///< ISO date of an e-mail that holds the dossier
};

/// Running totals over the whole dossier, so that limits hold across its files.
struct Tally {
    int entries = 0;
    std::uint64_t bytes = 0;
};

/// Opens one file given by its name and bytes: a lone document gives one entry, an archive or a mail gives
/// its members, nested ones opened in turn. Never writes to disk. Never fails as a whole: what cannot be opened is an
/// entry with kind `unreadable` and the reason. Paths of members begin with `name` + "!/": where the archive is the dossier itself, the
/// caller takes that beginning away. A file "deposited_on" at the top is ignored with that reason and keeps its bytes.
[[nodiscard]] Opened open(const std::string& name, std::span<const unsigned char> bytes, const Limits& limits, Tally& tally);

}  // namespace paraphe::intake
