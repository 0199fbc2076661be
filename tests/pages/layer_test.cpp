#include "drawn.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace paraphe {
namespace {

using namespace drawn;
using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;

pages::Page page_of(const std::string& content, const std::string& annotations = {}) {
    Pdf pdf;
    pdf.content = content;
    pdf.annotations = annotations;
    return first_page(pdf.bytes());
}

TEST(TextLayer, VisibleFrenchServesLineByLine) {
    const auto page = page_of(french_page());
    EXPECT_TRUE(page.layer_serves);
    EXPECT_FALSE(page.layer_rejected);
    EXPECT_TRUE(page.overlays.empty());
    ASSERT_GT(page.layer.size(), 200u);
    EXPECT_EQ(page.layer.front().text, "La");
    EXPECT_EQ(page.layer[1].text, "société");
    EXPECT_EQ(page.layer[1].line, page.layer[0].line);
    EXPECT_GT(page.layer.back().line, page.layer.front().line);
    EXPECT_NEAR(page.layer.front().box.x, 60 / 595.276, 0.005);
}

TEST(TextLayer, InvisibleTextIsNamedAndTheLayerNotTrusted) {
    const auto page = page_of(french_page() + "3 Tr\n" + show(60, 100, 11, "14/02/2018"));
    EXPECT_FALSE(page.layer_serves);
    EXPECT_THAT(page.overlays, Contains(AllOf(Field(&Overlay::kind, "hidden_text"), Field(&Overlay::text, "14/02/2018"))));
}

TEST(TextLayer, WhiteTextIsNamedAndTheLayerNotTrusted) {
    const auto page = page_of(french_page() + "1 g\n" + show(60, 100, 11, "14/02/2018"));
    EXPECT_FALSE(page.layer_serves);
    EXPECT_THAT(page.overlays, Contains(AllOf(Field(&Overlay::kind, "hidden_text"), Field(&Overlay::text, "14/02/2018"))));
}

TEST(TextLayer, InvisibleTextOverVisibleTextIsNotTrusted) {
    const auto page = page_of(french_page() + show(60, 100, 11, "03/01/2016") + "3 Tr\n" + show(60, 100, 11, "14/02/2018"));
    EXPECT_FALSE(page.layer_serves);
}

TEST(TextLayer, ADateUnderAWhiteBoxWithANewOneOnTopIsNamed) {
    const auto page = page_of(french_page() + show(60, 100, 11, "03/01/2016") + "1 g 55 95 80 18 re f 0 g\n" + show(60, 100, 11, "14/02/2018"));
    EXPECT_FALSE(page.layer_serves);
    EXPECT_THAT(page.overlays, Contains(AllOf(Field(&Overlay::kind, "white_box"), Field(&Overlay::text, HasSubstr("03/01/2016")))));
}

TEST(TextLayer, ALinesEndUnderAWhiteBoxIsNamedThoughAPaleGroundHidesManyWords) {
    std::string ground = "0.97 g\n";
    for (int i = 0; i < 110; ++i) ground += show(20 + 110 * (i % 5), 800 - 7 * (i / 5), 5, "EXTRAIT KBIS");
    const auto page = page_of(ground + "0 g\n" + french_page() + show(60, 100, 11, "Extrait du 24 juillet 2014") + "1 g 114 95 90 18 re f 0 g\n" + show(116, 100, 11, "06/08/2015"));
    EXPECT_THAT(page.overlays, Contains(AllOf(Field(&Overlay::kind, "white_box"), Field(&Overlay::text, HasSubstr("06/08/2015")))));
}

TEST(TextLayer, AWhiteGroundPaintedBeforeItsTextIsNoCover) {
    const auto page = page_of("1 g 0 0 595 842 re f 55 95 80 18 re f 0 g\n" + french_page() + show(60, 100, 11, "14/02/2018"));
    EXPECT_TRUE(page.layer_serves);
    EXPECT_TRUE(page.overlays.empty());
}

TEST(TextLayer, WordsInACipherAreRejected) {
    std::string content;
    for (int i = 0; i < 12; ++i) content += show(60, 700 - 26 * i, 11, "xqzj wkvb gfhq pzxw qjkv zzwx hgqk vbnw xkcd");
    const auto page = page_of(content);
    EXPECT_FALSE(page.layer_serves);
    EXPECT_TRUE(page.layer_rejected);
}

TEST(TextLayer, OfAScanIsNeverTrusted) {
    Pdf pdf = scan_of(french_picture());
    pdf.content += "3 Tr\n" + french_page();
    const auto page = first_page(pdf.bytes());
    EXPECT_FALSE(page.layer_serves);
    EXPECT_FALSE(page.layer.empty());
}

TEST(TextLayer, TextTypedOverAScanIsNamed) {
    Pdf pdf = scan_of(french_picture());
    pdf.content += show(60, 100, 11, "14/02/2018");
    EXPECT_THAT(first_page(pdf.bytes()).overlays, Contains(AllOf(Field(&Overlay::kind, "text_over_scan"), Field(&Overlay::text, "14/02/2018"))));
}

TEST(Annotations, InkThatPrintsIsAMarkAndWhatDoesNotPrintIsOnlyNamed) {
    const std::string ink = "<< /Type /Annot /Subtype /Ink /Rect [300 60 480 140] /InkList [[310 70 350 130 400 80]] /C [0 0 1] /F ";
    const auto printed = page_of(french_page(), ink + "4 >>");
    ASSERT_EQ(printed.electronic_marks.size(), 1u);
    EXPECT_EQ(printed.electronic_marks[0].kind, MarkKind::signature);
    EXPECT_NEAR(printed.electronic_marks[0].box.x, 300 / 595.276, 0.002);
    const auto only_on_screen = page_of(french_page(), ink + "0 >>");
    EXPECT_TRUE(only_on_screen.electronic_marks.empty());
    EXPECT_THAT(only_on_screen.overlays, Contains(Field(&Overlay::kind, "annotation")));
    EXPECT_GT(printed.ink_share, only_on_screen.ink_share);
}

}  // namespace
}  // namespace paraphe
