#include "record/record.hpp"

#include "record/conversions.hpp"

#include <google/protobuf/util/json_util.h>

namespace paraphe::record {

namespace {

constexpr const char* schema = "paraphe-reading/1";
constexpr int most_pieces = 1000, most_files = 100'000, most_documents = 100'000;

}  // namespace

void put(const PageSummary& page, wire::PageSummary& into) {
    into.set_page(page.page);
    into.set_piece(clean(page.piece, word_length));
    into.set_confidence(page.confidence);
    put_text(page.looks_like, word_length, [&](std::string text) { into.set_looks_like(std::move(text)); });
    into.set_rotation(page.rotation);
    into.set_width_mm(page.width_mm);
    into.set_height_mm(page.height_mm);
    into.set_text(same<wire::TextSource::Value>(page.text));
    into.set_legible(page.legible);
    into.set_problem(same<wire::PageProblem::Value>(page.problem));
    into.set_layer_rejected(page.layer_rejected);
    put_all(page.overlays, *into.mutable_overlays());
    put_all(page.codes, *into.mutable_codes());
    put_text(page.duplicate_of, text_length, [&](std::string text) { into.set_duplicate_of(std::move(text)); });
    put_text(page.picture, word_length, [&](std::string text) { into.set_picture(std::move(text)); });
    for (const auto& piece : page.may_be) into.add_may_be(clean(piece, word_length));
}

PageSummary take(const wire::PageSummary& page, Form& form) {
    PageSummary out;
    out.page = form.integer(page.has_page(), page.page(), 1, largest_page, "page.page");
    out.piece = form.word(page.piece(), "page.piece");
    out.confidence = form.confidence(page.has_confidence(), page.confidence(), "page.confidence");
    out.looks_like = form.word(page.looks_like(), "page.looks_like");
    out.rotation = form.integer(page.has_rotation(), page.rotation(), 0, 270, "page.rotation");
    form.require(out.rotation % 90 == 0, "page.rotation");
    out.width_mm = form.number(page.has_width_mm(), page.width_mm(), 0, 100'000, "page.width_mm");
    out.height_mm = form.number(page.has_height_mm(), page.height_mm(), 0, 100'000, "page.height_mm");
    out.text = form.enumerator(page.has_text(), page.text(), TextSource::ocr, "page.text");
    out.legible = form.flag(page.has_legible(), page.legible(), "page.legible");
    out.problem = form.enumerator(page.has_problem(), page.problem(), PageProblem::unreadable, "page.problem");
    out.layer_rejected = form.flag(page.has_layer_rejected(), page.layer_rejected(), "page.layer_rejected");
    out.overlays = take_all<Overlay>(page.overlays(), most_overlays, form, "page.overlays");
    out.codes = take_all<Code>(page.codes(), most_codes, form, "page.codes");
    out.duplicate_of = form.text(page.duplicate_of(), text_length, "page.duplicate_of");
    out.picture = form.word(page.picture(), "page.picture");
    form.require(page.may_be_size() <= most_pieces, "page.may_be");
    for (const auto& piece : page.may_be()) out.may_be.push_back(form.word(piece, "page.may_be"));
    return out;
}

void put(const Crop& crop, wire::Crop& into) {
    put(crop.place, *into.mutable_place());
    into.set_picture(clean(crop.picture, word_length));
}

Crop take(const wire::Crop& crop, Form& form) {
    form.require(crop.has_place(), "crop.place");
    return {take(crop.place(), form), form.word(crop.picture(), "crop.picture")};
}

void put(const FileReading& file, wire::FileReading& into) {
    into.set_path(clean(file.path, text_length));
    put_text(file.sha256, word_length, [&](std::string text) { into.set_sha256(std::move(text)); });
    put_text(file.media_type, word_length, [&](std::string text) { into.set_media_type(std::move(text)); });
    into.set_bytes(file.bytes);
    into.set_status(same<wire::FileStatus::Value>(file.status));
    put_text(file.reason, word_length, [&](std::string text) { into.set_reason(std::move(text)); });
    put(file.facts, *into.mutable_facts());
    put_all(file.pages, *into.mutable_pages());
}

FileReading take(const wire::FileReading& file, Form& form) {
    FileReading out;
    form.require(file.has_bytes(), "file.bytes");
    form.require(file.has_facts(), "file.facts");
    out.path = form.text(file.path(), text_length, "file.path");
    out.sha256 = form.word(file.sha256(), "file.sha256");
    out.media_type = form.word(file.media_type(), "file.media_type");
    out.bytes = file.bytes();
    out.status = form.enumerator(file.has_status(), file.status(), FileStatus::unreadable, "file.status");
    out.reason = form.word(file.reason(), "file.reason");
    out.facts = take(file.facts(), form);
    out.pages = take_all<PageSummary>(file.pages(), largest_page, form, "file.pages");
    return out;
}

std::string to_json(const Reading& reading) {
    wire::Reading message;
    message.set_schema(schema);
    message.set_program(clean(reading.program, word_length));
    put_text(reading.expectations_hash, word_length, [&](std::string text) { message.set_expectations_hash(std::move(text)); });
    message.set_dossier_name(clean(reading.dossier_name, text_length));
    message.set_dossier_sha256(clean(reading.dossier_sha256, word_length));
    if (reading.deposited_on) message.set_deposited_on(clean(*reading.deposited_on, word_length));
    if (reading.mailed_on) message.set_mailed_on(clean(*reading.mailed_on, word_length));
    put_all(reading.files, *message.mutable_files());
    put_all(reading.documents, *message.mutable_documents());
    put_all(reading.crops, *message.mutable_crops());
    message.set_complete(reading.complete);

    google::protobuf::util::JsonPrintOptions options;
    options.add_whitespace = true;
    options.preserve_proto_field_names = true;
    std::string json;
    // Cannot fail: every text was made UTF-8, and the schema has no Any, Timestamp or other type with rules of its own.
    static_cast<void>(google::protobuf::util::MessageToJsonString(message, &json, options));
    return json;
}

Result<Reading> from_json(std::string_view json) {
    google::protobuf::LogSilencer quiet;  // bytes from outside must not write to stderr
    wire::Reading message;
    const auto status = google::protobuf::util::JsonStringToMessage({json.data(), json.size()}, &message);
    if (!status.ok()) return fail(ErrorKind::broken_form, std::string("reading.json: ") + std::string(status.message()));
    if (message.schema() != schema) return fail(ErrorKind::broken_form, std::string("reading.json: the schema is not ") + schema);

    Form form(OutOfRange::mend);
    Reading out;
    out.program = form.word(message.program(), "program");
    out.expectations_hash = form.word(message.expectations_hash(), "expectations_hash");
    out.dossier_name = form.text(message.dossier_name(), text_length, "dossier_name");
    out.dossier_sha256 = form.word(message.dossier_sha256(), "dossier_sha256");
    if (message.has_deposited_on()) out.deposited_on = form.word(message.deposited_on(), "deposited_on");
    if (message.has_mailed_on()) out.mailed_on = form.word(message.mailed_on(), "mailed_on");
    out.files = take_all<FileReading>(message.files(), most_files, form, "files");
    out.documents = take_all<Document>(message.documents(), most_documents, form, "documents");
    out.crops = take_all<Crop>(message.crops(), most_documents, form, "crops");
    out.complete = form.flag(message.has_complete(), message.complete(), "complete");
    if (!form.ok()) return fail(ErrorKind::broken_form, "reading.json: " + form.wrong() + " is missing or out of its form");
    return out;
}

}  // namespace paraphe::record
