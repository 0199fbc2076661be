#pragma once

#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace paraphe {

/// A day of the Gregorian calendar; always valid (`ok()`).
using Date = std::chrono::year_month_day;

/// "2017-02-20"
[[nodiscard]] inline std::string to_iso(Date date) {
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return text;
}

/// Reads exactly "yyyy-mm-dd"; nothing for anything else or an impossible day.
[[nodiscard]] inline std::optional<Date> from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto number = [text](std::size_t from, std::size_t length) {
        int value = -1;
        const auto part = text.substr(from, length);
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        return error == std::errc{} && end == part.data() + part.size() ? value : -1;
    };
    const int y = number(0, 4), m = number(5, 2), d = number(8, 2);
    if (y < 0 || m < 0 || d < 0) return {};
    const Date date{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)}, std::chrono::day{static_cast<unsigned>(d)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

/// The day `months` later; 30 November + 3 months is no date: we then end with the month, as the
/// code de procédure civile does (art. 641).
[[nodiscard]] inline Date months_after(Date date, int months) {
    const Date end = date + std::chrono::months{months};
    return end.ok() ? end : Date{end.year() / end.month() / std::chrono::last};
}

/// Days from `a` to `b`; negative when `b` is earlier.
[[nodiscard]] inline long days_between(Date a, Date b) {
    return (std::chrono::sys_days{b} - std::chrono::sys_days{a}).count();
}

}  // namespace paraphe
