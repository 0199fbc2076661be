#pragma once

#include "model/crop.hpp"
#include "model/document.hpp"
#include "model/file.hpp"
#include "model/page.hpp"
#include "model/reading.hpp"
#include "model/result.hpp"
#include "record/form.hpp"

#include <google/protobuf/stubs/logging.h>
#include <record.pb.h>

/// Conversions between the model and the schema: `put` fills a message, `take` reads it with all checks of form. Inside `record` only.
namespace paraphe::record {

inline constexpr int most_codes = 1000, most_overlays = 5000, most_marks = 5000, most_lines = 50'000, most_readings = 100, most_sign_lines = 64, most_sign_columns = 2000, most_signatures = 500;

// shared.cpp: values of readings and messages alike
void put(const Word& word, wire::Word& into);
void put(const RuledLine& line, wire::RuledLine& into);
void put(const Code& code, wire::Code& into);
void put(const Overlay& overlay, wire::Overlay& into);
void put(const Mark& mark, wire::Mark& into);
void put(const SignColumns& line, wire::SignColumns& into);
void put(const DigitalSignature& signature, wire::DigitalSignature& into);
void put(const FileFacts& facts, wire::FileFacts& into);
[[nodiscard]] Word take(const wire::Word& word, Form& form);
[[nodiscard]] RuledLine take(const wire::RuledLine& line, Form& form);
[[nodiscard]] Code take(const wire::Code& code, Form& form);
[[nodiscard]] Overlay take(const wire::Overlay& overlay, Form& form);
[[nodiscard]] Mark take(const wire::Mark& mark, Form& form);
[[nodiscard]] SignColumns take(const wire::SignColumns& line, Form& form);
[[nodiscard]] DigitalSignature take(const wire::DigitalSignature& signature, Form& form);
[[nodiscard]] FileFacts take(const wire::FileFacts& facts, Form& form);

// documents.cpp: what a reading says of documents
void put(const Place& place, wire::Place& into);
void put(const Candidate& candidate, wire::Candidate& into);
void put(const Field& field, wire::Field& into);
void put(const Slot& slot, wire::Slot& into);
void put(const Finding& finding, wire::Finding& into);
void put(const Part& part, wire::Part& into);
void put(const PlacedMark& mark, wire::PlacedMark& into);
void put(const Document& document, wire::Document& into);
[[nodiscard]] Place take(const wire::Place& place, Form& form);
[[nodiscard]] Candidate take(const wire::Candidate& candidate, Form& form);
[[nodiscard]] Field take(const wire::Field& field, Form& form);
[[nodiscard]] Slot take(const wire::Slot& slot, Form& form);
[[nodiscard]] Finding take(const wire::Finding& finding, Form& form);
[[nodiscard]] Part take(const wire::Part& part, Form& form);
[[nodiscard]] PlacedMark take(const wire::PlacedMark& mark, Form& form);
[[nodiscard]] Document take(const wire::Document& document, Form& form);

// answers.cpp
void put(const Error& error, wire::Failure& into);
[[nodiscard]] Error take(const wire::Failure& failure, Form& form);

// record.cpp: the reading and its files
void put(const PageSummary& page, wire::PageSummary& into);
void put(const FileReading& file, wire::FileReading& into);
void put(const Crop& crop, wire::Crop& into);
[[nodiscard]] PageSummary take(const wire::PageSummary& page, Form& form);
[[nodiscard]] FileReading take(const wire::FileReading& file, Form& form);
[[nodiscard]] Crop take(const wire::Crop& crop, Form& form);

/// Sets a text when there is one: absent is "".
template <class Set>
void put_text(const std::string& text, std::size_t longest, Set set) {
    if (!text.empty()) set(clean(text, longest));
}

template <class Model, class Wire>
void put_all(const std::vector<Model>& from, google::protobuf::RepeatedPtrField<Wire>& into) {
    into.Reserve(static_cast<int>(from.size()));
    for (const auto& item : from) put(item, *into.Add());
}

/// Converts up to `most`; more is a breach and none is taken.
template <class Model, class Wire>
[[nodiscard]] std::vector<Model> take_all(const google::protobuf::RepeatedPtrField<Wire>& from, int most, Form& form,
                                          std::string_view what) {
    std::vector<Model> out;
    if (!form.count(from.size(), most, what)) return out;
    out.reserve(static_cast<std::size_t>(from.size()));
    for (const auto& item : from) {
        out.push_back(take(item, form));
        if (!form.ok()) break;
    }
    return out;
}

/// Enumerators of the schema stand in the order of the model's.
template <class Wire, class Model>
[[nodiscard]] Wire same(Model value) {
    return static_cast<Wire>(static_cast<int>(value));
}

/// One lambda a case, for std::visit.
template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // clang 14 does not deduce it

/// Parses without a word on stderr; nothing when the bytes are no such message.
template <class Message>
[[nodiscard]] bool parse(std::string_view bytes, Message& into) {
    google::protobuf::LogSilencer quiet;
    return bytes.size() <= (1u << 30) && into.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

/// `value`, or the first breach of form.
template <class T>
[[nodiscard]] Result<T> checked(T value, const Form& form) {
    if (!form.ok()) return fail(ErrorKind::broken_form, form.wrong() + " is missing or out of its form");
    return value;
}

[[nodiscard]] inline tl::unexpected<Error> no_message() { return fail(ErrorKind::broken_form, "no message of the schema"); }

}  // namespace paraphe::record
