#include "samples/parts.hpp"

#include <numeric>

#include "samples/official_form.hpp"

namespace paraphe::samples {
namespace {

/// What is wished of one piece, and what its defect asks for.
struct Request {
    std::string_view piece;
    std::string_view medium;  ///< "scan", "digital", or empty: any
    const Facts& facts;
    const Plan& plan;
};

bool is_signed(std::string_view piece) { return piece == "commitment_letter" || piece == "referential" || piece == "brand_rules" || piece == "fee_cheque"; }

std::string scan_mode(Random& rng, const Plan& plan) {
    if (plan.persona == "phone") return rng.chance(0.8) ? "photo" : "scan_colour";
    const double at = rng.real(0, 1);
    return at < 0.4 ? "scan_gray" : at < 0.72 ? "scan_colour" : at < 0.9 ? "scan_bw" : at < 0.95 ? "fax" : "photo";
}

std::string medium_mode(Random& rng, const Request& request, bool by_hand) {
    const auto& [piece, medium, facts, plan] = request;
    const bool cheque = piece == "fee_cheque";
    if (facts.packing.phone) return "photo";
    if (medium == "scan" || by_hand) return scan_mode(rng, plan);
    if (medium == "digital" || (plan.wishes.medium == "electronic" && !cheque)) return "digital";
    if (plan.wishes.medium == "scanned" || plan.persona == "scanner" || plan.persona == "phone") return scan_mode(rng, plan);
    if (plan.persona == "digital") return cheque ? scan_mode(rng, plan) : "digital";
    return rng.chance(is_signed(piece) ? 0.15 : 0.65) ? "digital" : scan_mode(rng, plan);
}

/// A few digital documents have a bad text layer, where neither a lie nor a wish needs a good one.
std::string mode_for(Random& rng, const Request& request, bool by_hand) {
    const std::string mode = medium_mode(rng, request, by_hand);
    const bool may_be_bad = mode == "digital" && request.piece != "kbis" && request.facts.packing.attack.empty() && request.plan.wishes.medium.empty();
    return may_be_bad && rng.chance(0.08) ? "digital_badlayer" : mode;
}

std::string scan_layer(Random& rng, std::string_view mode) {
    const double at = rng.real(0, 1);
    if (mode == "photo") return "none";
    return at < 0.55 ? "none" : at < 0.7 ? "good" : at < 0.8 ? "empty" : at < 0.9 ? "cipher" : "ocr";
}

double scan_dpi(Random& rng, const Wishes& wishes) {
    if (wishes.dpi > 0) return wishes.dpi;
    if (rng.chance(0.72)) return 200;
    return rng.chance(0.8) ? 150 : 300;
}

bool filled_by_hand(Random& rng, const Request& request, const Drawing& drawing) {
    const auto& [piece, medium, facts, plan] = request;
    if (!drawing.can_be_by_hand || medium == "digital" || plan.wishes.hand == "none") return false;
    const double habit = piece == "fee_cheque" ? 0.6 : piece == "staff_register" ? 0.2 : piece == "cluster_membership" ? 0.3 : 0.25;
    const bool wished = plan.wishes.hand == "facts";
    const bool chosen = rng.chance(wished ? habit + 0.3 : habit) || (wished && piece == "fee_cheque");
    return chosen && plan.wishes.medium != "electronic";
}

std::string_view medium_for(const std::vector<const Defect*>& wrong, std::string_view piece) {
    for (const Defect* defect : wrong)
        if (defect->piece == piece && !defect->medium.empty()) return defect->medium;
    return {};
}

std::vector<std::size_t> delivered_order(Random& rng, const Booklet& booklet, bool shuffled) {
    std::vector<std::size_t> order = booklet.order;
    if (order.empty()) {
        order.resize(booklet.sheets.size());
        std::iota(order.begin(), order.end(), 0);
    }
    if (shuffled) rng.shuffle(order);
    return order;
}

Part draw_part(Random rng, const Request& request) {
    const auto& [piece, medium, facts, plan] = request;
    const PieceFacts& its = facts.of(piece);
    const bool real = its.instead.empty();
    const Drawing& drawing = real ? drawing_of(piece) : lookalike_of(its.instead);
    const std::string shown(real ? piece : "other");
    const Random looks = rng.child("booklet");
    Part part{.piece = std::string(piece), .shown = shown, .booklet = Booklet(shown, facts, looks)};
    Booklet& booklet = part.booklet;
    booklet.layout = rng.between(0, drawing.layouts - 1);
    booklet.by_hand = filled_by_hand(rng, request, drawing);
    part.mode = mode_for(rng, request, booklet.by_hand);
    if (!part.digital()) part.layer = scan_layer(rng, part.mode);
    part.dpi = scan_dpi(rng, plan.wishes);
    drawing.draw(facts, booklet);
    if (plan.wishes.forms && real && has_official_form(piece)) part.form = official_form(drawing, booklet, facts, looks);
    if (its.illegible)
        for (const auto& sheet : booklet.sheets) sheet->illegible = true;
    part.order = delivered_order(rng, booklet, facts.packing.shuffled);
    return part;
}

}  // namespace

std::vector<Part> draw_parts(const Facts& facts, const Plan& plan, const Random& rng, const std::vector<const Defect*>& wrong) {
    std::vector<Part> parts;
    for (const std::string_view piece : piece_ids)
        if (facts.of(piece).present) parts.push_back(draw_part(rng.child(piece), {piece, medium_for(wrong, piece), facts, plan}));
    return parts;
}

}  // namespace paraphe::samples
