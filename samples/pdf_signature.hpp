#pragma once

#include <memory>
#include <string>

#include "samples/calendar.hpp"

class QPDF;

namespace paraphe::samples {

/// Puts a signature field into the document; `signed_bytes` fills it once the file is written.
void prepare_signature(QPDF& pdf, const std::string& signer, Date on);

/// Signs the whole written file (ISO 32000-1, 12.8: adbe.pkcs7.detached) with a key made for samples. The same input gives the same bytes.
std::string signed_bytes(std::string file, const std::string& signer, Date on);

}  // namespace paraphe::samples
