#include "store/journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <set>
#include <sys/stat.h>

namespace paraphe::store {
namespace {

/// Each step brings the schema from version i to i + 1; never edit one that was shipped.
constexpr const char* migrations[] = {
    "CREATE TABLE content (sha256 TEXT PRIMARY KEY, first_seen TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE dossier (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, as_of TEXT NOT NULL, as_of_source TEXT NOT NULL, verdict TEXT NOT NULL,"
    " program TEXT NOT NULL, rulebook TEXT NOT NULL, expectations TEXT NOT NULL, finished_at TEXT NOT NULL, previous_verdict TEXT NOT NULL,"
    " summary TEXT NOT NULL, problem TEXT NOT NULL) WITHOUT ROWID;",

    "ALTER TABLE dossier ADD COLUMN signature TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE dossier ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE dossier ADD COLUMN gone_on TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE dossier ADD COLUMN time_limit REAL NOT NULL DEFAULT 0;"
    "UPDATE dossier SET changed_at = finished_at WHERE previous_verdict <> '';"
    "CREATE TABLE sighting (name TEXT PRIMARY KEY, signature TEXT NOT NULL, day TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE summary (day TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE inherited (journal TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;",
};
constexpr int newest = static_cast<int>(std::size(migrations));

constexpr const char* columns =
    "name, sha256, as_of, as_of_source, verdict, program, rulebook, expectations, finished_at, previous_verdict, summary, problem, signature, changed_at,"
    " gone_on, time_limit";

Entry entry_of(SQLite::Statement& row) {
    const auto text = [&row](int i) { return row.getColumn(i).getString(); };
    return {text(0), text(1), text(2),  text(3),  text(4),  text(5),  text(6),  text(7),
            text(8), text(9), text(10), text(11), text(12), text(13), text(14), row.getColumn(15).getDouble()};
}

void put(SQLite::Database& db, const Entry& entry) {
    SQLite::Statement row(db, std::string("INSERT OR REPLACE INTO dossier (") + columns + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    int i = 0;
    for (const auto* text : {&entry.name, &entry.sha256, &entry.as_of, &entry.as_of_source, &entry.verdict, &entry.program, &entry.rulebook,
                             &entry.expectations, &entry.finished_at, &entry.previous_verdict, &entry.summary, &entry.problem, &entry.signature,
                             &entry.changed_at, &entry.gone_on})
        row.bind(++i, *text);
    row.bind(++i, entry.time_limit);
    row.exec();
}

std::optional<Entry> get(SQLite::Database& db, const std::string& name) {
    SQLite::Statement row(db, std::string("SELECT ") + columns + " FROM dossier WHERE name = ?");
    row.bind(1, name);
    if (!row.executeStep()) return {};
    return entry_of(row);
}

/// One value by one key; "" when there is none.
std::string value(SQLite::Database& db, const char* query, const std::string& key) {
    SQLite::Statement row(db, query);
    row.bind(1, key);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

void execute(SQLite::Database& db, const char* order, std::initializer_list<std::string> values) {
    SQLite::Statement row(db, order);
    int i = 0;
    for (const auto& text : values) row.bind(++i, text);
    row.exec();
}

/// The earliest day wins: a dossier never ages, whichever journal saw it first.
void keep_first_seen(SQLite::Database& db, const std::string& sha256, const std::string& day) {
    execute(db, "INSERT INTO content VALUES (?, ?) ON CONFLICT (sha256) DO UPDATE SET first_seen = min(first_seen, excluded.first_seen)", {sha256, day});
}

void migrate(SQLite::Database& db) {
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    int version = db.execAndGet("PRAGMA user_version").getInt();
    if (version > newest) throw std::runtime_error("schema " + std::to_string(version) + " is newer than this program's " + std::to_string(newest));
    for (; version < newest; ++version) db.exec(migrations[version]);
    db.exec("PRAGMA user_version = " + std::to_string(newest));
    transaction.commit();
}

}  // namespace

struct Journal::Parts {
    explicit Parts(const std::string& path) : db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 20000) {}

    /// Runs `work` alone on the database; what SQLite throws becomes an error.
    template <class Work>
    auto with(const Work& work) -> Result<decltype(work(std::declval<SQLite::Database&>()))> {
        const std::scoped_lock guard(lock);
        try {
            if constexpr (std::is_void_v<decltype(work(db))>) {
                work(db);
                return {};
            } else {
                return work(db);
            }
        } catch (const SQLite::Exception& error) {
            return fail(ErrorKind::io, error.what(), db.getFilename());
        }
    }

    SQLite::Database db;
    std::mutex lock;
};

Journal::Journal(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Result<Journal> Journal::open(const std::filesystem::path& path) {
    const mode_t before = ::umask(0077);  // SQLite makes the journal and its WAL: owner only
    try {
        auto parts = std::make_unique<Parts>(path.string());
        parts->db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        migrate(parts->db);
        ::umask(before);
        return Journal{std::move(parts)};
    } catch (const SQLite::Exception& error) {
        ::umask(before);
        return fail(ErrorKind::io, error.what(), path.string());
    } catch (const std::exception& error) {
        ::umask(before);
        return fail(ErrorKind::damaged, error.what(), path.string());
    }
}

Result<Date> Journal::first_seen(const std::string& sha256, Date day) {
    return parts_->with([&](SQLite::Database& db) {
        execute(db, "INSERT OR IGNORE INTO content VALUES (?, ?)", {sha256, to_iso(day)});
        return from_iso(value(db, "SELECT first_seen FROM content WHERE sha256 = ?", sha256)).value_or(day);
    });
}

Result<std::optional<Entry>> Journal::find(const std::string& name) const {
    return parts_->with([&](SQLite::Database& db) { return get(db, name); });
}

Result<void> Journal::finish(Entry entry) {
    return parts_->with([&](SQLite::Database& db) {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        const auto before = get(db, entry.name);
        const bool same = before && before->verdict == entry.verdict && before->sha256 == entry.sha256;
        entry.changed_at = same ? before->changed_at : entry.finished_at;
        if (before) entry.previous_verdict = same ? before->previous_verdict : before->verdict;
        put(db, entry);
        transaction.commit();
    });
}

Result<void> Journal::forget(const std::string& until) {
    return parts_->with([&](SQLite::Database& db) {
        db.exec("PRAGMA secure_delete = ON");
        execute(db, "DELETE FROM sighting WHERE name IN (SELECT name FROM dossier WHERE finished_at <= ?)", {until});
        execute(db, "DELETE FROM dossier WHERE finished_at <= ?", {until});
        db.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
    });
}

Result<std::vector<Entry>> Journal::all() const {
    return parts_->with([&](SQLite::Database& db) {
        std::vector<Entry> entries;
        SQLite::Statement row(db, std::string("SELECT ") + columns + " FROM dossier ORDER BY name");
        while (row.executeStep()) entries.push_back(entry_of(row));
        return entries;
    });
}

Result<void> Journal::sight(const std::vector<Sighting>& present, Date day) {
    return parts_->with([&](SQLite::Database& db) {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        std::set<std::string> gone;
        SQLite::Statement known(db, "SELECT name FROM dossier UNION SELECT name FROM sighting");
        while (known.executeStep()) gone.insert(known.getColumn(0).getString());
        for (const auto& dossier : present) {
            gone.erase(dossier.name);
            execute(db, "UPDATE dossier SET gone_on = '' WHERE name = ? AND gone_on <> ''", {dossier.name});
            execute(db,
                    "INSERT INTO sighting VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET signature = excluded.signature, day = excluded.day"
                    " WHERE signature <> excluded.signature",
                    {dossier.name, dossier.signature, to_iso(day)});
        }
        for (const auto& name : gone) {
            execute(db, "DELETE FROM sighting WHERE name = ?", {name});
            execute(db, "UPDATE dossier SET gone_on = ? WHERE name = ? AND gone_on = ''", {to_iso(day), name});
        }
        transaction.commit();
    });
}

Result<Date> Journal::sighted(const Sighting& dossier, Date day) const {
    return parts_->with([&](SQLite::Database& db) {
        SQLite::Statement row(db, "SELECT day FROM sighting WHERE name = ? AND signature = ?");
        row.bind(1, dossier.name);
        row.bind(2, dossier.signature);
        return row.executeStep() ? from_iso(row.getColumn(0).getString()).value_or(day) : day;
    });
}

Result<void> Journal::note_summary(Date day, const std::string& at) {
    return parts_->with([&](SQLite::Database& db) { execute(db, "INSERT OR REPLACE INTO summary VALUES (?, ?)", {to_iso(day), at}); });
}

Result<std::string> Journal::summary_before(Date day) const {
    return parts_->with([&](SQLite::Database& db) { return value(db, "SELECT at FROM summary WHERE day < ? ORDER BY day DESC LIMIT 1", to_iso(day)); });
}

Result<void> Journal::inherit(const std::filesystem::path& other, const std::function<bool(const std::string&)>& mine) {
    auto opened = Journal::open(other);
    if (!opened) return tl::unexpected(opened.error());
    struct Known {
        std::string state;
        std::vector<std::pair<std::string, std::string>> contents;
    };
    const auto known = opened->parts_->with([](SQLite::Database& db) {
        Known all;
        SQLite::Statement row(db, "SELECT sha256, first_seen FROM content");
        while (row.executeStep()) all.contents.emplace_back(row.getColumn(0).getString(), row.getColumn(1).getString());
        all.state = std::to_string(all.contents.size()) + " " + db.execAndGet("SELECT ifnull(max(finished_at), '') FROM dossier").getString();
        return all;
    });
    const auto entries = opened->all();
    if (!known) return tl::unexpected(known.error());
    if (!entries) return tl::unexpected(entries.error());
    return parts_->with([&](SQLite::Database& db) {
        const auto name = other.filename().string();
        if (value(db, "SELECT state FROM inherited WHERE journal = ?", name) == known->state) return;
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        for (const auto& [sha256, day] : known->contents) keep_first_seen(db, sha256, day);
        for (const auto& entry : *entries) {
            if (!mine(entry.name)) continue;
            const auto own = get(db, entry.name);
            if (!own || own->finished_at < entry.finished_at) put(db, entry);
        }
        execute(db, "INSERT OR REPLACE INTO inherited VALUES (?, ?)", {name, known->state});
        transaction.commit();
    });
}

}  // namespace paraphe::store
