#include "marks/marks.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace paraphe::marks {
namespace {

const std::string kModels = std::string(PARAPHE_SOURCE_DIR) + "/pipeline/marks/models";

// A white A4 page at 80 dpi.
Picture paper() { return {662, 936, 1, 80, std::vector<std::uint8_t>(662 * 936, 255)}; }

TEST(Detector, SaysWhichModelIsMissing) {
    const auto detector = Detector::load("/nowhere");
    ASSERT_FALSE(detector);
    EXPECT_EQ(detector.error().kind, ErrorKind::not_found);
}

TEST(Detector, ABlankPageHasNoMarkAndAnEmptySlot) {
    const auto detector = Detector::load(kModels);
    ASSERT_TRUE(detector) << detector.error().detail;
    EXPECT_TRUE(detector->find(paper(), {}, {}).empty());
    EXPECT_EQ(detector->ink_in(paper(), {0.5, 0.6, 0.3, 0.1}, {}).ink, Ink::empty);
}

TEST(Detector, APictureOfNothingIsUnsureNotEmpty) {
    const auto detector = Detector::load(kModels);
    ASSERT_TRUE(detector);
    EXPECT_TRUE(detector->find(Picture{}, {}, {}).empty());
    EXPECT_EQ(detector->ink_in(Picture{}, {0, 0, 1, 1}, {}).ink, Ink::unsure);
}

TEST(Detector, TheShippedModelsAreSmall) {
    for (const char* name : {"segmenter.onnx", "verifier.onnx", "slot.onnx"}) EXPECT_LT(std::filesystem::file_size(kModels + "/" + name), 2'000'000U);
}

}  // namespace
}  // namespace paraphe::marks
