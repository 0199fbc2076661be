#include "app/as_of.hpp"

#include <gtest/gtest.h>

namespace paraphe::app {
namespace {

using namespace std::chrono;

constexpr Date option_day = 2017y / 1 / 1, seen_day = 2017y / 4 / 4, run_day = 2026y / 1 / 1;

Reading deposited_and_mailed() {
    Reading reading;
    reading.deposited_on = "2017-02-02";
    reading.mailed_on = "2017-03-03";
    return reading;
}

TEST(AsOf, TheOptionWinsOverEverything) {
    const auto as_of = choose_as_of(option_day, deposited_and_mailed(), seen_day, run_day);
    EXPECT_EQ(to_iso(as_of.day), "2017-01-01");
    EXPECT_EQ(as_of.source, "option");
}

TEST(AsOf, ThenTheFileOfTheDossierThenTheMailThenTheJournalThenToday) {
    auto reading = deposited_and_mailed();
    EXPECT_EQ(choose_as_of({}, reading, seen_day, run_day).source, "deposited_on");
    reading.deposited_on.reset();
    EXPECT_EQ(choose_as_of({}, reading, seen_day, run_day).source, "mail");
    reading.mailed_on.reset();
    EXPECT_EQ(choose_as_of({}, reading, seen_day, run_day).source, "journal");
    EXPECT_EQ(choose_as_of({}, reading, {}, run_day).source, "today");
}

TEST(AsOf, ADateThatIsNoDateIsPassedOver) {
    auto reading = deposited_and_mailed();
    reading.deposited_on = "2017-02-31";
    EXPECT_EQ(choose_as_of({}, reading, {}, run_day).source, "mail");
}

TEST(MonthsAfter, EndsWithAShortMonth) {
    EXPECT_EQ(to_iso(months_after(2016y / 11 / 30, 3)), "2017-02-28");
    EXPECT_EQ(to_iso(months_after(2016y / 11 / 20, 3)), "2017-02-20");
}

}  // namespace
}  // namespace paraphe::app
