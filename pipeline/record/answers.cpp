#include "record/messages.hpp"

#include "record/conversions.hpp"

namespace paraphe::record {

void put(const Error& error, wire::Failure& into) {
    into.set_kind(same<wire::ErrorKind::Value>(error.kind));
    put_text(error.path, text_length, [&](std::string text) { into.set_path(std::move(text)); });
    into.set_page(error.page);
    put_text(error.detail, text_length, [&](std::string text) { into.set_detail(std::move(text)); });
}

Error take(const wire::Failure& failure, Form& form) {
    Error out;
    out.kind = form.enumerator(failure.has_kind(), failure.kind(), ErrorKind::internal, "failure.kind");
    out.path = form.text(failure.path(), text_length, "failure.path");
    out.page = form.integer(failure.has_page(), failure.page(), 0, largest_page, "failure.page");
    out.detail = form.text(failure.detail(), text_length, "failure.detail");
    return out;
}

namespace {

void put(const PictureShape& shape, wire::PictureShape& into) {
    into.set_width(shape.width);
    into.set_height(shape.height);
    into.set_channels(shape.channels);
    into.set_dpi(shape.dpi);
}

PictureShape take(const wire::PictureShape& shape, Form& form, const Limits& limits) {
    PictureShape out;
    out.width = form.integer(shape.has_width(), shape.width(), 0, 1'000'000, "picture.width");
    out.height = form.integer(shape.has_height(), shape.height(), 0, 1'000'000, "picture.height");
    out.channels = form.integer(shape.has_channels(), shape.channels(), 1, 3, "picture.channels");
    out.dpi = form.number(shape.has_dpi(), shape.dpi(), 0, 10'000, "picture.dpi");
    form.require(out.channels != 2, "picture.channels");
    form.require((out.width == 0) == (out.height == 0), "picture.width");
    form.require(limits.hold(out.width, out.height), "picture: too many pixels");
    return out;
}

void put(const PageReading& page, wire::PageReading& into) {
    into.set_number(page.number);
    into.set_rotation(page.rotation);
    into.set_width_mm(page.width_mm);
    into.set_height_mm(page.height_mm);
    into.set_source(same<wire::TextSource::Value>(page.source));
    into.set_language(clean(page.language, word_length));
    put_all(page.words, *into.mutable_words());
    put_all(page.lines, *into.mutable_lines());
    put_all(page.codes, *into.mutable_codes());
    put_all(page.overlays, *into.mutable_overlays());
    put_all(page.marks, *into.mutable_marks());
    into.set_legible(page.legible);
    into.set_problem(same<wire::PageProblem::Value>(page.problem));
    into.set_mean_confidence(page.mean_confidence);
    into.set_layer_rejected(page.layer_rejected);
    into.set_ink_share(page.ink_share);
}

PageReading take(const wire::PageReading& page, Form& form, const Limits& limits) {
    PageReading out;
    out.number = form.integer(page.has_number(), page.number(), 1, largest_page, "page.number");
    out.rotation = form.integer(page.has_rotation(), page.rotation(), 0, 270, "page.rotation");
    form.require(out.rotation % 90 == 0, "page.rotation");
    out.width_mm = form.number(page.has_width_mm(), page.width_mm(), 0, 100'000, "page.width_mm");
    out.height_mm = form.number(page.has_height_mm(), page.height_mm(), 0, 100'000, "page.height_mm");
    out.source = form.enumerator(page.has_source(), page.source(), TextSource::ocr, "page.source");
    out.language = form.word(page.language(), "page.language");
    out.words = take_all<Word>(page.words(), limits.words, form, "page.words");
    out.lines = take_all<RuledLine>(page.lines(), most_lines, form, "page.lines");
    out.codes = take_all<Code>(page.codes(), most_codes, form, "page.codes");
    out.overlays = take_all<Overlay>(page.overlays(), most_overlays, form, "page.overlays");
    out.marks = take_all<Mark>(page.marks(), most_marks, form, "page.marks");
    out.legible = form.flag(page.has_legible(), page.legible(), "page.legible");
    out.problem = form.enumerator(page.has_problem(), page.problem(), PageProblem::unreadable, "page.problem");
    out.mean_confidence = form.confidence(page.has_mean_confidence(), page.mean_confidence(), "page.mean_confidence");
    out.layer_rejected = form.flag(page.has_layer_rejected(), page.layer_rejected(), "page.layer_rejected");
    out.ink_share = form.confidence(page.has_ink_share(), page.ink_share(), "page.ink_share");
    return out;
}

void put(const CropAnswer& answer, wire::CropAnswer& into) {
    put_all(answer.words, *into.mutable_words());
    into.set_confidence(answer.confidence);
    into.set_ink(same<wire::Ink::Value>(answer.ink));
    put_all(answer.marks, *into.mutable_marks());
    for (const auto& reading : answer.readings) into.add_readings(clean(reading, text_length));
    put_all(answer.lines, *into.mutable_lines());
    if (answer.mark) into.set_mark(same<wire::MarkKind::Value>(*answer.mark));
}

CropAnswer take(const wire::CropAnswer& answer, Form& form, const Limits& limits) {
    CropAnswer out;
    out.words = take_all<Word>(answer.words(), limits.words, form, "crop.words");
    out.confidence = form.confidence(answer.has_confidence(), answer.confidence(), "crop.confidence");
    out.ink = form.enumerator(answer.has_ink(), answer.ink(), Ink::present, "crop.ink");
    out.marks = take_all<Mark>(answer.marks(), most_marks, form, "crop.marks");
    if (form.count(answer.readings_size(), most_readings, "crop.readings"))
        for (const auto& reading : answer.readings()) out.readings.push_back(form.text(reading, text_length, "crop.readings"));
    out.lines = take_all<SignColumns>(answer.lines(), most_sign_lines, form, "crop.lines");
    if (answer.has_mark()) out.mark = form.enumerator(true, answer.mark(), MarkKind::digital_signature, "crop.mark");
    return out;
}

void put(const Entry& entry, wire::Entry& into) {
    into.set_path(clean(entry.path, text_length));
    put_text(entry.sha256, word_length, [&](std::string text) { into.set_sha256(std::move(text)); });
    put_text(entry.media_type, word_length, [&](std::string text) { into.set_media_type(std::move(text)); });
    into.set_size(entry.size);
    into.set_has_pages(entry.has_pages);
    into.set_office(entry.office);
    into.set_status(same<wire::FileStatus::Value>(entry.status));
    put_text(entry.reason, word_length, [&](std::string text) { into.set_reason(std::move(text)); });
    put_text(entry.detail, text_length, [&](std::string text) { into.set_detail(std::move(text)); });
    into.set_bytes(entry.bytes);
}

Entry take(const wire::Entry& entry, Form& form) {
    Entry out;
    form.require(entry.has_size(), "entry.size");
    out.path = form.text(entry.path(), text_length, "entry.path");
    out.sha256 = form.word(entry.sha256(), "entry.sha256");
    form.require(out.sha256.empty() || (out.sha256.size() == 64 && out.sha256.find_first_not_of("0123456789abcdef") == std::string::npos),
                 "entry.sha256");
    out.media_type = form.word(entry.media_type(), "entry.media_type");
    out.size = entry.size();
    out.has_pages = form.flag(entry.has_has_pages(), entry.has_pages(), "entry.has_pages");
    out.office = form.flag(entry.has_office(), entry.office(), "entry.office");
    out.status = form.enumerator(entry.has_status(), entry.status(), FileStatus::unreadable, "entry.status");
    out.reason = form.word(entry.reason(), "entry.reason");
    out.detail = form.text(entry.detail(), text_length, "entry.detail");
    out.bytes = form.flag(entry.has_bytes(), entry.bytes(), "entry.bytes");
    form.require(out.status == FileStatus::ignored || out.bytes == (out.status == FileStatus::read), "entry.bytes");
    return out;
}

std::vector<Entry> take_entries(const google::protobuf::RepeatedPtrField<wire::Entry>& entries, Form& form, const Limits& limits) {
    std::vector<Entry> out;
    std::uint64_t total = 0;
    // A few more than the limit: entries that say which archive met it.
    if (!form.count(entries.size(), limits.entries + 16, "entries")) return out;
    for (const auto& entry : entries) {
        out.push_back(take(entry, form));
        if (!out.back().bytes) continue;
        form.require(out.back().size <= limits.file_bytes, "entry.size");
        total += out.back().size;
    }
    form.require(total <= limits.total_bytes, "entries: too many bytes");
    return out;
}

OpenFileAnswer take(const wire::OpenFileAnswer& answer, Form& form, const Limits& limits) {
    OpenFileAnswer out;
    out.page_count = form.integer(answer.has_page_count(), answer.page_count(), 0, limits.pages, "file.page_count");
    form.require(answer.has_facts(), "file.facts");
    out.facts = take(answer.facts(), form);
    out.attachments = take_entries(answer.attachments(), form, limits);
    return out;
}

ReadPageAnswer take(const wire::ReadPageAnswer& answer, Form& form, const Limits& limits) {
    constexpr double day = 86'400;
    ReadPageAnswer out;
    out.reading = take(answer.reading(), form, limits);
    out.view = take(answer.view(), form, limits);
    out.seconds_pages = form.number(answer.has_seconds_pages(), answer.seconds_pages(), 0, day, "page.seconds_pages");
    out.seconds_ocr = form.number(answer.has_seconds_ocr(), answer.seconds_ocr(), 0, day, "page.seconds_ocr");
    out.seconds_marks = form.number(answer.has_seconds_marks(), answer.seconds_marks(), 0, day, "page.seconds_marks");
    return out;
}

}  // namespace

std::string to_wire(const Answer& answer) {
    wire::Answer message;
    std::visit(Overloaded{
                   [&](const Error& error) { put(error, *message.mutable_failure()); },
                   [&](const OpenAnswer& opened) {
                       auto& into = *message.mutable_open();
                       for (const auto& entry : opened.entries) put(entry, *into.add_entries());
                       if (opened.mailed_on) into.set_mailed_on(clean(*opened.mailed_on, word_length));
                   },
                   [&](const OpenFileAnswer& file) {
                       auto& into = *message.mutable_open_file();
                       into.set_page_count(file.page_count);
                       put(file.facts, *into.mutable_facts());
                       for (const auto& entry : file.attachments) put(entry, *into.add_attachments());
                   },
                   [&](const ReadPageAnswer& page) {
                       auto& into = *message.mutable_read_page();
                       put(page.reading, *into.mutable_reading());
                       put(page.view, *into.mutable_view());
                       into.set_seconds_pages(page.seconds_pages);
                       into.set_seconds_ocr(page.seconds_ocr);
                       into.set_seconds_marks(page.seconds_marks);
                   },
                   [&](const CropAnswer& crop) { put(crop, *message.mutable_look_again()); },
                   [&](const PictureShape& picture) { put(picture, *message.mutable_picture()->mutable_picture()); },
               },
               answer);
    return message.SerializeAsString();
}

Result<Answer> answer_from_wire(std::string_view bytes, const Limits& limits) {
    wire::Answer message;
    if (!parse(bytes, message)) return no_message();
    Form form(OutOfRange::refuse);
    switch (message.of_case()) {
        case wire::Answer::kFailure: return checked<Answer>(take(message.failure(), form), form);
        case wire::Answer::kOpen: {
            OpenAnswer opened{take_entries(message.open().entries(), form, limits), {}};
            if (message.open().has_mailed_on()) opened.mailed_on = form.word(message.open().mailed_on(), "open.mailed_on");
            return checked<Answer>(std::move(opened), form);
        }
        case wire::Answer::kOpenFile: return checked<Answer>(take(message.open_file(), form, limits), form);
        case wire::Answer::kReadPage: return checked<Answer>(take(message.read_page(), form, limits), form);
        case wire::Answer::kLookAgain: return checked<Answer>(take(message.look_again(), form, limits), form);
        case wire::Answer::kPicture: return checked<Answer>(take(message.picture().picture(), form, limits), form);
        case wire::Answer::OF_NOT_SET: break;
    }
    return no_message();
}

bool within_counts(const PageReading& reading, const Limits& limits) {
    const auto at_most = [](const auto& list, int most) { return list.size() <= static_cast<std::size_t>(most); };
    return at_most(reading.words, limits.words) && at_most(reading.lines, most_lines) && at_most(reading.codes, most_codes) &&
           at_most(reading.overlays, most_overlays) && at_most(reading.marks, most_marks);
}

}  // namespace paraphe::record
