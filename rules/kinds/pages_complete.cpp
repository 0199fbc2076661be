#include "rules/absence.hpp"
#include "rules/fields.hpp"
#include "rules/words.hpp"

#include "formats/page_number.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace paraphe::rules {
namespace {

struct Printed {
    std::vector<std::string> numbers;   ///< one for each page, "" where none was read
    double confidence = 1;
};

/// The field `page_numbers`, else the findings `page_of` of the pages ("2/3").
Printed printed_numbers(const Document& document) {
    Printed printed;
    if (const auto* numbers = field(document, "page_numbers")) {
        printed.confidence = numbers->chosen.confidence;
        if (const auto* list = std::get_if<std::vector<std::string>>(&numbers->chosen.value)) printed.numbers = *list;
        else if (const auto* one = std::get_if<std::string>(&numbers->chosen.value)) printed.numbers = {*one};
        return printed;
    }
    for (const auto& found : document.findings) {
        if (found.code != "page_of") continue;
        printed.numbers.push_back(found.text);
        printed.confidence = std::min(printed.confidence, found.confidence);
    }
    return printed;
}

Ruling unnumbered(const Context& context, const CheckSpec& spec) {
    if (flag_of(spec, "numbers_required", false))
        return ruling(Outcome::review, "unnumbered", 0.5, pages_of(*context.document), "no page number was read, and numbers are required");
    return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "no page number is printed, so none is missing");
}

/// A page of the same files that is a copy of one of the document's: the sender may have meant it to be another.
bool has_a_copy(const Context& context) {
    std::set<std::string> own;
    for (const auto& page : pages_of(*context.document)) own.insert(page.path + "#" + std::to_string(page.page));
    for (const auto& part : context.document->parts)
        for (const auto& file : context.reading.files)
            if (file.path == part.path && std::ranges::any_of(file.pages, [&](const PageSummary& page) { return own.contains(page.duplicate_of); })) return true;
    return false;
}

/// The first page alone shows no number, and all others run from 2: covers often bear none.
bool only_the_cover_is_unnumbered(const std::vector<std::string>& numbers) {
    if (numbers.size() < 3 || number_from(numbers.front())) return false;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const auto shown = number_from(numbers[i]);
        if (!shown || shown->number != static_cast<int>(i) + 1) return false;
    }
    return true;
}

/// Nothing comes after the place of the signature: it stands on the last page that was received.
bool ends_with_the_signature(const Document& document) {
    const auto pages = pages_of(document);
    return !pages.empty() && std::ranges::any_of(document.slots, [&](const Slot& slot) {
        return slot.purpose == "signature" && !slot.label.empty() && slot.place.path == pages.back().path && slot.place.page == pages.back().page;
    });
}

/// Numbers of sections that run on to the place of the signature leave no room for another page.
bool nothing_between(const Context& context) {
    return finding(*context.document, "sections_run_on") && ends_with_the_signature(*context.document) && !has_a_copy(context);
}

bool runs_on(const Document& document, const Place& page) {
    return std::ranges::any_of(document.findings, [&](const Finding& found) { return found.code == "sheet_runs_on" && found.place.path == page.path && found.place.page == page.page; });
}

/// Every number that was read is its sheet's place, and the sections of each sheet whose number was not read go on from a numbered neighbour or into
/// one: it is the sheet that is looked for.
bool sections_place_the_unread(const Context& context, const std::vector<std::string>& numbers) {
    const auto pages = pages_of(*context.document);
    if (pages.size() != numbers.size() || has_a_copy(context)) return false;
    std::vector<bool> placed;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto shown = number_from(numbers[i]);
        if (shown && shown->number != static_cast<int>(i) + 1) return false;
        placed.push_back(shown.has_value());
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const bool after = i > 0 && placed[i - 1] && runs_on(*context.document, pages[i]);
        const bool before = i + 1 < numbers.size() && placed[i + 1] && runs_on(*context.document, pages[i + 1]);
        if (!placed[i] && !after && !before) return false;
    }
    return true;
}

