#pragma once

#include "model/result.hpp"
#include "reader/channel.hpp"
#include "reader/client.hpp"
#include "record/messages.hpp"

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <sys/types.h>
#include <vector>

namespace paraphe::reader {

/// A forked reader as the client holds it.
struct Process {
    int pid = 0;
    Descriptor handle;   ///< pidfd: signals go to this process or to none
    Descriptor socket;
};

/// The client's end of the fork server: starts it, asks it for readers and hears how they ended. For several threads.
class ServerLink {
public:
    explicit ServerLink(Setup setup) : setup_(std::move(setup)) {}
    ServerLink(const ServerLink&) = delete;
    ServerLink& operator=(const ServerLink&) = delete;
    ~ServerLink();

    [[nodiscard]] Done start();
    /// A fresh reader; a server that died is started again.
    [[nodiscard]] Result<Process> fork_reader();
    /// Kills the reader and waits for its end, so that its status can be told apart from the kill.
    [[nodiscard]] std::optional<int> end(Process& process, bool kill);
    /// Kills the reader; nobody asks how it ended.
    void forget(Process& process);

    [[nodiscard]] const Setup& setup() const { return setup_; }
    [[nodiscard]] std::vector<Protection> protections() const;
    [[nodiscard]] int losses() const { return losses_; }
    void count_loss() { ++losses_; }

private:
    [[nodiscard]] Done start_locked();
    /// One try; `io` says that the server was gone before it spoke.
    [[nodiscard]] Done try_start_locked();
    void stop_locked();
    [[nodiscard]] Result<Process> fork_locked();
    [[nodiscard]] Result<record::FromServer> hear_locked(std::vector<Descriptor>& descriptors, const Clock::time_point& deadline);

    const Setup setup_;
    mutable std::mutex mutex_;
    Descriptor control_;
    pid_t server_ = -1;
    std::vector<Protection> protections_;
    std::set<int> watched_;        ///< readers whose end somebody may ask for
    std::map<int, int> ended_;     ///< of the watched: how they ended
    std::atomic<int> losses_ = 0;
};

}  // namespace paraphe::reader
