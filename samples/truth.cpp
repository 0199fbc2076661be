#include "samples/truth.hpp"

#include <openssl/evp.h>

#include <array>
#include <cmath>

namespace paraphe::samples {

Json box_json(const Rect& box) {
    const auto rounded = [](double value) { return std::round(value * 1e5) / 1e5; };
    return Json::array({rounded(box.x), rounded(box.y), rounded(box.w), rounded(box.h)});
}

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    static constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += hex[digest[i] >> 4];
        text += hex[digest[i] & 15];
    }
    return text;
}

}  // namespace paraphe::samples