/// What the pages' numbers say together.
struct Count {
    std::map<int, int> seen;   ///< how often each number
    int last = 0;              ///< the highest number, or the total where one is printed
    int total = 0, unread = 0;
    bool totals_differ = false;
};

Count counted(const std::vector<std::string>& printed) {
    Count count;
    for (const auto& text : printed) {
        const auto shown = number_from(text);
        if (!shown) {
            ++count.unread;
            continue;
        }
        count.totals_differ |= shown->total > 0 && count.total > 0 && shown->total != count.total;
        count.total = std::max(count.total, shown->total);
        count.last = std::max({count.last, shown->number, shown->total});
        ++count.seen[shown->number];
    }
    return count;
}

/// Numbers that contradict each other or leap further than what was sent is long are misread more often than sent.
bool numbers_in_doubt(const Count& count, std::size_t missing, std::size_t pages) { return count.totals_differ || (count.total == 0 && missing > pages); }

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto [printed, read_at] = printed_numbers(*context.document);
    auto count = counted(printed);
    if (count.seen.empty()) return unnumbered(context, spec);
    const auto pages = content_pages(context.reading, *context.document).size();
    if (pages > printed.size()) count.unread += static_cast<int>(pages - printed.size());

    std::vector<int> missing, twice;
    for (int n = 1; n <= count.last; ++n)
        if (!count.seen.contains(n)) missing.push_back(n);
    for (const auto& [number, times] : count.seen)
        if (times > 1) twice.push_back(number);

    double confidence = std::min(read_at, context.document->boundary_confidence);
    const auto evidence = pages_of(*context.document);
    Ruling result;
    if (missing.empty() && count.total == 0 && has_a_copy(context) && !ends_with_the_signature(*context.document)) {
        // No page says how many there are: the copy may stand where the last one should.
        result = ruling(Outcome::review, "copy_for_last", 0.5, evidence, "a page was sent twice and no total is printed");
    } else if (missing.empty()) {
        result = ruling(Outcome::pass, "ok", confidence, evidence, "pages 1 to " + std::to_string(count.last) + " are all there");
    } else if (static_cast<int>(missing.size()) <= count.unread) {
        // As many pages whose number was not read as numbers that are missing: complete by count, when the total is printed.
        const bool by_count = count.total > 0 && static_cast<int>(pages) >= count.total;
        const bool complete = by_count || (count.total == 0 && (nothing_between(context) || sections_place_the_unread(context, printed))) || (count.total == 0 && pages == printed.size() && only_the_cover_is_unnumbered(printed) && !has_a_copy(context));
        result = ruling(complete ? Outcome::pass : Outcome::review, complete ? "ok" : "unsure_numbers", complete ? std::min(confidence, 0.9) : 0.5,
                        evidence, "numbers not seen, as many as pages without a legible number");
    } else if (numbers_in_doubt(count, missing.size(), pages)) {
        result = ruling(Outcome::review, "unsure_numbers", 0.5, evidence, "the numbers contradict each other, or leap further than the document is long");
    } else {
        const auto elsewhere = absence(context);
        result = ruling(Outcome::fail, twice.empty() ? "missing" : "twice_and_missing", std::min(confidence, elsewhere.confidence), evidence,
                        "printed numbers have a gap" + (elsewhere.because.empty() ? std::string{} : ", but " + elsewhere.because));
    }
    result.values["pages"] = show_numbers(missing);
    result.values["twice"] = show_numbers(twice);
    return result;
}

}  // namespace

extern const RuleKind pages_complete;
const RuleKind pages_complete{
    .name = "pages_complete",
    .meaning = {"Les numéros de page imprimés se suivent de 1 au dernier, sans manque.", "The printed page numbers run from 1 to the last without a gap."},
    .parameters = {{"numbers_required", ParameterType::boolean}},
    .reasons = {{"ok", Outcome::pass}, {"missing", Outcome::fail, {"pages"}}, {"twice_and_missing", Outcome::fail, {"pages", "twice"}},
                {"unnumbered"}, {"copy_for_last"}, {"unsure_numbers", Outcome::review, {"pages"}}},
    .check = check,
};

}  // namespace paraphe::rules
