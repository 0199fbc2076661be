#include "made.hpp"

#include <gmock/gmock.h>
#include <gsf/gsf-outfile-msole.h>
#include <gsf/gsf-output-memory.h>
#include <gsf/gsf-utils.h>

namespace paraphe::intake {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

const std::string head =
    "From: \"Petite Soci\xc3\xa9t\xc3\xa9\" <a@example.fr>\r\nTo: label@example.fr\r\nSubject: Dossier\r\n"
    "Date: Mon, 20 Feb 2017 23:30:00 +0100\r\nMIME-Version: 1.0\r\n";

std::string part(const std::string& headers, const std::string& body) { return "--b\r\n" + headers + "\r\n\r\n" + body + "\r\n"; }

std::string mail(const std::string& parts) {
    return head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts + "--b--\r\n";
}

TEST(Mails, GiveTheirAttachmentsUnderTheirNames) {
    const auto dossier = opened("envoi.eml", mail(part("Content-Type: text/plain", "Bonjour") +
        part("Content-Type: application/pdf; name=\"=?ISO-8859-1?Q?R=E9f=E9rentiel.pdf?=\"\r\nContent-Disposition: attachment", a_pdf) +
        part("Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=UTF-8''ch%C3%A8que.pdf", a_pdf)));
    EXPECT_THAT(paths(dossier), UnorderedElementsAre("envoi.eml!/Référentiel.pdf", "envoi.eml!/chèque.pdf", "envoi.eml!/message.txt"));
    EXPECT_EQ(entry(dossier, "envoi.eml!/Référentiel.pdf").kind, Kind::pages);
    EXPECT_EQ(entry(dossier, "envoi.eml!/message.txt").kind, Kind::ignored);
    EXPECT_EQ(entry(dossier, "envoi.eml!/message.txt").reason, "message_body");
}

TEST(Mails, GiveTheDayTheyWereSentAsTheSenderSawIt) {
    EXPECT_EQ(opened("envoi.eml", mail(part("Content-Type: text/plain", "Bonjour"))).mailed_on, "2017-02-20");
}

TEST(Mails, WithoutADateSayNone) {
    EXPECT_FALSE(opened("envoi.eml", "From: a@b.fr\r\nSubject: x\r\n\r\nBonjour\r\n").mailed_on);
}

TEST(Mails, ForwardedInsideAnotherAreOpenedAndTheOuterDateCounts) {
    std::string inner = mail(part("Content-Type: application/pdf; name=kbis.pdf\r\nContent-Disposition: attachment", a_pdf));
    inner.replace(inner.find("20 Feb"), 6, "10 Jan");
    const auto dossier = opened("envoi.eml", mail(part("Content-Type: message/rfc822", inner)));
    EXPECT_EQ(entry(dossier, "envoi.eml!/Dossier.eml!/kbis.pdf").kind, Kind::pages);
    EXPECT_EQ(dossier.mailed_on, "2017-02-20");
}

TEST(Mails, AttachedArchivesAreOpened) {
    const auto zip = made({{"kbis.pdf", a_pdf}});
    const auto dossier = opened("envoi.eml", mail(part("Content-Type: application/zip; name=d.zip\r\nContent-Transfer-Encoding: binary", zip)));
    EXPECT_EQ(entry(dossier, "envoi.eml!/d.zip!/kbis.pdf").kind, Kind::pages);
}

TEST(Mails, OfAThousandNestedPartsEndWithoutACrash) {
    std::string body = "x";
    for (int i = 0; i < 1000; ++i) {
        const auto b = std::to_string(i) + "b";
        body = "Content-Type: multipart/mixed; boundary=" + b + "\r\n\r\n--" + b + "\r\n" + body + "\r\n--" + b + "--\r\n";
    }
    EXPECT_FALSE(opened("envoi.eml", head + body).entries.empty());
}

TEST(Mails, OfPartsThatAreNoFilesKeepTheLimitToo) {
    Limits limits;
    limits.entries = 20;
    std::string parts;
    for (int i = 0; i < 100; ++i) parts += part("Content-Type: application/pkcs7-signature", "x");
    const auto dossier = opened("envoi.eml", mail(parts), limits);
    EXPECT_LE(dossier.entries.size(), 20u);
    EXPECT_EQ(entry(dossier, "envoi.eml").reason, "too_large");
}

/// A compound file of streams; "a/b" stands in storage a.
std::string compound(const Files& streams) {
    gsf_init();
    GsfOutput* memory = gsf_output_memory_new();
    GsfOutfile* root = gsf_outfile_msole_new(memory);
    std::string open_name;
    GsfOutput* storage = nullptr;
    for (const auto& [path, bytes] : streams) {
        const auto slash = path.find('/');
        const auto folder = slash == std::string::npos ? "" : path.substr(0, slash);
        if (storage && folder != open_name) gsf_output_close(storage), g_object_unref(storage), storage = nullptr;
        if (!folder.empty() && !storage) storage = gsf_outfile_new_child(root, folder.c_str(), TRUE);
        open_name = folder;
        GsfOutfile* parent = storage ? GSF_OUTFILE(storage) : root;
        GsfOutput* stream = gsf_outfile_new_child(parent, path.substr(slash == std::string::npos ? 0 : slash + 1).c_str(), FALSE);
        gsf_output_write(stream, bytes.size(), reinterpret_cast<const guint8*>(bytes.data()));
        gsf_output_close(stream);
        g_object_unref(stream);
    }
    if (storage) gsf_output_close(storage), g_object_unref(storage);
    gsf_output_close(GSF_OUTPUT(root));
    const std::string out{reinterpret_cast<const char*>(gsf_output_memory_get_bytes(GSF_OUTPUT_MEMORY(memory))),
                          static_cast<std::size_t>(gsf_output_size(memory))};
    g_object_unref(root);
    g_object_unref(memory);
    return out;
}

std::string utf16(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) out += c, out += '\0';
    return out;
}

