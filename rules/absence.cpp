#include "rules/absence.hpp"

#include "rules/fields.hpp"

#include <algorithm>

namespace paraphe::rules {

namespace {

/// Not told surely what it is, but surely not the piece in hand: a page of another piece that may be a third one.
bool surely_another(const Context& context, const PageSummary& page) {
    if (!context.piece || page.piece == "other" || page.may_be.empty()) return false;
    return std::ranges::find(page.may_be, context.piece->id) == page.may_be.end();
}

}  // namespace

Absence absence(const Context& context) {
    Absence result;
    result.confidence = 1;
    const auto doubt = [&](double confidence, Place place, const std::string& why) {
        if (confidence < result.confidence) {
            result.confidence = confidence;
            result.because = why;
        }
        result.doubtful.push_back(std::move(place));
    };
    for (const auto& file : context.reading.files) {
        if (file.status == FileStatus::unreadable) doubt(0, {file.path, 0, {}}, "a file could not be read: " + file.path);
        for (const auto& page : file.pages) {
            Place place{file.path, page.page, {}};
            result.looked_at.push_back(place);
            if (page.problem == PageProblem::blank) continue;
            if (!page.legible) doubt(0, std::move(place), "a page is not legible");
            else if (surely_another(context, page)) continue;
            else if (page.confidence < context.book.fail_at) doubt(page.confidence, std::move(place), "a page was not classified with confidence");
            else result.confidence = std::min(result.confidence, page.confidence);
        }
    }
    if (!context.reading.complete) {
        result.confidence = 0;
        result.because = "the reading is not complete";
    }
    return result;
}

std::vector<Received> look_alikes_received(const Context& context) {
    std::vector<Received> received;
    if (!context.piece) return received;
    for (const auto& document : context.reading.documents) {
        if (document.piece != "other" || document.looks_like.empty()) continue;
        for (const auto& look_alike : context.piece->look_alikes)
            if (look_alike.id == document.looks_like) received.push_back({&look_alike, &document});
    }
    return received;
}

}  // namespace paraphe::rules
