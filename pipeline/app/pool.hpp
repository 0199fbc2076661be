#pragma once

#include "model/result.hpp"
#include "reader/client.hpp"

#include <functional>
#include <vector>

namespace paraphe::app {

/// One confined reader a core, of one dossier. The unit of work is a page: no two threads share a reader.
class Pool {
public:
    /// `jobs` readers, at least one. Errors: those of Server::reader.
    static Result<Pool> make(reader::Server& server, int jobs);

    /// Calls `work(reader, i)` for each i below `count`, in rising order within a thread.
    void for_each(std::size_t count, const std::function<void(reader::Reader&, std::size_t)>& work);
    [[nodiscard]] reader::Reader& first() { return readers_.front(); }

private:
    explicit Pool(std::vector<reader::Reader> readers) : readers_(std::move(readers)) {}
    std::vector<reader::Reader> readers_;
};

}  // namespace paraphe::app
