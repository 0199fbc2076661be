#include "intake/mail.hpp"

#include "intake/members.hpp"
#include "intake/names.hpp"

#include <gmime/gmime.h>
#include <memory>
#include <mutex>
#include <string>

namespace paraphe::intake {
namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

struct FreeText {
    void operator()(char* text) const { g_free(text); }
};

constexpr int deepest_part = 64;  // GMime itself stops at 1024; no mail program nests this deep

/// GMime keeps tables for the whole process, which must stand before the first message.
void prepare() {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

/// The bytes of a part, decoded.
Bytes decoded(GMimePart* part) {
    auto* content = g_mime_part_get_content(part);
    if (!content) return {};
    const Owned<GMimeStream> memory{g_mime_stream_mem_new()};
    g_mime_data_wrapper_write_to_stream(content, memory.get());
    const auto* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return array && array->len ? Bytes(array->data, array->data + array->len) : Bytes{};
}

Bytes written(GMimeMessage* message) {
    const Owned<GMimeStream> memory{g_mime_stream_mem_new()};
    g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, memory.get());
    const auto* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return array && array->len ? Bytes(array->data, array->data + array->len) : Bytes{};
}

std::string text_of(const char* text) { return text ? text : ""; }

class Walk {
public:
    Walk(const Limits& limits, Tally& tally) : members_{limits, tally} {}

    Contents run(GMimeMessage* message) {
        part(g_mime_message_get_mime_part(message), 0);
        if (has_body_) members_.ignore("message.txt", body_size_, "message_body");
        return members_.take();
    }

private:
    void part(GMimeObject* object, int depth) {
        if (!object || members_.full()) return;
        if (depth > deepest_part) return members_.stop("too_large", "parts nested too deep");
        if (GMIME_IS_MULTIPART(object)) {
            auto* multipart = GMIME_MULTIPART(object);
            const int count = g_mime_multipart_get_count(multipart);
            for (int i = 0; i < count && !members_.full(); ++i) part(g_mime_multipart_get_part(multipart, i), depth + 1);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            message(object);
        } else if (GMIME_IS_PART(object)) {
            leaf(GMIME_PART(object));
        }
    }

    void message(GMimeObject* object) {
        auto* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        if (!inner) return;
        std::string name = text_of(g_mime_object_get_content_disposition_parameter(object, "filename"));
        if (name.empty()) name = text_of(g_mime_message_get_subject(inner));
        if (name.empty()) name = "message";
        for (auto& c : name)
            if (c == '/' || c == '\\') c = '-';
        if (!name.ends_with(".eml")) name += ".eml";
        members_.add(name, written(inner));
    }

    void leaf(GMimePart* part) {
        auto* object = GMIME_OBJECT(part);
        auto* type = g_mime_object_get_content_type(object);
        const char* file_name = g_mime_part_get_filename(part);
        const auto content = decoded(part);
        const bool attached = g_ascii_strcasecmp(text_of(g_mime_object_get_disposition(object)).c_str(), "attachment") == 0;
        const bool words = g_mime_content_type_is_type(type, "text", "*") || g_mime_content_type_is_type(type, "message", "*");
        ++number_;
        if (g_mime_content_type_is_type(type, "application", "pkcs7-signature") ||
            g_mime_content_type_is_type(type, "application", "x-pkcs7-signature") ||
            g_mime_content_type_is_type(type, "application", "pgp-signature"))
            return members_.ignore(file_name ? file_name : "signature.p7s", content.size(), "mail_signature");
        if (words && !file_name && !attached) {
            has_body_ = true;
            body_size_ += content.size();
            return;
        }
        members_.add(file_name && *file_name ? std::string{file_name} : "partie-" + std::to_string(number_), content);
    }

    Members members_;
    int number_ = 0;
    bool has_body_ = false;
    std::uint64_t body_size_ = 0;
};

std::optional<std::string> date_of(GMimeMessage* message) {
    auto* date = g_mime_message_get_date(message);
    if (!date || g_date_time_get_year(date) < 1990) return {};
    const std::unique_ptr<char, FreeText> text{g_date_time_format(date, "%Y-%m-%d")};
    return text ? std::optional<std::string>{text.get()} : std::nullopt;
}

}  // namespace

Contents read_mail(std::span<const unsigned char> bytes, const Limits& limits, Tally& tally) {
    prepare();
    const Owned<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(reinterpret_cast<const char*>(bytes.data()), bytes.size())};
    const Owned<GMimeParser> parser{g_mime_parser_new_with_stream(stream.get())};
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    auto* options = g_mime_parser_options_new();
    const char* charsets[] = {"utf-8", "windows-1252", nullptr};  // for headers in raw 8-bit letters
    g_mime_parser_options_set_fallback_charsets(options, charsets);
    const Owned<GMimeMessage> message{g_mime_parser_construct_message(parser.get(), options)};
    g_mime_parser_options_free(options);
    if (!message) {
        Contents out;
        out.reason = "damaged";
        out.detail = "no message could be read";
        return out;
    }
    auto out = Walk{limits, tally}.run(message.get());
    out.mailed_on = date_of(message.get());
    return out;
}

}  // namespace paraphe::intake
