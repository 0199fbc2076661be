#include "made.hpp"

#include <gmock/gmock.h>

namespace paraphe::intake {
namespace {

using namespace std::string_literals;

struct Sample {
    const char* called;
    std::string bytes;
    Kind kind;
    const char* media_type;
    const char* reason;
};

class MediaTypes : public testing::TestWithParam<Sample> {};

TEST_P(MediaTypes, ComeFromTheBytesWhateverTheName) {
    const auto& sample = GetParam();
    const auto found = opened(sample.called, sample.bytes);
    ASSERT_EQ(found.entries.size(), 1u);
    EXPECT_EQ(found.entries[0].kind, sample.kind);
    EXPECT_EQ(found.entries[0].media_type, sample.media_type);
    EXPECT_EQ(found.entries[0].reason, sample.reason);
}

const std::string docx = made({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<x/>"}});
const std::string xlsx = made({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<x/>"}});
const std::string odt = made({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}}, {.options = "zip:compression=store"});

INSTANTIATE_TEST_SUITE_P(Samples, MediaTypes, testing::Values(
    Sample{"photo.jpg", a_pdf, Kind::pages, "application/pdf", ""},
    Sample{"junk_before.pdf", "\r\n\r\n" + a_pdf, Kind::pages, "application/pdf", ""},
    Sample{"kbis.pdf", "\xff\xd8\xff\xe0\0\x10JFIF"s, Kind::pages, "image/jpeg", ""},
    Sample{"a", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s, Kind::pages, "image/png", ""},
    Sample{"a", "II*\0\x08\0\0\0"s, Kind::pages, "image/tiff", ""},
    Sample{"a", "RIFF\x24\0\0\0WEBPVP8 "s, Kind::pages, "image/webp", ""},
    Sample{"a", "\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14"s, Kind::pages, "image/jp2", ""},
    Sample{"a", "\0\0\0\x18""ftypheic\0\0\0\0mif1heic"s, Kind::pages, "image/heic", ""},
    Sample{"a", "GIF89a\1\0\1\0\0\0\0"s, Kind::pages, "image/gif", ""},
    Sample{"lettre.pdf", docx, Kind::office, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ""},
    Sample{"rup.zip", xlsx, Kind::office, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ""},
    Sample{"a", odt, Kind::office, "application/vnd.oasis.opendocument.text", ""},
    Sample{"a.doc", "{\\rtf1\\ansi Bonjour}", Kind::office, "application/rtf", ""},
    Sample{"notes.txt", "Bonjour, voici le dossier.\n", Kind::ignored, "text/plain", "text_only"},
    Sample{"kbis.pdf", "<!DOCTYPE html><html>Erreur 404</html>", Kind::unreadable, "text/html", "not_what_it_says"},
    Sample{"vide.pdf", "", Kind::unreadable, "application/x-empty", "empty"},
    Sample{"film.mp4", "\0\0\0\x18""ftypisom\0\0\0\0isomiso2"s, Kind::unreadable, "video/mp4", "unsupported"}));

TEST(MediaTypes, OfATextWithAColonIsNoMail) {
    EXPECT_EQ(opened("note.txt", "Objet: dossier\nPour: le label\n\nBonjour\n").entries.at(0).reason, "text_only");
}

}  // namespace
}  // namespace paraphe::intake
