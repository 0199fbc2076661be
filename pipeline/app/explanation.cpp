#include "app/explanation.hpp"

#include "model/upright.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <cstdio>
#include <sstream>

namespace paraphe::app {
namespace {

using report::in;
using report::Language;

std::string_view word(Ink ink, Language language) {
    switch (ink) {
        case Ink::empty: return in(language, "vide", "empty");
        case Ink::present: return in(language, "rempli", "filled");
        default: return in(language, "incertain", "unsure");
    }
}

void put_place(std::ostream& out, const Upright& upright, const Place& place) {
    const Box box = upright.box(place);
    char text[80];
    std::snprintf(text, sizeof text, "[%.3f %.3f %.3f %.3f]", box.x, box.y, box.w, box.h);
    out << place.path << ", page " << place.page << ' ' << text;
}

void put_candidate(std::ostream& out, const Upright& upright, const std::string& field, const Candidate& candidate, const char* lead, Language language) {
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.2f", candidate.confidence);
    out << lead << report::shown(field, candidate.value, language) << "  (" << confidence << ", " << candidate.why << ", ";
    put_place(out, upright, candidate.place);
    out << ")\n";
}

void put_document(std::ostream& out, const Upright& upright, const Document& document, Language language) {
    out << "\n" << document.id << "\n";
    for (const auto& f : document.fields) {
        out << "  " << f.name;
        if (f.confirmed) out << (*f.confirmed ? in(language, "  [image : concordante]", "  [picture: agrees]") : in(language, "  [image : différente]", "  [picture: differs]"));
        out << "\n";
        put_candidate(out, upright, f.name, f.chosen, "    = ", language);
        for (const auto& other : f.others) put_candidate(out, upright, f.name, other, "    - ", language);
    }
    for (const auto& slot : document.slots) {
        out << in(language, "  emplacement ", "  place ") << slot.purpose << in(language, " : ", ": ") << word(slot.ink, language) << "  (" << slot.confidence << ", ";
        put_place(out, upright, slot.place);
        out << ")\n";
    }
    for (const auto& finding : document.findings) out << in(language, "  constat ", "  finding ") << finding.code << (finding.text.empty() ? "" : " : ") << finding.text << "\n";
}

void put_check(std::ostream& out, const Upright& upright, const Judgement& judgement, const Check& check, Language language) {
    out << check.id << " : " << report::word(check.outcome, language) << "  " << check.code << "  (" << check.confidence << ")\n"
        << in(language, check.message) << "\n"
        << report::day_in_words(judgement, language) << "\n";
    if (!check.reasoning.empty()) out << check.reasoning << "\n";
    for (const auto& place : check.evidence) {
        out << "  -> ";
        put_place(out, upright, place);
        out << "\n";
    }
}

}  // namespace

std::string explanation(const Reading& reading, const Judgement& judgement, const std::string& id, Language language) {
    const Upright upright(reading);
    std::ostringstream out;
    for (const auto& check : judgement.checks)
        if (check.id == id) put_check(out, upright, judgement, check, language);
    for (const auto& piece : judgement.pieces)
        for (const auto& check : piece.checks) {
            if (check.id != id) continue;
            put_check(out, upright, judgement, check, language);
            for (const auto& document : reading.documents)
                if (std::ranges::find(piece.documents, document.id) != piece.documents.end()) put_document(out, upright, document, language);
        }
    return report::for_terminal(out.str());
}

}  // namespace paraphe::app
