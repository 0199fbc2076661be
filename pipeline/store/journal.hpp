#pragma once

#include "model/date.hpp"
#include "model/result.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace paraphe::store {

/// What the last finished check of a dossier was done with, and what came out.
struct Entry {
    std::string name;                 ///< in the inbox
    std::string sha256;               ///< of its content
    std::string as_of, as_of_source;  ///< ISO date, and where it came from
    std::string verdict;              ///< "eligible", "not_eligible", "review"; "" when no report could be made
    std::string program, rulebook, expectations;  ///< versions and hashes: another one means judging anew
    std::string finished_at;          ///< ISO date and time, UTC
    std::string previous_verdict;     ///< of the check before, when it differed
    std::string summary;              ///< one JSON object for the nightly summary
    std::string problem;              ///< why there is no report, or ""

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// The journal of an inbox: which dossier was checked, with what, and the day its content was first seen. One SQLite file in
/// WAL mode: a program killed at any moment leaves either the old entry or the new one. Safe to use from several threads.
class Journal {
public:
    /// Opens or makes it, and brings an older schema forward. Errors: io (cannot be opened), damaged (no journal, or a newer schema).
    static Result<Journal> open(const std::filesystem::path& path);
    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    /// The day this content was first seen: `day` at the first call, the same ever after. So a dossier never ages in a pile.
    [[nodiscard]] Result<Date> first_seen(const std::string& sha256, Date day);
    /// The entry of that name, if it was ever checked.
    [[nodiscard]] Result<std::optional<Entry>> find(const std::string& name) const;
    /// Writes an entry; `previous_verdict` is filled in from the one it replaces.
    [[nodiscard]] Result<void> finish(Entry entry);
    /// All entries by name.
    [[nodiscard]] Result<std::vector<Entry>> all() const;

private:
    struct Parts;
    explicit Journal(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace paraphe::store
