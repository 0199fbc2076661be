#include "app/journals.hpp"

#include <algorithm>
#include <map>

namespace paraphe::app {
namespace fs = std::filesystem;

namespace {

/// Of the same cut: they hold other dossiers, and may be at work at this moment.
bool sisters(const std::string& a, const std::string& b) {
    const auto cut = [](const std::string& name) {
        const auto at = name.rfind("-of-");
        return at == std::string::npos ? std::string() : name.substr(at);
    };
    return cut(a) == cut(b);
}

}  // namespace

std::string journal_name(const Shard& shard) {
    return shard.count == 1 ? "journal" : "journal-" + std::to_string(shard.index) + "-of-" + std::to_string(shard.count);
}

Result<std::vector<fs::path>> journals_in(const fs::path& out) {
    std::vector<fs::path> found;
    std::error_code error;
    for (const auto& file : fs::directory_iterator(out, error))
        if (file.path().filename().string().starts_with("journal") && file.path().extension() == ".sqlite") found.push_back(file.path());
    if (error) return fail(ErrorKind::not_found, error.message(), out.string());
    std::ranges::sort(found);
    return found;
}

Result<std::vector<store::Entry>> newest_entries(const fs::path& out) {
    std::map<std::string, store::Entry> newest;
    const auto journals = journals_in(out);
    if (!journals) return tl::unexpected(journals.error());
    for (const auto& path : *journals) {
        const auto journal = store::Journal::open(path);
        const auto entries = journal ? journal->all() : Result<std::vector<store::Entry>>(tl::unexpected(journal.error()));
        if (!entries) return entries;
        for (const auto& entry : *entries) {
            const auto [found, is_new] = newest.try_emplace(entry.name, entry);
            if (!is_new && found->second.finished_at < entry.finished_at) found->second = entry;
        }
    }
    std::vector<store::Entry> all;
    for (auto& [name, entry] : newest) all.push_back(std::move(entry));
    return all;
}

Result<store::Journal> open_journal(const fs::path& out, const Shard& shard) {
    const auto name = journal_name(shard) + ".sqlite";
    auto journal = store::Journal::open(out / name);
    const auto others = journals_in(out);
    if (!journal || !others) return journal;
    for (const auto& other : *others) {
        if (sisters(other.filename().string(), name)) continue;
        if (auto done = journal->inherit(other, [&](const std::string& dossier) { return belongs_to(dossier, shard); }); !done)
            return tl::unexpected(done.error());
    }
    return journal;
}

}  // namespace paraphe::app
