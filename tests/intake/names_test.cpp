#include "intake/names.hpp"
#include "made.hpp"

#include <gmock/gmock.h>

namespace paraphe::intake {
namespace {

using testing::ElementsAre;

TEST(Names, OfAWindowsZipInCp850AreReadAsWritten) {
    // "Pièce/chèque.pdf", "Référentiel signé.pdf", "ÉTAT À JOUR.pdf"
    const auto dossier = opened("d.zip", made({{"Pi\x8a""ce/ch\x8aque.pdf", a_pdf},
                                               {"R\x82""f\x82rentiel sign\x82.pdf", a_pdf},
                                               {"\x90TAT \xb7 JOUR.pdf", a_pdf}}));
    EXPECT_THAT(paths(dossier), ElementsAre("d.zip!/Pièce/chèque.pdf", "d.zip!/Référentiel signé.pdf", "d.zip!/ÉTAT À JOUR.pdf"));
}

TEST(Names, InWindows1252AndLatin1AreReadAsWritten) {
    const auto dossier = opened("d.tar", made({{"R\xe9glement fran\xe7""ais.pdf", a_pdf}, {"\xc9tat \xe0 jour.pdf", a_pdf}}, {.format = "ustar"}));
    EXPECT_THAT(paths(dossier), ElementsAre("d.tar!/Réglement français.pdf", "d.tar!/État à jour.pdf"));
}

TEST(Names, InMacRomanAreReadAsWritten) {
    const RawName names[] = {{"R\x8e""f\x8erentiel sign\x8e.pdf", false}, {"pi\x8f""ce fran\x8d""aise.pdf", false}};
    EXPECT_THAT(decode_names(names), ElementsAre("Référentiel signé.pdf", "pièce française.pdf"));
}

TEST(Names, OneNameInCapitalsIsReadInItsOwnCase) {
    const RawName names[] = {{"R\x90""F\x90RENTIEL.PDF", false}};
    EXPECT_THAT(decode_names(names), ElementsAre("RÉFÉRENTIEL.PDF"));
}

TEST(Names, ThatAreUtf8WithoutSayingSoStayAsTheyAre) {
    const auto dossier = opened("d.zip", made({{"Chèque n° 3 — 400 €.pdf", a_pdf}}));
    EXPECT_THAT(paths(dossier), ElementsAre("d.zip!/Chèque n° 3 — 400 €.pdf"));
}

TEST(Names, AreBoundedAndStayUtf8) {
    std::string longest;
    for (int i = 0; i < 400; ++i) longest += "é";
    const auto name = normalised(longest);
    EXPECT_LE(name.size(), 410u);
    EXPECT_TRUE(valid_utf8(name));
}

TEST(Names, LoseDrivesRootsAndDots) {
    EXPECT_EQ(normalised("C:\\Users\\moi\\kbis.pdf"), "Users/moi/kbis.pdf");
    EXPECT_EQ(normalised("//a/./b/../c"), "a/b/c");
    EXPECT_EQ(normalised("../.."), "sans-nom");
    EXPECT_EQ(normalised("..."), "...");
}

TEST(Names, BrokenUtf8IsMendedVisibly) { EXPECT_EQ(clean_utf8("a\xff" "b"), "a\xef\xbf\xbd" "b"); }

}  // namespace
}  // namespace paraphe::intake
