#pragma once

#include <string_view>

#include "samples/world.hpp"

// The lists the sample world is drawn from. They belong to the generator alone: nothing that reads dossiers knows them.
namespace paraphe::samples::data {

inline constexpr std::string_view given_male[] = {"Jean", "Pierre", "Michel", "Laurent", "Olivier", "Éric", "Christophe", "Stéphane", "Nicolas", "Julien", "Thomas",
    "Antoine", "Rémi", "Frédéric", "Bruno", "Philippe", "Jean-Luc", "Jean-François", "Karim", "Mehdi", "Yann", "Loïc", "Gaëtan", "Hervé", "Vincent", "Fabrice"};
inline constexpr std::string_view given_female[] = {"Anne", "Marie", "Claire", "Sophie", "Isabelle", "Valérie", "Nathalie", "Hélène", "Céline", "Aurélie", "Émilie",
    "Anne-Laure", "Marie-Pierre", "Nadia", "Samira", "Maëlle", "Solène", "Agnès", "Béatrice", "Corinne", "Delphine", "Florence"};
inline constexpr std::string_view family[] = {"Martin", "Bernard", "Dubois", "Moreau", "Lefèvre", "Garnier", "Rousseau", "Chevalier", "Mercier", "Boyer", "Gauthier",
    "Perrin", "Morel", "Girard", "Renaud", "Lemaître", "Barbier", "Arnaud", "Colin", "Vidal", "Caron", "Picard", "Hubert", "Le Gall", "Kerbrat", "de Villiers",
    "Benali", "Haddad", "Nguyen", "Da Silva", "Schmitt", "Muller", "Etcheverry", "Santoni", "Delacroix", "Fontaine", "Bouvier", "Thibault", "Guyonnet", "Marchand",
    "Roche", "Besson", "Carpentier", "Jacquemin", "Poulain", "Vasseur", "Tessier", "Cordier", "Maillard", "Brunet"};

inline constexpr Town towns[] = {{"Lyon", "69003", "Lyon", 6901}, {"Villeurbanne", "69100", "Lyon", 6901}, {"Grenoble", "38000", "Grenoble", 3801},
    {"Meylan", "38240", "Grenoble", 3801}, {"Saint-Étienne", "42000", "Saint-Étienne", 4202}, {"Clermont-Ferrand", "63000", "Clermont-Ferrand", 6303},
    {"Nantes", "44000", "Nantes", 4401}, {"Rennes", "35000", "Rennes", 3501}, {"Angers", "49100", "Angers", 4901}, {"Poitiers", "86000", "Poitiers", 8602},
    {"Niort", "79000", "Niort", 7901}, {"La Rochelle", "17000", "La Rochelle", 1704}, {"Limoges", "87000", "Limoges", 8701}, {"Bordeaux", "33000", "Bordeaux", 3302},
    {"Pau", "64000", "Pau", 6403}, {"Bayonne", "64100", "Bayonne", 6401}, {"Toulouse", "31000", "Toulouse", 3102}, {"Labège", "31670", "Toulouse", 3102},
    {"Montpellier", "34000", "Montpellier", 3405}, {"Aix-en-Provence", "13100", "Aix-en-Provence", 1301}, {"Marseille", "13002", "Marseille", 1303},
    {"Sophia Antipolis", "06560", "Antibes", 601}, {"Besançon", "25000", "Besançon", 2501}, {"Tours", "37000", "Tours", 3701}, {"Orléans", "45000", "Orléans", 4502},
    {"Rouen", "76000", "Rouen", 7608}, {"Caen", "14000", "Caen", 1402}, {"Annecy", "74000", "Annecy", 7401}, {"Roanne", "42300", "Roanne", 4201}};
inline constexpr std::string_view streets[] = {"rue de la République", "avenue Jean Jaurès", "rue Victor Hugo", "boulevard Gambetta", "rue des Tanneurs", "chemin des Vignes",
    "place du Marché", "rue Ampère", "allée des Platanes", "avenue du Général Leclerc", "rue Lavoisier", "quai des Arts", "rue du Faubourg Saint-Jean", "route de Paris",
    "impasse des Lilas", "cours Fauriel", "rue Louis Pasteur", "boulevard de l'Europe", "rue de l'Industrie", "avenue des Frères Lumière"};

inline constexpr std::string_view name_heads[] = {"Alto", "Brume", "Cobalt", "Novaé", "Écume", "Filigrane", "Granit", "Horizon", "Isatis", "Jonquille", "Kairos", "Lumen",
    "Mistral", "Nectar", "Orphée", "Pixelia", "Quartz", "Rivage", "Solstice", "Tandem", "Ursa", "Véga", "Wapiti", "Xylo", "Ypso", "Zénith", "Atelier Sud", "Belle Rive",
    "Cap Nord", "Digitéo", "Opaline", "Sémaphore", "Tramontane", "Vercors", "Argos", "Boréal", "Calypso", "Hélios", "Inuit", "Kaolin"};
inline constexpr std::string_view name_tails[] = {"Numérique", "Systèmes", "Web", "Studio", "Conseil", "Logiciels", "Informatique", "Digital", "Data", "Développement",
    "Interactive", "Solutions", "Technologies", "Services", "Communication", "Infogérance"};

inline constexpr std::string_view activities[] = {"Conception et développement de logiciels et de sites internet", "Conseil en systèmes et logiciels informatiques",
    "Programmation informatique, édition de logiciels", "Infogérance, hébergement et maintenance de réseaux informatiques", "Création de sites web et communication numérique",
    "Ingénierie logicielle, formation et assistance aux utilisateurs"};
inline constexpr std::string_view nafs[] = {"6201Z", "6202A", "6203Z", "6311Z", "5829C", "6209Z"};

struct ClusterData {
    std::string_view name, long_name, street, postcode, town;
};
inline constexpr ClusterData clusters[] = {
    {"Numélink", "Numélink, cluster numérique de la Loire", "57 cours Fauriel", "42100", "Saint-Étienne"},
    {"Clust'R Numérique", "Clust'R Numérique, filière numérique en Rhône-Alpes", "53 rue Vauban", "69006", "Lyon"},
    {"SPN", "SPN, réseau des professionnels du numérique", "6 allée Jean Monnet", "86360", "Chasseneuil-du-Poitou"},
    {"ADN Ouest", "Association pour le Développement du Numérique dans l'Ouest", "9 rue Alain Barbe-Torte", "44200", "Nantes"},
    {"DigitalPlace", "DigitalPlace, le cluster des entreprises du numérique", "425 rue Jean Rostand", "31670", "Labège"},
    {"Medinsoft", "Medinsoft, association des entreprises de l'informatique", "Technopôle de Château-Gombert", "13013", "Marseille"},
    {"Telecom Valley", "Telecom Valley, écosystème numérique azuréen", "Business Pôle, 1047 route des Dolines", "06560", "Valbonne"},
    {"Rhénatic", "Rhénatic, pôle du numérique en Alsace", "4 rue Gustave Hirn", "68100", "Mulhouse"},
    {"Silicon Comté", "Silicon Comté, cluster du numérique", "18 rue Alain Savary", "25000", "Besançon"},
    {"Aliptic", "Aliptic, association du numérique en Limousin", "12 rue Gémini", "87000", "Limoges"},
    {"PEBA", "Pôle E-Business sud-Aquitain Adour", "2 allée de Bellevue", "64000", "Pau"},
    {"Nekoé", "Nekoé, cluster de l'innovation par les services", "1 avenue du Champ de Mars", "45100", "Orléans"}};
inline constexpr ClusterData unknown_clusters[] = {{"Numérica Val d'Oise", "Numérica Val d'Oise, grappe d'entreprises", "12 rue des Chênes", "95000", "Cergy"},
    {"Open Bretagne Sud", "Open Bretagne Sud, filière informatique", "4 rue du Port", "56100", "Lorient"},
    {"Réseau Logiciel Picard", "Réseau Logiciel Picard", "33 rue Millevoye", "80000", "Amiens"}};

inline constexpr Insurer insurers[] = {
    {"AXA", "AXA France IARD", "313 Terrasses de l'Arche", "92727 Nanterre Cedex", "722 057 460 R.C.S. Nanterre", "##########"},
    {"MMA", "MMA IARD Assurances Mutuelles", "14 boulevard Marie et Alexandre Oyon", "72030 Le Mans Cedex 9", "440 048 882 R.C.S. Le Mans", "### ### ###"},
    {"Hiscox", "Hiscox Insurance Company Limited", "19 rue Louis-le-Grand", "75002 Paris", "524 737 681 R.C.S. Paris", "HA RCP0######"},
    {"Allianz", "Allianz I.A.R.D.", "87 rue de Richelieu", "75002 Paris", "542 110 291 R.C.S. Paris", "########"},
    {"Generali", "Generali IARD", "2 rue Pillet-Will", "75009 Paris", "552 062 663 R.C.S. Paris", "AM ######"},
    {"MAIF", "MAIF, société d'assurance mutuelle", "200 avenue Salvador Allende", "79038 Niort Cedex 9", "775 709 702 R.C.S. Niort", "####### @"},
    {"GAN", "GAN Assurances", "8-10 rue d'Astorg", "75383 Paris Cedex 08", "542 063 797 R.C.S. Paris", "A##### ######"},
    {"MAAF", "MAAF Assurances SA", "Chaban", "79180 Chauray", "542 073 580 R.C.S. Niort", "######### @ ###"}};

struct VendorData {
    std::string_view name, country, street;
    std::string_view products[4];
};
inline constexpr VendorData vendors[] = {
    {"Microsoft Ireland Operations Ltd", "Irlande", "South County Business Park, Dublin 18", {"Office 365 Business Premium", "Windows 10 Professionnel", "Visual Studio Professional", "Windows Server Standard"}},
    {"Adobe Systems Software Ireland Ltd", "Irlande", "4-6 Riverwalk, Citywest, Dublin 24", {"Adobe Creative Cloud", "Adobe Photoshop CC", "Adobe Acrobat Pro DC", "Adobe Illustrator CC"}},
    {"JetBrains s.r.o.", "République tchèque", "Na Hřebenech II 1718/10, Praha", {"PhpStorm", "IntelliJ IDEA Ultimate", "WebStorm", "ReSharper"}},
    {"Sage SAS", "France", "10 place de Belgique, 92250 La Garenne-Colombes", {"Sage 50cloud Gestion commerciale", "Sage Comptabilité 100", "Sage Paie", "Sage CRM"}},
    {"Inmac WStore SAS", "France", "125 avenue du Bois de la Pie, 95921 Roissy", {"Microsoft Office Standard 2016", "Kaspersky Endpoint Security", "Adobe Acrobat Standard", "VMware Workstation Pro"}},
    {"EBP Informatique SA", "France", "rue de Cutesson, 78513 Rambouillet", {"EBP Compta Pro", "EBP Gestion Commerciale", "EBP Paye", "EBP Bâtiment"}}};

inline constexpr Bank banks[] = {{"Crédit Agricole", "Caisse régionale", 0x0a7a55}, {"BNP Paribas", "Agence", 0x0e8a4e}, {"Société Générale", "Agence", 0xb01020}, {"Banque Populaire", "Agence", 0x1a4a9c},
    {"Caisse d'Épargne", "Agence", 0xb02a2a}, {"Crédit Mutuel", "Caisse de", 0x204a8a}, {"CIC", "Agence", 0x1060a0}, {"LCL", "Agence", 0x203a7a}, {"Crédit Coopératif", "Centre d'affaires", 0x5a2a6a}};

}  // namespace paraphe::samples::data
