#include "formats/two_d_doc.hpp"

#include "formats/scan.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace paraphe {
namespace {

constexpr char group_separator = '\x1d', record_separator = '\x1e', unit_separator = '\x1f';
/// Two numbers of 256 bits in Base32. Curves with larger ones exist, with smaller ones none.
constexpr std::size_t least_signature = 103;

using enum TwoDDocUse;

/// Sorted by id. Fields of health, vehicles, diplomas, customs and asylum are not here: no piece of a company's dossier bears them. Nor is
/// 56, the end of a work contract: readers of the format disagree whether it has four signs or eight.
constexpr std::array layouts = std::to_array<TwoDDocLayout>({
    {"01"}, {"02"}, {"03"}, {"04"}, {"05"}, {"06", 4, 4}, {"07", 6, 6}, {"08", 4, 4}, {"09", 4, 4}, {"0A", 9, 9}, {"0B", 9, 9}, {"0C"}, {"0D", 36, 36},
    // Invoices and proofs of address: whom the service is for, whom the bill is for.
    {"10", 0, 38, company}, {"11", 0, 38}, {"12", 0, 38}, {"13", 0, 38}, {"14", 0, 38, company}, {"15", 0, 38}, {"16", 0, 38}, {"17", 0, 38},
    {"18", 0, 0, invoice_number}, {"19"}, {"1A"}, {"1B"}, {"1C", 8, 8}, {"1D", 0, 16, amount}, {"1E", 0, 30}, {"1F", 0, 30}, {"1G", 1, 1}, {"1H", 1, 1},
    {"1I", 0, 38}, {"1J", 0, 38}, {"1K", 0, 38}, {"1L", 0, 38}, {"1M", 0, 38}, {"1N", 0, 38}, {"1O", 0, 38}, {"1P", 0, 38},
    {"20", 0, 38}, {"21", 0, 38}, {"22", 0, 38}, {"23", 0, 38}, {"24", 5, 5}, {"25", 0, 32}, {"26", 2, 2}, {"27", 0, 38}, {"28", 0, 38}, {"29", 0, 38},
    {"2A", 0, 38}, {"2B", 5, 5}, {"2C", 0, 32}, {"2D", 2, 2},
    // Accounts.
    {"30", 0, 140}, {"31", 14, 38}, {"32", 8, 11}, {"33", 0, 30}, {"34", 2, 2}, {"35", 14, 34}, {"36", 4, 4}, {"37", 4, 4}, {"38", 0, 11}, {"39", 0, 11},
    // Taxes.
    {"40", 13, 13}, {"41"}, {"42"}, {"43"}, {"44", 13, 13}, {"45", 4, 4}, {"46", 0, 38}, {"47", 13, 13}, {"48", 0, 38}, {"49", 13, 13}, {"4A", 8, 8},
    {"4B", 8, 8}, {"4V"}, {"4X"}, {"4Y"},
    // Work.
    {"50", 14, 14, siren}, {"51", 6, 6}, {"52", 7, 7}, {"53", 4, 4}, {"54", 4, 4}, {"55", 8, 8}, {"57", 8, 8}, {"58", 0, 11}, {"59", 0, 12}, {"5A", 0, 11},
    {"5B", 0, 12}, {"5C", 0, 11}, {"5D", 0, 38}, {"5E", 0, 38}, {"5F", 0, 38}, {"5G", 0, 38}, {"5H", 5, 5}, {"5I", 0, 32}, {"5J", 2, 2}, {"5K", 0, 50},
    {"5L", 9, 14, siren}, {"5M", 0, 38, company}, {"5N", 21, 21},
    // Identity.
    {"60", 0, 60}, {"61", 0, 20}, {"62", 0, 38}, {"63", 0, 38}, {"64", 0, 38}, {"65", 2, 2}, {"66", 0, 20}, {"67", 2, 2}, {"68", 1, 1}, {"69", 8, 8},
    {"6A", 0, 32}, {"6B", 3, 3}, {"6C", 2, 2}, {"6D", 0, 60}, {"6E", 0, 60}, {"6F", 0, 90}, {"6G", 1, 38}, {"6H", 1, 10},
    // Bailiffs: the claimant, the addressee and a third party may be companies, or persons.
    {"90", 0, 38}, {"91", 0, 38}, {"92", 0, 38}, {"93", 0, 38}, {"94", 0, 38}, {"95", 0, 18}, {"96", 8, 8},
});
static_assert(std::ranges::is_sorted(layouts, {}, &TwoDDocLayout::id));

const TwoDDocLayout* layout_of(std::string_view id) {
    const auto found = std::ranges::lower_bound(layouts, id, {}, &TwoDDocLayout::id);
    return found != layouts.end() && found->id == id ? &*found : nullptr;
}

bool base32(char c) { return scan::letter(c) || (c >= '2' && c <= '7'); }
bool separator(char c) { return c == group_separator || c == record_separator; }
bool printable(char c) { return c >= ' ' && c <= '~'; }

/// Four hexadecimal digits: days since the first of January 2000, FFFF for none. False when they are no digits.
bool read_day(std::string_view digits, std::optional<Date>& day) {
    if (digits == "FFFF") return true;
    unsigned days = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), days, 16);
    if (error != std::errc{} || end != digits.data() + digits.size()) return false;
    day = Date{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1} + std::chrono::days{days}};
    return true;
}

