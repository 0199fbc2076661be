#include "store/cache.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <sys/stat.h>
#include <vector>

namespace paraphe::store {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* work = "work-";
constexpr auto abandoned = 24h;
constexpr auto in_use = 60s;  // somebody may be writing a report from it

bool make_folder(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    return ::mkdir(path.c_str(), 0700) == 0 || (errno == EEXIST && fs::is_directory(path, error));
}

std::uint64_t size_of(const fs::path& folder) {
    std::uint64_t sum = 0;
    std::error_code error;
    for (auto it = fs::recursive_directory_iterator(folder, error); !error && it != fs::recursive_directory_iterator(); it.increment(error))
        if (it->is_regular_file(error)) sum += it->file_size(error);
    return sum;
}

bool is_work(const fs::path& path) { return path.filename().string().starts_with(work); }

}  // namespace

Result<ReadingCache> ReadingCache::open(fs::path folder, std::uint64_t limit) {
    if (!make_folder(folder)) return fail(ErrorKind::io, std::strerror(errno), folder.string());
    return ReadingCache{std::move(folder), limit};
}

std::optional<fs::path> ReadingCache::find(const std::string& key) const {
    std::error_code error;
    auto path = folder_ / key;
    if (!fs::exists(path / "reading.json", error)) return {};
    fs::last_write_time(path, fs::file_time_type::clock::now(), error);
    return path;
}

Result<fs::path> ReadingCache::workshop() const {
    std::string name = (folder_ / (std::string(work) + "XXXXXX")).string();
    if (!::mkdtemp(name.data())) return fail(ErrorKind::io, std::strerror(errno), name);
    return fs::path(name);
}

Result<fs::path> ReadingCache::adopt(const std::string& key, const fs::path& finished) const {
    std::error_code error;
    auto place = folder_ / key;
    fs::rename(finished, place, error);
    if (error && !fs::exists(place / "reading.json", error)) {
        drop(key);  // what somebody half deleted would stand in the way for ever
        fs::rename(finished, place, error);
    }
    if (!fs::exists(place / "reading.json", error)) return fail(ErrorKind::io, "cannot be put into the cache", place.string());
    fs::remove_all(finished, error);
    const std::scoped_lock guard(state_->lock);
    if (state_->bytes) *state_->bytes += size_of(place);
    return place;
}

void ReadingCache::drop(const std::string& key) const {
    // In two steps: a program killed while it removes files must not leave half a reading under its key.
    const auto aside = workshop();
    std::error_code error;
    if (aside) fs::rename(folder_ / key, *aside / key, error);
    if (aside) fs::remove_all(*aside, error);
}

std::size_t ReadingCache::purge(std::chrono::system_clock::time_point until) const {
    const auto limit = std::chrono::file_clock::from_sys(until);
    std::size_t removed = 0;
    std::error_code error;
    std::vector<fs::path> old;
    for (const auto& item : fs::directory_iterator(folder_, error))
        if (item.is_directory(error) && item.last_write_time(error) < limit) old.push_back(item.path());
    for (const auto& path : old) {
        if (is_work(path)) {
            fs::remove_all(path, error);
            continue;
        }
        drop(path.filename().string());
        ++removed;
    }
    return removed;
}

void ReadingCache::trim_if_full() const {
    {
        const std::scoped_lock guard(state_->lock);
        if (state_->bytes && *state_->bytes <= limit_) return;
    }
    trim();
}

void ReadingCache::trim() const {
    struct Kept {
        std::string key;
        fs::file_time_type used;
        std::uint64_t bytes;
    };
    std::vector<Kept> kept;
    std::uint64_t sum = 0;
    std::error_code error;
    const auto now = fs::file_time_type::clock::now();
    for (const auto& item : fs::directory_iterator(folder_, error)) {
        if (!item.is_directory(error)) continue;
        const auto used = item.last_write_time(error);
        if (is_work(item.path())) {
            if (now - used > abandoned) fs::remove_all(item.path(), error);
            continue;
        }
        kept.push_back({item.path().filename().string(), used, size_of(item.path())});
        sum += kept.back().bytes;
    }
    std::ranges::sort(kept, {}, &Kept::used);
    for (const auto& reading : kept) {
        if (sum <= limit_ || now - reading.used < in_use) break;
        drop(reading.key);
        sum -= reading.bytes;
    }
    const std::scoped_lock guard(state_->lock);
    state_->bytes = sum;
}

}  // namespace paraphe::store
