#include "record/form.hpp"

#include <algorithm>
#include <cmath>
#include <google/protobuf/repeated_field.h>

namespace paraphe::record {

namespace {

/// Length of the well-formed UTF-8 character at the start of `text`, 0 when there is none (Unicode 15, table 3-7).
std::size_t character_length(std::string_view text) {
    const auto byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const auto follows = [byte](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned first = byte(0), second = byte(1);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
        return follows(1) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
        return follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

bool valid_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto length = character_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string clean(std::string_view text, std::size_t longest) {
    if (text.size() <= longest && valid_utf8(text)) return std::string(text);
    std::string out;
    while (!text.empty()) {
        const auto length = character_length(text);
        const std::string_view next = length > 0 ? text.substr(0, length) : std::string_view("\xEF\xBF\xBD");
        if (out.size() + next.size() > longest) break;
        out += next;
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

void put_box(const Box& box, google::protobuf::RepeatedField<double>& into) {
    if (box == Box{}) return;
    for (const double value : {box.x, box.y, box.w, box.h}) into.Add(value);
}

void Form::breach(std::string_view what) {
    if (wrong_.empty()) wrong_ = what;
}

void Form::require(bool holds, std::string_view what) {
    if (!holds) breach(what);
}

std::string Form::text(const std::string& value, std::size_t longest, std::string_view what) {
    if (value.size() > longest || !valid_utf8(value)) {
        breach(what);
        return {};
    }
    return value;
}

double Form::number(bool has, double value, double least, double most, std::string_view what) {
    if (!has || !std::isfinite(value) || value < least || value > most) {
        breach(what);
        return least;
    }
    return value;
}

int Form::integer(bool has, std::int64_t value, std::int64_t least, std::int64_t most, std::string_view what) {
    if (!has || value < least || value > most) {
        breach(what);
        return static_cast<int>(least);
    }
    return static_cast<int>(value);
}

bool Form::flag(bool has, bool value, std::string_view what) {
    require(has, what);
    return has && value;
}

double Form::confidence(bool has, double value, std::string_view what) {
    constexpr double rounding = 1e-6;
    const bool near = value >= -rounding && value <= 1 + rounding;
    if (!has || !std::isfinite(value) || (!near && policy_ == OutOfRange::refuse)) {
        breach(what);
        return 0;
    }
    return std::clamp(value, 0.0, 1.0);
}

double Form::coordinate(bool has, double value, std::string_view what) {
    constexpr double beyond = 0.01;
    const bool near = value >= -beyond && value <= 1 + beyond;
    if (!has || !std::isfinite(value) || (!near && policy_ == OutOfRange::refuse)) {
        breach(what);
        return 0;
    }
    return std::clamp(value, 0.0, 1.0);
}

Box Form::box(const google::protobuf::RepeatedField<double>& value, std::string_view what) {
    if (value.empty()) return {};
    if (value.size() != 4 || !std::ranges::all_of(value, [](double v) { return std::isfinite(v) && std::abs(v) < 1e6; }) ||
        value[2] < 0 || value[3] < 0) {
        breach(what);
        return {};
    }
    // Far corners are checked as sums, so that x and w cannot each be fine and their sum not; a box on the page stays as it is.
    constexpr double rounding = 1e-9;
    const double x = coordinate(true, value[0], what), y = coordinate(true, value[1], what);
    const double right = value[0] + value[2], bottom = value[1] + value[3];
    const double far_x = coordinate(true, right, what), far_y = coordinate(true, bottom, what);
    const bool as_is = x == value[0] && y == value[1] && right <= 1 + rounding && bottom <= 1 + rounding;
    if (as_is) return {x, y, value[2], value[3]};
    return {x, y, std::max(0.0, far_x - x), std::max(0.0, far_y - y)};
}

bool Form::count(int size, int most, std::string_view what) {
    require(size <= most, what);
    return size <= most;
}

}  // namespace paraphe::record
