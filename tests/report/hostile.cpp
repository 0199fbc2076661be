#include "hostile.hpp"

#include "example.hpp"

#include <initializer_list>

namespace paraphe::report {
namespace {

void put(const std::string& text, std::initializer_list<std::string*> places) {
    for (auto* place : places) *place = text;
}

void spoil(FileReading& file, const std::string& text) {
    auto& facts = file.facts;
    put(text, {&file.path, &file.reason, &file.media_type, &facts.producer, &facts.creator, &facts.title, &facts.author, &facts.created_at, &facts.modified_at});
    facts.signatures = {{text, text, text, {}, {}, false, text, 1, {0.1, 0.1, 0.1, 0.1}}};
    for (auto& page : file.pages) {
        put(text, {&page.piece, &page.looks_like, &page.duplicate_of, &page.picture});
        page.may_be = {text};
        page.overlays = {{text, text, {0.1, 0.1, 0.1, 0.1}}};
        page.codes = {{text, text, {0.1, 0.1, 0.1, 0.1}}};
    }
}

void spoil(Document& document, const std::string& text) {
    put(text, {&document.looks_like});
    for (auto& part : document.parts) part.path = text;
    for (auto& field : document.fields) {
        field.chosen.value = text;
        field.chosen.place.path = field.chosen.why = text;
    }
    Field names = document.fields.empty() ? Field{} : document.fields.front();
    names.name = text;
    names.chosen.value = std::vector<Representative>{{text, text, false}};
    document.fields.push_back(names);
    names.chosen.value = std::vector<std::string>{text};
    document.fields.push_back(names);
    for (auto& placed : document.marks) put(text, {&placed.path, &placed.mark.text});
    for (auto& slot : document.slots) put(text, {&slot.place.path, &slot.label, &slot.purpose});
    document.findings.push_back({text, text, 1, {text, 1, {0.1, 0.1, 0.1, 0.1}}});
}

void spoil(Check& check, const std::string& text) {
    check.message = check.advice = {text, text};
    check.reasoning = text;
    for (auto& place : check.evidence) place.path = text;
    check.evidence.push_back({text, 1, {0.1, 0.1, 0.1, 0.1}});
}

}  // namespace

Reading hostile_reading(const std::string& text) {
    auto reading = example_reading();
    reading.dossier_name = text;
    for (auto& file : reading.files) spoil(file, text);
    for (auto& document : reading.documents) spoil(document, text);
    for (auto& crop : reading.crops) put(text, {&crop.place.path, &crop.picture});
    return reading;
}

Judgement hostile_judgement(const std::string& text) {
    auto judgement = example_judgement();
    put(text, {&judgement.company_name, &judgement.siren, &judgement.as_of_source});
    for (auto& piece : judgement.pieces)
        for (auto& check : piece.checks) spoil(check, text);
    for (auto& check : judgement.checks) spoil(check, text);
    for (auto& note : judgement.notes) note.message = {text, text};
    return judgement;
}

}  // namespace paraphe::report
