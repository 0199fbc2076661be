#pragma once

#include <cstddef>
#include <string>

namespace paraphe {

/// A value read from a folded text: where (bytes [begin, end)) and how sure of its form alone (a checksum that
/// holds, no character guessed: near 1; a repaired character: lower).
template <class T>
struct Found {
    T value{};
    std::size_t begin = 0, end = 0;
    double confidence = 1;
    bool repaired = false;   ///< a character was read as another to make the form hold
};

}  // namespace paraphe
