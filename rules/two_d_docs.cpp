#include "rules/two_d_docs.hpp"

#include "rules/fields.hpp"

#include <algorithm>
#include <array>

namespace paraphe::rules {
namespace {

struct Title {
    std::string_view type, fr, en;
};

/// Types of the perimeter 01 that could lie among a company's papers (France Titres, specification 3.3.9). None is for an extract of
/// the trade register, none for a certificate of insurance.
constexpr std::array<Title, 13> titles{{
    {"00", "justificatif de domicile", "proof of address"},
    {"01", "facture", "invoice"},
    {"02", "avis de taxe d'habitation", "local tax notice"},
    {"03", "relevé d'identité bancaire", "bank details"},
    {"04", "avis d'impôt", "tax notice"},
    {"05", "relevé d'identité bancaire", "bank details"},
    {"06", "bulletin de salaire", "pay slip"},
    {"07", "titre d'identité", "identity document"},
    {"09", "facture étendue", "extended invoice"},
    {"10", "contrat de travail", "work contract"},
    {"11", "relevé de compte", "bank statement"},
    {"12", "acte d'huissier", "bailiff's act"},
    {"29", "attestation d'activité professionnelle", "certificate of employment"},
}};

}  // namespace

std::vector<PlacedTwoDDoc> two_d_docs_of(const Reading& reading, const Document& document) {
    std::vector<PlacedTwoDDoc> found;
    for (const auto& page : pages_of(document)) {
        const auto* summary = page_summary(reading, page.path, page.page);
        if (!summary) continue;
        for (const auto& code : summary->codes)
            if (auto doc = parse_two_d_doc(code.text)) found.push_back({std::move(*doc), {page.path, page.page, code.box}});
    }
    return found;
}

std::vector<Place> broken_two_d_docs(const Reading& reading) {
    std::vector<Place> broken;
    for (const auto& file : reading.files)
        for (const auto& page : file.pages)
            for (const auto& code : page.codes)
                if (claims_two_d_doc(code.text) && !parse_two_d_doc(code.text)) broken.push_back({file.path, page.page, code.box});
    return broken;
}

Text title_of(const TwoDDoc& doc) {
    const auto known = std::ranges::find(titles, doc.type, &Title::type);
    if (doc.perimeter == "01" && known != titles.end()) return {std::string{known->fr}, std::string{known->en}};
    return {"type de document " + doc.type, "document type " + doc.type};
}

}  // namespace paraphe::rules
