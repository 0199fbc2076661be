#include "extractors/extractors.hpp"
#include "readings.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

/// What classification can call a page, the rulebook must have words for.
TEST(LookAlikes, EachThatAnExtractorKnowsHasItsMessageInTheRulebook) {
    for (const auto* extractor : extractors::all())
        for (const auto& kind : extractor->kinds) {
            if (!kind.look_alike) continue;
            const auto piece = std::ranges::find(shipped().pieces, kind.piece, &PieceSpec::id);
            ASSERT_NE(piece, shipped().pieces.end()) << kind.piece;
            EXPECT_NE(std::ranges::find(piece->look_alikes, kind.id, &LookAlike::id), piece->look_alikes.end()) << kind.id << " for " << kind.piece;
        }
}

}  // namespace
}  // namespace paraphe::rules::testing
