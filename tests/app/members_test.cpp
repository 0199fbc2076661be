// What a dossier may hold, counted over all its files.

#include "app/members.hpp"

#include "folder.hpp"
#include "model/limits.hpp"

#include <gmock/gmock.h>

namespace paraphe::app {
namespace {

using Members = InAFolder;

/// A PDF of empty pages; readers rebuild its table of objects.
std::string pdf_of_pages(int count) {
    std::string kids, pages;
    for (int i = 0; i < count; ++i) {
        const auto number = std::to_string(3 + i);
        kids += number + " 0 R ";
        pages += number + " 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n";
    }
    return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count " + std::to_string(count) + " /Kids [" + kids +
           "] >>\nendobj\n" + pages + "trailer\n<< /Size " + std::to_string(count + 3) + " /Root 1 0 R >>\nstartxref\n0\n%%EOF\n";
}

TEST_F(Members, OfMorePagesThanADossierMayHaveTheLastAreUnreadable) {
    constexpr int each = 400;
    for (const char* name : {"d/1.pdf", "d/2.pdf", "d/3.pdf"}) write(name, pdf_of_pages(each));
    reader::Setup setup;
    setup.program = PARAPHE_BINARY_DIR "/paraphe-reader";
    setup.models = PARAPHE_BINARY_DIR "/models";
    auto server = reader::Server::start(setup);
    ASSERT_TRUE(server) << server.error().detail;
    auto pool = Pool::make(*server, 1);
    const auto source = open_source({(folder / "d").string()});
    ASSERT_TRUE(pool && source);
    const auto dossier = open_members(*source, *pool);
    ASSERT_EQ(dossier.members.size(), 3u);
    EXPECT_EQ(dossier.pages, 2 * each);
    EXPECT_LE(dossier.pages, Limits{}.dossier_pages);
    EXPECT_EQ(dossier.members[1].pages.size(), static_cast<std::size_t>(each));
    EXPECT_EQ(dossier.members[2].reading.status, FileStatus::unreadable);
    EXPECT_EQ(dossier.members[2].reading.reason, "too_large");
    EXPECT_TRUE(dossier.members[2].pages.empty());
}

}  // namespace
}  // namespace paraphe::app
