#include "samples/pdf_signature.hpp"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <array>
#include <cstdio>
#include <qpdf/QPDF.hh>
#include <stdexcept>

namespace paraphe::samples {
namespace {

using Handle = QPDFObjectHandle;

constexpr std::size_t room = 4096;                 ///< bytes kept for the signature
constexpr long long placeholder = 1234567890LL;    ///< of the byte range, filled in afterwards

/// Made for these samples and worth nothing: a fixed key gives fixed bytes.
constexpr const char* sample_key = R"(
-----BEGIN RSA PRIVATE KEY-----
MIICXAIBAAKBgQC46LYBAPxDeqdW3Cap0+Uc9jEP/CVU4iQMnNclyZw8T/HNww76
gIs8rfyCTnB/B8k6gWLrBChIC+0HcMswibMfWS0uwpUAEBPDyKGaGR8BcZP8zh/z
M3+Sz6SsR30Fa28+5eQFXZcwjptriUSb0IVq0+JG3GYB6JlSLsUeozyAowIDAQAB
AoGAWh03TefwCObGlMM3qH5W4zVsFbE5dFO9Y9Qv2f+WP6JqYm/UZeqtcMYOEGcv
1giyXevejFB7XRlKy9yBeccx3pnokTq7YKbHJw4eT19chkHNR9emm0CehMz/AF9b
aBcEzlKI1UtHqt0VQLFgkHswLEy1rWA+Jwtr5pF1XGv298kCQQDj7+BLJ0OmWP6d
B0tasLXgFeZOTzv43Ubbvb4pG5ncQvQk/wcV8Ty4u1oo4g8sypd2KtsohfZglscg
kMwnlW3HAkEAz6ytfkbf9aNJaYitlVJAtojrXJGKQvKZMR3IpPV3f6X0BHZJoW+L
KnnBL8Uts1iomwJvXcNGoaCQgtG6KoLGRQJBAIBr2fb9vEOwyGM4hOAnx5DlRcjB
I4znPtD3anhGsL1Ei8F8XkWikQ+TnwyBsQMPcZ6GLsv6DgIFcVOLwTpcGmkCQFsb
RxWB5Fiv5NHuizBZ4Ffz40U9+Cj8ouYgSdjMcztFw7J9bjnrZGMi/PSHDVCD0ZwH
SnIY7BCWDy/E8GYb7v0CQCYKnCIGUuQS3eQSKVISBtUNNJ1IMzi03kJJ9pgqHIkV
LGS081jLPFP+dWkD7gVUeEyqMVHoFO8HkyG0zumovxQ=
-----END RSA PRIVATE KEY-----
)";

template <typename T, void (*release)(T*)>
using Owned = std::unique_ptr<T, std::integral_constant<decltype(release), release>>;
void free_bio(BIO* bio) { BIO_free(bio); }
using Bio = Owned<BIO, free_bio>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Certificate = Owned<X509, X509_free>;
using Message = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;

Key key() {
    const Bio text(BIO_new_mem_buf(sample_key, -1));
    return Key(PEM_read_bio_PrivateKey(text.get(), nullptr, nullptr, nullptr));
}

Certificate certificate(EVP_PKEY* of, const std::string& signer, Date on) {
    Certificate made(X509_new());
    X509_set_version(made.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 4071);
    const auto seconds = static_cast<time_t>(on.time_since_epoch() / std::chrono::seconds{1});
    ASN1_TIME_set(X509_getm_notBefore(made.get()), seconds - 86400L * 200);
    ASN1_TIME_set(X509_getm_notAfter(made.get()), seconds + 86400L * 500);
    X509_set_pubkey(made.get(), of);
    X509_NAME* name = X509_get_subject_name(made.get());
    for (const auto& [field, value] : {std::pair{"C", std::string("FR")}, {"O", std::string("Paraphe samples")}, {"CN", signer}})
        X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(value.data()), static_cast<int>(value.size()), -1, 0);
    X509_set_issuer_name(made.get(), name);
    X509_sign(made.get(), of, EVP_sha256());
    return made;
}

}  // namespace

void prepare_signature(QPDF& pdf, const std::string& signer, Date on) {
    std::string day = iso(on);
    std::erase(day, '-');
    Handle value = Handle::parse("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 1234567890 1234567890 1234567890] >>");
    value.replaceKey("/Contents", Handle::newString(std::string(room, '\xAA')));
    value.replaceKey("/Name", Handle::newUnicodeString(signer));
    value.replaceKey("/M", Handle::newString("D:" + day + "090000Z"));
    Handle page = pdf.getAllPages().at(0);
    Handle field = Handle::parse("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /F 132 /Rect [0 0 0 0] >>");
    field.replaceKey("/V", pdf.makeIndirectObject(value));
    field.replaceKey("/P", page);
    field = pdf.makeIndirectObject(field);
    page.replaceKey("/Annots", Handle::newArray({field}));
    Handle form = Handle::parse("<< /SigFlags 3 >>");
    form.replaceKey("/Fields", Handle::newArray({field}));
    pdf.getRoot().replaceKey("/AcroForm", pdf.makeIndirectObject(form));
}

std::string signed_bytes(std::string file, const std::string& signer, Date on) {
    const std::string hole = "<" + [] {
        std::string hex;
        for (std::size_t i = 0; i < room; ++i) hex += "aa";
        return hex;
    }() + ">";
    const std::string number = std::to_string(placeholder);
    const std::size_t start = file.find(hole), range = file.find("[ 0 " + number);
    if (start == std::string::npos || range == std::string::npos) throw std::runtime_error("the signature's place is not in the file");
    const std::size_t end = start + hole.size();
    std::array<char, 80> filled{};
    std::snprintf(filled.data(), filled.size(), "[ 0 %10zu %10zu %10zu ]", start, end, file.size() - end);
    file.replace(range, std::string_view(filled.data()).size(), filled.data());

    const std::string covered = file.substr(0, start) + file.substr(end);
    const Key with = key();
    const Certificate who = certificate(with.get(), signer, on);
    const Bio data(BIO_new_mem_buf(covered.data(), static_cast<int>(covered.size())));
    const Message message(CMS_sign(nullptr, nullptr, nullptr, data.get(), CMS_BINARY | CMS_DETACHED | CMS_PARTIAL));
    // No signed attributes: they would hold the clock.
    CMS_add1_signer(message.get(), who.get(), with.get(), EVP_sha256(), CMS_BINARY | CMS_NOATTR | CMS_DETACHED);
    if (CMS_final(message.get(), data.get(), nullptr, CMS_BINARY | CMS_DETACHED) != 1) throw std::runtime_error("cannot sign a sample");
    const Bio out(BIO_new(BIO_s_mem()));
    i2d_CMS_bio(out.get(), message.get());
    char* bytes = nullptr;
    const long length = BIO_get_mem_data(out.get(), &bytes);
    if (length <= 0 || static_cast<std::size_t>(length) > room) throw std::runtime_error("the signature does not fit");
    for (std::size_t i = 0; i < room; ++i) {
        static constexpr std::string_view hex = "0123456789abcdef";
        const auto byte = i < static_cast<std::size_t>(length) ? static_cast<unsigned char>(bytes[i]) : 0U;
        file[start + 1 + 2 * i] = hex[byte >> 4];
        file[start + 2 + 2 * i] = hex[byte & 15];
    }
    return file;
}

}  // namespace paraphe::samples
