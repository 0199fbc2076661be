#include "reader/client.hpp"

#include "reader/channel.hpp"
#include "reader/server_link.hpp"
#include "record/messages.hpp"

#include <charconv>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/wait.h>

namespace paraphe::reader {

namespace {

/// An answer whose form was checked, and what came with it.
struct Reply {
    record::Answer answer;
    std::vector<Descriptor> descriptors;
};

tl::unexpected<Error> broken(std::string detail) { return fail(ErrorKind::broken_form, std::move(detail)); }

Result<Picture> picture_from(const record::PictureShape& shape, const Descriptor& pixels) {
    Picture picture{shape.width, shape.height, shape.channels, shape.dpi, {}};
    const auto expected = static_cast<std::size_t>(shape.width) * static_cast<std::size_t>(shape.height) *
                          static_cast<std::size_t>(shape.channels);
    const auto size = sealed_size(pixels.get());
    if (!size) return tl::unexpected(size.error());
    if (*size != expected) return broken("a picture of another size than it says");
    picture.pixels.resize(expected);
    if (auto read = read_all(pixels.get(), picture.pixels); !read) return tl::unexpected(read.error());
    return picture;
}

/// Joins entries and the descriptors of their bytes; both must agree in number and size.
Result<std::vector<Member>> members_from(std::vector<record::Entry> entries, std::vector<Descriptor> descriptors) {
    std::vector<Member> members;
    std::size_t next = 0;
    for (auto& entry : entries) {
        Member member{std::move(entry.path), std::move(entry.sha256), std::move(entry.media_type), entry.size,     entry.has_pages,
                      entry.office,          entry.status,            std::move(entry.reason),     std::move(entry.detail), {}};
        if (entry.bytes) {
            if (next == descriptors.size()) return broken("a member without its bytes");
            const auto size = sealed_size(descriptors[next].get());
            if (!size) return tl::unexpected(size.error());
            if (*size != member.size) return broken("a member of another size than it says");
            member.bytes = std::move(descriptors[next++]);
        }
        members.push_back(std::move(member));
    }
    if (next != descriptors.size()) return broken("bytes without a member");
    return members;
}

// ---- answers kept from one run to the next: the length of the message in eight digits, the message, the pixels ----

constexpr std::size_t kLengthDigits = 8;

template <class Kind>
struct Remembered {
    Kind answer;
    Picture picture;
};

/// The rotation follows from the page, so it is no part of the question.
std::string key_of(const Member& member, record::Request question) {
    if (auto* crop = std::get_if<CropRequest>(&question)) crop->rotation.reset();
    if (auto* picture = std::get_if<record::PictureRequest>(&question)) picture->rotation.reset();
    return member.sha256 + '\n' + member.media_type + '\n' + record::to_wire(question);
}

std::string packed(const record::Answer& answer, const Picture& picture) {
    const auto message = record::to_wire(answer);
    auto length = std::to_string(message.size());
    length.insert(0, kLengthDigits - std::min(kLengthDigits, length.size()), '0');
    std::string bytes = length + message;
    bytes.append(reinterpret_cast<const char*>(picture.pixels.data()), picture.pixels.size());
    return bytes;
}

const record::PictureShape* shape_in(const record::ReadPageAnswer& answer) { return &answer.view; }
const record::PictureShape* shape_in(const record::PictureShape& answer) { return &answer; }
const record::PictureShape* shape_in(const CropAnswer&) { return nullptr; }

/// The form of what was kept is checked like a reader's: a damaged store costs time, nothing else.
template <class Kind>
std::optional<Remembered<Kind>> unpacked(std::string_view bytes, const Limits& limits) {
    std::size_t length = 0;
    const auto digits = bytes.substr(0, kLengthDigits);
    if (std::from_chars(digits.data(), digits.data() + digits.size(), length).ec != std::errc{} || bytes.size() < kLengthDigits + length) return {};
    auto answer = record::answer_from_wire(bytes.substr(kLengthDigits, length), limits);
    auto* kind = answer ? std::get_if<Kind>(&*answer) : nullptr;
    if (!kind) return {};
    const auto pixels = bytes.substr(kLengthDigits + length);
    Picture picture;
    if (const auto* shape = shape_in(*kind)) {
        picture = {shape->width, shape->height, shape->channels, shape->dpi, {pixels.begin(), pixels.end()}};
        if (!picture.consistent()) return {};
    }
    return Remembered<Kind>{std::move(*kind), std::move(picture)};
}

Error ending(std::optional<int> status) {
    if (!status) return {ErrorKind::crashed, {}, 0, "the reader ended, and so did its server"};
    if (WIFSIGNALED(*status)) {
        const int signal = WTERMSIG(*status);
        const std::string named = "the reader ended by signal " + std::to_string(signal) + " (" + ::strsignal(signal) + ")";
        if (signal == SIGXCPU) return {ErrorKind::out_of_time, {}, 0, named};
        // Nobody but the kernel, when memory runs out, kills a reader that we do not kill ourselves.
        if (signal == SIGKILL) return {ErrorKind::out_of_memory, {}, 0, named};
        return {ErrorKind::crashed, {}, 0, named};
    }
    return {ErrorKind::crashed, {}, 0, "the reader ended with status " + std::to_string(WEXITSTATUS(*status))};
}

}  // namespace

struct Reader::Parts {
    std::shared_ptr<ServerLink> server;
    std::optional<Process> process;
    std::string opened;      ///< path and hash of the file that the process has open
    record::Tally tally;     ///< counted here, not by the reader