std::size_t header_length(int version) { return version < 3 ? 22 : version == 3 ? 24 : 26; }

Result<TwoDDoc> read_header(std::string_view text) {
    TwoDDoc doc;
    doc.version = (text[2] - '0') * 10 + (text[3] - '0');
    if (doc.version < 1 || doc.version > 4) return fail(ErrorKind::unsupported, "2D-Doc of an unknown version");
    const auto head = text.substr(0, header_length(doc.version));
    if (head.size() < header_length(doc.version)) return fail(ErrorKind::damaged, "2D-Doc: the header is cut short");
    if (!std::ranges::all_of(head, scan::alnum)) return fail(ErrorKind::damaged, "2D-Doc: the header holds other than digits and capitals");
    doc.authority = head.substr(4, 4);
    doc.certificate = head.substr(8, 4);
    if (!read_day(head.substr(12, 4), doc.issued_on) || !read_day(head.substr(16, 4), doc.signed_on))
        return fail(ErrorKind::damaged, "2D-Doc: a date of the header is no number of days");
    doc.type = head.substr(20, 2);
    doc.perimeter = doc.version < 3 ? "01" : head.substr(22, 2);
    if (doc.version >= 4) doc.country = head.substr(24, 2);
    return doc;
}

void keep(TwoDDoc& doc, const TwoDDocLayout& layout, std::string_view value, bool truncated) {
    if (layout.use == unused) return;
    const auto last = value.find_last_not_of(' ');
    doc.fields.push_back({std::string{layout.id}, layout.use, std::string{value.substr(0, last == std::string_view::npos ? 0 : last + 1)}, truncated});
}

/// The value at the start of `rest`, without its separator; as long as its layout allows.
std::string_view value_at(std::string_view rest, const TwoDDocLayout& layout) {
    const auto ends = static_cast<std::size_t>(std::ranges::find_if(rest, separator) - rest.begin());
    return rest.substr(0, layout.most > 0 ? std::min<std::size_t>(ends, layout.most) : ends);
}

/// Reads the fields as far as their lengths are known.
Result<void> read_fields(std::string_view rest, TwoDDoc& doc) {
    if (std::ranges::any_of(rest, [](char c) { return static_cast<unsigned char>(c) < ' ' && !separator(c); }))
        return fail(ErrorKind::damaged, "2D-Doc: a sign that ends nothing");
    // Lengths count signs, and signs beyond ASCII have several bytes here: what follows one could be cut wrongly.
    if (doc.perimeter != "01" || !std::ranges::all_of(rest, [](char c) { return printable(c) || separator(c); })) {
        doc.whole = false;
        return {};
    }
    while (!rest.empty()) {
        if (rest.size() < 2 || !scan::alnum(rest[0]) || !scan::alnum(rest[1])) return fail(ErrorKind::damaged, "2D-Doc: no field begins where one should");
        const auto* layout = layout_of(rest.substr(0, 2));
        if (!layout) {
            doc.whole = false;
            return {};
        }
        rest.remove_prefix(2);
        const auto value = value_at(rest, *layout);
        if (value.size() < layout->least) return fail(ErrorKind::damaged, "2D-Doc: field " + std::string{layout->id} + " is too short");
        rest.remove_prefix(value.size());
        // A value of its greatest length needs no separator and may have one.
        const bool truncated = rest.starts_with(record_separator);
        if (!rest.empty() && separator(rest.front())) rest.remove_prefix(1);
        keep(doc, *layout, value, truncated);
    }
    return {};
}

Result<void> read_signature(std::string_view rest, TwoDDoc& doc) {
    auto signature = rest.substr(0, rest.find(group_separator));  // what follows is an annex that nobody signed: not read
    while (signature.ends_with('=')) signature.remove_suffix(1);
    if (signature.size() < least_signature || !std::ranges::all_of(signature, base32)) return fail(ErrorKind::damaged, "2D-Doc: no signature in its form");
    doc.signature = signature;
    return {};
}

}  // namespace

std::span<const TwoDDocLayout> two_d_doc_layouts() { return layouts; }

bool claims_two_d_doc(std::string_view text) { return text.size() >= 4 && text.starts_with("DC") && scan::digit(text[2]) && scan::digit(text[3]); }

Result<TwoDDoc> parse_two_d_doc(std::string_view text) {
    if (!claims_two_d_doc(text)) return fail(ErrorKind::unsupported, "not a 2D-Doc");
    auto doc = read_header(text);
    if (!doc) return doc;
    const auto message = text.substr(header_length(doc->version));
    const auto end = message.find(unit_separator);
    if (end == std::string_view::npos) return fail(ErrorKind::damaged, "2D-Doc: no signature");
    if (auto read = read_fields(message.substr(0, end), *doc); !read) return tl::unexpected(read.error());
    if (auto read = read_signature(message.substr(end + 1), *doc); !read) return tl::unexpected(read.error());
    return doc;
}

std::optional<double> two_d_doc_amount(std::string_view value) {
    constexpr std::size_t longest = 16;
    std::string digits{value.substr(0, longest)};
    std::ranges::replace(digits, ',', '.');
    double sum = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), sum, std::chars_format::fixed);
    const bool read = error == std::errc{} && end == digits.data() + digits.size() && scan::digit(digits.back());
    return read && value.size() <= longest && (scan::digit(digits.front()) || digits.front() == '-') ? std::optional{sum} : std::nullopt;
}

}  // namespace paraphe
