#pragma once

#include "model/box.hpp"
#include "model/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace google::protobuf {
template <typename T>
class RepeatedField;
}

namespace paraphe::record {

/// Lengths in bytes. Longer texts are cut when written and refused when read.
inline constexpr std::size_t word_length = 1000;   ///< of one word, a name, a code
inline constexpr std::size_t text_length = 16'000; ///< of a sentence, a title, a path
inline constexpr int largest_page = 100'000;

/// What to do with a box or a confidence outside its range: a message from a reader is refused, a reading is mended.
enum class OutOfRange { refuse, mend };

/// Collects the first breach of form while a message is converted; the values it gives are safe in any case.
class Form {
public:
    explicit Form(OutOfRange policy) : policy_(policy) {}

    [[nodiscard]] bool ok() const { return wrong_.empty(); }
    [[nodiscard]] const std::string& wrong() const { return wrong_; }
    void breach(std::string_view what);
    /// A breach unless `holds`.
    void require(bool holds, std::string_view what);

    /// Absent is "".
    [[nodiscard]] std::string text(const std::string& value, std::size_t longest, std::string_view what);
    [[nodiscard]] std::string word(const std::string& value, std::string_view what) { return text(value, word_length, what); }
    /// Absent, not finite or out of range is a breach.
    [[nodiscard]] double number(bool has, double value, double least, double most, std::string_view what);
    [[nodiscard]] int integer(bool has, std::int64_t value, std::int64_t least, std::int64_t most, std::string_view what);
    [[nodiscard]] bool flag(bool has, bool value, std::string_view what);
    /// A probability; a hair outside 0 to 1 is rounding, more follows the policy.
    [[nodiscard]] double confidence(bool has, double value, std::string_view what);
    /// A coordinate in fractions of the page; up to 0.01 beyond the page is brought back, more follows the policy.
    [[nodiscard]] double coordinate(bool has, double value, std::string_view what);
    /// Four numbers, or none for no box.
    [[nodiscard]] Box box(const google::protobuf::RepeatedField<double>& value, std::string_view what);
    [[nodiscard]] bool count(int size, int most, std::string_view what);

    /// An enumerator of the model with the same number as that of the schema.
    template <class Model>
    [[nodiscard]] Model enumerator(bool has, int value, Model last, std::string_view what) {
        return static_cast<Model>(integer(has, value, 0, static_cast<int>(last), what));
    }

private:
    OutOfRange policy_;
    std::string wrong_;
};

[[nodiscard]] bool valid_utf8(std::string_view text);
/// The text with U+FFFD for each bad byte, cut before the character that would make it longer than `longest`.
[[nodiscard]] std::string clean(std::string_view text, std::size_t longest);
void put_box(const Box& box, google::protobuf::RepeatedField<double>& into);

}  // namespace paraphe::record
