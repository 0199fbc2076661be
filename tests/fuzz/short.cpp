// In the place of libFuzzer where it is not: the seeds, then what chance makes of them for some seconds, always in the same order.
// An input that a target does not survive is left as `found-TARGET` in the current folder.
// Usage: fuzz_TARGET SECONDS SEEDS

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using Chance = std::mt19937;

std::string input, found;

void keep_input(int signal) {
    const int file = ::open(found.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
    if (file >= 0 && ::write(file, input.data(), input.size()) >= 0) ::close(file);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

std::size_t below(std::size_t most, Chance& chance) { return most == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, most - 1)(chance); }

std::vector<std::string> seeds_in(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& file : fs::directory_iterator(folder)) paths.push_back(file.path());
    std::ranges::sort(paths);
    std::vector<std::string> seeds;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

void overwrite(std::string& bytes, Chance& chance) {
    static const std::vector<std::string> likely{std::string(4, '\0'), "\xFF\xFF\xFF\xFF", "\x7F\xFF\xFF\xFF", "\x80", "-1", "99999999999", "\n", "(", "<<", "[", "/"};
    const auto& value = likely[below(likely.size(), chance)];
    bytes.replace(below(bytes.size() + 1, chance), value.size(), value);
}

void vary(std::string& bytes, const std::string& other, Chance& chance) {
    constexpr std::size_t longest = 20'000;  // what the targets take
    const auto at = below(bytes.size() + 1, chance), length = 1 + below(64, chance);
    switch (below(6, chance)) {
        case 0: if (!bytes.empty()) bytes[below(bytes.size(), chance)] ^= static_cast<char>(1 << below(8, chance)); break;
        case 1: overwrite(bytes, chance); break;
        case 2: bytes.erase(std::min(at, bytes.size()), length); break;
        case 3: bytes.insert(at, bytes.substr(below(bytes.size() + 1, chance), length)); break;
        case 4: bytes.insert(at, other.substr(below(other.size() + 1, chance), length)); break;
        default: bytes.resize(at); break;
    }
    if (bytes.size() > longest) bytes.resize(longest);
}

void run() { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()); }

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return std::fputs("usage: fuzz_TARGET SECONDS SEEDS\n", stderr), 64;
    found = "found-" + fs::path(arguments[2]).filename().string();
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) std::signal(signal, keep_input);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::atoi(arguments[1]));
    const auto seeds = seeds_in(arguments[2]);
    for (const auto& seed : seeds) input = seed, run();
    Chance chance(2016);
    long inputs = static_cast<long>(seeds.size());
    for (; std::chrono::steady_clock::now() < end; ++inputs) {
        input = seeds[below(seeds.size(), chance)];
        for (auto times = 1 + below(6, chance); times > 0; --times) vary(input, seeds[below(seeds.size(), chance)], chance);
        run();
    }
    std::printf("%ld inputs, no finding\n", inputs);
}
