#pragma once

#include "extractors/common/pool.hpp"

#include <vector>

namespace paraphe::extractors {

/// `employee_count`: how many people a paper says that the company employs ("Effectif : 12 salariés", "nous employons 12 personnes").
/// Bounds ("plus de 10 salariés", "de 1 à 5 salariés") say no number.
void read_headcount(const std::vector<Sheet>& sheets, Pool& pool);

}  // namespace paraphe::extractors
