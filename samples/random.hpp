#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace paraphe::samples {

/// A small generator of our own: the standard distributions differ between libraries, and the same seed must give the same
/// dossier. SplitMix64 (Steele, Lea, Flood 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// A generator of its own for one part of the work: what that part draws moves no other part.
    [[nodiscard]] Random child(std::string_view label) const;

    std::uint64_t bits();
    /// Both ends included.
    int between(int low, int high);
    double real(double low, double high);
    double normal(double mean = 0, double deviation = 1);
    bool chance(double probability) { return real(0, 1) < probability; }

    template <typename List>
    const auto& pick(const List& list) {
        return list[static_cast<std::size_t>(between(0, static_cast<int>(std::size(list)) - 1))];
    }

    template <typename T>
    void shuffle(std::vector<T>& list) {
        for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[static_cast<std::size_t>(between(0, static_cast<int>(i) - 1))]);
    }

private:
    std::uint64_t state_;
};

}  // namespace paraphe::samples
