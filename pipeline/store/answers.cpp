#include "store/answers.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <zlib.h>

#include <ctime>
#include <mutex>
#include <sys/stat.h>

namespace paraphe::store {
namespace {

constexpr int kWaitMs = 20000;          // for another process that writes
constexpr std::uint64_t kLargest = 256u << 20;  // an answer with its pixels; more is a damaged store

/// Pixels of pages shrink to a third even at the fastest level.
std::string deflated(std::string_view plain) {
    uLongf size = ::compressBound(plain.size());
    std::string packed(size, '\0');
    const auto* bytes = reinterpret_cast<const Bytef*>(plain.data());
    if (::compress2(reinterpret_cast<Bytef*>(packed.data()), &size, bytes, plain.size(), Z_BEST_SPEED) != Z_OK) return {};
    packed.resize(size);
    return packed;
}

std::optional<std::string> inflated(const void* packed, std::size_t packed_size, std::int64_t plain_size) {
    if (plain_size < 0 || static_cast<std::uint64_t>(plain_size) > kLargest) return {};
    uLongf size = static_cast<uLongf>(plain_size);
    std::string plain(size, '\0');
    const auto* bytes = static_cast<const Bytef*>(packed);
    if (::uncompress(reinterpret_cast<Bytef*>(plain.data()), &size, bytes, packed_size) != Z_OK || size != plain.size()) return {};
    return plain;
}

}  // namespace

struct AnswerStore::Parts {
    Parts(const std::string& path, std::uint64_t most) : db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kWaitMs), limit(most) {}
    SQLite::Database db;
    std::uint64_t limit;
    std::mutex lock{};
};

AnswerStore::AnswerStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
AnswerStore::AnswerStore(AnswerStore&&) noexcept = default;
AnswerStore& AnswerStore::operator=(AnswerStore&&) noexcept = default;
AnswerStore::~AnswerStore() = default;

Result<AnswerStore> AnswerStore::open(const std::filesystem::path& path, std::uint64_t limit) {
    const mode_t before = ::umask(0077);  // SQLite makes the file and its WAL: owner only
    try {
        auto parts = std::make_unique<Parts>(path.string(), limit);
        parts->db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;"
                       "CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL, packed BLOB NOT NULL) WITHOUT ROWID;");
        ::umask(before);
        return AnswerStore{std::move(parts)};
    } catch (const SQLite::Exception& error) {
        ::umask(before);
        return fail(ErrorKind::io, error.what(), path.string());
    }
}

std::optional<std::string> AnswerStore::find(const std::string& key) {
    const std::scoped_lock guard(parts_->lock);
    try {
        SQLite::Statement get(parts_->db, "SELECT size, packed FROM answer WHERE key = ?");
        get.bind(1, key);
        if (!get.executeStep()) return {};
        const auto packed = get.getColumn(1);
        auto answer = inflated(packed.getBlob(), static_cast<std::size_t>(packed.getBytes()), get.getColumn(0).getInt64());
        get.reset();
        SQLite::Statement touch(parts_->db, "UPDATE answer SET used = ? WHERE key = ?");
        touch.bind(1, static_cast<std::int64_t>(std::time(nullptr)));
        touch.bind(2, key);
        touch.exec();
        return answer;
    } catch (const SQLite::Exception&) {
        return {};
    }
}

void AnswerStore::keep(const std::string& key, std::string_view answer) {
    const auto packed = deflated(answer);
    if (packed.empty()) return;
    const std::scoped_lock guard(parts_->lock);
    try {
        SQLite::Statement put(parts_->db, "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)");
        put.bind(1, key);
        put.bind(2, static_cast<std::int64_t>(std::time(nullptr)));
        put.bind(3, static_cast<std::int64_t>(answer.size()));
        put.bind(4, packed.data(), static_cast<int>(packed.size()));
        put.exec();
    } catch (const SQLite::Exception&) {
        return;
    }
}

void AnswerStore::trim() {
    const std::scoped_lock guard(parts_->lock);
    try {
        SQLite::Statement drop(parts_->db,
                               "DELETE FROM answer WHERE key IN (SELECT key FROM (SELECT key, SUM(LENGTH(packed)) OVER (ORDER BY used DESC, key) AS sum"
                               " FROM answer) WHERE sum > ?)");
        drop.bind(1, static_cast<std::int64_t>(parts_->limit));
        drop.exec();
    } catch (const SQLite::Exception&) {
        return;
    }
}

Result<std::size_t> AnswerStore::purge(std::chrono::system_clock::time_point until) {
    const std::scoped_lock guard(parts_->lock);
    try {
        parts_->db.exec("PRAGMA secure_delete = ON");
        SQLite::Statement drop(parts_->db, "DELETE FROM answer WHERE used <= ?");
        drop.bind(1, static_cast<std::int64_t>(std::chrono::system_clock::to_time_t(until)));
        const int removed = drop.exec();
        parts_->db.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
        return static_cast<std::size_t>(removed);
    } catch (const SQLite::Exception& error) {
        return fail(ErrorKind::io, error.what(), parts_->db.getFilename());
    }
}

}  // namespace paraphe::store
