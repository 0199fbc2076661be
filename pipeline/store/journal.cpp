#include "store/journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <sys/stat.h>

namespace paraphe::store {
namespace {

/// Each step brings the schema from version i to i + 1; never edit one that was shipped.
constexpr const char* migrations[] = {
    "CREATE TABLE content (sha256 TEXT PRIMARY KEY, first_seen TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE dossier (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, as_of TEXT NOT NULL, as_of_source TEXT NOT NULL, verdict TEXT NOT NULL,"
    " program TEXT NOT NULL, rulebook TEXT NOT NULL, expectations TEXT NOT NULL, finished_at TEXT NOT NULL, previous_verdict TEXT NOT NULL,"
    " summary TEXT NOT NULL, problem TEXT NOT NULL) WITHOUT ROWID;",
};
constexpr int newest = static_cast<int>(std::size(migrations));

constexpr const char* columns = "name, sha256, as_of, as_of_source, verdict, program, rulebook, expectations, finished_at, previous_verdict, summary, problem";

Entry entry_of(SQLite::Statement& row) {
    const auto text = [&row](int i) { return row.getColumn(i).getString(); };
    return {text(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7), text(8), text(9), text(10), text(11)};
}

void migrate(SQLite::Database& db) {
    SQLite::Transaction transaction(db);
    int version = db.execAndGet("PRAGMA user_version").getInt();
    if (version > newest) throw std::runtime_error("schema " + std::to_string(version) + " is newer than this program's " + std::to_string(newest));
    for (; version < newest; ++version) db.exec(migrations[version]);
    db.exec("PRAGMA user_version = " + std::to_string(newest));
    transaction.commit();
}

}  // namespace

struct Journal::Parts {
    explicit Parts(const std::string& path) : db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 20000) {}
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
    const std::scoped_lock guard(parts_->lock);
    try {
        SQLite::Statement put(parts_->db, "INSERT OR IGNORE INTO content VALUES (?, ?)");
        put.bind(1, sha256);
        put.bind(2, to_iso(day));
        put.exec();
        SQLite::Statement get(parts_->db, "SELECT first_seen FROM content WHERE sha256 = ?");
        get.bind(1, sha256);
        if (!get.executeStep()) return day;
        return from_iso(get.getColumn(0).getString()).value_or(day);
    } catch (const SQLite::Exception& error) {
        return fail(ErrorKind::io, error.what());
    }
}

Result<std::optional<Entry>> Journal::find(const std::string& name) const {
    const std::scoped_lock guard(parts_->lock);
    try {
        SQLite::Statement get(parts_->db, std::string("SELECT ") + columns + " FROM dossier WHERE name = ?");
        get.bind(1, name);
        if (!get.executeStep()) return std::optional<Entry>{};
        return std::optional{entry_of(get)};
    } catch (const SQLite::Exception& error) {
        return fail(ErrorKind::io, error.what());
    }
}

Result<void> Journal::finish(Entry entry) {
    auto before = find(entry.name);
    if (!before) return tl::unexpected(before.error());
    if (*before) entry.previous_verdict = (*before)->verdict != entry.verdict ? (*before)->verdict : (*before)->previous_verdict;
    const std::scoped_lock guard(parts_->lock);
    try {
        SQLite::Statement put(parts_->db, std::string("INSERT OR REPLACE INTO dossier (") + columns + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
        int i = 0;
        for (const auto* text : {&entry.name, &entry.sha256, &entry.as_of, &entry.as_of_source, &entry.verdict, &entry.program, &entry.rulebook,
                                 &entry.expectations, &entry.finished_at, &entry.previous_verdict, &entry.summary, &entry.problem})
            put.bind(++i, *text);
        put.exec();
        return {};
    } catch (const SQLite::Exception& error) {
        return fail(ErrorKind::io, error.what());
    }
}

Result<std::vector<Entry>> Journal::all() const {
    const std::scoped_lock guard(parts_->lock);
    try {
        std::vector<Entry> entries;
        SQLite::Statement get(parts_->db, std::string("SELECT ") + columns + " FROM dossier ORDER BY name");
        while (get.executeStep()) entries.push_back(entry_of(get));
        return entries;
    } catch (const SQLite::Exception& error) {
        return fail(ErrorKind::io, error.what());
    }
}

}  // namespace paraphe::store
