#include "app/inbox.hpp"

#include "app/sha256.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <sys/stat.h>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;

bool in_progress(const std::string& name) {
    if (name.empty() || name.front() == '.' || name.starts_with("~$")) return true;
    return std::ranges::any_of(std::initializer_list<std::string_view>{".part", ".tmp", ".crdownload", ".partial", ".filepart"},
                               [&](std::string_view ending) { return name.ends_with(ending); });
}

void add_to_signature(const fs::path& path, const fs::path& inbox, std::string& text) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0) return;
    text += path.lexically_relative(inbox).string() + '\0' + std::to_string(info.st_size) + ' ' + std::to_string(info.st_mtim.tv_sec) + '.' +
            std::to_string(info.st_mtim.tv_nsec) + ' ' + std::to_string(info.st_ino) + '\n';
}

}  // namespace

std::string signature_of(const fs::path& dossier) {
    std::string text;
    std::error_code error;
    const auto inbox = dossier.parent_path();
    add_to_signature(dossier, inbox, text);
    if (text.empty()) return {};
    if (fs::is_directory(dossier, error)) {
        std::vector<fs::path> inside;
        for (auto it = fs::recursive_directory_iterator(dossier, fs::directory_options::skip_permission_denied, error);
             !error && it != fs::recursive_directory_iterator(); it.increment(error))
            inside.push_back(it->path());
        std::ranges::sort(inside);
        for (const auto& file : inside) add_to_signature(file, inbox, text);
    }
    return sha256(text);
}

bool belongs_to(const std::string& name, const Shard& shard) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const unsigned char c : name) hash = (hash ^ c) * 1099511628211ull;
    return static_cast<int>(hash % static_cast<std::uint64_t>(shard.count)) == shard.index - 1;
}

Result<std::vector<InboxItem>> list_inbox(const fs::path& inbox, const Shard& shard) {
    std::error_code error;
    std::vector<InboxItem> items;
    fs::directory_iterator it(inbox, error);
    if (error) return fail(ErrorKind::not_found, error.message(), inbox.string());
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
        const auto name = it->path().filename().string();
        std::error_code vanished;
        const auto kind = it->symlink_status(vanished).type();
        if (in_progress(name) || (kind != fs::file_type::regular && kind != fs::file_type::directory) || !belongs_to(name, shard)) continue;
        if (auto signature = signature_of(it->path()); !signature.empty()) items.push_back({name, it->path(), std::move(signature)});
    }
    // A listing that broke off would make dossiers look gone.
    if (error) return fail(ErrorKind::io, error.message(), inbox.string());
    std::ranges::sort(items, {}, &InboxItem::name);
    return items;
}

}  // namespace paraphe::app
