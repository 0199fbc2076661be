#include "samples/calendar.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace paraphe::samples {
namespace {

std::chrono::year_month_day parts(Date day) { return std::chrono::year_month_day{day}; }
int day_of(Date day) { return static_cast<int>(static_cast<unsigned>(parts(day).day())); }
int month_of(Date day) { return static_cast<int>(static_cast<unsigned>(parts(day).month())); }

std::string printed(const char* form, int a, int b, int c) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), form, a, b, c);
    return text.data();
}

constexpr std::array<const char*, 17> units{"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit",
                                            "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"};
constexpr std::array<const char*, 10> tens{"", "dix", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"};

std::string below_hundred(int n, const std::string& link) {
    if (n < 17) return units[static_cast<std::size_t>(n)];
    if (n < 20) return std::string("dix-") + units[static_cast<std::size_t>(n - 10)];
    const int ten = n / 10;
    const bool joined = ten == 7 || ten == 9;
    const int rest = joined ? n - (ten - 1) * 10 : n % 10;
    std::string text = tens[static_cast<std::size_t>(ten)];
    if (rest == 0) return ten == 8 ? text + "s" : text;
    if ((rest == 1 || rest == 11) && ten < 8) return text + link + "et" + link + below_hundred(rest, link);
    return text + "-" + below_hundred(rest, link);
}

std::string below_thousand(int n, const std::string& link) {
    const int hundreds = n / 100;
    const int rest = n % 100;
    if (hundreds == 0) return below_hundred(rest, link);
    std::string text = hundreds == 1 ? "cent" : units[static_cast<std::size_t>(hundreds)] + link + (rest == 0 ? "cents" : "cent");
    return rest == 0 ? text : text + link + below_hundred(rest, link);
}

}  // namespace

Date date(int year, unsigned month, unsigned day) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

Date add_months(Date from, int months) {
    auto moved = parts(from) + std::chrono::months{months};
    if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
    return moved;
}

int year_of(Date day) { return static_cast<int>(parts(day).year()); }
std::string iso(Date day) { return printed("%04d-%02d-%02d", year_of(day), month_of(day), day_of(day)); }
std::string slashed(Date day) { return printed("%02d/%02d/%04d", day_of(day), month_of(day), year_of(day)); }
std::string dotted(Date day) { return printed("%02d.%02d.%02d", day_of(day), month_of(day), year_of(day) % 100); }

std::string in_words(Date day) {
    static constexpr std::array<const char*, 12> months{"janvier", "février", "mars", "avril", "mai", "juin",
                                                        "juillet", "août", "septembre", "octobre", "novembre", "décembre"};
    const std::string first = day_of(day) == 1 ? "1er" : std::to_string(day_of(day));
    return first + " " + months[static_cast<std::size_t>(month_of(day) - 1)] + " " + std::to_string(year_of(day));
}

std::string number_words(int number, bool reformed) {
    const std::string link = reformed ? "-" : " ";
    if (number < 1000) return below_thousand(number, link);
    const int thousands = number / 1000;
    const int rest = number % 1000;
    std::string text = thousands == 1 ? "mille" : below_thousand(thousands, link) + link + "mille";
    return rest == 0 ? text : text + link + below_thousand(rest, link);
}

std::string euros(double amount, bool cents) {
    const auto total = static_cast<long long>(std::llround(amount * 100));
    std::string whole = std::to_string(total / 100);
    for (int at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3) whole.insert(static_cast<std::size_t>(at), " ");
    if (!cents) return whole;
    const auto rest = std::to_string(total % 100);
    return whole + "," + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace paraphe::samples
