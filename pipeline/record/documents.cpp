#include "record/conversions.hpp"

#include <type_traits>

namespace paraphe::record {

namespace {

constexpr int most_items = 20'000;

void put(const Representative& person, wire::Representative& into) {
    into.set_name(clean(person.name, word_length));
    put_text(person.role, word_length, [&](std::string text) { into.set_role(std::move(text)); });
    into.set_company(person.company);
}

void put(const StaffRow& row, wire::StaffRow& into) {
    put_text(row.initials, word_length, [&](std::string text) { into.set_initials(std::move(text)); });
    put_text(row.job, word_length, [&](std::string text) { into.set_job(std::move(text)); });
    put_text(row.entered, word_length, [&](std::string text) { into.set_entered(std::move(text)); });
    put_text(row.left, word_length, [&](std::string text) { into.set_left(std::move(text)); });
}

void put(const Value& value, wire::Value& into) {
    std::visit(Overloaded{
                   [&](const std::string& text) { into.set_text(clean(text, text_length)); },
                   [&](double number) { into.set_number(number); },
                   [&](bool flag) { into.set_flag(flag); },
                   [&](const std::vector<std::string>& texts) {
                       for (const auto& text : texts) into.mutable_texts()->add_items(clean(text, text_length));
                       into.mutable_texts();
                   },
                   [&](const std::vector<Representative>& people) {
                       for (const auto& person : people) put(person, *into.mutable_representatives()->add_items());
                       into.mutable_representatives();
                   },
                   [&](const std::vector<StaffRow>& rows) {
                       for (const auto& row : rows) put(row, *into.mutable_rows()->add_items());
                       into.mutable_rows();
                   },
               },
               value);
}

std::vector<std::string> take_texts(const wire::Texts& texts, Form& form) {
    std::vector<std::string> out;
    if (!form.count(texts.items_size(), most_items, "value.texts")) return out;
    for (const auto& text : texts.items()) out.push_back(form.text(text, text_length, "value.texts"));
    return out;
}

std::vector<Representative> take_people(const wire::Representatives& people, Form& form) {
    std::vector<Representative> out;
    if (!form.count(people.items_size(), most_items, "value.representatives")) return out;
    for (const auto& person : people.items())
        out.push_back({form.word(person.name(), "representative.name"), form.word(person.role(), "representative.role"),
                       form.flag(person.has_company(), person.company(), "representative.company")});
    return out;
}

std::vector<StaffRow> take_rows(const wire::StaffRows& rows, Form& form) {
    std::vector<StaffRow> out;
    if (!form.count(rows.items_size(), most_items, "value.rows")) return out;
    for (const auto& row : rows.items())
        out.push_back({form.word(row.initials(), "row.initials"), form.word(row.job(), "row.job"), form.word(row.entered(), "row.entered"),
                       form.word(row.left(), "row.left")});
    return out;
}

Value take(const wire::Value& value, Form& form) {
    switch (value.of_case()) {
        case wire::Value::kText: return form.text(value.text(), text_length, "value.text");
        case wire::Value::kNumber: return form.number(true, value.number(), -1e15, 1e15, "value.number");
        case wire::Value::kFlag: return value.flag();
        case wire::Value::kTexts: return take_texts(value.texts(), form);
        case wire::Value::kRepresentatives: return take_people(value.representatives(), form);
        case wire::Value::kRows: return take_rows(value.rows(), form);
        case wire::Value::OF_NOT_SET: break;
    }
    form.breach("value");
    return {};
}

}  // namespace

void put(const Place& place, wire::Place& into) {
    put_text(place.path, text_length, [&](std::string text) { into.set_path(std::move(text)); });
    into.set_page(place.page);
    put_box(place.box, *into.mutable_box());
}

Place take(const wire::Place& place, Form& form) {
    return {form.text(place.path(), text_length, "place.path"),
            form.integer(place.has_page(), place.page(), 0, largest_page, "place.page"), form.box(place.box(), "place.box")};
}

void put(const Candidate& candidate, wire::Candidate& into) {
    put(candidate.value, *into.mutable_value());
    into.set_confidence(candidate.confidence);
    put(candidate.place, *into.mutable_place());
    put_text(candidate.why, text_length, [&](std::string text) { into.set_why(std::move(text)); });
}

Candidate take(const wire::Candidate& candidate, Form& form) {
    form.require(candidate.has_place(), "candidate.place");
    return {take(candidate.value(), form), form.confidence(candidate.has_confidence(), candidate.confidence(), "candidate.confidence"),
            take(candidate.place(), form), form.text(candidate.why(), text_length, "candidate.why")};
}

void put(const Field& field, wire::Field& into) {
    into.set_name(clean(field.name, word_length));
    put(field.chosen, *into.mutable_chosen());
    put_all(field.others, *into.mutable_others());
    if (field.confirmed) into.set_confirmed(*field.confirmed);
    into.set_by_hand(field.by_hand);
    into.set_recognised(field.recognised);
}

Field take(const wire::Field& field, Form& form) {
    Field out;
    out.name = form.word(field.name(), "field.name");
    out.chosen = take(field.chosen(), form);
    out.others = take_all<Candidate>(field.others(), most_items, form, "field.others");
    if (field.has_confirmed()) out.confirmed = field.confirmed();
    out.by_hand = form.flag(field.has_by_hand(), field.by_hand(), "field.by_hand");
    out.recognised = form.flag(field.has_recognised(), field.recognised(), "field.recognised");
    return out;
}

void put(const Slot& slot, wire::Slot& into) {
    into.set_purpose(clean(slot.purpose, word_length));
    put(slot.place, *into.mutable_place());
    put_text(slot.label, text_length, [&](std::string text) { into.set_label(std::move(text)); });
    into.set_ink(same<wire::Ink::Value>(slot.ink));
    into.set_confidence(slot.confidence);
    if (slot.mark) into.set_mark(same<wire::MarkKind::Value>(*slot.mark));
}

Slot take(const wire::Slot& slot, Form& form) {
    Slot out;
    form.require(slot.has_place(), "slot.place");
    out.purpose = form.word(slot.purpose(), "slot.purpose");
    out.place = take(slot.place(), form);
    out.label = form.text(slot.label(), text_length, "slot.label");
    out.ink = form.enumerator(slot.has_ink(), slot.ink(), Ink::present, "slot.ink");
    out.confidence = form.confidence(slot.has_confidence(), slot.confidence(), "slot.confidence");
    if (slot.has_mark()) out.mark = form.enumerator(true, slot.mark(), MarkKind::digital_signature, "slot.mark");
    return out;
}

void put(const Finding& finding, wire::Finding& into) {
    into.set_code(clean(finding.code, word_length));
    put_text(finding.text, text_length, [&](std::string text) { into.set_text(std::move(text)); });
    into.set_confidence(finding.confidence);
    put(finding.place, *into.mutable_place());
}

Finding take(const wire::Finding& finding, Form& form) {
    form.require(finding.has_place(), "finding.place");
    return {form.word(finding.code(), "finding.code"), form.text(finding.text(), text_length, "finding.text"),
            form.confidence(finding.has_confidence(), finding.confidence(), "finding.confidence"), take(finding.place(), form)};
}

void put(const Part& part, wire::Part& into) {
    into.set_path(clean(part.path, text_length));
    for (const int page : part.pages) into.add_pages(page);
}

Part take(const wire::Part& part, Form& form) {
    Part out{form.text(part.path(), text_length, "part.path"), {}};
    if (form.count(part.pages_size(), largest_page, "part.pages"))
        for (const int page : part.pages()) out.pages.push_back(form.integer(true, page, 1, largest_page, "part.pages"));
    return out;
}

void put(const PlacedMark& mark, wire::PlacedMark& into) {
    into.set_path(clean(mark.path, text_length));
    into.set_page(mark.page);
    put(mark.mark, *into.mutable_mark());
}

PlacedMark take(const wire::PlacedMark& mark, Form& form) {
    return {form.text(mark.path(), text_length, "mark.path"), form.integer(mark.has_page(), mark.page(), 0, largest_page, "mark.page"),
            take(mark.mark(), form)};
}

void put(const Document& document, wire::Document& into) {
    into.set_id(clean(document.id, word_length));
    into.set_piece(clean(document.piece, word_length));
    put_text(document.looks_like, word_length, [&](std::string text) { into.set_looks_like(std::move(text)); });
    into.set_confidence(document.confidence);
    into.set_boundary_confidence(document.boundary_confidence);
    put_all(document.parts, *into.mutable_parts());
    put_all(document.fields, *into.mutable_fields());
    put_all(document.marks, *into.mutable_marks());
    put_all(document.slots, *into.mutable_slots());
    put_all(document.findings, *into.mutable_findings());
}

Document take(const wire::Document& document, Form& form) {
    Document out;
    out.id = form.word(document.id(), "document.id");
    out.piece = form.word(document.piece(), "document.piece");
    out.looks_like = form.word(document.looks_like(), "document.looks_like");
    out.confidence = form.confidence(document.has_confidence(), document.confidence(), "document.confidence");
    out.boundary_confidence =
        form.confidence(document.has_boundary_confidence(), document.boundary_confidence(), "document.boundary_confidence");
    out.parts = take_all<Part>(document.parts(), most_items, form, "document.parts");
    out.fields = take_all<Field>(document.fields(), most_items, form, "document.fields");
    out.marks = take_all<PlacedMark>(document.marks(), most_items, form, "document.marks");
    out.slots = take_all<Slot>(document.slots(), most_items, form, "document.slots");
    out.findings = take_all<Finding>(document.findings(), most_items, form, "document.findings");
    return out;
}

}  // namespace paraphe::record
