#include "made.hpp"

#include <gmock/gmock.h>

namespace paraphe::intake {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

class EveryArchive : public testing::TestWithParam<Made> {};

TEST_P(EveryArchive, GivesItsMembersWithTheirBytes) {
    const auto dossier = opened("dossier", made({{"kbis.pdf", a_pdf}, {"Pièces/chèque.pdf", a_pdf + "x"}}, GetParam()));
    EXPECT_THAT(paths(dossier), ElementsAre("dossier!/kbis.pdf", "dossier!/Pièces/chèque.pdf"));
    const auto kbis = entry(dossier, "dossier!/kbis.pdf");
    EXPECT_EQ(kbis.kind, Kind::pages);
    EXPECT_EQ(kbis.media_type, "application/pdf");
    EXPECT_EQ(std::string(kbis.bytes.begin(), kbis.bytes.end()), a_pdf);
    EXPECT_EQ(kbis.sha256.size(), 64u);
}

INSTANTIATE_TEST_SUITE_P(Formats, EveryArchive,
                         testing::Values(Made{.format = "zip"}, Made{.format = "7zip"}, Made{.format = "ustar"},
                                         Made{.format = "pax", .filter = "gzip"}, Made{.format = "pax", .filter = "bzip2"},
                                         Made{.format = "pax", .filter = "xz"}, Made{.format = "pax", .filter = "zstd"}),
                         [](const auto& test) { return test.param.format + test.param.filter; });

TEST(Archives, AnArchiveInAnArchiveIsOpenedAndItsPathSaysSo) {
    const auto inner = made({{"kbis.pdf", a_pdf}}, {.format = "7zip"});
    const auto dossier = opened("d.zip", made({{"Pièces.7z", inner}, {"cheque.pdf", a_pdf}}));
    EXPECT_THAT(paths(dossier), ElementsAre("d.zip!/Pièces.7z!/kbis.pdf", "d.zip!/cheque.pdf"));
}

TEST(Archives, AreOpenedOnlyAsDeepAsTheLimit) {
    std::string nest = made({{"kbis.pdf", a_pdf}});
    for (int i = 0; i < 8; ++i) nest = made({{"n.zip", nest}});
    const auto dossier = opened("d.zip", nest, {.nesting = 3});
    ASSERT_EQ(dossier.entries.size(), 1u);
    EXPECT_EQ(dossier.entries[0].path, "d.zip!/n.zip!/n.zip!/n.zip");
    EXPECT_EQ(dossier.entries[0].kind, Kind::unreadable);
    EXPECT_EQ(dossier.entries[0].reason, "too_large");
}

TEST(Archives, ALoneCompressedFileIsItsOwnMember) {
    const auto dossier = opened("kbis.pdf.gz", made({{"x", a_pdf}}, {.format = "raw", .filter = "gzip"}));
    EXPECT_THAT(paths(dossier), ElementsAre("kbis.pdf.gz!/kbis.pdf"));
}

TEST(Archives, ALockedMemberIsNamedAndTheOthersAreRead) {
    auto locked = made({{"kbis.pdf", a_pdf}}, {.options = "zip:encryption=traditional", .passphrase = "secret"});
    const auto dossier = opened("d.zip", made({{"locked.zip", locked}, {"cheque.pdf", a_pdf}}));
    const auto kbis = entry(dossier, "d.zip!/locked.zip!/kbis.pdf");
    EXPECT_EQ(kbis.kind, Kind::unreadable);
    EXPECT_EQ(kbis.reason, "encrypted");
    EXPECT_TRUE(kbis.bytes.empty());
    EXPECT_EQ(entry(dossier, "d.zip!/cheque.pdf").kind, Kind::pages);
}

TEST(Archives, ABombIsNotUnpackedAndItsNeighboursAre) {
    const Limits limits{.ratio = 50, .ratio_from = 1 << 20};
    const auto dossier = opened("d.zip", made({{"kbis.pdf", a_pdf}, {"bomb.pdf", std::string(20 << 20, '\0')}, {"n.pdf", a_pdf}}), limits);
    EXPECT_EQ(entry(dossier, "d.zip!/kbis.pdf").kind, Kind::pages);
    const auto bomb = entry(dossier, "d.zip!/bomb.pdf");
    EXPECT_EQ(bomb.reason, "too_large");
    EXPECT_TRUE(bomb.bytes.empty());
    EXPECT_EQ(entry(dossier, "d.zip!/n.pdf").reason, "too_large");  // told, not forgotten
}

TEST(Archives, ABombInATarEndsItAndTheArchiveIsNamed) {
    const auto bytes = made({{"kbis.pdf", a_pdf}, {"bomb.pdf", std::string(20 << 20, '\0')}, {"n.pdf", a_pdf}}, {.format = "pax", .filter = "gzip"});
    const auto dossier = opened("d.tar.gz", bytes, {.file_bytes = 1 << 20});
    EXPECT_EQ(entry(dossier, "d.tar.gz!/kbis.pdf").kind, Kind::pages);
    EXPECT_EQ(entry(dossier, "d.tar.gz!/bomb.pdf").reason, "too_large");
    EXPECT_EQ(entry(dossier, "d.tar.gz").reason, "too_large");
}

TEST(Archives, ABombOfManyLayersStopsAtTheSumOfAllBytes) {
    const auto layer = made({{"a", std::string(4 << 20, 'a')}, {"b", std::string(4 << 20, 'b')}});
    Files files;
    for (int i = 0; i < 10; ++i) files.emplace_back(std::to_string(i) + ".zip", layer);
    Tally tally;
    const auto all = made(files);
    const Limits limits{.total_bytes = 16 << 20};
    const auto dossier = open("d.zip", {reinterpret_cast<const unsigned char*>(all.data()), all.size()}, limits, tally);
    EXPECT_LT(tally.bytes, (16u << 20) + 20 * (1u << 20));
    for (int i = 0; i < 10; ++i) {
        std::string name = "d.zip!/";
        name += std::to_string(i) + ".zip";
        EXPECT_TRUE(std::ranges::any_of(dossier.entries, [&](const Entry& e) { return e.path.starts_with(name); })) << name;
    }
}

TEST(Archives, MoreMembersThanTheLimitStopAndTheArchiveIsNamed) {
    Files files;
    for (int i = 0; i < 40; ++i) files.emplace_back(std::to_string(i) + ".pdf", a_pdf);
    const auto dossier = opened("d.zip", made(files), {.entries = 20});
    EXPECT_LE(dossier.entries.size(), 21u);
    EXPECT_EQ(entry(dossier, "d.zip").reason, "too_large");
}

TEST(Archives, MembersThatShareTheirBytesCountEachTime) {
    constexpr int members = 400;
    const auto bytes = overlapping_zip(std::string(1 << 20, '\0'), members);
    ASSERT_LT(bytes.size(), 100u << 10);
    Tally tally;
    const Limits limits{.total_bytes = 16 << 20};
    const auto dossier = open("d.zip", {reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}, limits, tally);
    EXPECT_GT(tally.bytes, limits.total_bytes);  // all members together hold 400 MB
    EXPECT_LT(tally.bytes, limits.total_bytes + (2u << 20));
    EXPECT_EQ(entry(dossier, "d.zip").reason, "too_large");
}

TEST(Archives, OfAHundredThousandMembersStopAtTheLimit) {
    Files files;
    for (int i = 0; i < 100'000; ++i) files.emplace_back(std::to_string(i), "x");
    const auto dossier = opened("d.zip", made(files, {.options = "zip:compression=store"}));
    EXPECT_LE(dossier.entries.size(), static_cast<std::size_t>(Limits{}.entries) + 1);
    EXPECT_EQ(entry(dossier, "d.zip").reason, "too_large");
    EXPECT_THAT(entry(dossier, "d.zip").detail, testing::HasSubstr("2000 members"));
}

TEST(Archives, DevicesAndPipesAreIgnoredAndTold) {
    const auto dossier = opened("d.tar", made({{"pipe.pdf |", ""}, {"device.pdf %", ""}, {"kbis.pdf", a_pdf}}, {.format = "ustar"}));
    for (const char* name : {"d.tar!/pipe.pdf", "d.tar!/device.pdf"}) {
        EXPECT_EQ(entry(dossier, name).kind, Kind::ignored) << name;
        EXPECT_EQ(entry(dossier, name).reason, "special_file") << name;
    }
    EXPECT_EQ(entry(dossier, "d.tar!/kbis.pdf").kind, Kind::pages);
}

TEST(Archives, AZipCutShortKeepsWhatIsWholeAndIsNamedDamaged) {
    const auto whole = made({{"kbis.pdf", a_pdf}, {"cheque.pdf", std::string(5000, 'x') + a_pdf}}, {.options = "zip:compression=store"});
    const auto dossier = opened("d.zip", whole.substr(0, whole.size() - 3000));
    EXPECT_EQ(entry(dossier, "d.zip!/kbis.pdf").kind, Kind::pages);
    EXPECT_EQ(entry(dossier, "d.zip").kind, Kind::unreadable);
    EXPECT_EQ(entry(dossier, "d.zip").reason, "damaged");
    EXPECT_NE(entry(dossier, "d.zip!/cheque.pdf").kind, Kind::pages);
}

TEST(Archives, ATruncatedSevenZipIsOneDamagedFile) {
    const auto whole = made({{"kbis.pdf", a_pdf}}, {.format = "7zip"});
    const auto dossier = opened("d.7z", whole.substr(0, whole.size() / 2));
    ASSERT_THAT(paths(dossier), ElementsAre("d.7z"));
    EXPECT_EQ(dossier.entries[0].kind, Kind::unreadable);
    EXPECT_EQ(dossier.entries[0].reason, "damaged");
}

TEST(Archives, NoCutOfAnArchiveCrashesOrLosesIt) {
    for (const Made& how : {Made{}, Made{.format = "7zip"}, Made{.format = "pax", .filter = "gzip"}}) {
        const auto whole = made({{"kbis.pdf", a_pdf}, {"n.zip", made({{"a.pdf", a_pdf}})}}, how);
        for (std::size_t n = 0; n < whole.size(); n += 7) EXPECT_FALSE(opened("d", whole.substr(0, n)).entries.empty()) << how.format << " " << n;
    }
}

TEST(Archives, AnEmptyArchiveIsUnreadable) {
    const auto dossier = opened("d.zip", made({}));
    ASSERT_THAT(paths(dossier), ElementsAre("d.zip"));
    EXPECT_EQ(dossier.entries[0].reason, "empty");
}

TEST(Archives, LinksAreIgnoredAndTold) {
    const auto dossier = opened("d.tar", made({{"kbis.pdf -> /etc/passwd", ""}}, {.format = "ustar"}));
    const auto link = entry(dossier, "d.tar!/kbis.pdf");
    EXPECT_EQ(link.kind, Kind::ignored);
    EXPECT_EQ(link.reason, "link");
}

TEST(Archives, NamesThatClimbOutAreOnlyLabels) {
    const auto dossier = opened("d.tar", made({{"../../etc/kbis.pdf", a_pdf}, {"/abs/a.pdf", a_pdf}}, {.format = "ustar"}));
    EXPECT_THAT(paths(dossier), ElementsAre("d.tar!/etc/kbis.pdf", "d.tar!/abs/a.pdf"));
}

TEST(Archives, TwoMembersOfOneNameAreBothKept) {
    const auto dossier = opened("d.zip", made({{"kbis.pdf", a_pdf}, {"kbis.pdf", a_pdf + "2"}, {"./kbis.pdf", a_pdf}}));
    EXPECT_THAT(paths(dossier), ElementsAre("d.zip!/kbis.pdf", "d.zip!/kbis (2).pdf", "d.zip!/kbis (3).pdf"));
}

TEST(Archives, WhatSystemsLeaveBehindIsIgnoredByNameAndContent) {
    const auto dossier = opened("d.zip", made({{"__MACOSX/._kbis.pdf", std::string("\0\5\x16\7\0\2\0\0", 8)},
                                               {".DS_Store", std::string("\0\0\0\1Bud1\0", 9)},
                                               {"desktop.ini", "[.ShellClassInfo]\r\n"},
                                               {"__MACOSX/kbis.pdf", a_pdf}}));
    for (const auto* name : {"d.zip!/__MACOSX/._kbis.pdf", "d.zip!/.DS_Store", "d.zip!/desktop.ini"}) {
        EXPECT_EQ(entry(dossier, name).kind, Kind::ignored) << name;
        EXPECT_EQ(entry(dossier, name).reason, "system_file") << name;
    }
    EXPECT_EQ(entry(dossier, "d.zip!/__MACOSX/kbis.pdf").kind, Kind::pages);  // a real piece does not hide behind such a name
}

TEST(Archives, TheDepositNoteKeepsItsBytesOnlyAtTheTop) {
    const auto dossier = opened("d.zip", made({{"deposited_on", "2017-02-20\n"}, {"x/deposited_on", "2017-02-20\n"}}));
    const auto note = entry(dossier, "d.zip!/deposited_on");
    EXPECT_EQ(note.kind, Kind::ignored);
    EXPECT_EQ(note.reason, "deposited_on");
    EXPECT_EQ(std::string(note.bytes.begin(), note.bytes.end()), "2017-02-20\n");
    EXPECT_EQ(entry(dossier, "d.zip!/x/deposited_on").reason, "text_only");
}

TEST(Archives, LimitsHoldAcrossTheFilesOfADossier) {
    Tally tally;
    const Limits limits{.entries = 3};
    const auto bytes = made({{"a.pdf", a_pdf}});
    const std::span<const unsigned char> span{reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()};
    EXPECT_EQ(open("1.zip", span, limits, tally).entries.at(0).kind, Kind::pages);
    EXPECT_EQ(open("2.zip", span, limits, tally).entries.at(0).reason, "too_large");
}

}  // namespace
}  // namespace paraphe::intake
