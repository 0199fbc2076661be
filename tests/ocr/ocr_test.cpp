#include "ocr/engine.hpp"
#include "ocr/bare.hpp"
#include "ocr/ocr.hpp"
#include "pages/pages.hpp"

#include <gmock/gmock.h>

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <sstream>
#include <string>
#include <string_view>

namespace paraphe {
namespace {

using testing::Contains;
using testing::Field;

/// A PDF page with that content, as a picture at 200 dpi; readers mend the missing table of objects.
Picture page_showing(const std::string& content) {
    const std::string file = "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                             "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj\n"
                             "4 0 obj << /Length " + std::to_string(content.size()) + " >> stream\n" + content + "\nendstream endobj\n"
                             "5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> endobj\ntrailer << /Root 1 0 R >>\n";
    const std::vector<unsigned char> bytes(file.begin(), file.end());
    const auto opened = pages::File::open(bytes, "application/pdf", Limits{});
    if (!opened) throw std::runtime_error(opened.error().detail);
    return opened->page(1).value().flat;
}

/// Lines of text, one below the other.
Picture page_of(const std::vector<std::string>& lines) {
    std::string content = "BT /F1 12 Tf 60 760 Td 24 TL\n";
    for (const auto& line : lines) content += "(" + line + ") ' ";
    return page_showing(content + "ET");
}

/// Text that begins at that point (in PDF points from the page's lower left) and leans by that many degrees anticlockwise.
std::string leaning(const std::string& text, double size, double x, double y, double degrees) {
    const double c = std::cos(degrees * CV_PI / 180), s = std::sin(degrees * CV_PI / 180);
    std::ostringstream out;
    out << "BT /F1 " << size << " Tf " << c << ' ' << s << ' ' << -s << ' ' << c << ' ' << x << ' ' << y << " Tm (" << text << ") Tj ET\n";
    return out.str();
}

const ocr::Engine& engine() {
    static const auto loaded = ocr::Engine::load({"fra", "eng"});
    return loaded.value();
}

Picture letter() {
    return page_of({"La soci\\351t\\351 Atelier du Nord certifie que les pi\\350ces sont conformes", "au r\\351f\\351rentiel. Cotisation : 400,00 euros",
                    "RCS Paris 552 100 554", "Fait le 14 f\\351vrier 2017"});
}

std::string joined(const std::vector<Word>& words) {
    std::string text;
    for (const auto& word : words) text += ocr::bare(word.text);
    return text;
}

TEST(Engine, NamesTheLanguageDataThatIsMissing) {
    const auto none = ocr::Engine::load({"xyz"});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, ErrorKind::not_found);
    EXPECT_THAT(none.error().detail, testing::HasSubstr("xyz"));
}

TEST(ReadPage, GivesWordsWithBoxesLinesAndConfidence) {
    const auto read = engine().read_page(letter());
    EXPECT_THAT(read.words, Contains(Field(&Word::text, "société")));
    EXPECT_GT(read.mean_confidence, 0.8);
    const auto year = std::ranges::find(read.words, "2017", &Word::text);
    ASSERT_NE(year, read.words.end());
    EXPECT_EQ(year->line, 3);
    EXPECT_NEAR(year->box.bottom(), 1 - 664.0 / 842, 0.005);
}

TEST(ReadPage, OfAPageAtHalfTheResolutionReadsTheSame) {
    Picture small = letter();
    Picture half{small.width / 2, small.height / 2, 1, 100, {}};
    for (int y = 0; y < half.height; ++y)
        for (int x = 0; x < half.width; ++x) {
            const auto at = [&](int dx, int dy) { return static_cast<int>(small.pixels[static_cast<std::size_t>((2 * y + dy) * small.width + 2 * x + dx)]); };
            half.pixels.push_back(static_cast<std::uint8_t>((at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4));
        }
    EXPECT_THAT(joined(engine().read_page(half).words), testing::HasSubstr("cotisation40000euros"));
}

TEST(QuarterTurns, SayHowThePageMustBeTurnedToBeRead) {
    const Picture upright = letter();
    Picture down = upright;
    std::ranges::reverse(down.pixels);
    EXPECT_EQ(engine().quarter_turns(upright), 0);
    EXPECT_EQ(engine().quarter_turns(down), 180);
    EXPECT_EQ(engine().quarter_turns(down), 180);
    EXPECT_EQ(engine().quarter_turns(upright), 0);
}

TEST(QuarterTurns, LeaveThePictureAsItWas) {
    const Picture page = letter();
    const auto before = page.pixels;
    (void)engine().quarter_turns(page);
    EXPECT_EQ(page.pixels, before);
}

TEST(ReadCrop, ReadsDigitsOfItsBoxOnly) {
    const Picture page = letter();
    const auto answer = engine().read_crop(page, {1, {0.09, 0.158, 0.35, 0.026}, CropPurpose::digits});
    EXPECT_THAT(joined(answer.words), testing::HasSubstr("552100554"));
    for (const auto& word : answer.words) EXPECT_GT(word.box.y, 0.15);
}

/// The page with a frame drawn around a box, in black lines of two pixels.
Picture framed(Picture page, const Box& box) {
    const auto ink = [&](int x, int y) { page.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) + static_cast<std::size_t>(x)] = 0; };
    const auto across = [&](double part) { return static_cast<int>(part * page.width); };
    const auto down = [&](double part) { return static_cast<int>(part * page.height); };
    for (int t = 0; t < 2; ++t) {
        for (int x = across(box.x); x < across(box.right()); ++x) ink(x, down(box.y) + t), ink(x, down(box.bottom()) + t);
        for (int y = down(box.y); y < down(box.bottom()) + 2; ++y) ink(across(box.x) + t, y), ink(across(box.right()) + t, y);
    }
    return page;
}

