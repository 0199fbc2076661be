#pragma once

#include "model/reading.hpp"
#include "model/verdict.hpp"

#include <string>

namespace paraphe::report {

/// Markup, script, templates, terminal codes (also in their one-byte form), line ends and letters that turn the line round.
inline const std::string hostile_text =
    "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{verdict}}{{{style}}}\x1b]0;x\x07\x1b[2J\r\n\b\xc2\x9b" "31m\xe2\x80\xae" "fdp.sibK";

/// The example with that text in each place where a candidate's can stand: names of files, what was read, metadata, certificates.
Reading hostile_reading(const std::string& text = hostile_text);
Judgement hostile_judgement(const std::string& text = hostile_text);

}  // namespace paraphe::report
