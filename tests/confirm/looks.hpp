#pragma once

#include "confirm/confirm.hpp"

namespace paraphe {

inline confirm::LookAgain picture_is_gone() {
    return [](const std::string& path, const CropRequest&) -> Result<CropAnswer> { return fail(ErrorKind::crashed, "killed", path); };
}

inline confirm::PageOf page_of(const PageReading& page) {
    return [&page](const std::string&, int) { return &page; };
}

inline Document letter_with(Slot slot) {
    Document document;
    document.piece = "commitment_letter";
    document.slots.push_back(std::move(slot));
    return document;
}

inline confirm::LookAgain ink_is(Ink ink, double confidence) {
    return [=](const std::string&, const CropRequest&) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.ink = ink;
        answer.confidence = confidence;
        return answer;
    };
}

inline confirm::LookAgain place_holds(MarkKind kind, double confidence) {
    return [=](const std::string&, const CropRequest&) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.ink = Ink::present;
        answer.mark = kind;
        answer.confidence = confidence;
        return answer;
    };
}

}  // namespace paraphe
