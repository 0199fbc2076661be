#include "record/messages.hpp"

#include "record/conversions.hpp"

namespace paraphe::record {

std::string to_wire(const FromServer& from_server) {
    wire::FromServer message;
    std::visit(Overloaded{
                   [&](const Ready& ready) {
                       auto& into = *message.mutable_ready();
                       if (ready.failure) put(*ready.failure, *into.mutable_failure());
                       for (const auto& protection : ready.protections) {
                           auto& each = *into.add_protections();
                           each.set_name(clean(protection.name, word_length));
                           each.set_active(protection.active);
                           each.set_detail(clean(protection.detail, text_length));
                       }
                   },
                   [&](const Forked& forked) { message.set_forked(forked.pid); },
                   [&](const Error& error) { put(error, *message.mutable_refused()); },
                   [&](const Ended& ended) {
                       message.mutable_ended()->set_pid(ended.pid);
                       message.mutable_ended()->set_wait_status(ended.wait_status);
                   },
               },
               from_server);
    return message.SerializeAsString();
}

Result<FromServer> from_server(std::string_view bytes) {
    constexpr std::int64_t largest = 1 << 30;
    wire::FromServer message;
    if (!parse(bytes, message)) return no_message();
    Form form(OutOfRange::refuse);
    switch (message.of_case()) {
        case wire::FromServer::kReady: {
            Ready ready;
            if (message.ready().has_failure()) ready.failure = take(message.ready().failure(), form);
            if (form.count(message.ready().protections_size(), 100, "protections"))
                for (const auto& each : message.ready().protections())
                    ready.protections.push_back({form.word(each.name(), "protection.name"),
                                                 form.flag(each.has_active(), each.active(), "protection.active"),
                                                 form.text(each.detail(), text_length, "protection.detail")});
            return checked<FromServer>(std::move(ready), form);
        }
        case wire::FromServer::kForked: return checked<FromServer>(Forked{form.integer(true, message.forked(), 1, largest, "forked")}, form);
        case wire::FromServer::kRefused: return checked<FromServer>(take(message.refused(), form), form);
        case wire::FromServer::kEnded: {
            const auto& ended = message.ended();
            return checked<FromServer>(Ended{form.integer(ended.has_pid(), ended.pid(), 1, largest, "ended.pid"),
                                             form.integer(ended.has_wait_status(), ended.wait_status(), 0, largest, "ended.wait_status")},
                                       form);
        }
        case wire::FromServer::OF_NOT_SET: break;
    }
    return no_message();
}

std::string to_wire(const Limits& limits) {
    wire::Limits message;
    message.set_entries(limits.entries);
    message.set_nesting(limits.nesting);
    message.set_file_bytes(limits.file_bytes);
    message.set_total_bytes(limits.total_bytes);
    message.set_ratio(limits.ratio);
    message.set_ratio_from(limits.ratio_from);
    message.set_pages(limits.pages);
    message.set_pixels(limits.pixels);
    message.set_page_seconds(limits.page_seconds);
    message.set_intake_seconds(limits.intake_seconds);
    message.set_reader_memory(limits.reader_memory);
    message.set_message_bytes(limits.message_bytes);
    message.set_words(limits.words);
    message.set_side(limits.side);
    return message.SerializeAsString();
}

Result<Limits> limits_from_wire(std::string_view bytes) {
    wire::Limits message;
    if (!parse(bytes, message)) return no_message();
    constexpr std::int64_t largest = 1 << 30;
    Form form(OutOfRange::refuse);
    Limits out;
    out.entries = form.integer(message.has_entries(), message.entries(), 1, largest, "limits.entries");
    out.nesting = form.integer(message.has_nesting(), message.nesting(), 0, 1000, "limits.nesting");
    form.require(message.has_file_bytes() && message.has_total_bytes() && message.has_ratio_from(), "limits.bytes");
    out.file_bytes = message.file_bytes();
    out.total_bytes = message.total_bytes();
    out.ratio = form.number(message.has_ratio(), message.ratio(), 1, 1e9, "limits.ratio");
    out.ratio_from = message.ratio_from();
    out.pages = form.integer(message.has_pages(), message.pages(), 1, largest_page, "limits.pages");
    form.require(message.has_pixels() && message.pixels() > 0, "limits.pixels");
    out.pixels = message.pixels();
    out.page_seconds = form.number(message.has_page_seconds(), message.page_seconds(), 0.01, 86'400, "limits.page_seconds");
    out.intake_seconds = form.number(message.has_intake_seconds(), message.intake_seconds(), 0.01, 86'400, "limits.intake_seconds");
    form.require(message.has_reader_memory() && message.has_message_bytes(), "limits.memory");
    out.reader_memory = static_cast<std::size_t>(message.reader_memory());
    out.message_bytes = static_cast<std::size_t>(message.message_bytes());
    out.words = form.integer(message.has_words(), message.words(), 1, largest, "limits.words");
    out.side = form.integer(message.has_side(), message.side(), 1, largest, "limits.side");
    return checked(out, form);
}

}  // namespace paraphe::record
