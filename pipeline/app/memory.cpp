#include "app/memory.hpp"

#include "app/outputs.hpp"
#include "app/sha256.hpp"
#include "store/answers.hpp"

#include <algorithm>
#include <memory>
#include <vector>

namespace paraphe::app {
namespace fs = std::filesystem;

std::string reading_digest(const Installation& installation) {
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& item : fs::directory_iterator(installation.models, error)) files.push_back(item.path());
    std::sort(files.begin(), files.end());
    files.push_back(installation.reader);
    std::string all;
    for (const auto& file : files)
        if (const auto bytes = read_whole(file)) all += file.filename().string() + '\0' + sha256(*bytes) + '\n';
    return sha256(all);
}

std::string program_digest(const Installation& installation) {
    const auto own = read_whole("/proc/self/exe");
    return sha256(reading_digest(installation) + (own ? sha256(*own) : ""));
}

Result<reader::Memory> memory_in(const fs::path& folder, std::uint64_t bytes, const Installation& installation) {
    if (auto made = make_private_folder(folder); !made) return tl::unexpected(made.error());
    auto opened = store::AnswerStore::open(folder / "answers.sqlite", bytes);
    if (!opened) return tl::unexpected(opened.error());
    auto answers = std::make_shared<store::AnswerStore>(std::move(*opened));
    answers->trim();
    const auto digest = reading_digest(installation);
    const auto whole = [digest](const std::string& key) { return sha256(digest + '\n' + key); };
    return reader::Memory{[answers, whole](const std::string& key) { return answers->find(whole(key)); },
                          [answers, whole](const std::string& key, std::string_view answer) { answers->keep(whole(key), answer); }};
}

}  // namespace paraphe::app
