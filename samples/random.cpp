#include "samples/random.hpp"

#include <cmath>
#include <numbers>

namespace paraphe::samples {

Random Random::child(std::string_view label) const {
    std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a
    for (const char c : label) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    Random mixed(state_ ^ hash);
    return Random(mixed.bits());
}

std::uint64_t Random::bits() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

int Random::between(int low, int high) {
    if (high <= low) return low;
    const auto range = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<int>(bits() % range);
}

double Random::real(double low, double high) { return low + (high - low) * static_cast<double>(bits() >> 11) * 0x1.0p-53; }

double Random::normal(double mean, double deviation) {
    const double radius = std::sqrt(-2 * std::log(1 - real(0, 1)));
    return mean + deviation * radius * std::cos(2 * std::numbers::pi * real(0, 1));
}

}  // namespace paraphe::samples
