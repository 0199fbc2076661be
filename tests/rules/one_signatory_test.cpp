#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(OneSignatory, TwoManagersAreFineThreePeopleAreToReview) {
    Bench bench{.piece = "kbis", .parameters = {{"pieces", std::vector<std::string>{"commitment_letter", "referential", "brand_rules"}}}};
    set(of(bench.reading, "referential"), "signatory", std::string{"Jeanne Moreau"});
    EXPECT_EQ(bench.run("one_signatory").reason, "ok");
    set(of(bench.reading, "brand_rules"), "signatory", std::string{"Paul Dubois"});
    EXPECT_EQ(bench.run("one_signatory").reason, "several");
}

}  // namespace
}  // namespace paraphe::rules::testing
