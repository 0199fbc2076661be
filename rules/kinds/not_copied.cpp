#include "rules/fields.hpp"
#include "rules/signature.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace paraphe::rules {
namespace {

constexpr double likely = 0.5;

using Pages = std::set<std::pair<std::string, int>>;

/// The pages that bear initials, as far as a person would say so.
Pages initialled(const Context& context) {
    Pages pages;
    for (const auto& placed : context.document->marks)
        if (placed.mark.kind == MarkKind::paraph && placed.mark.confidence >= likely) pages.emplace(placed.path, placed.page);
    return pages;
}

/// Two equal marks are copies when no other page bears initials; of a longer document some pages may share a speck or a logo.
bool everywhere(const std::vector<Place>& places, const Pages& initialled) {
    Pages pages;
    for (const auto& place : places) pages.emplace(place.path, place.page);
    return pages.size() > 1 && std::ranges::includes(pages, initialled);
}

/// A hand never sets two marks of one size on one spot of two pages: less than a pixel of a scan apart, as a fraction of the page.
bool on_one_spot(const Box& a, const Box& b) {
    constexpr double apart = 0.0008;
    return std::abs(a.x - b.x) < apart && std::abs(a.y - b.y) < apart && std::abs(a.w - b.w) < apart && std::abs(a.h - b.h) < apart;
}

bool alike(const Mark& a, const Mark& b) { return (!a.fingerprint.empty() && a.fingerprint == b.fingerprint) || on_one_spot(a.box, b.box); }

/// A copied mark is a hint: a director may paste a scanned signature, and a rubber-stamp paraph is identical by nature.
Ruling check(const Context& context, const CheckSpec& spec) {
    std::vector<const PlacedMark*> signs;
    for (const auto& placed : context.document->marks)
        if (!placed.mark.electronic && (placed.mark.kind == MarkKind::paraph || placed.mark.kind == MarkKind::signature)) signs.push_back(&placed);
    const auto least = static_cast<std::size_t>(number_of(spec, "at_least", 3));
    const auto pages = initialled(context);
    for (const auto* one : signs) {
        std::vector<Place> places;
        for (const auto* other : signs)
            if (alike(one->mark, other->mark)) places.push_back({other->path, other->page, other->mark.box});
        if (places.size() >= least || everywhere(places, pages)) return ruling(Outcome::review, "copied", 0.9, std::move(places), "marks equal to the pixel, or of one size on one spot");
    }
    return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "no mark is a copy of others");
}

}  // namespace

extern const RuleKind not_copied;
const RuleKind not_copied{
    .name = "not_copied",
    .meaning = {"Les marques ne sont pas la même image répétée, au pixel près (un indice, jamais un refus).",
                "The marks are not one image repeated to the pixel (a hint, never a refusal)."},
    .parameters = {{"at_least", ParameterType::number}},
    .reasons = {{"ok", Outcome::pass}, {"copied"}},
    .check = check,
};

}  // namespace paraphe::rules
