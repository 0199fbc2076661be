#pragma once

#include "model/crop.hpp"
#include "model/file.hpp"
#include "model/limits.hpp"
#include "model/page.hpp"
#include "model/picture.hpp"
#include "model/result.hpp"
#include "reader/descriptor.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::reader {

/// A file of the dossier as intake found it. `bytes` is a sealed memfd, passed on unread; none unless it is to be read.
struct Member {
    std::string path, sha256, media_type;
    std::uint64_t size = 0;
    bool has_pages = false, office = false;
    FileStatus status = FileStatus::read;  ///< ignored or unreadable: with `reason`
    std::string reason, detail;
    Descriptor bytes;
};

struct Opened {
    std::vector<Member> members;
    std::optional<std::string> mailed_on;
};

/// What a reader says of a file that has pages.
struct FileAnswer {
    int page_count = 0;
    FileFacts facts;
    std::vector<Member> attachments;   ///< opened by intake in their turn
};

/// One page, and its picture: grey, about 100 dpi, as a viewer shows it (not turned).
struct PageAnswer {
    PageReading reading;
    Picture view;
    double seconds_pages = 0, seconds_ocr = 0, seconds_marks = 0;
};

/// Answers of readers kept from one run to the next; both functions may be called from several threads. The key names the file's
/// content and the question; who keeps answers adds what else they depend on (program, models).
struct Memory {
    std::function<std::optional<std::string>(const std::string& key)> find;
    std::function<void(const std::string& key, std::string_view answer)> keep;
};

/// Where the reader's program and models are, and how strict to be.
struct Setup {
    std::string program;         ///< path of paraphe-reader
    std::string models;          ///< folder of the models
    Limits limits;
    bool require_sandbox = false;
    Memory memory{};             ///< empty functions: every question is asked afresh
};

/// One confined reader process, of one dossier; killed with this object. Not for two threads at once. Every call may
/// fail with crashed, out_of_time, out_of_memory or broken_form: then the reader is gone, and the next call gets a
/// fresh one from the server.
class Reader {
public:
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    /// Opens one file of the dossier given by name and descriptor: its members.
    Result<Opened> open(const std::string& name, int fd);
    /// Opens a member that has pages; later calls speak of the file last opened.
    Result<FileAnswer> open_file(const Member& member);
    Result<PageAnswer> read_page(const Member& member, int page);
    Result<CropAnswer> look_again(const Member& member, const CropRequest& request);
    /// The pixels of a box of a page as a viewer shows it, at `dpi`; `rotation` as in CropRequest.
    Result<Picture> picture(const Member& member, int page, const Box& box, double dpi, std::optional<int> rotation = {});

private:
    friend class Server;
    struct Parts;
    explicit Reader(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// The state of one protection, for `paraphe doctor`.
struct Protection {
    std::string name;      ///< "landlock", "seccomp", "rlimits", "no_new_privs"
    bool active = false;
    std::string detail;
};

/// The fork server: a process that has loaded Tesseract and the mark model and parses nothing itself.
class Server {
public:
    /// Starts `setup.program` with a clean environment (OMP_THREAD_LIMIT=1). Errors: not_found, internal, unsupported
    /// (a protection is missing and `require_sandbox` is set).
    static Result<Server> start(const Setup& setup);
    Server(Server&&) noexcept;
    Server& operator=(Server&&) noexcept;
    ~Server();

    /// A fresh reader. Safe to call from several threads.
    [[nodiscard]] Result<Reader> reader();
    [[nodiscard]] std::vector<Protection> protections() const;
    /// How many readers were killed or crashed so far.
    [[nodiscard]] int losses() const;

private:
    struct Parts;
    explicit Server(std::shared_ptr<Parts> parts);
    std::shared_ptr<Parts> parts_;
};

}  // namespace paraphe::reader
