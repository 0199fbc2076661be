#include "formats/amounts.hpp"

#include "formats/dates.hpp"
#include "formats/scan.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace paraphe {
namespace {

using namespace scan;

struct Digits {
    std::string text;
    int guessed = 0;
    std::size_t end = 0;
};

/// Up to `most` digits, a scanner's letters included.
Digits digits_at(std::string_view text, std::size_t i, std::size_t most) {
    Digits run{{}, 0, i};
    while (run.end < text.size() && run.text.size() < most && digit_like(text[run.end]) != '\0') {
        run.guessed += !digit(text[run.end]);
        run.text += digit_like(text[run.end++]);
    }
    return run;
}

/// The end of a currency's sign or name at `i` (a space before it allowed); `i` when none stands there.
std::size_t currency_at(std::string_view text, std::size_t i) {
    const std::size_t j = at(text, i) == ' ' ? i + 1 : i;
    if (starts_with_at(text, j, "€")) return j + std::string_view("€").size();
    for (const std::string_view name : {"EUROS", "EURO", "EUR", "E"})
        if (starts_with_at(text, j, name) && !alnum(at(text, j + name.size())) && at(text, j + name.size()) != '\'') return j + name.size();
    return i;
}

bool stuffing(char c) { return c == '#' || c == '*' || c == '='; }

struct Sum {
    std::string whole, cents;
    std::size_t end = 0;
    int guessed = 0;
    bool currency = false, stuffed = false, grouped = false;
};

/// Thousands in groups of three with one sign between; stops where the groups stop.
void add_groups(std::string_view text, Sum& sum) {
    const char sign = at(text, sum.end);
    if ((sign != ' ' && sign != '.' && sign != '\'') || sum.whole.size() > 3 || sum.whole == "0") return;
    while (at(text, sum.end) == sign && sum.whole.size() <= 9) {
        const auto group = digits_at(text, sum.end + 1, 4);
        if (group.text.size() != 3 || group.guessed == 3) return;
        sum.whole += group.text, sum.guessed += group.guessed, sum.end = group.end;
        sum.grouped = true;
    }
}

std::optional<Sum> sum_at(std::string_view text, std::size_t i) {
    auto head = digits_at(text, i, 10);
    if (head.text.empty()) return {};
    Sum sum{std::move(head.text), {}, head.end, head.guessed, false, false, false};
    add_groups(text, sum);
    const std::string_view euro = "€";
    if (const char sign = at(text, sum.end); sign == ',' || sign == '.' || starts_with_at(text, sum.end, euro)) {
        const std::size_t width = starts_with_at(text, sum.end, euro) ? euro.size() : 1;
        auto cents = digits_at(text, sum.end + width, 3);
        if (cents.text.empty() && at(text, sum.end + width) == ' ' && width == 1 && sign == ',') cents = digits_at(text, sum.end + width + 1, 3);
        if (cents.text.size() == 2) {
            sum.cents = cents.text, sum.guessed += cents.guessed, sum.end = cents.end;
            sum.currency = width > 1;
        } else if (cents.text.empty() && at(text, sum.end + 1) == '-' && width == 1) {
            sum.cents = "00", sum.end += 2;
        } else if (!cents.text.empty() && width == 1) {
            return {};  // a decimal of one or three figures is no sum of money
        }
    }
    if (const auto end = currency_at(text, sum.end); end != sum.end) sum.end = end, sum.currency = true;
    const char next = at(text, sum.end);
    if (digit(next) || next == '%' || (next == ' ' && at(text, sum.end + 1) == '%')) return {};
    if (next == '/' && digit(at(text, sum.end + 1))) return {};
    if (letter(next) && !sum.currency) return {};
    std::size_t tail = sum.end;
    if (at(text, tail) == ' ') ++tail;
    sum.stuffed = stuffing(at(text, tail)) && stuffing(before(text, i > 1 && text[i - 1] == ' ' ? i - 1 : i));
    return sum;
}

bool announced_by_currency(std::string_view text, std::size_t i) {
    std::size_t j = i;
    while (j > 0 && (text[j - 1] == ' ' || stuffing(text[j - 1]))) --j;
    const auto head = text.substr(0, j);
    return head.ends_with("€") || head.ends_with(" EUR") || head.ends_with(" EUROS") || head == "EUR";
}

double form_confidence(const Sum& sum, bool currency_before) {
    double confidence = 0.4;
    if (sum.whole.size() >= 5 && !sum.grouped) confidence = 0.2;  // a reference, a postcode
    if (!sum.cents.empty()) confidence = 0.9;
    if (sum.currency || sum.stuffed || currency_before) confidence = 0.97;
    return confidence * (sum.guessed > 0 ? 0.8 : 1);
}

bool inside(const std::vector<Found<Date>>& dates, std::size_t i) {
    return std::ranges::any_of(dates, [i](const auto& date) { return date.begin <= i && i < date.end; });
}

}  // namespace

std::vector<Found<double>> find_amounts(std::string_view text) {
    std::vector<Found<double>> all;
    const auto dates = find_dates(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char previous = before(text, i);
        if (digit_like(text[i]) == '\0' || alnum(previous)) continue;
        if ((previous == '.' || previous == ',' || previous == '/' || previous == '-') && i > 1 && digit(text[i - 2])) continue;
        const auto sum = sum_at(text, i);
        const auto real = sum ? static_cast<int>(sum->whole.size() + sum->cents.size()) - sum->guessed : 0;
        if (!sum || real == 0 || sum->guessed > 2 * real + 2 || inside(dates, i)) continue;
        // Letters that could be digits ("SOL", "BIO") need a figure first, or the cents' comma.
        if (!digit(text[i]) && (sum->cents.empty() || real < 2)) continue;
        const double value = std::stod(sum->whole) + (sum->cents.empty() ? 0 : std::stod(sum->cents) / 100);
        all.push_back({std::round(value * 100) / 100, i, sum->end, form_confidence(*sum, announced_by_currency(text, i)), sum->guessed > 0});
        i = sum->end - 1;
    }
    return all;
}

std::vector<Found<double>> find_capitals(std::string_view text) {
    std::vector<Found<double>> all;
    for (const auto& label : find_all_fuzzy(text, "CAPITAL")) {
        for (auto amount : find_amounts(text.substr(label.end, 60))) {
            if (amount.begin > 36) break;
            amount.begin += label.end, amount.end += label.end;
            amount.confidence = amount.confidence >= 0.7 ? amount.confidence : amount.confidence + 0.2;
            all.push_back(amount);
            break;
        }
    }
    return all;
}

}  // namespace paraphe
