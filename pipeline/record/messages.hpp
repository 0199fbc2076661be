#pragma once

#include "model/crop.hpp"
#include "model/file.hpp"
#include "model/limits.hpp"
#include "model/page.hpp"
#include "model/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The messages between `paraphe`, its fork server and its readers. `to_wire` gives protobuf bytes; `*_from_wire` reads them
/// with every check of form, since a captured reader may send anything: finite numbers, boxes on the page (0.01 beyond it
/// is brought back, more is refused), known enumerators, lengths, counts, valid UTF-8. What is off is an Error broken_form.
/// Bytes of files and pixels never travel in these messages: they follow as descriptors.
namespace paraphe::record {

/// What was opened of the dossier so far, so that limits hold across its files.
struct Tally {
    int entries = 0;
    std::uint64_t bytes = 0;

    friend bool operator==(const Tally&, const Tally&) = default;
};

/// A picture whose pixels follow as a descriptor: width * height * channels bytes.
struct PictureShape {
    int width = 0, height = 0, channels = 1;
    double dpi = 0;

    friend bool operator==(const PictureShape&, const PictureShape&) = default;
};

// ---- requests to a reader; the file of the first two comes as a descriptor ----

struct OpenRequest {
    std::string name;
    Tally tally;

    friend bool operator==(const OpenRequest&, const OpenRequest&) = default;
};

struct OpenFileRequest {
    std::string path, media_type;
    Tally tally;

    friend bool operator==(const OpenFileRequest&, const OpenFileRequest&) = default;
};

struct ReadPageRequest {
    int page = 1;

    friend bool operator==(const ReadPageRequest&, const ReadPageRequest&) = default;
};

/// A part of a page as a viewer shows it; an empty box is the whole page.
struct PictureRequest {
    int page = 1;
    Box box;
    double dpi = 100;
    std::optional<int> rotation{};  ///< as in CropRequest

    friend bool operator==(const PictureRequest&, const PictureRequest&) = default;
};

using Request = std::variant<OpenRequest, OpenFileRequest, ReadPageRequest, CropRequest, PictureRequest>;

[[nodiscard]] std::string to_wire(const Request& request);
[[nodiscard]] Result<Request> request_from_wire(std::string_view bytes);

// ---- answers ----

/// A member of the dossier. With `bytes`, a descriptor follows; descriptors stand in the order of the entries.
struct Entry {
    std::string path, sha256, media_type;
    std::uint64_t size = 0;
    bool has_pages = false, office = false;
    FileStatus status = FileStatus::read;
    std::string reason, detail;
    bool bytes = false;

    friend bool operator==(const Entry&, const Entry&) = default;
};

struct OpenAnswer {
    std::vector<Entry> entries;
    std::optional<std::string> mailed_on;

    friend bool operator==(const OpenAnswer&, const OpenAnswer&) = default;
};

struct OpenFileAnswer {
    int page_count = 0;
    FileFacts facts;
    std::vector<Entry> attachments;

    friend bool operator==(const OpenFileAnswer&, const OpenFileAnswer&) = default;
};

/// The pixels of `view` follow.
struct ReadPageAnswer {
    PageReading reading;
    PictureShape view;
    double seconds_pages = 0, seconds_ocr = 0, seconds_marks = 0;

    friend bool operator==(const ReadPageAnswer&, const ReadPageAnswer&) = default;
};

using Answer = std::variant<Error, OpenAnswer, OpenFileAnswer, ReadPageAnswer, CropAnswer, PictureShape>;

[[nodiscard]] std::string to_wire(const Answer& answer);
[[nodiscard]] Result<Answer> answer_from_wire(std::string_view bytes, const Limits& limits);

/// Does the page keep the counts that `answer_from_wire` allows? A reader answers too_large instead of sending it.
[[nodiscard]] bool within_counts(const PageReading& reading, const Limits& limits);

// ---- from the fork server ----

struct Protection {
    std::string name;
    bool active = false;
    std::string detail;

    friend bool operator==(const Protection&, const Protection&) = default;
};

/// First word of the server: what protects its readers, or why it cannot serve.
struct Ready {
    std::optional<Error> failure;
    std::vector<Protection> protections;

    friend bool operator==(const Ready&, const Ready&) = default;
};

/// A reader was forked; its pidfd follows as a descriptor.
struct Forked {
    int pid = 0;

    friend bool operator==(const Forked&, const Forked&) = default;
};

/// A reader ended, with the status that waitpid gave.
struct Ended {
    int pid = 0, wait_status = 0;

    friend bool operator==(const Ended&, const Ended&) = default;
};

using FromServer = std::variant<Ready, Forked, Error, Ended>;

[[nodiscard]] std::string to_wire(const FromServer& message);
[[nodiscard]] Result<FromServer> from_server(std::string_view bytes);

/// The limits, as the server gets them when it starts.
[[nodiscard]] std::string to_wire(const Limits& limits);
[[nodiscard]] Result<Limits> limits_from_wire(std::string_view bytes);

}  // namespace paraphe::record