TEST(ReadCrop, EveryWaySeesFiguresThroughTheirFrame) {
    const Picture page = framed(letter(), {0.09, 0.137, 0.55, 0.025});
    const auto answer = engine().read_crop(page, {1, {0.07, 0.131, 0.6, 0.04}, CropPurpose::every_way});
    ASSERT_GE(answer.readings.size(), 4u);
    EXPECT_GE(std::ranges::count_if(answer.readings, [](const std::string& reading) { return reading.find("400,00") != std::string::npos; }), 3)
        << testing::PrintToString(answer.readings);
    for (const auto& reading : answer.readings) EXPECT_EQ(reading.find("1400"), std::string::npos) << reading;
}

constexpr Box stamp_place{0.25, 0.4, 0.32, 0.16};

std::string stamp_says(const Picture& page, const Box& place = stamp_place) {
    std::string all;
    for (const auto& reading : engine().read_crop(page, {1, place, CropPurpose::stamp}).readings) all += reading + "\n";
    return all;
}

TEST(ReadCrop, AStampThatLeansIsRead) {
    for (const double degrees : {-11.0, 0.0, 14.0}) {
        const double c = std::cos(degrees * CV_PI / 180), s = std::sin(degrees * CV_PI / 180);
        std::string content;
        const std::array<std::string, 3> lines{"SARL ATELIER DU NORD", "SIRET 552100554 00013", "RCS Lille 552 100 554"};
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const double down = 14.0 * static_cast<double>(i);
            content += leaning(lines[i], 10, 190 + down * s, 440 - down * c, degrees);
        }
        EXPECT_THAT(stamp_says(page_showing(content)), testing::HasSubstr("552100554")) << degrees;
    }
}

