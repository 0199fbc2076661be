#pragma once

#include "model/result.hpp"
#include "reader/descriptor.hpp"
#include "report/report.hpp"

#include <filesystem>
#include <string>

namespace paraphe::app {

/// Held while a batch or watch works on an output folder (or on its shard there): two of them would do everything twice. The kernel
/// lets go of it when the program ends, however it ends.
class OutputLock {
public:
    /// `name` tells shards apart. Errors: unsupported (another one works here), io.
    static Result<OutputLock> take(const std::filesystem::path& out, const std::string& name);
    /// Whether somebody works there now.
    [[nodiscard]] static bool held(const std::filesystem::path& out, const std::string& name);

private:
    explicit OutputLock(reader::Descriptor file) : file_(std::move(file)) {}
    reader::Descriptor file_;
};

/// What a person is told where the lock is another program's.
[[nodiscard]] std::string another_works(const std::filesystem::path& out, report::Language language);

}  // namespace paraphe::app
