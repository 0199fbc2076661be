#pragma once

#include "app/install.hpp"
#include "app/run_log.hpp"
#include "reader/client.hpp"

#include <cstdint>
#include <filesystem>

namespace paraphe::app {

struct ReaderNeeds {
    std::filesystem::path cache;       ///< folder where answers are kept; empty = none
    std::uint64_t cache_bytes = 0;
    bool require_sandbox = false;
};

/// Starts the fork server, and tells in the log, once, which protections this machine lacks. Errors: those of `Server::start`, io
/// (the cache).
[[nodiscard]] Result<reader::Server> start_readers(const Installation& installation, const ReaderNeeds& needs, RunLog& log);

}  // namespace paraphe::app
