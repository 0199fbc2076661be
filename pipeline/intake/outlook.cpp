#include "intake/outlook.hpp"

#include "intake/members.hpp"
#include "intake/names.hpp"

#include <chrono>
#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-utils.h>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unicode/utf8.h>

namespace paraphe::intake {
namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

constexpr int deepest_message = 4;
constexpr int most_children = 4096;

/// libgsf keeps tables for the whole process, which must stand before the first file.
void prepare() {
    static std::once_flag once;
    std::call_once(once, [] { gsf_init(); });
}

Owned<GsfInfile> open_compound(std::span<const unsigned char> bytes) {
    prepare();
    const Owned<GsfInput> input{gsf_input_memory_new(bytes.data(), static_cast<gsf_off_t>(bytes.size()), FALSE)};
    return Owned<GsfInfile>{input ? gsf_infile_msole_new(input.get(), nullptr) : nullptr};
}

Owned<GsfInput> child(GsfInfile* storage, const char* name) { return Owned<GsfInput>{gsf_infile_child_by_name(storage, name)}; }

/// libgsf gives every child the type of a storage; a stream has no list of children.
bool is_storage(GsfInput* input) { return input && GSF_IS_INFILE(input) && gsf_infile_num_children(GSF_INFILE(input)) >= 0; }

std::optional<Bytes> stream(GsfInfile* storage, const char* name, std::uint64_t at_most) {
    const auto input = child(storage, name);
    if (!input || is_storage(input.get())) return {};
    const auto size = gsf_input_size(input.get());
    if (size < 0 || static_cast<std::uint64_t>(size) > at_most) return {};
    Bytes out(static_cast<std::size_t>(size));
    if (size > 0 && !gsf_input_read(input.get(), out.size(), out.data())) return {};
    return out;
}

std::string from_utf16(const Bytes& bytes) {
    std::string out;
    const auto unit = [&](std::size_t i) { return static_cast<UChar32>(bytes[i] | bytes[i + 1] << 8); };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        UChar32 c = unit(i);
        if (c == 0) break;
        if (c >= 0xd800 && c < 0xdc00 && i + 3 < bytes.size() && unit(i + 2) >= 0xdc00 && unit(i + 2) < 0xe000) {
            c = 0x10000 + ((c - 0xd800) << 10) + (unit(i + 2) - 0xdc00);
            i += 2;
        } else if (c >= 0xd800 && c < 0xe000) {
            c = 0xfffd;
        }
        uint8_t text[U8_MAX_LENGTH];
        int32_t n = 0;
        U8_APPEND_UNSAFE(text, n, c);
        out.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(n));
    }
    return out;
}

/// A text property: type 001F is UTF-16, 001E the sender's code page.
std::string text(GsfInfile* storage, const std::string& tag) {
    constexpr std::uint64_t longest = 64u << 10;
    if (const auto wide = stream(storage, ("__substg1.0_" + tag + "001F").c_str(), longest)) return from_utf16(*wide);
    if (const auto narrow = stream(storage, ("__substg1.0_" + tag + "001E").c_str(), longest)) {
        const std::string bytes{narrow->begin(), narrow->end()};
        const RawName raw{bytes.substr(0, bytes.find('\0')), false};
        return decode_names(std::span{&raw, 1}).front();
    }
    return {};
}

