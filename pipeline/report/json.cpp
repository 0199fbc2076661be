#include "report/escape.hpp"
#include "report/json_words.hpp"
#include "report/publish.hpp"
#include "model/upright.hpp"
#include "report/report.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace paraphe::report {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double steps) { return std::isfinite(value) ? std::round(value * steps) / steps : 0; }
double confidence(double value) { return rounded(std::clamp(value, 0.0, 1.0), 100); }

Json box(const Box& b) { return Json::array({rounded(b.x, 1e5), rounded(b.y, 1e5), rounded(b.w, 1e5), rounded(b.h, 1e5)}); }

using report::name_of;  // of outcomes and verdicts
const char* name_of(FileStatus s) { return s == FileStatus::read ? "read" : s == FileStatus::ignored ? "ignored" : "unreadable"; }
const char* name_of(TextSource s) { return s == TextSource::layer ? "layer" : s == TextSource::ocr ? "ocr" : "none"; }

const char* name_of(MarkKind kind) {
    switch (kind) {
        case MarkKind::signature: return "signature";
        case MarkKind::paraph: return "paraph";
        case MarkKind::stamp: return "stamp";
        case MarkKind::digital_signature: return "digital_signature";
        case MarkKind::handwriting: break;
    }
    return "handwriting";
}

const char* name_of(PageProblem problem) {
    switch (problem) {
        case PageProblem::none: return "";
        case PageProblem::blank: return "blank";
        case PageProblem::blurred: return "blurred";
        case PageProblem::too_small: return "too_small";
        case PageProblem::too_dark: return "too_dark";
        case PageProblem::too_pale: return "too_pale";
        case PageProblem::cut_off: return "cut_off";
        case PageProblem::no_text: return "no_text";
        case PageProblem::unreadable: break;
    }
    return "unreadable";
}

struct ValueToJson {
    Json operator()(const std::string& text) const { return without_account_numbers(text); }
    Json operator()(double number) const {
        const double value = rounded(number, 100);
        if (value == std::floor(value) && std::abs(value) < 1e15) return static_cast<std::int64_t>(value);
        return value;
    }
    Json operator()(bool yes) const { return yes; }
    Json operator()(const std::vector<std::string>& list) const {
        Json out = Json::array();
        for (const auto& text : list) out.push_back(without_account_numbers(text));
        return out;
    }
    Json operator()(const std::vector<Representative>& people) const {
        Json out = Json::array();
        for (const auto& person : people) out.push_back({{"name", person.name}, {"role", person.role}});
        return out;
    }
    Json operator()(const std::vector<StaffRow>&) const { return nullptr; }  // `public_fields` lets none through
};

Json place(const Upright& upright, const Place& p) {
    Json out{{"path", p.path}};
    if (p.page > 0) {
        out["page"] = p.page;
        out["box"] = box(upright.box(p));
    }
    return out;
}

Json evidence(const Upright& upright, const std::vector<Place>& places) {
    Json out = Json::array();
    for (const auto& p : places) out.push_back(place(upright, p));
    return out;
}

Json check(const Upright& upright, const Check& c) {
    return {{"id", c.id},
            {"required", c.required},
            {"outcome", name_of(c.outcome)},
            {"code", c.code},
            {"confidence", confidence(c.confidence)},
            {"message", without_account_numbers(c.message.fr)},
            {"advice", c.outcome == Outcome::pass ? "" : without_account_numbers(c.advice.fr)},
            {"evidence", evidence(upright, c.evidence)}};
}

Json checks(const Upright& upright, const std::vector<Check>& list) {
    Json out = Json::array();
    for (const auto& c : list) out.push_back(check(upright, c));
    return out;
}