TEST(ReadCrop, TheRingOfARoundStampIsUnrolled) {
    const std::string text = "ATELIER DU NORD * CONSEIL * ";
    const double x = 240, y = 440, radius = 44;
    std::string content = leaning("Le texte de la page dit de quel c\\364t\\351 est son haut.", 12, 60, 700, 0);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const double at = 200 - 360.0 * static_cast<double>(i) / static_cast<double>(text.size());
        const double a = at * CV_PI / 180;
        content += leaning(text.substr(i, 1), 10, x + radius * std::cos(a), y + radius * std::sin(a), at - 90);
    }
    for (const double r : {40.0, 56.0}) {
        std::ostringstream circle;
        const double k = 0.5523 * r;
        circle << x + r << ' ' << y << " m " << x + r << ' ' << y + k << ' ' << x + k << ' ' << y + r << ' ' << x << ' ' << y + r << " c " << x - k << ' ' << y + r << ' ' << x - r << ' ' << y + k << ' ' << x - r << ' ' << y
               << " c " << x - r << ' ' << y - k << ' ' << x - k << ' ' << y - r << ' ' << x << ' ' << y - r << " c " << x + k << ' ' << y - r << ' ' << x + r << ' ' << y - k << ' ' << x + r << ' ' << y << " c S\n";
        content += circle.str();
    }
    EXPECT_THAT(stamp_says(page_showing(content), {(x - 60) / 595, 1 - (y + 60) / 842, 120.0 / 595, 120.0 / 842}), testing::HasSubstr("ATELIER"));
}

TEST(ReadPage, FindsPrintInsideAFrameBesideABareOne) {
    Picture page = framed(page_of({"Payez contre ce ch\\350que non endossable", "quatre cents euros", "Payable en France"}), {0.05, 0.05, 0.85, 0.25});
    page = framed(page, {0.55, 0.06, 0.3, 0.05});
    const auto read = joined(engine().read_page(page).words);
    EXPECT_THAT(read, testing::HasSubstr("quatrecentseuros"));
    EXPECT_THAT(read, testing::HasSubstr("payableenfrance"));
}

TEST(QuarterTurns, PrintThatLiesOnItsSideIsNotUpright) {
    const Picture upright = page_of({"Payable en France", "Ch\\350que num\\351ro 2302298", "Aix-en-Provence, agence du centre", "quatre cents euros"});
    Picture side{upright.height, upright.width, 1, upright.dpi, std::vector<std::uint8_t>(upright.pixels.size())};
    for (int y = 0; y < side.height; ++y)
        for (int x = 0; x < side.width; ++x)
            side.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(side.width) + static_cast<std::size_t>(x)] =
                upright.pixels[static_cast<std::size_t>(upright.height - 1 - x) * static_cast<std::size_t>(upright.width) + static_cast<std::size_t>(y)];
    EXPECT_EQ(engine().quarter_turns(side), 270);
    EXPECT_EQ(engine().quarter_turns(upright), 0);
}

TEST(Bare, LeavesLettersAndDigitsOnly) {
    EXPECT_EQ(ocr::bare("Référentiel n° 12, Œuvre"), "referentieln12oeuvre");
}

TEST(Language, EnglishIsToldFromFrenchByItsSmallWords) {
    const auto words = [](std::string_view text) {
        std::vector<Word> result;
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find(' ', begin), text.size());
            result.push_back({std::string(text.substr(begin, end - begin)), {}, 1, 0});
            begin = end + 1;
        }
        return result;
    };
    EXPECT_TRUE(ocr::looks_english(words("the licence is granted to the holder of this agreement and shall be used by any user with the software")));
    EXPECT_FALSE(ocr::looks_english(words("la licence est accordée pour les logiciels de la société et du groupe par le contrat")));
}

/// A line of print 20 pixels high between x = 300 and 700, with dots under all of it; `inked`: letters stand in between.
cv::Mat line_with_dots(bool inked) {
    cv::Mat page(200, 1000, CV_8U, cv::Scalar(255));
    for (int x = 50; x < 950; x += 8) page(cv::Rect(x, 118, 2, 2)) = 0;
    for (int x = 300; inked && x < 700; x += 16) page(cv::Rect(x, 100, 8, 16)) = 0;
    return page;
}

TEST(InkBetweenWords, IsLettersAndNotTheDotsThatLeadToAValue) {
    const std::vector<Word> words{{"de", {0.05, 0.49, 0.05, 0.12}, 0.9, 0}, {"Data", {0.75, 0.49, 0.1, 0.12}, 0.9, 0}};
    EXPECT_TRUE(ocr::ink_between_words(line_with_dots(true), words));
    EXPECT_FALSE(ocr::ink_between_words(line_with_dots(false), words));
}

