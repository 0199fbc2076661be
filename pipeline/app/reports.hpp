#pragma once

#include "model/reading.hpp"
#include "model/result.hpp"
#include "model/verdict.hpp"
#include "report/report.hpp"

#include <optional>
#include <string>

namespace paraphe::app {

/// Where the reports of one dossier go; "-" as `json` is standard output.
struct Destinations {
    std::string json, html, letter;
    report::Language language = report::Language::fr;
    bool colour = false;
    int width = 80;
};

/// Writes what is asked for, each whole or not at all. Errors: io.
[[nodiscard]] Result<void> write_reports(const Reading& reading, const Judgement& judgement, const report::PictureOf& picture_of, const Destinations& to);

}  // namespace paraphe::app
