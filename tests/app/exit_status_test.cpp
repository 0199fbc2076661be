#include "app/exit_status.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paraphe::app {
namespace {

TEST(ExitStatus, OfSeveralDossiersTheWorstWins) {
    EXPECT_EQ(worst(status::eligible, status::review), status::review);
    EXPECT_EQ(worst(status::review, status::not_eligible), status::not_eligible);
    EXPECT_EQ(worst(status::not_eligible, status::io), status::io);
}

TEST(ExitStatus, FollowsSysexits) {
    EXPECT_EQ(status_of(Error{ErrorKind::not_found, "", 0, ""}), 66);
    EXPECT_EQ(status_of(Error{ErrorKind::io, "", 0, ""}), 74);
    EXPECT_EQ(status_of(Error{ErrorKind::internal, "", 0, ""}), 70);
}

TEST(ExplainError, NamesThePathAndWhatToDo) {
    const auto line = explain(Error{ErrorKind::not_found, "dossier.zip", 0, "No such file or directory"}, report::Language::fr);
    EXPECT_THAT(line, testing::StartsWith("dossier.zip : "));
    EXPECT_THAT(line, testing::HasSubstr("Vérifiez"));
    EXPECT_THAT(line, testing::Not(testing::HasSubstr("\n")));
}

TEST(ExplainError, IsOneLineThatNoTerminalObeysWhateverThePath) {
    const auto line = explain(Error{ErrorKind::not_found, "a\x1b[2J\nb.zip", 0, ""}, report::Language::fr);
    EXPECT_THAT(line, testing::StartsWith("a␛[2J␊b.zip : "));
}

}  // namespace
}  // namespace paraphe::app
