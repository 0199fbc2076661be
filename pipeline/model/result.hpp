#pragma once

#include <string>
#include <tl/expected.hpp>

namespace paraphe {

enum class ErrorKind {
    not_found,      ///< the path does not exist or cannot be opened
    encrypted,      ///< a password is needed; we never guess one
    damaged,        ///< the bytes do not hold what they promise
    empty,          ///< nothing inside
    too_large,      ///< above a limit of `limits.hpp`
    unsupported,    ///< a format or variant that nothing here reads
    crashed,        ///< the reader ended by a signal
    out_of_time,    ///< the reader was stopped after its time
    out_of_memory,  ///< the reader hit its memory limit
    broken_form,    ///< a reader's message that does not keep the form
    io,             ///< the disk or a descriptor failed
    internal,       ///< a defect of ours
};

/// What went wrong, where, with the figures. `detail` is English, for developers and notes; reports
/// choose their French words by `kind`.
struct Error {
    ErrorKind kind = ErrorKind::internal;
    std::string path;  ///< inside the dossier, nested archives joined by `!/`; may be empty
    int page = 0;      ///< from 1; 0 when no page is meant
    std::string detail;

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string detail, std::string path = {}, int page = 0) {
    return tl::unexpected<Error>(Error{kind, std::move(path), page, std::move(detail)});
}

}  // namespace paraphe
