#include "app/pool.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

namespace paraphe::app {

Result<Pool> Pool::make(reader::Server& server, int jobs) {
    std::vector<reader::Reader> readers;
    for (int i = 0; i < std::max(1, jobs); ++i) {
        auto reader = server.reader();
        if (!reader) return tl::unexpected(reader.error());
        readers.push_back(std::move(*reader));
    }
    return Pool{std::move(readers)};
}

void Pool::for_each(std::size_t count, const std::function<void(reader::Reader&, std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    const auto serve = [&](reader::Reader& reader) {
        for (std::size_t i = next++; i < count; i = next++) work(reader, i);
    };
    std::vector<std::jthread> threads;
    const std::size_t wanted = std::min(readers_.size(), count);
    for (std::size_t i = 1; i < wanted; ++i) threads.emplace_back(serve, std::ref(readers_[i]));
    serve(readers_.front());
}

}  // namespace paraphe::app
