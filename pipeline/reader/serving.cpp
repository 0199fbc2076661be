#include "reader/serving.hpp"

#include "intake/intake.hpp"
#include "pages/pages.hpp"
#include "reader/box_picture.hpp"
#include "reader/channel.hpp"
#include "reader/mapped.hpp"
#include "reader/reading.hpp"
#include "record/messages.hpp"

#include <algorithm>
#include <chrono>
#include <list>
#include <new>
#include <opencv2/core.hpp>
#include <optional>

namespace paraphe::reader {

namespace {

/// An answer and what follows it as descriptors.
struct Reply {
    record::Answer answer;
    std::vector<Descriptor> descriptors;
};

Reply refusal(Error error) { return {std::move(error), {}}; }
Reply refusal(ErrorKind kind, std::string detail) { return {Error{kind, {}, 0, std::move(detail)}, {}}; }

Result<Descriptor> sealed_pixels(const Picture& picture) { return sealed({picture.pixels.data(), picture.pixels.size()}); }

record::PictureShape shape_of(const Picture& picture) { return {picture.width, picture.height, picture.channels, picture.dpi}; }

/// The state of one reader between requests.
class Session {
public:
    Session(const Engines& engines, const Limits& limits) : engines_(engines), limits_(limits) {}

    Reply answer(const record::Request& request, std::vector<Descriptor>& descriptors) {
        if (const auto* open = std::get_if<record::OpenRequest>(&request)) return open_dossier(*open, descriptors);
        if (const auto* open = std::get_if<record::OpenFileRequest>(&request)) return open_file(*open, descriptors);
        if (!file_) return refusal(ErrorKind::internal, "no file is open");
        if (const auto* read = std::get_if<record::ReadPageRequest>(&request)) return read_one_page(read->page);
        if (const auto* crop = std::get_if<CropRequest>(&request)) return second_look(*crop);
        return picture(std::get<record::PictureRequest>(request));
    }

private:
    Reply open_dossier(const record::OpenRequest& request, const std::vector<Descriptor>& descriptors) {
        if (descriptors.size() != 1) return refusal(ErrorKind::internal, "no file came with the request");
        const auto mapped = Mapped::open(descriptors[0], limits_.total_bytes);
        if (!mapped) return refusal(mapped.error());
        intake::Tally tally{request.tally.entries, request.tally.bytes};
        auto opened = intake::open(request.name, mapped->bytes(), limits_, tally);
        Reply reply;
        auto entries = hand_over(opened.entries, reply.descriptors);
        if (!entries) return refusal(entries.error());
        reply.answer = record::OpenAnswer{std::move(*entries), std::move(opened.mailed_on)};
        return reply;
    }

    /// The bytes of each entry go into a sealed memfd, and leave this process's memory at once.
    static Result<std::vector<record::Entry>> hand_over(std::vector<intake::Entry>& entries, std::vector<Descriptor>& descriptors) {
        std::vector<record::Entry> out;
        for (auto& entry : entries) {
            record::Entry each;
            each.path = entry.path;
            each.sha256 = entry.sha256;
            each.media_type = entry.media_type;
            each.size = entry.size;
            each.reason = entry.reason;
            each.detail = entry.detail;
            each.has_pages = entry.kind == intake::Kind::pages;
            each.office = entry.kind == intake::Kind::office;
            // A file of the dossier's own ("deposited_on") is ignored as a piece, and its bytes are wanted all the same.
            each.bytes = each.has_pages || each.office || (entry.kind == intake::Kind::ignored && !entry.bytes.empty());
            if (entry.kind == intake::Kind::ignored) each.status = FileStatus::ignored;
            if (entry.kind == intake::Kind::unreadable) each.status = FileStatus::unreadable;
            if (each.bytes) {
                each.size = entry.bytes.size();
                auto memory = sealed(entry.bytes);
                if (!memory) return tl::unexpected(memory.error());
                descriptors.push_back(std::move(*memory));
                entry.bytes = intake::Bytes{};
            }
            out.push_back(std::move(each));
        }
        return out;
    }

