#include "samples/file_truth.hpp"

#include <algorithm>

namespace paraphe::samples {
namespace {

/// What lies beside the page, or was cut off, is not told.
bool shows(const Rect& box) { return box.w > 0.001 && box.h > 0.001; }

Json negatives_json(const Sheet& sheet, const LaidPage& laid) {
    Json list = Json::array();
    for (const Negative& negative : sheet.negatives)
        if (const Rect box = laid.place(negative.box); shows(box)) list.push_back({{"kind", negative.kind}, {"box", box_json(box)}});
    return list;
}

/// `flat`: the box on the flat paper is told, too; a reader that straightens a photograph finds the mark there.
Json mark_json(const Mark& mark, const Rect& box, const Sheet& sheet, bool flat, int page) {
    Json entry{{"kind", mark.kind}, {"box", box_json(box)}, {"who", mark.who}, {"optional", mark.optional}, {"page", page}};
    if (flat) entry["box_flat"] = box_json({mark.box.x / sheet.width, mark.box.y / sheet.height, mark.box.w / sheet.width, mark.box.h / sheet.height});
    return entry;
}

}  // namespace

void FileTruth::add(const Leaf& leaf, const LaidPage& laid) {
    const Part& part = *leaf.part;
    const Sheet& sheet = leaf.sheet();
    const int number = static_cast<int>(pages_.size()) + 1;
    if (mode_.empty()) mode_ = part.mode;
    pages_.push_back({{"page", number}, {"piece", sheet.piece}, {"rotation", (360 - laid.turned) % 360}, {"mode", part.mode},
                      {"layer", laid.layer}, {"illegible", sheet.illegible}, {"negatives", negatives_json(sheet, laid)}});
    if (sheet.piece == "other" || sheet.piece != part.shown) return;
    Json& document = document_of(leaf);
    document["pages"].push_back(number);
    for (const Field& field : sheet.fields) document["fields"].push_back({{"name", field.name}, {"value", field.value}, {"page", number}});
    for (const Mark& mark : sheet.marks)
        if (const Rect box = laid.place(mark.box); shows(box)) document["marks"].push_back(mark_json(mark, box, sheet, part.mode == "photo", number));
    if (part.booklet.lettered) by_hand_.insert(part.shown);
}

MadeFile FileTruth::with(std::string bytes, std::string_view spoiled) const {
    const bool read = spoiled.empty();
    MadeFile made{.file = {path_, std::move(bytes)}, .entry = {}, .documents = {}, .by_hand = by_hand_};
    made.entry = {{"path", path_}, {"sha256", sha256(made.file.bytes)}, {"status", Json::array({read ? "read" : "unreadable"})}, {"mode", mode_},
                  {"spoiled", read ? Json(nullptr) : Json(spoiled)}, {"pages", pages_}};
    if (read)
        for (const auto& [part, document] : documents_) made.documents.push_back(document);
    return made;
}

/// The document that the leaf belongs to; begun with its first page.
Json& FileTruth::document_of(const Leaf& leaf) {
    const Part& part = *leaf.part;
    const auto known = std::ranges::find(documents_, &part, &std::pair<const Part*, Json>::first);
    if (known != documents_.end()) return known->second;
    const Json begun{{"piece", part.shown}, {"path", path_}, {"pages", Json::array()}, {"mode", part.mode}, {"layout", part.booklet.layout},
                     {"fields", Json::array()}, {"marks", Json::array()}, {"fields_optional", leaf.sheet().illegible}};
    return documents_.emplace_back(&part, begun).second;
}

}  // namespace paraphe::samples
