#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(OneDocument, TwoOfDifferentCompaniesContradictEachOther) {
    Bench bench{.piece = "kbis"};
    auto second = of(bench.reading, "kbis");
    bench.reading.documents.push_back(second);
    EXPECT_EQ(bench.run("one_document").reason, "ok");
    set(bench.reading.documents.back(), "siren", std::string{"552081317"});
    EXPECT_EQ(bench.run("one_document").reason, "contradictory");
}

}  // namespace
}  // namespace paraphe::rules::testing