    Reply open_file(const record::OpenFileRequest& request, const std::vector<Descriptor>& descriptors) {
        if (descriptors.size() != 1) return refusal(ErrorKind::internal, "no file came with the request");
        pages_.clear();
        file_.reset();
        auto mapped = Mapped::open(descriptors[0], limits_.file_bytes);
        if (!mapped) return refusal(mapped.error());
        bytes_ = std::move(*mapped);
        auto file = pages::File::open(bytes_.bytes(), request.media_type, limits_);
        if (!file) return refusal(file.error());
        file_.emplace(std::move(*file));

        Reply reply;
        record::OpenFileAnswer answer{file_->page_count(), file_->facts(), {}};
        intake::Tally tally{request.tally.entries, request.tally.bytes};
        for (const auto& attachment : file_->attachments()) {
            auto opened = intake::open(request.path + "!/" + attachment.name, attachment.bytes, limits_, tally);
            auto entries = hand_over(opened.entries, reply.descriptors);
            if (!entries) return refusal(entries.error());
            std::ranges::move(*entries, std::back_inserter(answer.attachments));
        }
        reply.answer = std::move(answer);
        return reply;
    }

    Reply read_one_page(int number) {
        const auto start = Clock::now();
        auto prepared = file_->page(number);
        if (!prepared) return refusal(prepared.error());
        const double seconds_pages = std::chrono::duration<double>(Clock::now() - start).count();
        const auto read = read_page(*prepared, engines_);
        if (!record::within_counts(read.reading, limits_)) return refusal(ErrorKind::too_large, "more words or marks than the limits allow");
        auto pixels = sealed_pixels(prepared->view);
        if (!pixels) return refusal(pixels.error());
        Reply reply;
        reply.answer = record::ReadPageAnswer{read.reading, shape_of(prepared->view), seconds_pages, read.seconds_ocr, read.seconds_marks};
        reply.descriptors.push_back(std::move(*pixels));
        remember(std::move(*prepared));
        return reply;
    }

    const pages::Page& remember(pages::Page page) {
        constexpr std::size_t kept_pages = 2;  // some 35 MB each; questions about a page follow one another
        if (pages_.size() == kept_pages) pages_.pop_back();
        pages_.push_front(std::move(page));
        return pages_.front();
    }

    /// The page standing upright. Of one that was read before, perhaps by another process, the rotation is known; else it is read to know it.
    Result<const pages::Page*> page(int number, std::optional<int> rotation) {
        const auto kept = std::ranges::find(pages_, number, &pages::Page::number);
        if (kept != pages_.end()) {
            pages_.splice(pages_.begin(), pages_, kept);
            return &pages_.front();
        }
        auto prepared = file_->page(number);
        if (!prepared) return tl::unexpected(prepared.error());
        if (!rotation) static_cast<void>(read_page(*prepared, engines_));
        else if (*rotation != prepared->rotation) pages::turn(*prepared, (*rotation - prepared->rotation + 360) % 360);
        return &remember(std::move(*prepared));
    }

    Reply second_look(const CropRequest& request) {
        const auto upright = page(request.page, request.rotation);
        if (!upright) return refusal(upright.error());
        return {look_again(**upright, request, engines_), {}};
    }

    Reply picture(const record::PictureRequest& request) {
        const auto upright = page(request.page, request.rotation);
        if (!upright) return refusal(upright.error());
        const Picture cut = box_picture(**upright, request.box, request.dpi, limits_.pixels);
        auto pixels = sealed_pixels(cut);
        if (!pixels) return refusal(pixels.error());
        Reply reply{shape_of(cut), {}};
        reply.descriptors.push_back(std::move(*pixels));
        return reply;
    }

    const Engines& engines_;
    const Limits& limits_;
    Mapped bytes_;                     ///< outlives `file_`, which borrows it
    std::optional<pages::File> file_;
    std::list<pages::Page> pages_;     ///< prepared and upright, the last used first
};

/// Parsers throw what they like; a reader answers all the same.
Reply answer(Session& session, const Message& message, std::vector<Descriptor>& descriptors) {
    const auto request = record::request_from_wire(message.payload);
    if (!request) return refusal(request.error());
    try {
        return session.answer(*request, descriptors);
    } catch (const std::bad_alloc&) {
        return refusal(ErrorKind::out_of_memory, "the memory of one reader is used up");
    } catch (const cv::Exception& error) {
        return refusal(error.code == cv::Error::StsNoMem ? ErrorKind::out_of_memory : ErrorKind::internal, error.what());
    } catch (const std::exception& error) {
        return refusal(ErrorKind::damaged, error.what());
    }
}

}  // namespace

void serve(const Descriptor& socket, const Engines& engines, const Limits& limits) {
    Session session(engines, limits);
    for (;;) {
        auto message = receive(socket.get(), {limits.message_bytes, 1}, nullptr);
        if (!message) return;
        const Reply reply = answer(session, *message, message->descriptors);
        std::vector<int> descriptors;
        for (const auto& each : reply.descriptors) descriptors.push_back(each.get());
        if (!send(socket.get(), record::to_wire(reply.answer), descriptors)) return;
    }
}

}  // namespace paraphe::reader
