// Papers that are often sent in place of a piece, each in a wording of its own: they are called by their names, and a
// piece is never called one of them.
#include "classify/classify.hpp"
#include "written_page.hpp"

#include <gtest/gtest.h>

namespace paraphe::extractors {
namespace {

struct Paper {
    std::string kind;
    std::vector<std::string> lines;
};

classify::PageClass class_of(const std::vector<std::string>& lines) {
    std::vector<PageKind> kinds;
    for (const auto* one : all()) kinds.insert(kinds.end(), one->kinds.begin(), one->kinds.end());
    PageReading page = page_of(lines);
    page.ink_share = 0.05;
    const std::vector<classify::SourcePage> pages{{"a.pdf", &page}};
    return classify::classify(pages, kinds).pages.front();
}

const std::vector<Paper>& look_alikes() {
    static const std::vector<Paper> papers{
        {"sirene_notice", {"INSEE", "SITUATION AU REPERTOIRE SIRENE", "À la date du 03/02/2017", "Description de l'entreprise", "Entreprise active depuis le 03/09/2009", "Identifiant SIREN 732 829 320", "Identifiant SIRET du siège 732 829 320 00074", "Catégorie juridique 5710 - SAS, société par actions simplifiée", "Activité Principale Exercée (APE) 62.01Z"}},
        {"extrait_k", {"Greffe du Tribunal de Commerce de Lyon", "Extrait K", "IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIETES", "à jour au 3 février 2017", "IDENTIFICATION DE LA PERSONNE PHYSIQUE", "Nom, prénoms MOREL Jacques", "RENSEIGNEMENTS RELATIFS A L'ACTIVITE ET A L'ETABLISSEMENT PRINCIPAL"}},
        {"lbis", {"Greffe du Tribunal de Commerce de Lyon", "Extrait Lbis", "IMMATRICULATION SECONDAIRE AU REGISTRE DU COMMERCE ET DES SOCIETES", "à jour au 3 février 2017", "IDENTIFICATION DE LA PERSONNE MORALE", "RENSEIGNEMENTS RELATIFS A L'ETABLISSEMENT SECONDAIRE"}},
        {"extrait_d1", {"Chambre de Métiers et de l'Artisanat du Rhône", "EXTRAIT D'IMMATRICULATION AU REPERTOIRE DES METIERS", "Extrait D1", "Qualité d'artisan"}},
        {"rne_certificate", {"Institut national de la propriété industrielle", "ATTESTATION D'IMMATRICULATION AU REGISTRE NATIONAL DES ENTREPRISES", "concernant l'entreprise ALPHA NUMERIQUE à la date du 03/02/2024", "Dénomination ALPHA NUMERIQUE", "Forme juridique SAS"}},
        {"company_web_page", {"https://www.societe.com/societe/alpha-numerique-732829320.html", "ALPHA NUMERIQUE à NANTES (44000)", "Informations juridiques", "Chiffre d'affaires 2015", "Commander un extrait Kbis", "Surveiller cette entreprise"}},
        {"statutes", {"ALPHA NUMERIQUE", "STATUTS MIS A JOUR", "Article 1 - Forme", "La société est une société par actions simplifiée.", "Article 2 - Objet", "Article 3 - Dénomination", "Article 6 - Apports", "Le capital social est fixé à la somme de 10 000 euros."}},
        {"registration_pending", {"Greffe du Tribunal de Commerce de Lyon", "RECEPISSE DE DEPOT DE DOSSIER DE CREATION D'ENTREPRISE", "Société en cours d'immatriculation", "ALPHA NUMERIQUE"}},
        {"association_receipt", {"PREFECTURE DU RHONE", "RECEPISSE DE DECLARATION DE CREATION DE L'ASSOCIATION", "loi du 1er juillet 1901 relative au contrat d'association"}},
        {"legal_notice", {"BODACC", "Bulletin officiel des annonces civiles et commerciales", "Annonce n° 1234 - immatriculation", "ALPHA NUMERIQUE"}},
        {"payslip", {"ALPHA NUMERIQUE", "BULLETIN DE PAIE", "Période du 01/01/2017 au 31/01/2017", "Emploi : développeur", "Salaire de base 151,67 2 500,00", "Cotisations salariales", "Net imposable 1 980,00", "Net à payer 1 920,00"}},
        {"dsn", {"net-entreprises.fr", "Déclaration sociale nominative", "Accusé de réception", "SIRET 732 829 320 00074"}},
        {"dpae", {"URSSAF Rhône-Alpes", "Accusé de réception de la déclaration préalable à l'embauche", "DPAE", "Date d'embauche 03/01/2017", "Emploi développeur"}},
        {"organigram", {"ORGANIGRAMME", "Direction générale", "Pôle technique", "Pôle commercial"}},
        {"staff_list", {"Liste des collaborateurs", "Nom Prénom Téléphone Courriel", "Dupont Marie 04 78 00 00 00", "Martin Paul 04 78 00 00 01"}},
        {"attendance_sheet", {"FEUILLE D'EMARGEMENT", "Formation sécurité", "Nom Prénom Matin Après-midi Signature"}},
        {"headcount_certificate", {"ATTESTATION D'EFFECTIF", "L'effectif moyen annuel de la société est de 12 salariés en équivalent temps plein."}},
        {"leave_table", {"TABLEAU DES CONGES 2017", "Congés payés, RTT, solde de congés"}},
        {"decennial_insurance", {"ATTESTATION D'ASSURANCE DECENNALE", "Responsabilité décennale des constructeurs", "articles 1792 et suivants du code civil", "travaux de construction exécutés par l'assuré"}},
        {"car_insurance", {"ATTESTATION D'ASSURANCE AUTOMOBILE", "Carte internationale d'assurance automobile", "Immatriculation du véhicule AB-123-CD", "Conducteur principal"}},
        {"premises_insurance", {"ATTESTATION D'ASSURANCE HABITATION", "Contrat multirisque habitation", "Risques locatifs, dégâts des eaux, incendie, vol et vandalisme"}},
        {"health_insurance", {"CARTE DE TIERS PAYANT", "Complémentaire santé", "Bénéficiaires"}},
        {"insurance_quote", {"DEVIS D'ASSURANCE", "Responsabilité civile professionnelle", "Prime annuelle 640,00 € TTC", "Ce devis est valable 30 jours"}},
        {"insurance_conditions", {"CONDITIONS PARTICULIERES", "Contrat d'assurance responsabilité civile n° 12345", "Franchise par sinistre 1 000 €", "Prime annuelle"}},
        {"premium_notice", {"AVIS D'ECHEANCE", "Contrat d'assurance n° 12345", "Montant de la prime TTC 640,00 €", "À régler avant le 01/01/2017"}},
        {"membership_form", {"Cluster numérique", "BULLETIN D'ADHESION 2017", "souhaite adhérer à l'association", "à retourner avec votre règlement"}},
        {"urssaf_vigilance", {"URSSAF Rhône-Alpes", "ATTESTATION DE VIGILANCE", "article L.243-15 du code de la sécurité sociale", "est à jour de ses obligations en matière de cotisations de sécurité sociale"}},
        {"tax_certificate", {"Direction générale des finances publiques", "ATTESTATION DE REGULARITE FISCALE", "Service des impôts des entreprises"}},
        {"other_membership", {"MEDEF Lyon-Rhône", "ATTESTATION D'ADHESION", "La société Alpha est adhérente du MEDEF pour l'année 2017."}},
        {"meeting_notice", {"CONVOCATION", "Assemblée générale ordinaire du 3 mars 2017", "Ordre du jour : rapport moral, rapport financier"}},
        {"software_quote", {"DEVIS N° 4411", "Licence Office 365 - 5 poste(s)", "Total TTC 640,00 €", "Devis valable 30 jours", "Bon pour accord"}},
        {"eula", {"CONTRAT DE LICENCE UTILISATEUR FINAL", "Le présent CLUF est un contrat entre vous et l'éditeur du logiciel."}},
        {"delivery_note", {"BON DE LIVRAISON N° 77", "Transporteur : Express", "2 colis", "Reçu en bon état"}},
        {"own_licence_terms", {"CONDITIONS GENERALES DE LICENCE", "Le prestataire concède au client un droit d'utilisation non exclusif.", "Le client s'engage à utiliser le logiciel pour ses besoins."}},
        {"diploma", {"UNIVERSITE CLAUDE BERNARD LYON 1", "DIPLOME", "Licence professionnelle, métiers de l'informatique", "Le président de l'université"}}};
    return papers;
}

TEST(LookAlikes, AreCalledByTheirNames) {
    for (const auto& paper : look_alikes()) {
        const auto found = class_of(paper.lines);
        EXPECT_EQ(found.looks_like, paper.kind) << found.piece << " " << found.confidence;
        EXPECT_EQ(found.piece, "other") << paper.kind;
    }
}

TEST(LookAlikes, PiecesInOtherWordingsAreTheirPieces) {
    const std::vector<Paper> papers{
        {"kbis", {"Tribunal mixte de commerce de Saint-Denis", "EXTRAIT K-BIS", "Immatriculation principale au registre du commerce et des sociétés", "Extrait du 3 février 2017", "RENSEIGNEMENTS RELATIFS A LA PERSONNE MORALE", "R.C.S. SAINT-DENIS 732 829 320 - N° de gestion 2001 B 02345", "ADMINISTRATION", "Pour extrait conforme"}},
        {"kbis", {"RENSEIGNEMENTS RELATIFS A L'ACTIVITE ET A L'ETABLISSEMENT PRINCIPAL", "Date de commencement d'activité 06/09/2009", "Origine du fonds ou de l'activité Création", "Mode d'exploitation Exploitation directe", "FIN DE L'EXTRAIT"}},
        {"staff_register", {"Extrait du registre du personnel", "Nom Prénom Nationalité Emploi Qualification Date d'embauche Date de sortie", "1 M. D. Française Développeur Cadre 03/01/2011", "2 P. L. Française Graphiste ETAM 04/02/2012", "3 A. V. Belge Commercial Cadre 05/03/2013"}},
        {"liability_insurance", {"AXA France IARD", "ATTESTATION", "AXA France IARD atteste que la société Alpha est titulaire d'un contrat d'assurance responsabilité civile prestataire de services n° 1234567804", "ayant pris effet le 01/01/2015", "La présente attestation n'implique qu'une présomption de garantie"}},
        {"cluster_membership", {"Pôle numérique - association loi 1901", "FACTURE DE COTISATION 2017", "Adhérent : Alpha Numérique", "Cotisation annuelle 350,00 €", "Facture acquittée le 12/01/2017"}},
        {"cluster_membership", {"APPEL DE COTISATION 2017", "Cluster numérique", "Adhérent : Alpha Numérique", "À régler avant le 31/03/2017"}},
        {"software_licence", {"JetBrains s.r.o.", "INVOICE", "License certificate", "Licensee: Alpha Numérique", "IntelliJ IDEA Ultimate - subscription"}},
        {"software_licence", {"Liste des logiciels utilisés", "Debian GNU/Linux - GPL", "LibreOffice - MPL - logiciel libre", "Photoshop - Adobe - licence perpétuelle"}}};
    for (const auto& paper : papers) {
        const auto found = class_of(paper.lines);
        EXPECT_EQ(found.piece, paper.kind) << paper.lines.front() << ": " << found.looks_like << " " << found.confidence;
    }
}

/// What a noisy photo leaves of a cheque: no printed word, the sum in figures at the right and in words below.
PageReading sum_written_twice(const std::string& words) {
    PageReading page = blank_page(TextSource::ocr);
    write(page, 0.72, 0.42, "400,00 €");
    write(page, 0.2, 0.46, words);
    write(page, 0.7, 0.52, "19/04/2016");
    return page;
}

double cheque_confidence(const PageReading& page) {
    std::vector<PageKind> kinds;
    for (const auto* extractor : all()) kinds.insert(kinds.end(), extractor->kinds.begin(), extractor->kinds.end());
    const classify::SourcePage source{"a.pdf", &page};
    const auto classified = classify::classify(std::span(&source, 1), kinds);
    return classified.pages[0].piece == "fee_cheque" ? classified.pages[0].confidence : 0;
}

TEST(LookAlikes, ASumWrittenTwiceIsACheque) {
    EXPECT_GT(cheque_confidence(sum_written_twice("# quatre cents euros #")), 0.5);
    EXPECT_EQ(cheque_confidence(sum_written_twice("deux cents euros")), 0);
    EXPECT_EQ(cheque_confidence(sum_written_twice("reçu la somme de quatre cents euros de Monsieur Martin")), 0);
}

TEST(LookAlikes, TheZonesOfAMagneticLineSpeakForACheque) {
    PageReading page = blank_page(TextSource::ocr);
    write(page, 0.2, 0.35, "Chèque n° 9367486");
    write(page, 0.2, 0.37, "9367486 193139849146 878861090300");
    EXPECT_GT(cheque_confidence(page), 0.5);
    PageReading account = blank_page(TextSource::ocr);
    write(account, 0.2, 0.35, "FR14 2004 1010 0505 0001 3026 0612 06");
    EXPECT_EQ(cheque_confidence(account), 0);
}

TEST(LookAlikes, OrdinaryPaperIsNone) {
    const std::vector<Paper> papers{
        {"", {"Bonjour,", "Vous trouverez ci-joint notre dossier de candidature : Kbis, attestation d'assurance responsabilité civile,", "registre unique du personnel, référentiel paraphé, licences, règles d'utilisation de la marque et du logo.", "Le chèque de 400 € part par courrier.", "Bien cordialement"}},
        {"", {"Compte rendu de réunion", "Présents : Marie, Paul, Anne", "Le projet avance selon le calendrier prévu, la recette est fixée en mars.", "Prochaine réunion le 3 avril"}},
        {"", {"Menu de la semaine", "Lundi : salade de lentilles", "Mardi : poisson et riz"}}};
    for (const auto& paper : papers) {
        const auto found = class_of(paper.lines);
        EXPECT_EQ(found.piece, "other") << paper.lines.front();
        for (const auto* mine : {"sirene_notice", "insurance_quote", "payslip", "software_quote"}) EXPECT_NE(found.looks_like, mine) << paper.lines.front();
    }
}

}  // namespace
}  // namespace paraphe::extractors
