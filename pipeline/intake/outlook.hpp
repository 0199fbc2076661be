#pragma once

#include "intake/contents.hpp"

#include <span>

namespace paraphe::intake {

/// What a compound file (MS-CFB) holds.
enum class Compound { message, word, excel, encrypted, other, broken };

[[nodiscard]] Compound compound_kind(std::span<const unsigned char> bytes);

/// The attachments of an Outlook message (MS-OXMSG); those of a nested message under its subject. The body is "message.txt", ignored.
[[nodiscard]] Contents read_outlook(std::span<const unsigned char> bytes, const Limits& limits, Tally& tally);

}  // namespace paraphe::intake
