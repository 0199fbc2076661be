#include "pages/pdf_signatures.hpp"

#include "pages/pdf_content.hpp"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/x509.h>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string>

namespace paraphe::pages {
namespace {

template <auto release>
struct Release {
    template <class T>
    void operator()(T* thing) const {
        release(thing);
    }
};
using Message = std::unique_ptr<CMS_ContentInfo, Release<CMS_ContentInfo_free>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free>>;

struct CertificateStack {
    STACK_OF(X509)* stack = nullptr;
    ~CertificateStack() { sk_X509_pop_free(stack, X509_free); }
};

std::string common_name(const X509_NAME* name) {
    char text[256] = {};
    if (name == nullptr || X509_NAME_get_text_by_NID(name, NID_commonName, text, sizeof text) <= 0) return {};
    return text;
}

/// What /ByteRange says is signed: two stretches around the signature's own bytes.
struct Ranges {
    std::array<std::size_t, 4> values{};  // offset, length, offset, length
    bool valid = false;
};

Ranges ranges_of(QPDFObjectHandle signature, std::size_t size) {
    auto array = signature.getKey("/ByteRange");
    Ranges ranges;
    if (!array.isArray() || array.getArrayNItems() != 4) return ranges;
    for (int i = 0; i < 4; ++i) {
        auto item = array.getArrayItem(i);
        if (!item.isInteger() || item.getIntValue() < 0 || static_cast<unsigned long long>(item.getIntValue()) > size) return ranges;
        ranges.values[static_cast<std::size_t>(i)] = static_cast<std::size_t>(item.getIntValue());
    }
    const auto& v = ranges.values;
    ranges.valid = v[0] == 0 && v[1] <= v[2] && v[2] <= size && v[3] <= size - v[2];
    return ranges;
}

void verify(DigitalSignature& found, const std::string& envelope, const std::string& signed_bytes) {
    const Memory input(BIO_new_mem_buf(envelope.data(), static_cast<int>(envelope.size())));
    const Message message(d2i_CMS_bio(input.get(), nullptr));
    if (!message) return;
    const Memory content(BIO_new_mem_buf(signed_bytes.data(), static_cast<int>(signed_bytes.size())));
    found.intact = CMS_verify(message.get(), nullptr, nullptr, content.get(), nullptr, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
    const CertificateStack certificates{CMS_get1_certs(message.get())};
    auto* signers = CMS_get0_SignerInfos(message.get());
    if (signers == nullptr || sk_CMS_SignerInfo_num(signers) < 1) return;
    auto* signer = sk_CMS_SignerInfo_value(signers, 0);
    for (int i = 0; certificates.stack != nullptr && i < sk_X509_num(certificates.stack); ++i) {
        auto* certificate = sk_X509_value(certificates.stack, i);
        if (CMS_SignerInfo_cert_cmp(signer, certificate) != 0) continue;
        found.signer = common_name(X509_get_subject_name(certificate));
        found.issuer = common_name(X509_get_issuer_name(certificate));
    }
}

std::string claimed_time(QPDFObjectHandle signature) {
    auto value = signature.getKey("/M");
    if (!value.isString()) return {};
    const std::string m = value.getUTF8Value();
    if (m.size() < 16 || !m.starts_with("D:")) return {};
    return m.substr(2, 4) + "-" + m.substr(6, 2) + "-" + m.substr(8, 2) + "T" + m.substr(10, 2) + ":" + m.substr(12, 2) + ":" + m.substr(14, 2);
}

/// Page and box of the field's widget.
void locate(DigitalSignature& found, QPDFObjectHandle widget, std::vector<QPDFPageObjectHelper>& pages) {
    auto rectangle = widget.getKey("/Rect");
    for (std::size_t i = 0; rectangle.isRectangle() && i < pages.size(); ++i) {
        auto annotations = pages[i].getObjectHandle().getKey("/Annots");
        if (!annotations.isArray()) continue;
        const auto all = annotations.getArrayAsVector();
        if (std::ranges::none_of(all, [&](const QPDFObjectHandle& a) { return a.getObjGen() == widget.getObjGen(); })) continue;
        const auto r = rectangle.getArrayAsRectangle();
        const Box box = intersection(frame_of(pages[i]).to_viewer(std::min(r.llx, r.urx), std::min(r.lly, r.ury), std::max(r.llx, r.urx),
                                                                  std::max(r.lly, r.ury)),
                                     {0, 0, 1, 1});
        if (box.empty()) return;
        found.page = static_cast<int>(i) + 1;
        found.box = box;
        return;
    }
}

}  // namespace

std::vector<DigitalSignature> signatures_of(QPDF& pdf, std::vector<QPDFPageObjectHelper>& pages, std::span<const unsigned char> bytes) {
    QPDFAcroFormDocumentHelper form(pdf);
    std::vector<DigitalSignature> result;
    std::vector<std::size_t> ends;
    std::set<QPDFObjGen> seen;
    for (auto& field : form.getFormFields()) {
        auto value = field.getValue();
        if (field.getFieldType() != "/Sig" || !value.isDictionary() || result.size() >= 50) continue;
        if (!seen.insert(field.getObjectHandle().getObjGen()).second) continue;
        DigitalSignature found;
        found.signed_at = claimed_time(value);
        found.changed_after = "unknown";
        const Ranges ranges = ranges_of(value, bytes.size());
        auto contents = value.getKey("/Contents");
        auto filter = value.getKey("/SubFilter");
        const std::string kind = filter.isName() ? filter.getName() : "";
        if (ranges.valid && contents.isString() && (kind == "/adbe.pkcs7.detached" || kind == "/ETSI.CAdES.detached")) {
            const auto* data = reinterpret_cast<const char*>(bytes.data());
            std::string covered(data, ranges.values[1]);
            covered.append(data + ranges.values[2], ranges.values[3]);
            verify(found, contents.getStringValue(), covered);
        }
        const std::size_t end = ranges.valid ? ranges.values[2] + ranges.values[3] : 0;
        found.covers_whole_file = ranges.valid && end == bytes.size();
        if (found.covers_whole_file) found.changed_after = "nothing";
        auto name = value.getKey("/Name");
        if (found.signer.empty() && name.isString()) found.signer = name.getUTF8Value();
        const auto widgets = form.getAnnotationsForField(field);
        if (!widgets.empty()) {
            auto widget = widgets.front();
            locate(found, widget.getObjectHandle(), pages);
        }
        const auto place = std::ranges::upper_bound(ends, end) - ends.begin();
        ends.insert(ends.begin() + place, end);
        result.insert(result.begin() + place, std::move(found));
    }
    ERR_clear_error();
    return result;
}

}  // namespace paraphe::pages
