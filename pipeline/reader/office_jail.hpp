#pragma once

#include "model/result.hpp"
#include "reader/client.hpp"

#include <string>
#include <vector>

namespace paraphe::office {

/// The two programs, by their full paths.
struct Jail {
    std::string bubblewrap, soffice;
};

struct JailFile {
    int bytes = -1;           ///< borrowed; read from its beginning
    reader::Descriptor pdf;   ///< a memfd that the jail writes to
    std::string ending;       ///< "docx"
};

/// Starts LibreOffice once for all files, inside bubblewrap: no network, no other process in sight, the system's folders for reading,
/// everything else in memory, so that nothing is left on disk however it ends. Files come in and PDFs go out by descriptor.
/// Errors: unsupported (the jail cannot be set up here), out_of_time (killed; PDFs written before may still be whole), io.
[[nodiscard]] Result<void> run_in_jail(const Jail& jail, const std::vector<JailFile>& files, double seconds);

}  // namespace paraphe::office
