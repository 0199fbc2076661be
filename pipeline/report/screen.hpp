#pragma once

#include "model/verdict.hpp"
#include "report/report.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace paraphe::report {

inline constexpr const char* red = "\x1b[31m";
inline constexpr const char* green = "\x1b[32m";
inline constexpr const char* yellow = "\x1b[33m";
inline constexpr const char* bold = "\x1b[1m";

/// "✓", "✗" or "?", and its colour.
[[nodiscard]] const char* sign(Outcome outcome);
[[nodiscard]] const char* colour(Outcome outcome);

/// Collects the lines of a terminal's page. Texts of candidates must have gone through `visible`.
class Screen {
public:
    explicit Screen(const TerminalStyle& style);
    void line(std::string_view text = "");
    /// Words after `head`, wrapped under its end. `colour` holds for the head alone.
    void wrapped(const std::string& head, const char* colour, std::string_view text);
    [[nodiscard]] std::string painted(const char* colour, std::string_view text) const;
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    TerminalStyle style_;
    std::size_t width_;
    std::string out_;
};

}  // namespace paraphe::report
