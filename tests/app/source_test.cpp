#include "app/source.hpp"

#include "folder.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

namespace paraphe::app {
namespace {

using testing::ElementsAre;
using testing::SizeIs;
using Sources = InAFolder;

std::vector<std::string> names(const Source& source) {
    std::vector<std::string> found;
    for (const auto& file : source.files) found.push_back(file.name);
    return found;
}

TEST_F(Sources, AFolderGivesItsFilesByPath) {
    write("dossier/b.pdf", "x");
    write("dossier/a/c.pdf", "x");
    const auto source = open_source({(folder / "dossier").string()});
    ASSERT_TRUE(source);
    EXPECT_EQ(source->name, "dossier");
    EXPECT_THAT(names(*source), ElementsAre("a/c.pdf", "b.pdf"));
}

TEST_F(Sources, LinksAndPipesAreNamedButNeverFollowed) {
    write("dossier/a.pdf", "x");
    std::filesystem::create_symlink("/etc/passwd", folder / "dossier" / "b.pdf");
    ASSERT_EQ(::mkfifo((folder / "dossier" / "c.pdf").c_str(), 0600), 0);
    const auto source = open_source({(folder / "dossier").string()});
    ASSERT_TRUE(source);
    EXPECT_THAT(names(*source), ElementsAre("a.pdf"));
    EXPECT_THAT(source->unopened, ElementsAre("b.pdf", "c.pdf"));
}

TEST_F(Sources, ADepositDateIsReadOnlyWhenItIsADate) {
    write("dossier/deposited_on", "2017-02-20\n");
    EXPECT_EQ(open_source({(folder / "dossier").string()})->deposited_on, "2017-02-20");
    write("dossier/deposited_on", "2017-02-99\n");
    EXPECT_FALSE(open_source({(folder / "dossier").string()})->deposited_on);
}

TEST_F(Sources, TheDigestFollowsContentAndNames) {
    write("a.zip", "x");
    write("b.zip", "x");
    write("one/a.pdf", "x");
    write("two/b.pdf", "x");
    const auto hash = [&](const char* name) { return *digest(*open_source({(folder / name).string()})); };
    EXPECT_EQ(hash("a.zip"), hash("b.zip"));
    EXPECT_NE(hash("one"), hash("two"));
    EXPECT_THAT(hash("a.zip"), SizeIs(64));
}

TEST_F(Sources, AMissingPathIsNotFound) {
    const auto source = open_source({(folder / "nothing.zip").string()});
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().kind, ErrorKind::not_found);
}

TEST_F(Sources, AnEmptyFolderIsADossierWithoutFiles) {
    std::filesystem::create_directory(folder / "empty");
    const auto source = open_source({(folder / "empty").string()});
    ASSERT_TRUE(source);
    EXPECT_TRUE(source->files.empty());
}

TEST_F(Sources, TogetherTheirNamesDoNotCollide) {
    write("a/kbis.pdf", "x");
    write("b/kbis.pdf", "y");
    const auto source = open_source({(folder / "a").string(), (folder / "b").string()});
    ASSERT_TRUE(source);
    EXPECT_THAT(names(*source), ElementsAre("a/kbis.pdf", "b/kbis.pdf"));
}

}  // namespace
}  // namespace paraphe::app
