#include "app/inbox.hpp"

#include "folder.hpp"

#include <gmock/gmock.h>

namespace paraphe::app {
namespace {

using testing::ElementsAre;

using Inbox = InAFolder;

std::vector<std::string> names(const Result<std::vector<InboxItem>>& items) {
    std::vector<std::string> found;
    for (const auto& item : *items) found.push_back(item.name);
    return found;
}

TEST_F(Inbox, HoldsFilesAndFoldersButNoCopiesInProgressAndNoLinks) {
    write("b.zip", "x");
    write("a/kbis.pdf", "x");
    write("c.zip.part", "x");
    write(".hidden", "x");
    write("~$lock.docx", "x");
    std::filesystem::create_symlink("/etc/passwd", folder / "link.zip");
    EXPECT_THAT(names(list_inbox(folder, {})), ElementsAre("a", "b.zip"));
}

TEST_F(Inbox, ASignatureChangesWhileAnyFileOfTheDossierGrows) {
    write("a/kbis.pdf", "x");
    const auto before = list_inbox(folder, {})->front().signature;
    EXPECT_EQ(list_inbox(folder, {})->front().signature, before);
    write("a/kbis.pdf", "xy");
    EXPECT_NE(list_inbox(folder, {})->front().signature, before);
}

TEST_F(Inbox, EveryDossierBelongsToExactlyOneShard) {
    for (int i = 0; i < 200; ++i) {
        int owners = 0;
        for (int shard = 1; shard <= 7; ++shard) owners += belongs_to("dossier " + std::to_string(i), {shard, 7});
        EXPECT_EQ(owners, 1);
    }
}

TEST_F(Inbox, ShardsAreTheSameOnEveryMachine) {
    EXPECT_TRUE(belongs_to("a", {2, 3}) || belongs_to("a", {1, 3}) || belongs_to("a", {3, 3}));
    EXPECT_TRUE(belongs_to("", {static_cast<int>(14695981039346656037ull % 5) + 1, 5}));  // FNV-1a's offset basis
}

TEST_F(Inbox, AMissingInboxIsAnError) { EXPECT_FALSE(list_inbox(folder / "nowhere", {})); }

}  // namespace
}  // namespace paraphe::app
