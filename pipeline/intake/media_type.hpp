#pragma once

#include "intake/intake.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace paraphe::intake {

/// What a file is, and which door it takes.
enum class Door { pages, office, archive, mail, outlook, text, unreadable };

struct MediaType {
    std::string name;               ///< "application/pdf"
    Door door = Door::unreadable;
    std::string reason = "unsupported";  ///< for Door::unreadable: "unsupported", "encrypted", "empty", "damaged"
};

/// Decides from the bytes. The name is asked only where bytes cannot tell (a mail from a text).
class Sniffer {
public:
    Sniffer();
    ~Sniffer();
    Sniffer(const Sniffer&) = delete;
    Sniffer& operator=(const Sniffer&) = delete;
    [[nodiscard]] MediaType operator()(std::span<const unsigned char> bytes, std::string_view name);

private:
    struct Magic;
    std::string magic_name(std::span<const unsigned char> bytes);
    std::unique_ptr<Magic> magic_;  ///< libmagic's data base, loaded when first needed (15 ms)
};

}  // namespace paraphe::intake
