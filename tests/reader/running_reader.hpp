#pragma once

#include "reader/channel.hpp"
#include "reader/client.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <stdexcept>
#include <string>
#include <sys/types.h>
#include <unistd.h>
#include <utility>
#include <vector>

/// The reader program started for real, for tests.
namespace paraphe::reader {

inline Setup setup(double page_seconds = 60) {
    Setup out;
    out.program = PARAPHE_BINARY_DIR "/paraphe-reader";
    out.models = PARAPHE_MODELS;
    out.limits.page_seconds = page_seconds;
    return out;
}

/// Starting it loads Tesseract: one for all tests that do not kill it.
inline Server& server() {
    static Server shared = [] {
        auto started = Server::start(setup());
        if (!started) throw std::runtime_error(started.error().detail);
        return std::move(*started);
    }();
    return shared;
}

inline Descriptor file_of(const std::string& bytes) {
    auto file = sealed({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
    EXPECT_TRUE(file);
    return std::move(*file);
}

inline Member open_one(Reader& reader, const std::string& name, const std::string& bytes) {
    const auto file = file_of(bytes);
    auto opened = reader.open(name, file.get());
    EXPECT_TRUE(opened) << opened.error().detail;
    EXPECT_EQ(opened->members.size(), 1u);
    return std::move(opened->members.at(0));
}

/// The living processes whose parent is `parent`.
inline std::vector<pid_t> children_of(pid_t parent) {
    std::vector<pid_t> out;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        std::ifstream stat(entry.path() / "stat");
        std::string text((std::istreambuf_iterator<char>(stat)), {});
        const auto end = text.rfind(')');
        if (end == std::string::npos) continue;
        char state = 0;
        pid_t above = 0;
        std::istringstream rest(text.substr(end + 1));
        rest >> state >> above;
        if (above == parent && state != 'Z') out.push_back(static_cast<pid_t>(std::stol(name)));
    }
    return out;
}

/// A server of its own and the one reader forked from it.
struct Alone {
    Server server;
    Reader reader;
    pid_t server_process = 0, process = 0;
};

inline Alone alone(double page_seconds = 60) {
    const auto before = children_of(::getpid());
    auto server = Server::start(setup(page_seconds));
    EXPECT_TRUE(server) << server.error().detail;
    auto reader = server->reader();
    EXPECT_TRUE(reader) << reader.error().detail;
    Alone out{std::move(*server), std::move(*reader)};
    for (const pid_t child : children_of(::getpid()))
        if (std::ranges::find(before, child) == before.end()) out.server_process = child;
    const auto readers = children_of(out.server_process);
    EXPECT_EQ(readers.size(), 1u);
    out.process = readers.at(0);
    return out;
}

}  // namespace paraphe::reader
