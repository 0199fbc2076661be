#pragma once

#include "model/result.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace paraphe::store {

/// Readings by what they depend on: the dossier's content, program, models and expectations make the key. Each is a folder
/// (`reading.json`, `pictures/`). Deleting any of it, or all, is safe at any time: it is read again. Verdicts are never kept here.
class ReadingCache {
public:
    /// `folder` is made, owner only. `limit` in bytes; the least recently used go first. Errors: io.
    static Result<ReadingCache> open(std::filesystem::path folder, std::uint64_t limit);

    /// The folder of a whole reading, or nothing. Marks it as used.
    [[nodiscard]] std::optional<std::filesystem::path> find(const std::string& key) const;
    /// A fresh private folder to read into; `adopt` takes it over.
    [[nodiscard]] Result<std::filesystem::path> workshop() const;
    /// Moves a finished reading to its place, in one rename; another process may have been first, which is as good. Errors: io.
    [[nodiscard]] Result<std::filesystem::path> adopt(const std::string& key, const std::filesystem::path& finished) const;
    /// Removes a reading that turned out not to be whole.
    void drop(const std::string& key) const;
    /// Removes the least recently used readings until the limit holds, but none of the last minute; and what killed programs left
    /// in the workshop more than a day ago.
    void trim() const;
    /// Removes the readings not used since then, and what killed programs left: how many readings.
    std::size_t purge(std::chrono::system_clock::time_point until) const;
    /// As `trim`, but looks at the disk only when what was adopted since may have passed the limit.
    void trim_if_full() const;

private:
    ReadingCache(std::filesystem::path folder, std::uint64_t limit) : folder_(std::move(folder)), limit_(limit) {}
    struct State {
        std::mutex lock;
        std::optional<std::uint64_t> bytes;  ///< once measured
    };
    std::filesystem::path folder_;
    std::uint64_t limit_;
    std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace paraphe::store
