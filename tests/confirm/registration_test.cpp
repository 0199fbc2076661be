#include "confirm/registration.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace paraphe::confirm {
namespace {

Box scanned(const Box& box) { return {0.9 * box.x + 0.01 * box.y + 0.03, -0.01 * box.x + 0.95 * box.y + 0.02, box.w, box.h}; }

std::vector<WordPair> words_of_a_page() {
    std::vector<WordPair> pairs;
    for (int i = 0; i < 20; ++i) {
        const Box form{0.1 + 0.13 * (i % 6), 0.1 + 0.04 * i, 0.05, 0.01};
        pairs.push_back({form, scanned(form)});
    }
    return pairs;
}

TEST(Registration, ScalesShiftsAndTurnsAsTheScannerDid) {
    const auto by = registered(words_of_a_page());
    ASSERT_TRUE(by);
    const Box there = (*by)({0.5, 0.5, 0.1, 0.02}), expected = scanned({0.5, 0.5, 0.1, 0.02});
    EXPECT_NEAR(there.centre_x(), expected.centre_x(), 0.01);
    EXPECT_NEAR(there.centre_y(), expected.centre_y(), 0.01);
}

TEST(Registration, WordsPairedByMistakeAreLeftOut) {
    auto pairs = words_of_a_page();
    for (std::size_t i = 0; i < pairs.size(); i += 4) pairs[i].page = {0.9, 0.05, 0.05, 0.01};
    const auto by = registered(pairs);
    ASSERT_TRUE(by);
    EXPECT_NEAR((*by)({0.2, 0.8, 0.1, 0.02}).y, scanned({0.2, 0.8, 0.1, 0.02}).y, 0.01);
}

TEST(Registration, TooFewWordsOrOneLineRegisterNothing) {
    auto pairs = words_of_a_page();
    EXPECT_FALSE(registered(std::span(pairs).first(5)));
    for (auto& pair : pairs) pair.form.y = 0.5;
    EXPECT_FALSE(registered(pairs));
}

}  // namespace
}  // namespace paraphe::confirm
