#pragma once

#include <string>
#include <vector>

namespace paraphe::reader {

/// A PDF of one A4 page with a few lines of text in a font that is not embedded, as office programs print it.
inline std::string small_pdf(const std::string& title) {
    const std::string content = "BT /F1 18 Tf 70 760 Td (" + title + ") Tj /F1 12 Tf 0 -40 Td (Extrait du registre du commerce et des societes) Tj"
                                " 0 -20 Td (Immatriculation au RCS, numero 552 100 554) Tj 0 -20 Td (Date de delivrance : 14 janvier 2017) Tj ET";
    const std::vector<std::string> objects{
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
    std::string pdf = "%PDF-1.4\n";
    std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string offset = std::to_string(pdf.size());
        table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto start = pdf.size();
    return pdf + table + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

}  // namespace paraphe::reader
