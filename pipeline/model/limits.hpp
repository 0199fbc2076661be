#pragma once

#include <cstddef>
#include <cstdint>

namespace paraphe {

/// Every limit on candidates' bytes, in one place. What lies above is `too_large`, never half read. Those of a dossier as a whole are
/// kept by the parent, the others by its readers, and held against their answers.
struct Limits {
    int entries = 2000;                          ///< members of all archives of a dossier
    int nesting = 4;                             ///< archive in archive in mail ...
    std::uint64_t file_bytes = 256ull << 20;     ///< one member, unpacked
    std::uint64_t total_bytes = 1024ull << 20;   ///< all members, unpacked
    double ratio = 400;                          ///< unpacked to packed, once past `ratio_from`
    std::uint64_t ratio_from = 32ull << 20;
    int pages = 400;                             ///< of one file
    int dossier_pages = 1000;                    ///< of all files of a dossier
    std::uint64_t view_bytes = 512ull << 20;     ///< pictures of pages that a dossier's report is made from; later pages stand without one
    std::int64_t pixels = 120'000'000;           ///< of one picture, before it is decoded
    int side = 32'000;                           ///< pixels of a picture's longer side: OpenCV and JPEG hold no more
    double page_seconds = 60;                    ///< wall time for one page
    double intake_seconds = 120;                 ///< wall time to open the dossier
    std::size_t reader_memory = 1600ull << 20;   ///< address space of one reader
    std::size_t message_bytes = 16u << 20;       ///< one message of a reader
    int words = 20'000;                          ///< of one page

    /// Whether a picture of that size may be decoded or drawn.
    [[nodiscard]] bool hold(double width, double height) const {
        return width <= side && height <= side && width * height <= static_cast<double>(pixels);
    }
};

}  // namespace paraphe
