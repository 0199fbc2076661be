#include "record/conversions.hpp"

namespace paraphe::record {

void put(const Word& word, wire::Word& into) {
    into.set_text(clean(word.text, word_length));
    put_box(word.box, *into.mutable_box());
    into.set_confidence(word.confidence);
    into.set_line(word.line);
}

Word take(const wire::Word& word, Form& form) {
    Word out;
    out.text = form.word(word.text(), "word.text");
    out.box = form.box(word.box(), "word.box");
    out.confidence = form.confidence(word.has_confidence(), word.confidence(), "word.confidence");
    out.line = form.integer(word.has_line(), word.line(), -1, 1'000'000, "word.line");
    return out;
}

void put(const RuledLine& line, wire::RuledLine& into) {
    into.set_x1(line.x1);
    into.set_y1(line.y1);
    into.set_x2(line.x2);
    into.set_y2(line.y2);
}

RuledLine take(const wire::RuledLine& line, Form& form) {
    return {form.coordinate(line.has_x1(), line.x1(), "line.x1"), form.coordinate(line.has_y1(), line.y1(), "line.y1"),
            form.coordinate(line.has_x2(), line.x2(), "line.x2"), form.coordinate(line.has_y2(), line.y2(), "line.y2")};
}

void put(const Code& code, wire::Code& into) {
    into.set_kind(clean(code.kind, word_length));
    put_text(code.text, text_length, [&](std::string text) { into.set_text(std::move(text)); });
    put_box(code.box, *into.mutable_box());
}

Code take(const wire::Code& code, Form& form) {
    return {form.word(code.kind(), "code.kind"), form.text(code.text(), text_length, "code.text"), form.box(code.box(), "code.box")};
}

void put(const Overlay& overlay, wire::Overlay& into) {
    into.set_kind(clean(overlay.kind, word_length));
    put_text(overlay.text, text_length, [&](std::string text) { into.set_text(std::move(text)); });
    put_box(overlay.box, *into.mutable_box());
}

Overlay take(const wire::Overlay& overlay, Form& form) {
    return {form.word(overlay.kind(), "overlay.kind"), form.text(overlay.text(), text_length, "overlay.text"),
            form.box(overlay.box(), "overlay.box")};
}

void put(const Mark& mark, wire::Mark& into) {
    into.set_kind(same<wire::MarkKind::Value>(mark.kind));
    put_box(mark.box, *into.mutable_box());
    into.set_confidence(mark.confidence);
    into.set_electronic(mark.electronic);
    into.set_pasted(mark.pasted);
    into.set_darkness(mark.darkness);
    into.set_presence(mark.presence);
    put_text(mark.text, text_length, [&](std::string text) { into.set_text(std::move(text)); });
    put_text(mark.fingerprint, word_length, [&](std::string text) { into.set_fingerprint(std::move(text)); });
}

Mark take(const wire::Mark& mark, Form& form) {
    Mark out;
    out.kind = form.enumerator(mark.has_kind(), mark.kind(), MarkKind::digital_signature, "mark.kind");
    out.box = form.box(mark.box(), "mark.box");
    out.confidence = form.confidence(mark.has_confidence(), mark.confidence(), "mark.confidence");
    out.electronic = form.flag(mark.has_electronic(), mark.electronic(), "mark.electronic");
    out.pasted = form.flag(mark.has_pasted(), mark.pasted(), "mark.pasted");
    out.darkness = form.confidence(true, mark.darkness(), "mark.darkness");  // absent from older readings: not measured
    out.presence = form.confidence(true, mark.presence(), "mark.presence");
    out.text = form.text(mark.text(), text_length, "mark.text");
    out.fingerprint = form.word(mark.fingerprint(), "mark.fingerprint");
    return out;
}

void put(const SignColumns& line, wire::SignColumns& into) {
    put_box(line.box, *into.mutable_box());
    into.set_costs(std::string(line.costs.begin(), line.costs.end()));
    into.set_line(line.line);
    into.set_rotation(line.rotation);
}

SignColumns take(const wire::SignColumns& line, Form& form) {
    SignColumns out;
    out.box = form.box(line.box(), "crop.lines");
    form.require(line.costs().size() % hand_classes == 0 && line.costs().size() <= most_sign_columns * hand_classes, "crop.lines");
    out.costs.assign(line.costs().begin(), line.costs().end());
    out.line = line.line();
    out.rotation = line.rotation();
    form.require(out.rotation == 0 || out.rotation == 90 || out.rotation == 180 || out.rotation == 270, "crop.lines.rotation");
    return out;
}

void put(const DigitalSignature& signature, wire::DigitalSignature& into) {
    put_text(signature.signer, word_length, [&](std::string text) { into.set_signer(std::move(text)); });
    put_text(signature.issuer, word_length, [&](std::string text) { into.set_issuer(std::move(text)); });
    put_text(signature.signed_at, word_length, [&](std::string text) { into.set_signed_at(std::move(text)); });
    if (signature.intact) into.set_intact(*signature.intact);
    if (signature.trusted) into.set_trusted(*signature.trusted);
    into.set_covers_whole_file(signature.covers_whole_file);
    put_text(signature.changed_after, word_length, [&](std::string text) { into.set_changed_after(std::move(text)); });
    into.set_page(signature.page);
    put_box(signature.box, *into.mutable_box());
}

DigitalSignature take(const wire::DigitalSignature& signature, Form& form) {
    DigitalSignature out;
    out.signer = form.word(signature.signer(), "signature.signer");
    out.issuer = form.word(signature.issuer(), "signature.issuer");
    out.signed_at = form.word(signature.signed_at(), "signature.signed_at");
    if (signature.has_intact()) out.intact = signature.intact();
    if (signature.has_trusted()) out.trusted = signature.trusted();
    out.covers_whole_file = form.flag(signature.has_covers_whole_file(), signature.covers_whole_file(), "signature.covers_whole_file");
    out.changed_after = form.word(signature.changed_after(), "signature.changed_after");
    out.page = form.integer(signature.has_page(), signature.page(), 0, largest_page, "signature.page");
    out.box = form.box(signature.box(), "signature.box");
    return out;
}

void put(const FileFacts& facts, wire::FileFacts& into) {
    put_text(facts.producer, text_length, [&](std::string text) { into.set_producer(std::move(text)); });
    put_text(facts.creator, text_length, [&](std::string text) { into.set_creator(std::move(text)); });
    put_text(facts.title, text_length, [&](std::string text) { into.set_title(std::move(text)); });
    put_text(facts.author, text_length, [&](std::string text) { into.set_author(std::move(text)); });
    put_text(facts.created_at, word_length, [&](std::string text) { into.set_created_at(std::move(text)); });
    put_text(facts.modified_at, word_length, [&](std::string text) { into.set_modified_at(std::move(text)); });
    into.set_revisions(facts.revisions);
    into.set_owner_locked(facts.owner_locked);
    into.set_office(facts.office);
    put_all(facts.signatures, *into.mutable_signatures());
}

FileFacts take(const wire::FileFacts& facts, Form& form) {
    FileFacts out;
    out.producer = form.text(facts.producer(), text_length, "facts.producer");
    out.creator = form.text(facts.creator(), text_length, "facts.creator");
    out.title = form.text(facts.title(), text_length, "facts.title");
    out.author = form.text(facts.author(), text_length, "facts.author");
    out.created_at = form.word(facts.created_at(), "facts.created_at");
    out.modified_at = form.word(facts.modified_at(), "facts.modified_at");
    out.revisions = form.integer(facts.has_revisions(), facts.revisions(), 0, 1'000'000, "facts.revisions");
    out.owner_locked = form.flag(facts.has_owner_locked(), facts.owner_locked(), "facts.owner_locked");
    out.office = form.flag(facts.has_office(), facts.office(), "facts.office");
    out.signatures = take_all<DigitalSignature>(facts.signatures(), most_signatures, form, "facts.signatures");
    return out;
}

}  // namespace paraphe::record