    [[nodiscard]] const Limits& limits() const { return server->setup().limits; }

    /// The reader broke a rule or its time: it goes, and the next call gets a fresh one.
    Error lose(Error error, bool kill) {
        server->count_loss();
        const auto status = server->end(*process, kill);
        process.reset();
        opened.clear();
        return kill ? error : ending(status);
    }

    Result<Reply> ask(const record::Request& request, const Descriptor* file, double seconds) {
        if (!process) {
            auto fresh = server->fork_reader();
            if (!fresh) return tl::unexpected(fresh.error());
            process = std::move(*fresh);
        }
        std::vector<int> descriptors;
        if (file) descriptors.push_back(file->get());
        const auto deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
        if (auto sent = send(process->socket.get(), record::to_wire(request), descriptors); !sent)
            return tl::unexpected(lose(sent.error(), false));
        const Sizes most{limits().message_bytes, static_cast<std::size_t>(limits().entries) + 16};
        auto message = receive(process->socket.get(), most, &deadline);
        if (!message) return tl::unexpected(lose(message.error(), message.error().kind != ErrorKind::io));
        auto answer = record::answer_from_wire(message->payload, limits());
        if (!answer) return tl::unexpected(lose(answer.error(), true));
        if (const auto* error = std::get_if<Error>(&*answer)) {
            // What is left of its address space is in pieces: the next call deserves a fresh one.
            if (error->kind == ErrorKind::out_of_memory) return tl::unexpected(lose(*error, true));
            return tl::unexpected(*error);
        }
        return Reply{std::move(*answer), std::move(message->descriptors)};
    }

    /// Asks for an answer of one kind; another kind breaks the form.
    template <class Kind>
    Result<std::pair<Kind, std::vector<Descriptor>>> ask_for(const record::Request& request, const Descriptor* file, double seconds) {
        auto reply = ask(request, file, seconds);
        if (!reply) return tl::unexpected(reply.error());
        auto* kind = std::get_if<Kind>(&reply->answer);
        if (!kind) return tl::unexpected(lose({ErrorKind::broken_form, {}, 0, "an answer to another question"}, true));
        return std::pair{std::move(*kind), std::move(reply->descriptors)};
    }

    /// What an earlier reader answered to this question about this content.
    template <class Kind>
    std::optional<Remembered<Kind>> recall(const Member& member, const record::Request& question) const {
        const auto& memory = server->setup().memory;
        if (!memory.find || member.sha256.empty()) return {};
        const auto kept = memory.find(key_of(member, question));
        return kept ? unpacked<Kind>(*kept, limits()) : std::nullopt;
    }

    void keep(const Member& member, const record::Request& question, const record::Answer& answer, const Picture& picture) const {
        const auto& memory = server->setup().memory;
        if (memory.keep && !member.sha256.empty()) memory.keep(key_of(member, question), packed(answer, picture));
    }

    template <class T>
    Result<T> or_lose(Result<T> result) {
        if (!result) return tl::unexpected(lose(result.error(), true));
        return result;
    }

    void count(const std::vector<Member>& members) {
        tally.entries += static_cast<int>(members.size());
        for (const auto& member : members) tally.bytes += member.size;
    }

    Result<FileAnswer> open_file(const Member& member) {
        if (!member.bytes) return fail(ErrorKind::internal, "a member without bytes cannot be read", member.path);
        auto asked = ask_for<record::OpenFileAnswer>(record::OpenFileRequest{member.path, member.media_type, tally}, &member.bytes,
                                                     limits().intake_seconds);
        if (!asked) return tl::unexpected(asked.error());
        auto& [answer, descriptors] = *asked;
        auto attachments = or_lose(members_from(std::move(answer.attachments), std::move(descriptors)));
        if (!attachments) return tl::unexpected(attachments.error());
        opened = member.path + '\n' + member.sha256;
        return FileAnswer{answer.page_count, std::move(answer.facts), std::move(*attachments)};
    }

