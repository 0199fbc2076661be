#pragma once

#include "model/reading.hpp"

namespace paraphe {

/// A reading in which every member differs from its default.
inline Reading full_reading() {
    const Place place{"dossier.zip!/kbis é.pdf", 2, {0.125, 0.25, 0.5, 0.0625}};
    const auto candidate = [&](Value value) { return Candidate{std::move(value), 0.875, place, "after the label"}; };

    Document document{"kbis-1", "other", "sirene_notice", 0.98, 0.75, {{"kbis é.pdf", {2, 1}}}, {}, {}, {}, {}};
    document.fields = {
        {"siren", candidate("552100554"), {candidate("552100555")}, true, false},
        {"capital", candidate(37000.5), {}, false, true},
        {"paid", candidate(false), {}, {}, false},
        {"products", candidate(std::vector<std::string>{"SAGE 100", "Ébics"}), {}, {}, false},
        {"none", candidate(std::vector<std::string>{}), {}, {}, false},
        {"representatives", candidate(std::vector<Representative>{{"Zoé LŒUIL", "Gérante", false}, {"HOLDING SAS", "Présidente", true}}), {}, {}, false},
        {"rows", candidate(std::vector<StaffRow>{{"A. B.", "comptable", "2015-01-02", ""}}), {}, {}, false},
    };
    document.marks = {{"kbis é.pdf", 2, {MarkKind::digital_signature, place.box, 0.5, true, true, "Greffe", "ab12"}}};
    document.slots = {{"signature", place, "Signature :", Ink::present, 0.9, MarkKind::stamp}, {"paraph", place, "", Ink::empty, 0.25, {}}};
    document.findings = {{"procedure_open", "redressement judiciaire", 0.625, place}};

    FileReading file{"kbis é.pdf", std::string(64, 'a'), "application/pdf", 5'000'000'000, FileStatus::unreadable, "damaged", {}, {}};
    file.facts = {"Acrobat", "Word", "Kbis", "greffe", "2017-01-02T03:04:05", "2017-01-03", 3, true, true, {}};
    file.facts.signatures = {{"Jean", "AC", "2017-01-02", true, false, true, "nothing", 2, place.box}, {}};
    file.pages = {{2, "kbis", 0.98, "", {"kbis", "fee_cheque"}, 270, 210, 297, TextSource::ocr, false, PageProblem::unreadable, true,
                   {{"white_box", "caché", place.box}}, {{"qr", "https://infogreffe.fr", place.box}}, "a.pdf#1", "p2.jpg"}};

    Reading reading{"0.1.0", "hash", "dossier.zip", std::string(64, 'b'), "2017-02-20", "2017-02-19", {file}, {document}, {}, false};
    reading.crops = {{place, "c1.jpg"}, {{"x", 1, {}}, "c2.jpg"}};
    return reading;
}

}  // namespace paraphe
