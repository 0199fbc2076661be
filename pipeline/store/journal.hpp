#pragma once

#include "model/date.hpp"
#include "model/result.hpp"

#include <filesystem>
#include <functional>
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
    std::string previous_verdict;     ///< the one before the last change of verdict or content; "" when it never changed
    std::string summary;              ///< one JSON object for the nightly summary
    std::string problem;              ///< why there is no report, or ""
    std::string signature;            ///< how its files lay in the inbox; another one (a re-drop) means judging anew
    std::string changed_at;           ///< ISO date and time, UTC, when its verdict or content last became another
    std::string gone_on;              ///< ISO date since which it is not in the inbox any more, or ""
    double time_limit = 0;            ///< seconds after which its reading was cut short; 0 = it was read whole

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// A dossier as it lies in the inbox.
struct Sighting {
    std::string name, signature;
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
    /// Writes an entry; `previous_verdict` and `changed_at` are filled in from the one it replaces.
    [[nodiscard]] Result<void> finish(Entry entry);
    /// Removes the entries finished until then (ISO date and time, UTC), from the file's free pages too. The day on which a content was
    /// first seen stays, under its hash: sent again, the dossier has not aged.
    [[nodiscard]] Result<void> forget(const std::string& until);
    /// All entries by name.
    [[nodiscard]] Result<std::vector<Entry>> all() const;

    /// Notes all that lies in the inbox on that day: what is new was seen first then, however long it waits for its turn;
    /// what has left is marked gone, what came back is not.
    [[nodiscard]] Result<void> sight(const std::vector<Sighting>& present, Date day);
    /// The day this name was first noted with this signature; `day` when it never was.
    [[nodiscard]] Result<Date> sighted(const Sighting& dossier, Date day) const;

    /// Notes that a summary was written on `day` at `at` (ISO date and time, UTC).
    [[nodiscard]] Result<void> note_summary(Date day, const std::string& at);
    /// When the last summary of a day before `day` was written; "" when there was none.
    [[nodiscard]] Result<std::string> summary_before(Date day) const;

    /// Takes over what another journal of the same inbox knows (a batch cut into other shards): days first seen, and the newer
    /// entries of dossiers that are `mine`. Does nothing when that journal has not changed since.
    [[nodiscard]] Result<void> inherit(const std::filesystem::path& other, const std::function<bool(const std::string& name)>& mine);

private:
    struct Parts;
    explicit Journal(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace paraphe::store