/// PidTagClientSubmitTime or, failing it, PidTagMessageDeliveryTime, from the fixed-length properties after a header of 32 bytes
/// (MS-OXMSG 2.4.1.1): 100 ns since 1601.
std::optional<std::string> date_of(GsfInfile* message) {
    const auto properties = stream(message, "__properties_version1.0", 1u << 20);
    if (!properties) return {};
    const auto number = [&](std::size_t at, int length) {
        std::uint64_t value = 0;
        for (int i = length - 1; i >= 0; --i) value = value << 8 | (*properties)[at + static_cast<std::size_t>(i)];
        return value;
    };
    for (const std::uint64_t tag : {0x00390040u, 0x0e060040u}) {
        for (std::size_t at = 32; at + 16 <= properties->size(); at += 16) {
            if (number(at, 4) != tag) continue;
            const auto days = static_cast<long>(number(at + 8, 8) / 10'000'000u / 86'400u);
            const std::chrono::sys_days day = std::chrono::sys_days{std::chrono::year{1601} / 1 / 1} + std::chrono::days{days};
            if (day > std::chrono::sys_days{std::chrono::year{1990} / 1 / 1} && day < std::chrono::sys_days{std::chrono::year{2200} / 1 / 1})
                return to_iso(Date{day});
        }
    }
    return {};
}

class Walk {
public:
    Walk(const Limits& limits, Tally& tally) : limits_{limits}, members_{limits, tally} {}

    Contents run(GsfInfile* message) {
        read(message, "", 0);
        return members_.take();
    }

private:
    void read(GsfInfile* message, const std::string& folder, int depth) {
        if (depth > deepest_message) return members_.stop("too_large", "messages nested too deep");
        for (const char* body : {"__substg1.0_1000001F", "__substg1.0_1000001E", "__substg1.0_10130102", "__substg1.0_10090102"}) {
            const auto input = child(message, body);
            if (!input) continue;
            members_.ignore(folder + "message.txt", static_cast<std::uint64_t>(std::max<gsf_off_t>(0, gsf_input_size(input.get()))), "message_body");
            break;
        }
        const int children = gsf_infile_num_children(message);
        for (int i = 0; i < std::min(children, most_children) && !members_.full(); ++i) {
            const char* name = gsf_infile_name_by_index(message, i);
            if (!name || !std::string_view{name}.starts_with("__attach_version1.0_")) continue;
            const Owned<GsfInput> input{gsf_infile_child_by_index(message, i)};
            if (is_storage(input.get())) attachment(GSF_INFILE(input.get()), folder, depth);
        }
    }

    void attachment(GsfInfile* storage, const std::string& folder, int depth) {
        std::string name;
        for (const char* tag : {"3707", "3704", "3001"})
            if (name.empty()) name = text(storage, tag);
        if (name.empty()) name = "partie-" + std::to_string(++number_);
        if (const auto data = child(storage, "__substg1.0_37010102"); data && !is_storage(data.get())) {
            const auto bytes = stream(storage, "__substg1.0_37010102", limits_.file_bytes);
            if (bytes) members_.add(folder + name, *bytes);
            else members_.stop("damaged", "the attachment " + name + " cannot be read");
            return;
        }
        const auto inner = child(storage, "__substg1.0_3701000D");
        if (is_storage(inner.get())) {
            for (auto& c : name)
                if (c == '/' || c == '\\') c = '-';
            read(GSF_INFILE(inner.get()), folder + name + ".msg!/", depth + 1);
        }
    }

    const Limits& limits_;
    Members members_;
    int number_ = 0;
};

}  // namespace

Compound compound_kind(std::span<const unsigned char> bytes) {
    const auto root = open_compound(bytes);
    if (!root) return Compound::broken;
    const auto has = [&](const char* name) { return static_cast<bool>(child(root.get(), name)); };
    if (has("EncryptedPackage")) return Compound::encrypted;
    if (has("__properties_version1.0")) return Compound::message;
    if (has("WordDocument")) return Compound::word;
    if (has("Workbook") || has("Book")) return Compound::excel;
    return Compound::other;
}

Contents read_outlook(std::span<const unsigned char> bytes, const Limits& limits, Tally& tally) {
    const auto root = open_compound(bytes);
    if (!root) {
        Contents out;
        out.reason = "damaged";
        out.detail = "the message's container cannot be read";
        return out;
    }
    auto out = Walk{limits, tally}.run(root.get());
    out.mailed_on = date_of(root.get());
    return out;
}

}  // namespace paraphe::intake
