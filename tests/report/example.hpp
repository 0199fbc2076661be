#pragma once

#include "model/reading.hpp"
#include "model/verdict.hpp"
#include "report/report.hpp"

#include <optional>
#include <string>

namespace paraphe::report {

/// A dossier of three pieces: a Kbis too old, a référentiel with an empty margin, a staff register in order.
Reading example_reading();
Judgement example_judgement();
/// Any picture's name gives the same small PNG.
std::optional<std::string> example_picture(const std::string& name);

}  // namespace paraphe::report
