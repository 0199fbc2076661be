#include "drawn.hpp"

#include <gmock/gmock.h>

namespace paraphe {
namespace {

using namespace drawn;

void expect_near(const Box& found, const Box& expected, double within) {
    EXPECT_NEAR(found.centre_x(), expected.centre_x(), within);
    EXPECT_NEAR(found.centre_y(), expected.centre_y(), within);
}

TEST(Flattening, TakesABoxToTheViewersPageAndBack) {
    pages::Flattening turn;  // the viewer's page turned clockwise by 90 degrees
    const double matrix[9] = {0, 1, 0, -1, 0, 1, 0, 0, 1};
    std::copy(std::begin(matrix), std::end(matrix), std::begin(turn.matrix));
    const Box viewer{0.1, 0.2, 0.3, 0.05};
    const Box flat = turn.from_viewer(viewer);
    expect_near(flat, turned(viewer, 90), 1e-9);
    expect_near(turn.to_viewer(flat), viewer, 1e-9);
}

class Skew : public testing::TestWithParam<double> {};

TEST_P(Skew, AMarkIsFoundWhereTheViewerShowsItAndLinesAreLevel) {
    const Picture scan = leaning(french_picture(0.8, 0.9), GetParam());
    const auto page = first_page(scan_of(scan).bytes());
    EXPECT_EQ(page.rotation, 0);
    const Box on_flat = black_square(page.flat);
    ASSERT_FALSE(on_flat.empty());
    expect_near(page.flattening.to_viewer(on_flat), black_square(scan), 0.004);
    expect_near(page.flattening.from_viewer(black_square(scan)), on_flat, 0.004);
    // Levelled, the mark stands where it stood before the page leaned: its height above the lines is the same.
    EXPECT_NEAR(on_flat.centre_y() * page.flat.height - page.flat.height / 2.0, (0.9 - 0.5) * scan.height + 10, 12);
}

INSTANTIATE_TEST_SUITE_P(Angles, Skew, testing::Values(-8.0, -3.0, 0.6, 3.0, 9.0));

class QuarterTurn : public testing::TestWithParam<int> {};

TEST_P(QuarterTurn, AScanIsTurnedUprightAndItsMarksStayWhereTheViewerShowsThem) {
    const Picture scan = quarter_turned(french_picture(0.8, 0.9), GetParam());
    const auto page = first_page(scan_of(scan).bytes());
    EXPECT_EQ((page.rotation + GetParam()) % 360, 0);
    expect_near(black_square(page.flat), Box{0.8, 0.9, 20.0 / 1654, 20.0 / 2339}, 0.004);
    expect_near(page.flattening.to_viewer(black_square(page.flat)), black_square(scan), 0.004);
}

TEST_P(QuarterTurn, APageThatItsFileTurnsWronglyIsTurnedBack) {
    Pdf pdf;
    pdf.content = french_page();
    pdf.rotate = GetParam();
    const auto page = first_page(pdf.bytes());
    EXPECT_EQ((page.rotation + GetParam()) % 360, 0);
    EXPECT_GT(page.flat.height, page.flat.width);
}

INSTANTIATE_TEST_SUITE_P(Turns, QuarterTurn, testing::Values(90, 180, 270));

TEST(Turn, MovesThePictureAndKeepsTheWayBack) {
    auto page = first_page(scan_of(french_picture(0.8, 0.9)).bytes());
    const Box before = page.flattening.to_viewer(black_square(page.flat));
    pages::turn(page, 90);
    EXPECT_EQ(page.rotation, 90);
    expect_near(page.flattening.to_viewer(black_square(page.flat)), before, 0.002);
}

TEST(Photograph, TheSheetIsFoundFlattenedAndItsLightMadeEven) {
    std::vector<std::pair<double, double>> corners;
    const Picture photo = on_a_desk(french_picture(0.8, 0.9), corners);
    const auto page = first_page(scan_of(photo).bytes());
    ASSERT_TRUE(page.photo);
    EXPECT_NEAR(static_cast<double>(page.flat.height) / page.flat.width, 1.414, 0.01);
    const Box mark = black_square(page.flat);
    expect_near(mark, Box{0.8, 0.9, 20.0 / 1654, 20.0 / 2339}, 0.012);
    const Box sheet = page.flattening.to_viewer({0, 0, 1, 1});
    EXPECT_NEAR(sheet.x, corners[3].first, 0.012);
    EXPECT_NEAR(sheet.bottom(), corners[2].second, 0.012);
    const auto paper = [&](double x) { return page.flat.pixels[static_cast<std::size_t>(0.97 * page.flat.height) * static_cast<std::size_t>(page.flat.width) + static_cast<std::size_t>(x * page.flat.width)]; };
    EXPECT_GT(paper(0.05), 235);
    EXPECT_GT(paper(0.95), 235);
}

TEST(Photograph, AScanIsNotTakenForOne) {
    EXPECT_FALSE(first_page(scan_of(french_picture()).bytes()).photo);
}

/// A letter with a tinted cheque at its foot, scanned with the dark of the lid at two sides.
Picture letter_with_cheque() {
    Picture picture = french_picture();
    const auto tint = [&](double left, double top, double right, double bottom, std::uint8_t grey) {
        for (int y = static_cast<int>(top * picture.height); y < static_cast<int>(bottom * picture.height); ++y)
            for (int x = static_cast<int>(left * picture.width); x < static_cast<int>(right * picture.width); ++x)
                picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)] = grey;
    };
    tint(0.08, 0.67, 0.92, 0.94, 215);
    tint(0, 0, 0.02, 1, 120);
    tint(0.98, 0, 1, 1, 60);
    return picture;
}

