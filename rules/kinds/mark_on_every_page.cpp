#include "rules/fields.hpp"
#include "rules/signature.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

enum class Paraph { there, doubtful, absent };

bool is_a_sign(MarkKind kind) { return kind == MarkKind::paraph || kind == MarkKind::signature || kind == MarkKind::digital_signature; }

struct PageAnswer {
    Paraph paraph;
    double confidence;
    Place place;
};

/// The darkest of the page's signs that are sure.
const PlacedMark* best_sign(const Document& document, const Place& page, double pass_at) {
    const PlacedMark* best = nullptr;
    for (const auto& each : document.marks) {
        if (each.path != page.path || each.page != page.page || !is_a_sign(each.mark.kind) || each.mark.confidence < pass_at) continue;
        if (!best || each.mark.darkness > best->mark.darkness) best = &each;
    }
    return best;
}

/// How dark the signs of the other pages usually are; 0 when none was measured.
double usual_darkness(const Document& document, const Place& but, double pass_at) {
    std::vector<double> measured;
    for (const auto& each : document.marks)
        if ((each.path != but.path || each.page != but.page) && is_a_sign(each.mark.kind) && each.mark.confidence >= pass_at && each.mark.darkness > 0)
            measured.push_back(each.mark.darkness);
    if (measured.empty()) return 0;
    const auto middle = measured.begin() + static_cast<std::ptrdiff_t>(measured.size() / 2);
    std::ranges::nth_element(measured, middle);
    return *middle;
}

PageAnswer on_page(const Context& context, const CheckSpec& spec, const Place& page) {
    const auto& document = *context.document;
    double there = strongest(document, page, {MarkKind::paraph, MarkKind::signature, MarkKind::digital_signature});
    double empty = 1;
    bool slots = false;
    Place place = page;
    for (const auto& slot : document.slots) {
        if (slot.place.path != page.path || slot.place.page != page.page || slot.purpose != "paraph") continue;
        slots = true;
        place = slot.place;
        const bool a_sign = slot.mark == MarkKind::paraph || slot.mark == MarkKind::signature;
        if (slot.ink == Ink::present && a_sign) there = std::max(there, slot.confidence);
        empty = std::min(empty, slot.ink == Ink::empty ? slot.confidence : 0.0);
    }
    if (there >= spec.pass_at) {
        const auto* sign = best_sign(document, page, spec.pass_at);
        if (!sign) return {Paraph::there, there, place};
        const double usual = usual_darkness(document, page, spec.pass_at);
        const bool pale = sign->mark.darkness > 0 && sign->mark.darkness < number_of(spec, "pale_share", 0) * usual;
        return {pale ? Paraph::doubtful : Paraph::there, there, {sign->path, sign->page, sign->mark.box}};
    }
    const double trace = std::max(there, strongest(document, page, {MarkKind::handwriting}));
    if (slots && empty >= spec.fail_at && trace < context.book.doubt_from) return {Paraph::absent, empty, place};
    return {Paraph::doubtful, std::max(there, 0.5), place};
}

/// The page's number as printed, where every page has one; else its place in the document.
std::vector<std::string> page_names(const Context& context, std::size_t count) {
    std::vector<std::string> names;
    const auto* numbers = field(*context.document, "page_numbers");
    const auto* printed = numbers ? std::get_if<std::vector<std::string>>(&numbers->chosen.value) : nullptr;
    for (std::size_t i = 0; i < count; ++i) {
        const bool known = printed && printed->size() == count && !(*printed)[i].empty();
        names.push_back(known ? (*printed)[i].substr(0, (*printed)[i].find('/')) : std::to_string(i + 1));
    }
    return names;
}

/// Whether the pages without a paraph are every second page: the backs of sheets that were only paraphed in front.
bool are_backs(const std::vector<std::size_t>& absent, std::size_t count) {
    if (absent.size() < 2) return false;
    for (std::size_t i = 0; i < absent.size(); ++i)
        if (absent[i] != 2 * i + 1) return false;
    return absent.size() + 1 >= count / 2;
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto& document = *context.document;
    if (const auto* digital = covering_signature(context))
        return ruling(Outcome::pass, "digital", 0.97, pages_of(document), "a digital signature of " + digital->signer + " covers every page");
    const auto pages = pages_of(document);
    const auto signature = signature_of(context);
    const auto names = page_names(context, pages.size());
    std::vector<std::string> absent, doubtful;
    std::vector<std::size_t> absent_at;
    std::vector<Place> absent_places, doubtful_places, seen;
    double surest = 0, least = 1;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto* summary = page_summary(context.reading, pages[i].path, pages[i].page);
        if (summary && summary->problem == PageProblem::blank) continue;
        const bool signed_page = signature.page && signature.page->path == pages[i].path && signature.page->page == pages[i].page;
        if (signed_page || (i == 0 && flag_of(spec, "first_page_exempt", false))) continue;
        const auto found = on_page(context, spec, pages[i]);
        if (found.paraph == Paraph::there) {
            least = std::min(least, found.confidence);
            seen.push_back(found.place);
        } else if (found.paraph == Paraph::absent) {
            absent.push_back(names[i]);
            absent_at.push_back(i);
            absent_places.push_back(found.place);
            surest = std::max(surest, found.confidence);
        } else {
            doubtful.push_back(names[i]);
            doubtful_places.push_back(found.place);
            least = std::min(least, found.confidence);
        }
    }
    Ruling result;
    if (!absent.empty()) {
        result = ruling(Outcome::fail, are_backs(absent_at, pages.size()) ? "backs" : "missing", surest, absent_places, "pages without any ink where a paraph belongs");
        result.values["pages"] = show_list(absent);
    } else if (!doubtful.empty()) {
        result = ruling(Outcome::review, "doubtful", least, doubtful_places, "pages with a trace, or with no place that is surely bare");
        result.values["pages"] = show_list(doubtful);
    } else {
        result = ruling(Outcome::pass, "ok", least, seen, "every page bears a paraph or the signature");
    }
    return result;
}

}  // namespace

extern const RuleKind mark_on_every_page;
const RuleKind mark_on_every_page{
    .name = "mark_on_every_page",
    .meaning = {"Chaque page porte un paraphe, pas bien plus pâle que les autres ; la page signée et les pages blanches en sont dispensées.",
                "Every page bears a paraph, none much paler than the others; the signed page and blank pages are exempt."},
    .parameters = {{"first_page_exempt", ParameterType::boolean}, {"pale_share", ParameterType::number}},
    .reasons = {{"ok", Outcome::pass}, {"digital", Outcome::pass}, {"missing", Outcome::fail, {"pages"}}, {"backs", Outcome::fail, {"pages"}},
                {"doubtful", Outcome::review, {"pages"}}},
    .check = check,
};

}  // namespace paraphe::rules
