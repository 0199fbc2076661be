#pragma once

#include "model/result.hpp"
#include "reader/client.hpp"

#include <string>
#include <vector>

namespace paraphe::office {

/// An office file to be made a PDF: a descriptor (borrowed) and its sniffed media type.
struct Job {
    int bytes = -1;
    std::string media_type;
};

struct Options {
    double seconds = 120;              ///< for all files together
    std::string program = "soffice";   ///< looked for in the system's own folders
};

/// Converts all office files of a dossier in one start of LibreOffice, inside its own bubblewrap jail: no network, only
/// the system's libraries, fonts and configuration, a fresh profile that vanishes. One result a job, in order: a sealed memfd of the
/// PDF. Errors: unsupported (bubblewrap or LibreOffice is not there), damaged (nothing came out), out_of_time.
[[nodiscard]] std::vector<Result<reader::Descriptor>> convert(const std::vector<Job>& jobs, const Options& options);

/// Whether office files can be converted here: both programs are there and the jail can be set up. Errors: unsupported, with the reason.
[[nodiscard]] Result<void> ready(const Options& options);

}  // namespace paraphe::office
