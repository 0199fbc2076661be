#pragma once

#include "model/file.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <span>
#include <vector>

namespace paraphe::pages {

/// The cryptographic signatures of a PDF, verified against its own bytes by OpenSSL's CMS. Chains are not judged:
/// trust roots are the auditor's, `trusted` stays empty. Throws what qpdf throws.
[[nodiscard]] std::vector<DigitalSignature> signatures_of(QPDF& pdf, std::vector<QPDFPageObjectHelper>& pages,
                                                          std::span<const unsigned char> bytes);

}  // namespace paraphe::pages
