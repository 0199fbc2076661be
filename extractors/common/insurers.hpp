#pragma once

#include <array>
#include <string_view>

namespace paraphe::extractors {

/// Insurers that write liability cover in France. The phrase is searched in the text; longer names come first, so that
/// "MMA IARD Assurances Mutuelles" is not taken for "MMA IARD". A list helps to be sure; it is never needed.
inline constexpr std::array<std::string_view, 78> insurer_names{
    "MMA IARD Assurances Mutuelles", "AXA France IARD", "AXA Corporate Solutions", "AXA Assurances IARD", "AXA XL", "XL Insurance Company", "MMA IARD", "Hiscox Insurance Company Ltd",
    "Hiscox Insurance Company", "Hiscox Europe Underwriting", "Hiscox SA", "Hiscox", "MAAF Assurances SA", "MAAF Assurances", "MAAF", "MAIF", "Filia-MAIF", "MACIF", "MATMUT", "Allianz I.A.R.D.", "Allianz IARD",
    "Allianz Global Corporate", "Allianz", "Generali IARD", "Generali Assurances IARD", "Generali", "GAN Assurances", "GAN Eurocourtage", "Groupama Rhône-Alpes Auvergne", "Groupama Paris Val de Loire",
    "Groupama Centre-Atlantique", "Groupama Loire Bretagne", "Groupama Méditerranée", "Groupama Grand Est", "Groupama Nord-Est", "Groupama d'Oc", "Groupama Centre Manche", "Groupama",
    "SMACL Assurances", "SMA SA", "SMABTP", "Covea Risks", "Covéa", "Chubb European Group", "Chubb Insurance Company", "ACE European Group", "AIG Europe", "Chartis Europe", "Zurich Insurance", "Zurich",
    "CNA Insurance Company", "CNA Hardy", "Beazley", "QBE Insurance", "QBE Europe", "QBE", "Wakam", "La Parisienne Assurances", "Lloyd's de Londres", "Lloyd's Insurance Company", "Swiss Life Assurances",
    "SwissLife", "Thélem assurances", "Areas Dommages", "Aréas Assurances", "AVIVA Assurances", "Abeille IARD", "Axeria IARD", "Albingia", "Helvetia Assurances", "Tokio Marine", "L'Auxiliaire", "Mutuelle de Poitiers",
    "Pacifica", "Crédit Mutuel Assurances", "Assurances du Crédit Mutuel", "BPCE Assurances", "Liberty Mutual Insurance"};

/// Their own company numbers (Luhn holds for each): never the insured's.
inline constexpr std::array<std::string_view, 10> insurer_sirens{"722057460", "440048882", "775652126", "775709702", "542110291", "552062663", "542063797", "542073580", "378716419", "562117085"};

}  // namespace paraphe::extractors
