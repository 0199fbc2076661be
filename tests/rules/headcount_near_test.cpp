#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(HeadcountNear, CountsWhoWasThereOnTheDay) {
    Bench bench{.piece = "staff_register"};
    set(of(bench.reading, "commitment_letter"), "employee_count", 12.0);
    const auto ruling = bench.run("headcount_near");
    EXPECT_EQ(ruling.reason, "far");
    EXPECT_EQ(ruling.values.at("registered").fr, "2") << "one of the three had left";
}

TEST(HeadcountNear, ThreePeopleApartIsNear) {
    Bench bench{.piece = "staff_register"};
    set(of(bench.reading, "commitment_letter"), "employee_count", 5.0);
    EXPECT_EQ(bench.run("headcount_near").reason, "ok");
}

TEST(HeadcountNear, WhoseDayOfEntryWasNotReadIsPerhapsThere) {
    Bench bench{.piece = "staff_register"};
    auto& rows = std::get<std::vector<StaffRow>>(field(bench.document(), "rows")->chosen.value);
    for (int i = 0; i < 4; ++i) rows.push_back({});
    set(of(bench.reading, "commitment_letter"), "employee_count", 7.0);
    EXPECT_EQ(bench.run("headcount_near").reason, "ok") << "two to six are registered";
    set(of(bench.reading, "commitment_letter"), "employee_count", 32.0);
    EXPECT_EQ(bench.run("headcount_near").reason, "far");
}

}  // namespace
}  // namespace paraphe::rules::testing