/// The fields and marks that stand in one part; what stands nowhere goes to the first part.
Json part_of(const Upright& upright, const Document& document, std::size_t index, const std::vector<Field>& fields) {
    const auto& part = document.parts[index];
    std::set<std::string> paths;
    for (const auto& p : document.parts) paths.insert(p.path);
    const auto belongs = [&](const std::string& path) { return path == part.path || (index == 0 && !paths.contains(path)); };
    Json values = Json::object();
    for (const auto& f : fields) {
        if (!belongs(f.chosen.place.path)) continue;
        Json value{{"value", std::visit(ValueToJson{}, f.chosen.value)}, {"confidence", confidence(f.chosen.confidence)}};
        if (f.chosen.place.page > 0) {
            value["page"] = f.chosen.place.page;
            value["box"] = box(upright.box(f.chosen.place));
        }
        values[f.name] = std::move(value);
    }
    Json marks = Json::array();
    for (const auto& m : public_marks(document))
        if (belongs(m.path))
            marks.push_back({{"kind", name_of(m.mark.kind)},
                             {"page", m.page},
                             {"box", box(upright.box({m.path, m.page, m.mark.box}))},
                             {"confidence", confidence(told_confidence(m.mark))}});
    return {{"path", part.path}, {"pages", part.pages}, {"document", document.id}, {"part", index + 1}, {"fields", std::move(values)}, {"marks", std::move(marks)}};
}

Json documents(const Upright& upright, const Reading& reading, const Judgement& judgement, const PieceJudgement& piece) {
    Json out = Json::array();
    for (const auto& id : piece.documents)
        for (const auto& document : reading.documents) {
            if (document.id != id) continue;
            const auto fields = public_fields(document, judgement.as_of);
            for (std::size_t i = 0; i < document.parts.size(); ++i) out.push_back(part_of(upright, document, i, fields));
        }
    return out;
}

Json pieces(const Upright& upright, const Reading& reading, const Judgement& judgement) {
    Json out = Json::array();
    for (const auto& piece : judgement.pieces)
        out.push_back({{"id", piece.id},
                       {"title", piece.title.fr},
                       {"required", piece.required},
                       {"outcome", name_of(piece.outcome)},
                       {"documents", documents(upright, reading, judgement, piece)},
                       {"checks", checks(upright, piece.checks)}});
    return out;
}

Json files(const Reading& reading) {
    Json out = Json::array();
    for (const auto& file : reading.files) {
        Json pages = Json::array();
        for (const auto& p : file.pages)
            pages.push_back({{"page", p.page},
                             {"piece", p.piece},
                             {"confidence", confidence(p.confidence)},
                             {"rotation", p.rotation},
                             {"text", name_of(p.text)},
                             {"looks_like", p.looks_like},
                             {"legible", p.legible},
                             {"problem", name_of(p.problem)}});
        out.push_back({{"path", file.path},
                       {"sha256", file.sha256},
                       {"media_type", file.media_type},
                       {"status", name_of(file.status)},
                       {"reason", file.reason},
                       {"pages", std::move(pages)}});
    }
    return out;
}

}  // namespace

std::string json(const Reading& reading, const Judgement& judgement, const std::string& program_version) {
    const Upright upright(reading);
    Json notes = Json::array();
    for (const auto& note : judgement.notes)
        notes.push_back({{"code", note.code}, {"message", without_account_numbers(note.message.fr)}, {"evidence", evidence(upright, note.evidence)}});
    const Json report{
        {"schema", report_schema},
        {"program", {{"version", program_version}}},
        {"rulebook", {{"id", judgement.rulebook_id}, {"version", judgement.rulebook_version}, {"sha256", judgement.rulebook_sha256}}},
        {"as_of", judgement.as_of},
        {"as_of_source", judgement.as_of_source},
        {"dossier", {{"name", reading.dossier_name}, {"sha256", reading.dossier_sha256}}},
        {"company", {{"name", judgement.company_name}, {"siren", judgement.siren}}},
        {"verdict", name_of(judgement.verdict)},
        {"files", files(reading)},
        {"pieces", pieces(upright, reading, judgement)},
        {"checks", checks(upright, judgement.checks)},
        {"notes", std::move(notes)},
    };
    return without_controls(report.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace paraphe::report
