#include "samples/names.hpp"

#include <array>
#include <map>

#include "samples/words.hpp"

namespace paraphe::samples {

std::string FileNames::folder() {
    const std::array<std::string, 4> forms{"Dossier ENR " + company_, "candidature label ENR", unaccented(company_) + "_ENR", "Pièces à joindre"};
    return rng_.pick(forms);
}

std::string FileNames::file(const std::string& piece, int year, const std::string& extension) {
    static const std::map<std::string, std::array<const char*, 4>> stems{{"commitment_letter", {"Lettre engagement direction", "lettre_engagement_signee", "Engagement ENR", "1-lettre"}},
        {"referential", {"Référentiel ENR paraphé", "referentiel_signe", "Referentiel label", "2-referentiel"}}, {"cluster_membership", {"Attestation cluster", "adhesion", "Justificatif cotisation", "3-cluster"}},
        {"kbis", {"Kbis", "KBIS_societe", "Extrait K-bis", "4-kbis"}}, {"staff_register", {"Registre du personnel", "RUP", "registre_unique", "5-personnel"}},
        {"liability_insurance", {"Attestation RC Pro", "assurance_rc", "Attestation d'assurance", "6-assurance"}}, {"software_licence", {"Licences logiciels", "facture_licences", "licences", "7-licences"}},
        {"fee_cheque", {"Chèque 400 €", "cheque", "copie cheque France IT", "8-cheque"}}, {"brand_rules", {"Règles marque et logo", "regles_logo_signees", "Règlement marque", "9-marque"}}};
    ++counter_;
    if (way_ == 4) return unique("scan" + std::to_string(1000 + counter_ * 7), extension);  // what a scanner calls them
    if (piece.empty()) {
        static constexpr std::array<const char*, 4> several{"Dossier complet", "pieces", "documents", "Scan dossier"};
        return unique(rng_.pick(several), extension);
    }
    const std::string stem = stems.at(piece)[static_cast<std::size_t>(way_)];
    return unique(way_ == 0 && rng_.chance(0.3) ? stem + " " + std::to_string(year) : stem, extension);
}

std::string FileNames::copy_of(const std::string& name) {
    const auto dot = name.rfind('.');
    return unique(name.substr(0, dot) + " - Copie", name.substr(dot));
}

std::string FileNames::unique(std::string stem, const std::string& extension) {
    std::string name = stem + extension;
    for (int i = 2; !used_.insert(name).second; ++i) name = stem + " " + std::to_string(i) + extension;
    return name;
}

}  // namespace paraphe::samples
