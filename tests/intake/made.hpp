#pragma once

#include "intake/intake.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paraphe::intake {

/// An archive made for a test.
struct Made {
    std::string format = "zip";  ///< "zip", "7zip", "ustar", "pax"
    std::string filter = {};          ///< "gzip", "bzip2", "xz", "zstd"; none
    std::string options = {};         ///< libarchive's, e.g. "zip:encryption=traditional"
    std::string passphrase = {};
};

using Files = std::vector<std::pair<std::string, std::string>>;  ///< raw name, bytes; a name "link -> x" makes a link, "x |" a pipe, "x %" a device

std::string made(const Files& files, const Made& how = {});

/// A zip bomb as David Fifield describes it (A better zip bomb, WOOT 2019): the members overlap, for each quotes the header of the next
/// and goes on with its bytes, down to the one that holds `kernel`.
std::string overlapping_zip(const std::string& kernel, int members);

inline const std::string a_pdf = "%PDF-1.4\n% the smallest that counts as one\n%%EOF\n";

Opened opened(const std::string& name, const std::string& bytes, const Limits& limits = {});

/// The entry of that path, or one whose path is "(none)".
Entry entry(const Opened& opened, std::string_view path);

std::vector<std::string> paths(const Opened& opened);

}  // namespace paraphe::intake
