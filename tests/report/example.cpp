#include "example.hpp"

namespace paraphe::report {
namespace {

Field value(const char* name, Value v, double confidence, Place place) {
    Field f;
    f.name = name;
    f.chosen = {std::move(v), confidence, std::move(place), ""};
    return f;
}

PageSummary page(int number, const char* piece) {
    PageSummary p;
    p.page = number;
    p.piece = piece;
    p.confidence = 0.983;
    p.width_mm = 210;
    p.height_mm = 297;
    p.text = TextSource::ocr;
    p.picture = "page-" + std::string{piece} + ".png";
    return p;
}

FileReading file(const char* path, const char* piece, int pages) {
    FileReading f;
    f.path = path;
    f.sha256 = std::string(64, 'a');
    f.media_type = "application/pdf";
    for (int i = 1; i <= pages; ++i) f.pages.push_back(page(i, piece));
    return f;
}

Check check(const char* id, Outcome outcome, const char* code, const char* message, const char* advice, std::vector<Place> evidence) {
    Check c;
    c.id = id;
    c.outcome = outcome;
    c.code = code;
    c.confidence = 0.978;
    c.message = {message, std::string{"[en] "} + message};
    if (*advice) c.advice = {advice, std::string{"[en] "} + advice};
    c.evidence = std::move(evidence);
    return c;
}

PlacedMark paraph(int number) {
    PlacedMark m;
    m.path = "Référentiel.pdf";
    m.page = number;
    m.mark.kind = MarkKind::paraph;
    m.mark.box = {0.85, 0.93, 0.08, 0.03};
    m.mark.confidence = 0.96;
    return m;
}

Document document(const char* id, const char* piece, const char* path, std::vector<int> pages) {
    Document d;
    d.id = id;
    d.piece = piece;
    d.confidence = 0.98;
    d.parts = {{path, std::move(pages)}};
    return d;
}

}  // namespace

Reading example_reading() {
    Reading reading;
    reading.dossier_name = "dossier-lumen.zip";
    reading.dossier_sha256 = std::string(64, 'b');
    reading.files = {file("Kbis.pdf", "kbis", 1), file("Référentiel.pdf", "referential", 3), file("RUP.pdf", "staff_register", 1)};
    reading.files[0].pages[0].rotation = 90;
    FileReading locked;
    locked.path = "assurance.pdf";
    locked.media_type = "application/pdf";
    locked.status = FileStatus::unreadable;
    locked.reason = "encrypted";
    FileReading body;
    body.path = "message.txt";
    body.media_type = "text/plain";
    body.status = FileStatus::ignored;
    body.reason = "message_body";
    reading.files.push_back(locked);
    reading.files.push_back(body);

    auto kbis = document("kbis-1", "kbis", "Kbis.pdf", {1});
    kbis.fields = {value("company_name", std::string{"LUMEN & FILS"}, 0.99, {"Kbis.pdf", 1, {0.2, 0.2, 0.3, 0.02}}),
                   value("siren", std::string{"552100554"}, 0.994, {"Kbis.pdf", 1, {0.2, 0.25, 0.2, 0.02}}),
                   value("issued_on", std::string{"2016-10-02"}, 0.98, {"Kbis.pdf", 1, {0.6, 0.1, 0.2, 0.02}}),
                   value("capital", 7500.0, 0.7, {"Kbis.pdf", 1, {0.2, 0.3, 0.2, 0.02}}),
                   value("representatives", std::vector<Representative>{{"Marie Durand", "Gérante", false}}, 0.9, {"Kbis.pdf", 1, {0.2, 0.5, 0.3, 0.05}}),
                   value("birth_date", std::string{"1970-05-06"}, 0.9, {"Kbis.pdf", 1, {0.2, 0.55, 0.3, 0.02}})};
    auto book = document("referential-1", "referential", "Référentiel.pdf", {1, 2, 3});
    book.marks = {paraph(1), paraph(3)};
    Slot slot;
    slot.purpose = "paraph";
    slot.place = {"Référentiel.pdf", 2, {0.85, 0.93, 0.1, 0.04}};
    slot.ink = Ink::empty;
    book.slots = {slot};
    auto staff = document("staff_register-1", "staff_register", "RUP.pdf", {1});
    staff.fields = {value("rows", std::vector<StaffRow>{{"M.D.", "gérante", "2010-01-01", ""}, {"P.L.", "développeur", "2012-03-01", "2016-12-31"},
                                                        {"A.B.", "commerciale", "2017-03-01", ""}, {"C.E.", "graphiste", "2015-09-01", "2017-02-20"}},
                          0.95, {"RUP.pdf", 1, {0.1, 0.2, 0.8, 0.4}})};
    reading.documents = {kbis, book, staff};
    reading.crops = {{{"Kbis.pdf", 1, {0.6, 0.1, 0.2, 0.02}}, "crop-1.png"}};
    return reading;
}

Judgement example_judgement() {
    Judgement judgement;
    judgement.rulebook_id = "enr";
    judgement.rulebook_version = "1";
    judgement.rulebook_sha256 = std::string(64, 'c');
    judgement.as_of = "2017-02-20";
    judgement.as_of_source = "option";
    judgement.company_name = "LUMEN & FILS";
    judgement.siren = "552100554";
    judgement.verdict = Verdict::not_eligible;
    judgement.pieces = {
        {"kbis", {"Extrait Kbis", "Kbis extract"}, true, Outcome::fail, {"kbis-1"},
         {check("kbis.present", Outcome::pass, "kbis.present", "Le Kbis est dans le dossier.", "", {{"Kbis.pdf", 1, {}}}),
          check("kbis.age", Outcome::fail, "kbis.too_old", "Kbis du 2 octobre 2016 : plus de 3 mois au 20 février 2017.", "Demandez un Kbis de moins de trois mois.",
                {{"Kbis.pdf", 1, {0.6, 0.1, 0.2, 0.02}}})}},
        {"referential", {"Référentiel paraphé", "Initialled standard"}, true, Outcome::review, {"referential-1"},
         {check("referential.paraphs", Outcome::review, "referential.paraph_unsure", "Page 2 : aucun paraphe visible.", "Renvoyez la page 2 paraphée.",
                {{"Référentiel.pdf", 2, {0.85, 0.93, 0.1, 0.04}}})}},
        {"staff_register", {"Registre du personnel", "Staff register"}, true, Outcome::pass, {"staff_register-1"},
         {check("staff_register.present", Outcome::pass, "staff_register.present", "Le registre est dans le dossier.", "", {{"RUP.pdf", 1, {}}})}},
        {"fee_cheque", {"Chèque de participation", "Fee cheque"}, true, Outcome::fail, {},
         {check("fee_cheque.present", Outcome::fail, "fee_cheque.missing", "Aucun chèque dans le dossier.", "Envoyez un chèque de 400 €.", {})}}};
    judgement.checks = {check("dossier.dates", Outcome::pass, "dossier.dates_ordered", "Les dates se suivent.", "", {})};
    judgement.notes = {{"layer_rejected", {"Le texte caché d’une page a été écarté.", "Hidden text was set aside."}, {{"RUP.pdf", 1, {0.1, 0.1, 0.2, 0.1}}}}};
    return judgement;
}

std::optional<std::string> example_picture(const std::string&) { return "\x89PNG\r\n\x1a\n picture"; }

}  // namespace paraphe::report
