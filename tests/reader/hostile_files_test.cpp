// Files made to hang, burst or crash what reads them. Whatever one does to its reader: it is told within its time, and the next file
// of the dossier is read.

#include "reader/channel.hpp"
#include "reader/client.hpp"
#include "small_pdf.hpp"

#include <chrono>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <optional>

namespace paraphe::reader {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double page_seconds = 4;
/// Opening has its own limit; both are kept by the clock of a machine that is busy with other tests.
constexpr double patience = 60;

Setup strict() {
    Setup out;
    out.program = PARAPHE_BINARY_DIR "/paraphe-reader";
    out.models = PARAPHE_MODELS;
    out.limits.page_seconds = page_seconds;
    out.limits.intake_seconds = 10;
    return out;
}

std::string stream(const std::string& dictionary, const std::string& bytes) {
    return "<< " + dictionary + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream";
}

/// A PDF of these objects, numbered from 1, of which the first is the catalogue. No table of them: readers rebuild it.
std::string pdf_of(const std::vector<std::string>& objects) {
    std::string pdf = "%PDF-1.7\n";
    for (std::size_t i = 0; i < objects.size(); ++i) pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    return pdf + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n0\n%%EOF\n";
}

/// One page with this program and these resources; the objects that they name follow from 5 on.
std::string page_of(const std::string& program, const std::string& resources, const std::vector<std::string>& more = {},
                    const std::string& media_box = "0 0 595 842") {
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                     "<< /Type /Page /Parent 2 0 R /MediaBox [" + media_box + "] /Contents 4 0 R /Resources << " + resources + " >> >>",
                                     stream("", program)};
    objects.insert(objects.end(), more.begin(), more.end());
    return pdf_of(objects);
}

std::string form(const std::string& program, const std::string& resources) {
    return stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << " + resources + " >>", program);
}

std::string form_that_draws_itself() { return page_of("/A Do", "/XObject << /A 5 0 R >>", {form("/A Do", "/XObject << /A 5 0 R >>")}); }

/// Each form draws the next one twice: 2^40 strokes in five kilobytes.
std::string forms_that_double() {
    std::vector<std::string> forms;
    for (int i = 0; i < 40; ++i) {
        std::string next = "/XObject << /A ";
        next += std::to_string(6 + i) + " 0 R >>";
        forms.push_back(form("/A Do /A Do", next));
    }
    forms.push_back(form("0 0 m 9 9 l S", ""));
    return page_of("/A Do", "/XObject << /A 5 0 R >>", forms);
}

std::string tree_that_holds_itself() {
    return pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>"});
}

std::string tree_without_end() {
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>"};
    for (int i = 2; i < 50'000; ++i) objects.push_back("<< /Type /Pages /Count 1 /Kids [" + std::to_string(i + 1) + " 0 R] /Parent " + std::to_string(i - 1) + " 0 R >>");
    objects.push_back("<< /Type /Page /MediaBox [0 0 9 9] >>");
    return pdf_of(objects);
}

std::string count_that_lies() {
    return pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"});
}

std::string many_pages() {
    constexpr int count = 20'000;
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", {}};
    std::string kids;
    for (int i = 0; i < count; ++i) {
        kids += std::to_string(3 + i) + " 0 R ";
        objects.emplace_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
    }
    objects[1] = "<< /Type /Pages /Count " + std::to_string(count) + " /Kids [" + kids + "] >>";
    return pdf_of(objects);
}

std::string page_of_size(const std::string& media_box) { return page_of("0 0 m 9 9 l S", "", {}, media_box); }

std::string page_with_font(const std::string& subtype, const std::string& key, const std::string& font_file) {
    return page_of("BT /F 20 Tf 70 700 Td (Kbis) Tj ET", "/Font << /F 5 0 R >>",
                   {"<< /Type /Font /Subtype /" + subtype + " /BaseFont /ABCDEF+X /FirstChar 0 /LastChar 255 /FontDescriptor 6 0 R >>",
                    "<< /Type /FontDescriptor /FontName /ABCDEF+X /Flags 4 /" + key + " 7 0 R >>", font_file});
}

/// The head of a TrueType font whose tables lie outside the file and inside one another.
std::string torn_font() {
    std::string font("\0\1\0\0\0\xFF\0\x80\0\3\0\x20", 12);
    for (const char* table : {"glyf", "loca", "head", "maxp", "cmap", "hmtx", "fpgm", "prep"}) font += std::string(table) + "\xFF\xFF\xFF\xFF\x7F\xFF\xFF\xF0\x7F\xFF\xFF\xFF";
    return stream("", font + std::string(2000, '\xFE'));
}

std::string letter_that_writes_itself() {
    return page_of("BT /F 20 Tf 70 700 Td (aaaa) Tj ET", "/Font << /F 5 0 R >>",
                   {"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9]"
                    " /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F 5 0 R >> >> >>",
                    stream("", "9 0 d0 BT /F 1 Tf (aaaa) Tj ET")});
}

std::string pattern_that_paints_itself() {
    return page_of("/Pattern cs /P scn 0 0 595 842 re f", "/Pattern << /P 5 0 R >>",
                   {stream("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001 /Resources << /Pattern << /P 5 0 R >> >>",
                           "/Pattern cs /P scn 0 0 1 1 re f")});
}

std::string picture_of_all_memory() {
    return page_of("595 0 0 842 0 0 cm /I Do", "/XObject << /I 5 0 R >>",
                   {stream("/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 /ColorSpace /DeviceRGB /BitsPerComponent 16", "x")});
}

std::string stream_as_long_as_itself() {
    return pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
                   "<< /Length 4 0 R >>\nstream\nq Q\nendstream"});
}