TEST(Photograph, AChequeAtTheFootOfALetterIsNoEdgeOfThePaper) {
    const auto page = first_page(scan_of(letter_with_cheque()).bytes());
    EXPECT_GT(static_cast<double>(page.flat.height) / page.flat.width, 1.3);
}

/// A scan with the dark lid seen on three sides, darker towards its foot; a dense line of print near the foot, a black square below it.
Picture under_a_lid() {
    Picture page = french_picture(0.8, 0.955);
    const auto at = [&](int x, int y) -> std::uint8_t& { return page.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) + static_cast<std::size_t>(x)]; };
    for (int y = 0; y < page.height; ++y)
        for (int x = 0; x < page.width; ++x) {
            const bool printed = y > page.height * 0.92 && y < page.height * 0.92 + 18 && x > page.width * 0.06 && x < page.width * 0.94 && x % 14 < 10;
            const bool lid = x < 14 || x >= page.width - 14 || y < 14;
            if (printed) at(x, y) = 20;
            at(x, y) = lid ? 70 : static_cast<std::uint8_t>(at(x, y) * (1 - 0.12 * y / page.height));
        }
    return page;
}

TEST(Photograph, ALineOfPrintIsNoEdgeOfThePaper) { EXPECT_FALSE(black_square(first_page(scan_of(under_a_lid()).bytes()).flat).empty()); }

void draw_column(Picture& page, int x, double from, double to, std::uint8_t grey) {
    for (int y = static_cast<int>(from * page.height); y < static_cast<int>(to * page.height); ++y)
        page.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) + static_cast<std::size_t>(x)] = grey;
}

double mean_of_column(const Picture& page, double x) {
    double sum = 0;
    for (int y = 0; y < page.height; ++y) sum += page.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) + static_cast<std::size_t>(x * page.width)];
    return sum / page.height;
}

TEST(Streaks, ALineFromEdgeToEdgeIsTakenOutAndPrintUnderItStays) {
    Picture clean = french_picture(), streaked = clean;
    for (const int x : {700, 701, 702}) draw_column(streaked, x, 0, 1, 150);
    const auto before = first_page(scan_of(clean).bytes()).flat, after = first_page(scan_of(streaked).bytes()).flat;
    EXPECT_NEAR(mean_of_column(after, 701.0 / clean.width), mean_of_column(before, 701.0 / clean.width), 6);
}

TEST(Streaks, OfAScanThatWasTurnedSinceTheyLieAlongTheRows) {
    Picture streaked = french_picture();
    for (const int x : {700, 701, 702}) draw_column(streaked, x, 0, 1, 150);
    const auto page = first_page(scan_of(quarter_turned(streaked, 90)).bytes());
    EXPECT_GT(mean_of_column(page.flat, 701.0 / streaked.width), 215);
}

TEST(Streaks, APrintedRuleStays) {
    Picture ruled = french_picture();
    for (const int x : {700, 701, 702}) draw_column(ruled, x, 0.05, 0.95, 60);
    EXPECT_LT(mean_of_column(first_page(scan_of(ruled).bytes()).flat, 701.0 / ruled.width), 120);
}

TEST(Legibility, AnEmptyPageIsBlankAndNotIllegible) {
    const auto page = first_page(Pdf{}.bytes());
    EXPECT_EQ(page.problem, PageProblem::blank);
    EXPECT_TRUE(page.legible);
}

Picture bare_paper() {
    Picture paper = french_picture();
    std::ranges::fill(paper.pixels, std::uint8_t{250});
    return paper;
}

TEST(Legibility, AScannersDarkEdgeIsNoInk) {
    Picture paper = bare_paper();
    for (int x = paper.width - 25; x < paper.width; ++x) draw_column(paper, x, 0, 1, 30);
    EXPECT_EQ(first_page(scan_of(paper).bytes()).problem, PageProblem::blank);
}

TEST(Legibility, APageThatIsHalfBlackIsNotBlank) {
    Picture paper = bare_paper();
    for (int x = paper.width / 2; x < paper.width; ++x) draw_column(paper, x, 0, 1, 30);
    EXPECT_NE(first_page(scan_of(paper).bytes()).problem, PageProblem::blank);
}

TEST(RuledLines, AFrameGivesItsFourSides) {
    Pdf pdf;
    pdf.content = "1 w 100 200 300 400 re S\n" + french_page();
    const auto page = first_page(pdf.bytes());
    const auto near = [](double a, double b) { return testing::AllOf(testing::Gt(a - 0.004), testing::Lt(b + 0.004)); };
    EXPECT_THAT(page.lines, testing::Contains(testing::Field(&RuledLine::x1, near(100 / 595.276, 100 / 595.276))));
    EXPECT_THAT(page.lines, testing::Contains(testing::Field(&RuledLine::y1, near(1 - 600 / 841.89, 1 - 600 / 841.89))));
}

}  // namespace
}  // namespace paraphe