    /// Makes sure that the process, perhaps a fresh one, has this file open.
    Done have_open(const Member& member) {
        if (process && opened == member.path + '\n' + member.sha256) return {};
        auto answer = open_file(member);
        if (!answer) return tl::unexpected(answer.error());
        return {};
    }
};

namespace {

/// Says where an error happened, when the reader did not.
template <class T>
Result<T> at(Result<T> result, const std::string& path, int page = 0) {
    if (!result && result.error().path.empty()) result.error().path = path;
    if (!result && result.error().page == 0) result.error().page = page;
    return result;
}

}  // namespace

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::Reader(Reader&&) noexcept = default;

Reader& Reader::operator=(Reader&& other) noexcept {
    std::swap(parts_, other.parts_);
    return *this;
}

Reader::~Reader() {
    if (parts_ && parts_->process) parts_->server->forget(*parts_->process);
}

Result<Opened> Reader::open(const std::string& name, int fd) {
    const Descriptor copy(::fcntl(fd, F_DUPFD_CLOEXEC, 0));
    if (!copy) return fail(ErrorKind::io, std::strerror(errno), name);
    parts_->opened.clear();
    auto asked = at(parts_->ask_for<record::OpenAnswer>(record::OpenRequest{name, parts_->tally}, &copy, parts_->limits().intake_seconds), name);
    if (!asked) return tl::unexpected(asked.error());
    auto& [answer, descriptors] = *asked;
    auto members = at(parts_->or_lose(members_from(std::move(answer.entries), std::move(descriptors))), name);
    if (!members) return tl::unexpected(members.error());
    parts_->count(*members);
    return Opened{std::move(*members), std::move(answer.mailed_on)};
}

Result<FileAnswer> Reader::open_file(const Member& member) {
    auto answer = at(parts_->open_file(member), member.path);
    if (answer) parts_->count(answer->attachments);
    return answer;
}

Result<PageAnswer> Reader::read_page(const Member& member, int page) {
    const record::ReadPageRequest question{page};
    if (auto kept = parts_->recall<record::ReadPageAnswer>(member, question); kept && kept->answer.reading.number == page)
        return PageAnswer{std::move(kept->answer.reading), std::move(kept->picture)};  // no seconds were spent
    if (auto open = parts_->have_open(member); !open) return at(Result<PageAnswer>(tl::unexpected(open.error())), member.path, page);
    auto asked = at(parts_->ask_for<record::ReadPageAnswer>(question, nullptr, parts_->limits().page_seconds), member.path, page);
    if (!asked) return tl::unexpected(asked.error());
    auto& [answer, descriptors] = *asked;
    const bool form = descriptors.size() == 1 && answer.reading.number == page;
    auto view = form ? picture_from(answer.view, descriptors[0]) : Result<Picture>(broken("a page without its picture"));
    view = at(parts_->or_lose(std::move(view)), member.path, page);
    if (!view) return tl::unexpected(view.error());
    parts_->keep(member, question, answer, *view);
    return PageAnswer{std::move(answer.reading), std::move(*view), answer.seconds_pages, answer.seconds_ocr, answer.seconds_marks};
}

Result<CropAnswer> Reader::look_again(const Member& member, const CropRequest& request) {
    if (auto kept = parts_->recall<CropAnswer>(member, request)) return std::move(kept->answer);
    if (auto open = parts_->have_open(member); !open) return at(Result<CropAnswer>(tl::unexpected(open.error())), member.path, request.page);
    auto asked = at(parts_->ask_for<CropAnswer>(request, nullptr, parts_->limits().page_seconds), member.path, request.page);
    if (!asked) return tl::unexpected(asked.error());
    parts_->keep(member, request, asked->first, {});
    return std::move(asked->first);
}

Result<Picture> Reader::picture(const Member& member, int page, const Box& box, double dpi, std::optional<int> rotation) {
    const record::PictureRequest question{page, box, dpi, rotation};
    if (auto kept = parts_->recall<record::PictureShape>(member, question)) return std::move(kept->picture);
    if (auto open = parts_->have_open(member); !open) return at(Result<Picture>(tl::unexpected(open.error())), member.path, page);
    auto asked = at(parts_->ask_for<record::PictureShape>(question, nullptr, parts_->limits().page_seconds), member.path, page);
    if (!asked) return tl::unexpected(asked.error());
    const auto& [shape, descriptors] = *asked;
    auto picture = descriptors.size() == 1 ? picture_from(shape, descriptors[0]) : Result<Picture>(broken("a picture without pixels"));
    picture = at(parts_->or_lose(std::move(picture)), member.path, page);
    if (picture) parts_->keep(member, question, shape, *picture);
    return picture;
}

struct Server::Parts {
    std::shared_ptr<ServerLink> link;
};

Server::Server(std::shared_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

Result<Server> Server::start(const Setup& setup) {
    auto link = std::make_shared<ServerLink>(setup);
    if (auto started = link->start(); !started) return tl::unexpected(started.error());
    return Server(std::make_shared<Parts>(Parts{std::move(link)}));
}

Result<Reader> Server::reader() {
    auto process = parts_->link->fork_reader();
    if (!process) return tl::unexpected(process.error());
    auto parts = std::make_unique<Reader::Parts>();
    parts->server = parts_->link;
    parts->process = std::move(*process);
    return Reader(std::move(parts));
}

std::vector<Protection> Server::protections() const { return parts_->link->protections(); }
int Server::losses() const { return parts_->link->losses(); }

}  // namespace paraphe::reader