std::string brackets() { return page_of(std::string(2'000'000, '[') + " 0 d", ""); }
std::string saved_states() {
    std::string program;
    for (int i = 0; i < 1'000'000; ++i) program += "q ";
    return page_of(program, "");
}

std::string png_of(std::uint32_t side) {
    std::string size;
    for (int shift = 24; shift >= 0; shift -= 8) size += static_cast<char>(side >> shift & 0xFF);
    return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + size + size + std::string("\x10\6\0\0\0\0\0\0\0\0\0\0\0IDAT", 17) + std::string(400, 'x');
}

/// A TIFF whose first directory is followed by itself.
std::string tiff_without_end() { return std::string("II*\0\x08\0\0\0\1\0\0\1\3\0\1\0\0\0\1\0\0\0\x08\0\0\0", 26); }

struct Hostile {
    const char* name;
    std::function<std::string()> bytes;
};

const Hostile hostile[] = {
    {"FormThatDrawsItself", form_that_draws_itself},
    {"FormsThatDouble", forms_that_double},
    {"TreeThatHoldsItself", tree_that_holds_itself},
    {"TreeWithoutEnd", tree_without_end},
    {"CountThatLies", count_that_lies},
    {"ManyPages", many_pages},
    {"PageOfAMile", [] { return page_of_size("0 0 4000000 4000000"); }},
    {"PageThatIsALine", [] { return page_of_size("0 0 60000 100"); }},
    {"PageOfNoSize", [] { return page_of_size("0 0 0 0"); }},
    {"PageInsideOut", [] { return page_of_size("9e99 -9e99 -9e99 9e99"); }},
    {"TornTrueType", [] { return page_with_font("TrueType", "FontFile2", torn_font()); }},
    {"TornType1", [] { return page_with_font("Type1", "FontFile", stream("/Length1 9 /Length2 2000000000", "%!PS-AdobeFont-1.0 eexec " + std::string(5000, '\xAA'))); }},
    {"TornCff", [] { return page_with_font("Type1", "FontFile3", stream("/Subtype /Type1C", std::string("\1\0\4\4\xFF\xFF\4", 7) + std::string(3000, '\xFF'))); }},
    {"LetterThatWritesItself", letter_that_writes_itself},
    {"PatternThatPaintsItself", pattern_that_paints_itself},
    {"PictureOfAllMemory", picture_of_all_memory},
    {"StreamAsLongAsItself", stream_as_long_as_itself},
    {"TwoMillionBrackets", brackets},
    {"AMillionSavedStates", saved_states},
    {"PngOfAllMemory", [] { return png_of(2'000'000'000); }},
    {"TiffWithoutEnd", tiff_without_end},
};

Descriptor file_of(const std::string& bytes) { return std::move(*sealed({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()})); }

/// All that a dossier's reading does with a file: its members, their pages, the first of them read. What went wrong, if anything.
std::optional<ErrorKind> read_it(Reader& reader, const std::string& bytes) {
    const auto file = file_of(bytes);
    const auto opened = reader.open("hostile", file.get());
    if (!opened) return opened.error().kind;
    EXPECT_FALSE(opened->members.empty());
    for (const auto& member : opened->members) {
        if (!member.has_pages) continue;
        const auto pages = reader.open_file(member);
        if (!pages) return pages.error().kind;
        EXPECT_LE(pages->page_count, Limits{}.pages);
        if (const auto page = reader.read_page(member, 1); !page) return page.error().kind;
    }
    return {};
}

void expect_readable(Reader& reader) {
    const auto file = file_of(small_pdf("KBIS"));
    const auto opened = reader.open("kbis.pdf", file.get());
    ASSERT_TRUE(opened) << opened.error().detail;
    const auto page = reader.read_page(opened->members.at(0), 1);
    EXPECT_TRUE(page) << page.error().detail;
}

class HostileFile : public testing::TestWithParam<Hostile> {
protected:
    static void SetUpTestSuite() {
        auto started = Server::start(strict());
        ASSERT_TRUE(started) << started.error().detail;
        server = std::make_unique<Server>(std::move(*started));
    }
    static void TearDownTestSuite() { server.reset(); }
    static inline std::unique_ptr<Server> server;
};

TEST_P(HostileFile, CostsItselfOnly) {
    auto reader = server->reader();
    ASSERT_TRUE(reader) << reader.error().detail;
    const auto start = Clock::now();
    static_cast<void>(read_it(*reader, GetParam().bytes()));
    EXPECT_LT(std::chrono::duration<double>(Clock::now() - start).count(), patience);
    expect_readable(*reader);
}

INSTANTIATE_TEST_SUITE_P(Each, HostileFile, testing::ValuesIn(hostile), [](const auto& file) { return std::string(file.param.name); });

std::optional<ErrorKind> what_becomes_of(const std::string& bytes, const Setup& setup = strict()) {
    auto server = Server::start(setup);
    auto reader = server ? server->reader() : Result<Reader>(tl::unexpected(server.error()));
    EXPECT_TRUE(reader);
    return read_it(*reader, bytes);
}

TEST(HostilePage, StandsInAFrameThatIsRead) { EXPECT_EQ(what_becomes_of(page_of("0 0 m 99 99 l S", "")), std::nullopt); }

TEST(HostilePage, OfATreeWithMorePagesThanTheLimitIsTooLarge) { EXPECT_EQ(what_becomes_of(many_pages()), ErrorKind::too_large); }

TEST(HostilePage, OfAbsurdSizeIsTooLarge) {
    EXPECT_EQ(what_becomes_of(page_of_size("0 0 4000000 4000000")), ErrorKind::too_large);
    EXPECT_EQ(what_becomes_of(page_of_size("0 0 60000 100")), ErrorKind::too_large);
    EXPECT_EQ(what_becomes_of(png_of(2'000'000'000)), ErrorKind::too_large);
}

TEST(HostilePage, ThatNeverEndsIsStoppedAfterItsTime) {
    EXPECT_EQ(what_becomes_of(forms_that_double()), ErrorKind::out_of_time);
    EXPECT_EQ(what_becomes_of(pattern_that_paints_itself()), ErrorKind::out_of_time);
}

#ifndef PARAPHE_SANITIZED
TEST(HostilePage, ThatWantsMoreMemoryThanAReaderHasIsToldSo) {
    auto narrow = strict();
    narrow.limits.reader_memory = 700u << 20;
    narrow.limits.page_seconds = 60;
    // 10,800 pixels each way at 200 dpi: within the limit of pixels
    EXPECT_THAT(what_becomes_of(page_of_size("0 0 3900 3900"), narrow), testing::AnyOf(ErrorKind::out_of_memory, ErrorKind::crashed));
}
#endif

}  // namespace
}  // namespace paraphe::reader
