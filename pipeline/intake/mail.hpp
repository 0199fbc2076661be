#pragma once

#include "intake/contents.hpp"

#include <span>

namespace paraphe::intake {

/// The attachments of an e-mail (RFC 5322), its body as "message.txt", ignored; nested messages are members "....eml".
/// `mailed_on` from its Date header.
[[nodiscard]] Contents read_mail(std::span<const unsigned char> bytes, const Limits& limits, Tally& tally);

}  // namespace paraphe::intake