TEST(InkBetweenWords, WordsOfAnotherColumnAreRead) {
    const std::vector<Word> words{{"de", {0.05, 0.49, 0.05, 0.12}, 0.9, 0}, {"l'entreprise", {0.29, 0.49, 0.42, 0.12}, 0.9, 7}, {"Data", {0.75, 0.49, 0.1, 0.12}, 0.9, 0}};
    EXPECT_FALSE(ocr::ink_between_words(line_with_dots(true), words));
}

/// A line of CMC-7 in its measures, as a scanner of 200 dpi sees it: drawn at 800 dpi, turned a little, blurred and shrunk.
/// An empty pattern is the space between two zones.
Picture magnetic_line(const std::vector<std::string_view>& patterns, double degrees, double dpi = 200) {
    constexpr double dots = 800 / 25.4;
    cv::Mat large(cv::Size(4800, 480), CV_8U, cv::Scalar(245));
    for (std::size_t sign = 0; sign < patterns.size(); ++sign) {
        if (patterns[sign].empty()) continue;
        double x = 10 + 3.175 * static_cast<double>(sign);
        const auto bar = [&] { cv::rectangle(large, cv::Rect(static_cast<int>(x * dots), 200, static_cast<int>(0.15 * dots), 98), cv::Scalar(30), cv::FILLED); };
        bar();
        for (const char gap : patterns[sign]) x += gap == '1' ? 0.5 : 0.3, bar();
    }
    cv::Mat turned, small;
    cv::warpAffine(large, turned, cv::getRotationMatrix2D({2400, 240}, degrees, 1), large.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::GaussianBlur(turned, turned, {}, 3);
    cv::resize(turned, small, {}, dpi / 800, dpi / 800, cv::INTER_AREA);
    return {small.cols, small.rows, 1, dpi, std::vector<std::uint8_t>(small.data, small.data + small.total())};
}

TEST(Cmc7, IsDecodedFromAScanOf200Dpi) {
    for (const double degrees : {0.0, 0.7, -1.2}) {
        const Picture line = magnetic_line({"001100", "100010", "011000", "101000", "100100", "000110", "001010", "110000", "010010", "010100", "100001"}, degrees);
        const auto answer = ocr::read_cmc7(line, {0, 0.2, 1, 0.6});
        ASSERT_EQ(answer.words.size(), 1u) << degrees;
        EXPECT_EQ(answer.words[0].text, "0123456789a") << degrees;
        EXPECT_DOUBLE_EQ(answer.confidence, 1);
    }
}

/// In black and white alone narrow gaps flow together and signs fall apart: where the others stand says where each stands.
TEST(Cmc7, IsDecodedFromAFaxOf150Dpi) {
    const std::array<std::string_view, 10> digits{"001100", "100010", "011000", "101000", "100100", "000110", "001010", "110000", "010010", "010100"};
    const std::string_view line = "c4850793c 032639235522a 404520637461e";
    std::vector<std::string_view> patterns;
    for (const char sign : line)
        patterns.push_back(sign == ' ' ? "" : sign == 'c' ? "001001" : sign == 'a' ? "100001" : sign == 'e' ? "000011" : digits[static_cast<std::size_t>(sign - '0')]);
    for (const int threshold : {175, 185, 195}) {
        Picture fax = magnetic_line(patterns, 0.3, 150);
        for (auto& pixel : fax.pixels) pixel = pixel > threshold ? 255 : 0;
        const auto answer = ocr::read_cmc7(fax, {0, 0.2, 1, 0.6});
        ASSERT_EQ(answer.words.size(), 1u) << threshold;
        EXPECT_EQ(answer.words[0].text, "c4850793c032639235522a404520637461e") << threshold;
    }
}

TEST(Cmc7, OrdinaryPrintIsNoMagneticLine) {
    EXPECT_TRUE(ocr::read_cmc7(letter(), {0, 0.08, 1, 0.04}).words.empty());
}

}  // namespace
}  // namespace paraphe
