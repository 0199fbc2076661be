#pragma once

#include "model/result.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace paraphe::store {

/// What readers answered, by what it depends on: a file sent again in a second submission is not read again. One SQLite file,
/// owner only, deflated; deleting it is safe at any time. Safe to use from several threads and processes.
class AnswerStore {
public:
    /// Opens or makes it. `limit` in bytes; the answers used longest ago go first. Errors: io.
    static Result<AnswerStore> open(const std::filesystem::path& path, std::uint64_t limit);
    AnswerStore(AnswerStore&&) noexcept;
    AnswerStore& operator=(AnswerStore&&) noexcept;
    ~AnswerStore();

    /// Nothing also when the store fails: then the answer is asked for again.
    [[nodiscard]] std::optional<std::string> find(const std::string& key);
    /// A store that cannot keep an answer loses time later, never a dossier: failures are not told.
    void keep(const std::string& key, std::string_view answer);
    /// Removes the answers used longest ago until the limit holds.
    void trim();
    /// Removes the answers not used since then, from the file's free pages too: how many. Errors: io.
    [[nodiscard]] Result<std::size_t> purge(std::chrono::system_clock::time_point until);

private:
    struct Parts;
    explicit AnswerStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace paraphe::store
