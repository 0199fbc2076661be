#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

/// A dossier whose Kbis and insurance certificate give these addresses.
Reading with_addresses(const std::string& seat, const std::string& insured) {
    auto reading = clean_reading();
    set(of(reading, "kbis"), "address", seat);
    set(of(reading, "liability_insurance"), "address", insured);
    return reading;
}

TEST(AddressesAgree, TheSeatInOtherWordsIsTheSeat) {
    const auto check = check_of(judged(with_addresses("12 bis boulevard Saint-Michel, 69002 Lyon", "12 bis bd St Michel - 69002 LYON CEDEX 02")), "x.address");
    EXPECT_EQ(check.outcome, Outcome::pass);
}

TEST(AddressesAgree, AnotherAddressIsARemarkThatHoldsNobodyUp) {
    const auto judgement = judged(with_addresses("12 rue des Lilas, 44000 Nantes", "3 avenue Foch, 33000 Bordeaux"));
    const auto& check = check_of(judgement, "x.address");
    EXPECT_EQ(check.outcome, Outcome::review);
    EXPECT_FALSE(check.required);
    EXPECT_THAT(check.message.fr, ::testing::HasSubstr("3 avenue Foch, 33000 Bordeaux"));
    EXPECT_EQ(check.evidence.size(), 2U) << "both boxes";
    EXPECT_EQ(judgement.verdict, Verdict::eligible);
}

TEST(AddressesAgree, WithoutASeatThereIsNothingToCompare) {
    auto reading = with_addresses("12 rue des Lilas, 44000 Nantes", "3 avenue Foch, 33000 Bordeaux");
    drop(of(reading, "kbis"), "address");
    EXPECT_EQ(check_of(judged(reading), "x.address").outcome, Outcome::pass);
}

TEST(AddressesAgree, AnAddressHardlyReadSaysNothing) {
    auto reading = with_addresses("12 rue des Lilas, 44000 Nantes", "3 avenue Foch, 33000 Bordeaux");
    set(of(reading, "liability_insurance"), "address", std::string{"3 avenue Foch, 33000 Bordeaux"}, 0.3);
    EXPECT_EQ(check_of(judged(reading), "x.address").outcome, Outcome::pass);
}

}  // namespace
}  // namespace paraphe::rules::testing
