#include "samples/file_maker.hpp"

#include <algorithm>
#include <array>

#include "samples/forgery.hpp"
#include "samples/image_files.hpp"

namespace paraphe::samples {
namespace {

bool touches(const std::vector<Leaf>& leaves, std::string_view piece) {
    return std::ranges::any_of(leaves, [&](const Leaf& leaf) { return leaf.part->piece == piece; });
}

/// A box of the sheet in fractions of it; what lies beside the sheet is cut off.
Rect clipped(const Sheet& sheet, const Rect& box) {
    const double x0 = std::clamp(box.x / sheet.width, 0.0, 1.0), y0 = std::clamp(box.y / sheet.height, 0.0, 1.0);
    return {x0, y0, std::clamp(box.right() / sheet.width, 0.0, 1.0) - x0, std::clamp(box.bottom() / sheet.height, 0.0, 1.0) - y0};
}

}  // namespace

MadeFile FileMaker::make(const std::string& path, const std::vector<Leaf>& leaves) {
    const bool picture = path.ends_with(".jpg") || path.ends_with(".png");
    return picture ? picture_file(path, leaves.front()) : pdf_file(path, leaves);
}

MadeFile FileMaker::picture_file(const std::string& path, const Leaf& leaf) {
    const auto [picture, layer, laid] = scanned(leaf);
    const int dpi = static_cast<int>(picture.dpi);
    FileTruth truth(path);
    truth.add(leaf, laid);
    return truth.with(path.ends_with(".png") ? png(picture.pixels, dpi) : jpeg(picture.pixels, picture.jpeg_quality, dpi));
}

MadeFile FileMaker::pdf_file(const std::string& path, const std::vector<Leaf>& leaves) {
    Pdf pdf;
    FileTruth truth(path);
    for (const Leaf& leaf : leaves) {
        const bool digital = leaf.part->digital();
        const LaidPage laid = digital ? lay_digital(pdf, leaf, &leaf == &leaves.front()) : lay_scan(pdf, leaf);
        if (leaf.part->shown == "kbis") forge_date(pdf, leaf.sheet(), facts_, digital);
        truth.add(leaf, laid);
    }
    finish(pdf, leaves);
    const bool all_digital = std::ranges::all_of(leaves, [](const Leaf& leaf) { return leaf.part->digital(); });
    std::string bytes = pdf.bytes(producer(all_digital), facts_.as_of - std::chrono::days{3});
    if (touches(leaves, facts_.packing.garbled)) return truth.with(garbled(std::move(bytes)), "garbage");
    return truth.with(std::move(bytes), touches(leaves, facts_.packing.locked) ? "locked" : "");
}

LaidPage FileMaker::lay_digital(Pdf& pdf, const Leaf& leaf, bool first) {
    const Sheet& sheet = leaf.sheet();
    pdf.add_drawn(sheet, rng_.chance(0.8));
    const int turned = rng_.chance(0.04) || (facts_.packing.upside_down && first) ? 180 : 0;
    if (turned != 0) pdf.turn(turned);
    return {turned, leaf.part->mode == "digital" ? "good" : "cipher", [&sheet](const Rect& box) { return clipped(sheet, box); }};
}

LaidPage FileMaker::lay_scan(Pdf& pdf, const Leaf& leaf) {
    const auto [picture, layer, laid] = scanned(leaf);
    pdf.add_picture(picture, layer);
    return laid;
}

FileMaker::Scan FileMaker::scanned(const Leaf& leaf) {
    const Part& part = *leaf.part;
    const Sheet& sheet = leaf.sheet();
    const bool lies = facts_.packing.attack == "hidden_text" && part.shown == facts_.packing.attacked;
    Picture picture = delivered(sheet, part.mode, part.dpi, rng_);
    std::string kind = lies ? "good" : turned_.contains(&part) ? "none" : part.layer;
    auto layer = text_layer(lies ? twin_of(leaf) : sheet, picture, kind, rng_);
    int turned = turn_by_lot(sheet);
    if (lies) turned = 0;  // else the layer that lies would be lost
    if (turned != 0) {
        turned_.insert(&part);
        kind = "none";
        layer.clear();
    }
    picture.pixels = quarter_turned(picture.pixels, turned);
    return {picture, std::move(layer), {turned, kind, [picture, &sheet](const Rect& box) { return on_picture(picture, sheet, box); }}};
}

/// A landscape page often goes in on its side, as its neighbours stand; any page now and then lies wrong.
int FileMaker::turn_by_lot(const Sheet& sheet) {
    if (sheet.width > sheet.height && rng_.chance(0.4)) return rng_.chance(0.5) ? 90 : 270;
    const bool turns = rng_.chance(0.05) || (facts_.packing.upside_down && rng_.chance(0.6));
    if (!turns) return 0;
    if (rng_.chance(0.6)) return 180;
    return rng_.chance(0.5) ? 90 : 270;
}

const Sheet& FileMaker::twin_of(const Leaf& leaf) {
    if (!twin_) twin_ = fresh_twin(leaf.part->booklet, facts_);
    return *twin_->sheets[std::min(leaf.number, twin_->sheets.size() - 1)];
}

/// What is done to the whole file before it is written.
void FileMaker::finish(Pdf& pdf, const std::vector<Leaf>& leaves) const {
    const PackingFacts& packing = facts_.packing;
    if (std::ranges::any_of(leaves, [](const Leaf& leaf) { return leaf.part->mode == "digital_badlayer"; })) pdf.cipher();
    if (packing.attack == "unicode_map" && touches(leaves, packing.attacked)) forge_year(pdf, facts_);
    if (touches(leaves, packing.locked)) pdf.lock();
    if (facts_.kbis.broken_signature && touches(leaves, "kbis"))
        pdf.sign("Greffier du tribunal de commerce de " + facts_.kbis.company.registry, facts_.kbis.printed_on, true);
    if (packing.signed_file && touches(leaves, "referential")) pdf.sign(facts_.us.director.full(), *facts_.referential.by.on, false);
}

std::string FileMaker::producer(bool digital) {
    static constexpr std::array<const char*, 4> writers{"Microsoft® Word 2013", "LibreOffice 5.2", "PDFCreator 2.3", "Acrobat Distiller 11.0"};
    static constexpr std::array<const char*, 4> scanners{"Canon iR-ADV", "HP Scan", "EPSON Scan", "RICOH MP C3003"};
    return rng_.pick(digital ? writers : scanners);
}

std::string FileMaker::garbled(std::string bytes) const {
    Random noise = rng_.child("garbled");
    for (char& c : bytes) c = static_cast<char>(noise.bits());
    return bytes;
}

}  // namespace paraphe::samples
