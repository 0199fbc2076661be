#include "app/readers.hpp"

#include "app/memory.hpp"

namespace paraphe::app {

Result<reader::Server> start_readers(const Installation& installation, const ReaderNeeds& needs, RunLog& log) {
    reader::Setup setup;
    setup.program = installation.reader.string();
    setup.models = installation.models.string();
    setup.require_sandbox = needs.require_sandbox;
    if (!needs.cache.empty()) {
        auto memory = memory_in(needs.cache, needs.cache_bytes, installation);
        if (!memory) return tl::unexpected(memory.error());
        setup.memory = std::move(*memory);
    }
    auto server = reader::Server::start(setup);
    if (!server) return server;
    for (const auto& protection : server->protections())
        if (!protection.active) log.unprotected(protection);
    return server;
}

}  // namespace paraphe::app
