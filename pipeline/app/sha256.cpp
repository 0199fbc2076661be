#include "app/sha256.hpp"

#include <memory>
#include <openssl/evp.h>
#include <unistd.h>
#include <vector>

namespace paraphe::app {
namespace {

class Digest {
public:
    Digest() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) { EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr); }
    void add(const void* bytes, std::size_t size) { EVP_DigestUpdate(context_.get(), bytes, size); }
    std::vector<unsigned char> raw() {
        std::vector<unsigned char> bytes(EVP_MAX_MD_SIZE);
        unsigned size = 0;
        EVP_DigestFinal_ex(context_.get(), bytes.data(), &size);
        bytes.resize(size);
        return bytes;
    }
    std::string hex() {
        static constexpr char digits[] = "0123456789abcdef";
        std::string text;
        for (const unsigned char byte : raw()) {
            text += digits[byte >> 4];
            text += digits[byte & 15];
        }
        return text;
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

std::string sha256(std::string_view bytes) {
    Digest digest;
    digest.add(bytes.data(), bytes.size());
    return digest.hex();
}

std::string csp_source(std::string_view script) {
    Digest digest;
    digest.add(script.data(), script.size());
    const auto bytes = digest.raw();
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');  // EVP_EncodeBlock adds a final NUL
    text.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(), static_cast<int>(bytes.size()))));
    return "sha256-" + text;
}

std::optional<std::string> sha256_of_file(int fd) {
    Digest digest;
    std::vector<char> block(1 << 20);
    off_t at = 0;
    for (;;) {
        const ssize_t got = ::pread(fd, block.data(), block.size(), at);
        if (got < 0) return {};
        if (got == 0) return digest.hex();
        digest.add(block.data(), static_cast<std::size_t>(got));
        at += got;
    }
}

}  // namespace paraphe::app