TEST(Mails, OfOutlookGiveTheirAttachmentsAndDay) {
    std::string properties(32, '\0');
    properties += std::string("\x40\0\x39\0\6\0\0\0", 8);
    // 2017-02-20 12:00 UTC in units of 100 ns since 1601
    std::uint64_t time = 131'320'656'000'000'000u;
    for (int i = 0; i < 8; ++i, time >>= 8) properties += static_cast<char>(time & 0xff);
    const auto message = compound({{"__properties_version1.0", properties},
                                   {"__substg1.0_1000001F", utf16("Bonjour")},
                                   {"__attach_version1.0_#00000000/__substg1.0_3707001F", utf16("kbis.pdf")},
                                   {"__attach_version1.0_#00000000/__substg1.0_37010102", a_pdf}});
    const auto dossier = opened("envoi.msg", message);
    EXPECT_EQ(entry(dossier, "envoi.msg!/kbis.pdf").kind, Kind::pages);
    EXPECT_EQ(entry(dossier, "envoi.msg!/message.txt").reason, "message_body");
    EXPECT_EQ(dossier.mailed_on, "2017-02-20");
}

TEST(CompoundFiles, AreToldApartByTheirStreams) {
    EXPECT_EQ(opened("a", compound({{"WordDocument", "x"}})).entries.at(0).kind, Kind::office);
    EXPECT_EQ(opened("a", compound({{"Workbook", "x"}})).entries.at(0).media_type, "application/vnd.ms-excel");
    EXPECT_EQ(opened("a", compound({{"EncryptedPackage", "x"}})).entries.at(0).reason, "encrypted");
    EXPECT_EQ(opened("Thumbs.db", compound({{"Catalog", "x"}})).entries.at(0).reason, "system_file");
}

}  // namespace
}  // namespace paraphe::intake
