#pragma once

#include "model/result.hpp"
#include "model/verdict.hpp"

#include <string>
#include <string_view>

namespace paraphe::report {

/// What a report's JSON still says of a judgement. Its sentences are French: the JSON holds no others. Evidence, notes and reasoning
/// are left out; of a piece's documents only the ids are kept.
struct PastReport {
    std::string dossier_name, dossier_sha256;
    Judgement judgement;

    friend bool operator==(const PastReport&, const PastReport&) = default;
};

/// Reads back what `json` wrote. Errors: broken_form, with the name of the first value that is missing or of another kind, or because two
/// checks or two pieces bear one name, or the verdict is better than what the checks say: such a report is none of ours.
[[nodiscard]] Result<PastReport> read_back(std::string_view json);

}  // namespace paraphe::report
