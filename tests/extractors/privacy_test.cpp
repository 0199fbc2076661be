#include "written_page.hpp"

#include <gmock/gmock.h>

namespace paraphe::extractors {
namespace {

bool hidden(const Extraction& read, double x, double y) {
    return std::ranges::any_of(read.findings, [&](const Finding& finding) {
        const Box& box = finding.place.box;
        return finding.code == "private" && box.x <= x && x <= box.right() && box.y <= y && y <= box.bottom();
    });
}

TEST(Privacy, BirthAndHomeOfAKbisAreHiddenAndTheCompanyIsNot) {
    PageReading page = blank_page();
    write(page, 0.3, 0.05, "Extrait Kbis");
    write(page, 0.05, 0.10, "Dénomination ou raison sociale");
    write(page, 0.50, 0.10, "ALPHA NUMERIQUE");
    write(page, 0.05, 0.20, "Date et lieu de naissance");
    write(page, 0.50, 0.20, "Le 01/02/1970 à Lyon");
    write(page, 0.05, 0.24, "Domicile personnel");
    write(page, 0.50, 0.24, "3 rue des Lilas 69001 Lyon");
    const auto read = extract("kbis", {page});
    EXPECT_TRUE(hidden(read, 0.56, 0.205));
    EXPECT_TRUE(hidden(read, 0.56, 0.245));
    EXPECT_FALSE(hidden(read, 0.52, 0.105));
}

TEST(Privacy, NamesAndBirthsOfARegisterAreHiddenAndEntriesAreNot) {
    PageReading page = blank_page();
    write(page, 0.35, 0.05, "REGISTRE UNIQUE DU PERSONNEL");
    write(page, 0.10, 0.14, "NOM et prénoms"), write(page, 0.36, 0.14, "Né(e) le"), write(page, 0.50, 0.14, "Emploi"), write(page, 0.74, 0.14, "Entrée");
    write(page, 0.10, 0.17, "DUPONT Marie"), write(page, 0.36, 0.17, "27/06/1970"), write(page, 0.50, 0.17, "Comptable"), write(page, 0.74, 0.17, "03/09/2013");
    const auto read = extract("staff_register", {page});
    EXPECT_TRUE(hidden(read, 0.12, 0.175));
    EXPECT_TRUE(hidden(read, 0.38, 0.175));
    EXPECT_FALSE(hidden(read, 0.76, 0.175));
}

TEST(Privacy, OfARegisterWithoutReadableHeadsAllRowsAreHidden) {
    PageReading page = blank_page();
    write(page, 0.35, 0.02, "REGISTRE UNIQUE DU PERSONNEL");
    write(page, 0.10, 0.17, "DUPONT Marie"), write(page, 0.36, 0.17, "27/06/1970");
    EXPECT_TRUE(hidden(extract("staff_register", {page}), 0.12, 0.175));
}

}  // namespace
}  // namespace paraphe::extractors
