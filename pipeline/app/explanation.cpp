#include "app/explanation.hpp"

#include "model/upright.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <cstdio>
#include <sstream>

namespace paraphe::app {
namespace {

std::string shown(const Value& value) {
    struct Show {
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(double number) const {
            char text[40];
            std::snprintf(text, sizeof text, "%.2f", number);
            return text;
        }
        std::string operator()(bool yes) const { return yes ? "oui" : "non"; }
        std::string operator()(const std::vector<std::string>& list) const {
            std::string text;
            for (const auto& item : list) text += (text.empty() ? "" : " ; ") + item;
            return text;
        }
        std::string operator()(const std::vector<Representative>& list) const {
            std::string text;
            for (const auto& person : list) text += (text.empty() ? "" : " ; ") + person.name + " (" + person.role + ")";
            return text;
        }
        std::string operator()(const std::vector<StaffRow>& rows) const { return std::to_string(rows.size()) + " lignes"; }
    };
    return std::visit(Show{}, value);
}

void put_place(std::ostream& out, const Upright& upright, const Place& place) {
    const Box box = upright.box(place);
    char text[80];
    std::snprintf(text, sizeof text, "[%.3f %.3f %.3f %.3f]", box.x, box.y, box.w, box.h);
    out << place.path << ", page " << place.page << ' ' << text;
}

void put_candidate(std::ostream& out, const Upright& upright, const Candidate& candidate, const char* lead) {
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.2f", candidate.confidence);
    out << lead << shown(candidate.value) << "  (" << confidence << ", " << candidate.why << ", ";
    put_place(out, upright, candidate.place);
    out << ")\n";
}

void put_document(std::ostream& out, const Upright& upright, const Document& document) {
    out << "\n" << document.id << "\n";
    for (const auto& f : document.fields) {
        out << "  " << f.name;
        if (f.confirmed) out << (*f.confirmed ? "  [image : concordante]" : "  [image : différente]");
        out << "\n";
        put_candidate(out, upright, f.chosen, "    = ");
        for (const auto& other : f.others) put_candidate(out, upright, other, "    - ");
    }
    for (const auto& slot : document.slots) {
        static constexpr const char* ink[] = {"vide", "incertain", "rempli"};
        out << "  emplacement « " << slot.purpose << " » : " << ink[static_cast<int>(slot.ink)] << "  (" << slot.confidence << ", ";
        put_place(out, upright, slot.place);
        out << ")\n";
    }
    for (const auto& finding : document.findings) out << "  constat " << finding.code << (finding.text.empty() ? "" : " : ") << finding.text << "\n";
}

void put_check(std::ostream& out, const Upright& upright, const Judgement& judgement, const Check& check, report::Language language) {
    static constexpr const char* outcomes[] = {"pass", "review", "fail"};
    out << check.id << " : " << outcomes[static_cast<int>(check.outcome)] << "  " << check.code << "  (" << check.confidence << ")\n"
        << (language == report::Language::fr ? check.message.fr : check.message.en) << "\n"
        << report::day_in_words(judgement, language) << "\n";
    if (!check.reasoning.empty()) out << check.reasoning << "\n";
    for (const auto& place : check.evidence) {
        out << "  -> ";
        put_place(out, upright, place);
        out << "\n";
    }
}

}  // namespace

std::string explanation(const Reading& reading, const Judgement& judgement, const std::string& id, report::Language language) {
    const Upright upright(reading);
    std::ostringstream out;
    for (const auto& check : judgement.checks)
        if (check.id == id) put_check(out, upright, judgement, check, language);
    for (const auto& piece : judgement.pieces)
        for (const auto& check : piece.checks) {
            if (check.id != id) continue;
            put_check(out, upright, judgement, check, language);
            for (const auto& document : reading.documents)
                if (std::ranges::find(piece.documents, document.id) != piece.documents.end()) put_document(out, upright, document);
        }
    return report::for_terminal(out.str());
}

}  // namespace paraphe::app
