#include "intake/intake.hpp"

#include "intake/archive.hpp"
#include "intake/mail.hpp"
#include "intake/media_type.hpp"
#include "intake/names.hpp"
#include "intake/outlook.hpp"

#include <cstdio>
#include <new>
#include <openssl/evp.h>
#include <set>
#include <utility>

namespace paraphe::intake {
namespace {

using Span = std::span<const unsigned char>;

constexpr std::size_t deposit_note = 64;  // bytes; a date fits in

std::string sha256(Span bytes) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_sha256(), nullptr) != 1) return {};
    std::string hex;
    for (unsigned int i = 0; i < length; ++i) {
        char two[3];
        std::snprintf(two, sizeof two, "%02x", digest[i]);
        hex += two;
    }
    return hex;
}

/// The file `deposited_on` beside the pieces, at the top of the dossier or of its archive.
bool deposit_name(std::string_view path) {
    const auto inner = path.find("!/");
    const auto name = inner == std::string_view::npos ? path : path.substr(inner + 2);
    return name == "deposited_on" || name == "deposited_on.txt";
}

class Opening {
public:
    Opening(const Limits& limits, Tally& tally) : limits_{limits}, tally_{tally} {}

    void file(const std::string& path, Bytes bytes, int depth) {
        const auto type = sniff_(bytes, path);
        switch (type.door) {
            case Door::archive:
            case Door::mail:
            case Door::outlook: return container(path, bytes, type, depth);
            default: return leaf(path, std::move(bytes), type);
        }
    }

    Opened take() { return std::move(out_); }

private:
    void leaf(const std::string& path, Bytes bytes, const MediaType& type) {
        Entry entry = entry_of(path, bytes, type.name);
        entry.kind = type.door == Door::pages ? Kind::pages : type.door == Door::office ? Kind::office : Kind::unreadable;
        if (entry.kind == Kind::unreadable) {
            entry.reason = type.reason;
            if (type.door == Door::text) entry.kind = Kind::ignored;
            if (system_name(path)) entry.kind = Kind::ignored, entry.reason = "system_file";
            if (type.door == Door::text && deposit_name(path)) entry.reason = "deposited_on";
            const bool keep = entry.reason == "deposited_on" && bytes.size() <= deposit_note;
            if (!keep) bytes = {};
        }
        entry.bytes = std::move(bytes);
        push(std::move(entry));
    }

    void container(const std::string& path, const Bytes& bytes, const MediaType& type, int depth) {
        if (depth >= limits_.nesting)
            return refuse(entry_of(path, bytes, type.name), "too_large", "nested deeper than " + std::to_string(limits_.nesting));
        auto contents = type.door == Door::archive ? unpack(bytes, path, type.name, limits_, tally_)
                        : type.door == Door::mail  ? read_mail(bytes, limits_, tally_)
                                                   : read_outlook(bytes, limits_, tally_);
        if (depth == 0 && contents.mailed_on) out_.mailed_on = contents.mailed_on;
        if (contents.members.empty() && contents.reason.empty()) contents.reason = "empty", contents.detail = "no file inside";
        if (!contents.reason.empty()) refuse(entry_of(path, bytes, type.name), contents.reason, contents.detail);
        for (auto& member : contents.members) {
            const std::string inner = path + "!/" + member.name;
            if (member.reason.empty()) file(inner, std::exchange(member.bytes, {}), depth + 1);
            else told(inner, member);
        }
    }

    /// A member that the archive itself gave no bytes for.
    void told(const std::string& path, const Content& member) {
        Entry entry;
        entry.path = path;
        entry.size = member.size;
        entry.media_type = member.media_type.empty() ? "application/octet-stream" : member.media_type;
        entry.kind = member.kind;
        entry.reason = member.reason;
        entry.detail = member.detail;
        push(std::move(entry));
    }

    void refuse(Entry entry, std::string reason, std::string detail) {
        entry.kind = Kind::unreadable;
        entry.reason = std::move(reason);
        entry.detail = std::move(detail);
        push(std::move(entry));
    }

    static Entry entry_of(const std::string& path, Span bytes, const std::string& media_type) {
        Entry entry;
        entry.path = path;
        entry.sha256 = sha256(bytes);
        entry.media_type = media_type;
        entry.size = bytes.size();
        return entry;
    }

    void push(Entry entry) {
        entry.path = distinct(entry.path, [this](const std::string& p) { return paths_.contains(p); });
        paths_.insert(entry.path);
        out_.entries.push_back(std::move(entry));
    }

    const Limits& limits_;
    Tally& tally_;
    Sniffer sniff_;
    std::set<std::string> paths_;
    Opened out_;
};

}  // namespace

Opened open(const std::string& name, Span bytes, const Limits& limits, Tally& tally) {
    const std::string path = normalised(clean_utf8(name));
    Opened too_large;
    too_large.entries.push_back({path, "", "application/octet-stream", bytes.size(), Kind::unreadable, "too_large", "", {}});
    if (++tally.entries > limits.entries) {
        too_large.entries.front().detail = "the dossier holds more than " + std::to_string(limits.entries) + " files";
        return too_large;
    }
    if (bytes.size() > limits.total_bytes) {
        too_large.entries.front().detail = std::to_string(bytes.size()) + " bytes";
        return too_large;
    }
    try {
        Opening opening{limits, tally};
        opening.file(path, Bytes{bytes.begin(), bytes.end()}, 0);
        return opening.take();
    } catch (const std::bad_alloc&) {
        too_large.entries.front().detail = "more than the memory of the reader";
        return too_large;
    }
}

}  // namespace paraphe::intake
