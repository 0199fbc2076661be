#include "readings.hpp"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <stdexcept>

namespace paraphe::rules::testing {
namespace {

constexpr const char* siren = "732829320";

struct Builder {
    Reading reading;

    Document& piece(const std::string& id, int pages) {
        FileReading file;
        file.path = id + ".pdf";
        file.media_type = "application/pdf";
        Document document;
        document.id = id + "-1";
        document.piece = id;
        document.confidence = 0.98;
        document.parts = {{file.path, {}}};
        for (int page = 1; page <= pages; ++page) {
            PageSummary summary;
            summary.page = page;
            summary.piece = id;
            summary.confidence = 0.98;
            summary.text = TextSource::ocr;
            file.pages.push_back(summary);
            document.parts.front().pages.push_back(page);
        }
        reading.files.push_back(file);
        reading.documents.push_back(document);
        return reading.documents.back();
    }
};

void sign(Document& document, MarkKind kind = MarkKind::signature) {
    const auto& part = document.parts.back();
    const Box box{0.6, 0.8, 0.2, 0.05};
    document.slots.push_back({"signature", {part.path, part.pages.back(), box}, "Signature", Ink::present, 0.96, kind});
    document.marks.push_back({part.path, part.pages.back(), mark(kind, box, 0.96)});
}

void add_kbis(Builder& build) {
    auto& kbis = build.piece("kbis", 1);
    set(kbis, "siren", std::string{siren});
    set(kbis, "company_name", std::string{"Tangram Numérique"});
    set(kbis, "trade_name", std::string{"Tangram.net"});
    set(kbis, "issued_on", std::string{"2017-01-25"});
    set(kbis, "registered_on", std::string{"2012-05-02"});
    set(kbis, "representatives", std::vector<Representative>{{"FAURE Pierre Yves", "Gérant"}, {"Audit Conseil", "Commissaire aux comptes titulaire", true}});
}

void add_signed_pieces(Builder& build) {
    auto& letter = build.piece("commitment_letter", 1);
    set(letter, "company_name", std::string{"Tangram Numérique SARL"});
    set(letter, "siren", std::string{siren});
    set(letter, "signatory", std::string{"Pierre Faure"});
    set(letter, "signed_on", std::string{"2017-02-01"});
    sign(letter);

    auto& referential = build.piece("referential", 6);
    set(referential, "page_numbers", std::vector<std::string>{"1/6", "2/6", "3/6", "4/6", "5/6", "6/6"});
    set(referential, "signatory", std::string{"Pierre Faure"});
    for (int page = 1; page <= 5; ++page) {
        const Box corner{0.8, 0.9, 0.1, 0.04};
        referential.slots.push_back({"paraph", {"referential.pdf", page, corner}, "", Ink::present, 0.95, MarkKind::paraph});
        auto paraph = mark(MarkKind::paraph, corner, 0.95);
        paraph.fingerprint = "paraph-" + std::to_string(page);
        paraph.box.y -= 0.002 * page;   // a hand's are nowhere twice
        referential.marks.push_back({"referential.pdf", page, paraph});
    }
    sign(referential);

    auto& rules = build.piece("brand_rules", 2);
    set(rules, "signatory", std::string{"M. Pierre-Yves Faure"});
    sign(rules);
}

void add_certificates(Builder& build) {
    auto& membership = build.piece("cluster_membership", 1);
    set(membership, "cluster", std::string{"Normandy Web Xperts"});
    set(membership, "company_name", std::string{"TANGRAM NUMERIQUE"});
    set(membership, "year", 2017.0);
    set(membership, "paid", true);
    sign(membership);

    auto& insurance = build.piece("liability_insurance", 1);
    set(insurance, "company_name", std::string{"Tangram Numérique"});
    set(insurance, "valid_from", std::string{"2017-01-01"});
    set(insurance, "valid_to", std::string{"2017-12-31"});
    set(insurance, "issued_on", std::string{"2017-01-05"});
    sign(insurance, MarkKind::stamp);

    auto& licence = build.piece("software_licence", 1);
    set(licence, "company_name", std::string{"Tangram Numérique"});
    set(licence, "products", std::vector<std::string>{"Office 365"});
}

void add_register_and_cheque(Builder& build) {
    auto& staff = build.piece("staff_register", 1);
    set(staff, "siren", std::string{siren});
    set(staff, "rows", std::vector<StaffRow>{{"A. B.", "Développeur", "2013-01-07", ""}, {"C. D.", "Graphiste", "2015-09-01", "2016-12-31"}, {"E. F.", "Testeur", "2016-03-01", ""}});

    auto& cheque = build.piece("fee_cheque", 1);
    set(cheque, "amount", 400.0);
    set(cheque, "amount_in_words", 400.0);
    set(cheque, "payee", std::string{"France IT"});
    set(cheque, "drawn_on", std::string{"2017-02-10"});
    set(cheque, "drawer", std::string{"SARL TANGRAM NUMERIQUE"});
    sign(cheque);
}

const CheckSpec* spec_of(const Rulebook& book, const std::string& id) {
    for (const auto& piece : book.pieces)
        for (const auto& check : piece.checks)
            if (check.id == id) return &check;
    return nullptr;
}

}  // namespace

Mark mark(MarkKind kind, const Box& box, double confidence) {
    Mark made;
    made.kind = kind;
    made.box = box;
    made.confidence = confidence;
    return made;
}

std::string shipped_text() {
    std::ifstream in(std::string{PARAPHE_SOURCE_DIR} + "/rules/enr.toml");
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

const Rulebook& shipped() {
    static const auto book = [] {
        auto read = parse(shipped_text(), "enr.toml");
        if (!read) throw std::runtime_error(read.error().front().message);
        return *read;
    }();
    return *book;
}

Reading clean_reading() {
    Builder build;
    build.reading.documents.reserve(9);
    add_kbis(build);
    add_signed_pieces(build);
    add_certificates(build);
    add_register_and_cheque(build);
    build.reading.expectations_hash = expectations_hash(shipped());
    return build.reading;
}

Document& of(Reading& reading, const std::string& piece) {
    const auto found = std::ranges::find(reading.documents, piece, &Document::piece);
    if (found == reading.documents.end()) throw std::runtime_error("no document of " + piece);
    return *found;
}

Field& field_of(Document& document, const std::string& name) {
    const auto found = std::ranges::find(document.fields, name, &Field::name);
    if (found == document.fields.end()) throw std::runtime_error("no field " + name);
    return *found;
}

void set(Document& document, const std::string& name, Value value, double confidence) {
    drop(document, name);
    const double row = 0.05 * static_cast<double>(document.fields.size() + 1);
    const auto& part = document.parts.front();
    document.fields.push_back({name, {std::move(value), confidence, {part.path, part.pages.front(), {0.2, row, 0.3, 0.02}}, ""}, {}, {}, false});
}

void drop(Document& document, const std::string& name) { std::erase_if(document.fields, [&](const Field& f) { return f.name == name; }); }

void find(Document& document, const std::string& code, const std::string& text, double confidence) {
    const auto& part = document.parts.front();
    document.findings.push_back({code, text, confidence, {part.path, part.pages.front(), {0.1, 0.5, 0.5, 0.03}}});
}

void remove_piece(Reading& reading, const std::string& piece) {
    std::erase_if(reading.documents, [&](const Document& d) { return d.piece == piece; });
    std::erase_if(reading.files, [&](const FileReading& f) { return f.path == piece + ".pdf"; });
}

void replace_by(Reading& reading, const std::string& piece, const std::string& look_alike) {
    auto& document = of(reading, piece);
    document.piece = "other";
    document.looks_like = look_alike;
    document.id = "other-1";
    for (auto& file : reading.files)
        if (file.path == piece + ".pdf")
            for (auto& page : file.pages) {
                page.piece = "other";
                page.looks_like = look_alike;
            }
}

void unsign(Document& document) {
    const auto last = document.parts.back().pages.back();
    std::erase_if(document.marks, [&](const PlacedMark& m) { return m.page == last; });
    for (auto& slot : document.slots)
        if (slot.purpose == "signature") {
            slot.ink = Ink::empty;
            slot.mark.reset();
        }
}

Judgement judged(const Reading& reading, Date as_of) { return judge(reading, shipped(), as_of, "option"); }

const Check& check_of(const Judgement& judgement, const std::string& id) {
    for (const auto& piece : judgement.pieces)
        for (const auto& check : piece.checks)
            if (check.id == id) return check;
    for (const auto& check : judgement.checks)
        if (check.id == id) return check;
    throw std::runtime_error("no check " + id);
}

Ruling Bench::run(const std::string& name) const {
    const auto kind = std::ranges::find(kinds(), std::string_view{name}, [](const RuleKind* k) { return k->name; });
    if (kind == kinds().end()) throw std::runtime_error("no kind " + name);
    CheckSpec spec;
    spec.id = piece + ".bench";
    spec.kind = *kind;
    spec.parameters = parameters;
    spec.pass_at = shipped().pass_at;
    spec.fail_at = shipped().fail_at;
    if (const auto* own = spec_of(shipped(), piece + ".status")) spec.says = own->says;
    const auto identity = identify(reading, shipped());
    Context context{reading, shipped(), identity, as_of};
    for (const auto& candidate : shipped().pieces)
        if (candidate.id == piece) context.piece = &candidate;
    for (const auto& candidate : reading.documents) {
        context.judged[candidate.piece] = &candidate;
        if (candidate.piece != piece) continue;
        if (!context.document) context.document = &candidate;
        context.documents.push_back(&candidate);
    }
    return (*kind)->check(context, spec);
}

}  // namespace paraphe::rules::testing
