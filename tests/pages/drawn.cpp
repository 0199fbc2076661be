#include "drawn.hpp"

#include <opencv2/imgproc.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstdio>

namespace paraphe::drawn {
namespace {

cv::Mat mat_of(const Picture& picture) {
    return cv::Mat(picture.height, picture.width, CV_8UC1, const_cast<std::uint8_t*>(picture.pixels.data()));
}

Picture picture_of(const cv::Mat& mat, double dpi) {
    const cv::Mat whole = mat.isContinuous() ? mat : mat.clone();
    return {whole.cols, whole.rows, 1, dpi, {whole.data, whole.data + whole.total()}};
}

std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3f", value);
    return text.data();
}

}  // namespace

Bytes Pdf::bytes() const {
    const std::string image(picture.pixels.begin(), picture.pixels.end());
    const std::vector<std::string> objects{
        "<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + number(width) + " " + number(height) + "] /Rotate " + std::to_string(rotate) +
            " /Contents 4 0 R /Annots [" + annotations + "] /Resources << /Font << /F1 5 0 R >> /XObject << /I1 6 0 R >> >> >>",
        "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /XObject /Subtype /Image /Width " + std::to_string(std::max(1, picture.width)) + " /Height " + std::to_string(std::max(1, picture.height)) +
            " /ColorSpace /DeviceGray /BitsPerComponent 8 /Length " + std::to_string(std::max<std::size_t>(1, image.size())) + " >>\nstream\n" +
            (image.empty() ? "x" : image) + "\nendstream"};
    std::string file = "%PDF-1.7\n";
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        places.push_back(file.size());
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto table = file.size();
    file += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const auto place : places) {
        std::array<char, 32> entry{};
        std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", place);
        file += entry.data();
    }
    file += "trailer << /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return {file.begin(), file.end()};
}

std::string show(double x, double y, double size, const std::string& text) {
    return "BT /F1 " + number(size) + " Tf " + number(x) + " " + number(y) + " Td (" + text + ") Tj ET\n";
}

std::string french_page() {
    static const std::array<std::string, 5> lines{
        "La soci\\351t\\351 Atelier du Nord certifie que les salari\\351s inscrits au registre sont pr\\351sents dans",
        "l'entreprise \\340 la date du 14 f\\351vrier 2017, conform\\351ment aux dispositions du code du travail.",
        "Elle s'engage \\340 respecter les exigences du r\\351f\\351rentiel et \\340 transmettre toute pi\\350ce utile",
        "pour le renouvellement du label, dont la cotisation annuelle s'\\351l\\350ve \\340 400,00 euros par dossier.",
        "Fait pour valoir ce que de droit, sous le num\\351ro 552 100 554 du registre du commerce de Paris."};
    std::string content;
    for (int i = 0; i < 20; ++i) content += show(60, 760 - 26 * i, 11, lines[static_cast<std::size_t>(i) % lines.size()]);
    return content;
}

Pdf scan_of(const Picture& picture) {
    Pdf pdf;
    pdf.picture = picture;
    pdf.width = picture.width * 72 / picture.dpi;
    pdf.height = picture.height * 72 / picture.dpi;
    pdf.content = "q " + number(pdf.width) + " 0 0 " + number(pdf.height) + " 0 0 cm /I1 Do Q\n";
    return pdf;
}

pages::Page first_page(const Bytes& bytes) {
    const auto file = pages::File::open(bytes, "", Limits{});
    if (!file) throw std::runtime_error(file.error().detail);
    auto page = file->page(1);
    if (!page) throw std::runtime_error(page.error().detail);
    return std::move(*page);
}

Picture french_picture(double square_x, double square_y) {
    Pdf pdf;
    pdf.content = french_page();
    Picture picture = first_page(pdf.bytes()).flat;
    if (square_x >= 0)
        cv::rectangle(mat_of(picture), cv::Rect(static_cast<int>(square_x * picture.width), static_cast<int>(square_y * picture.height), 20, 20), cv::Scalar(0),
                      cv::FILLED);
    return picture;
}

Picture leaning(const Picture& picture, double degrees) {
    const auto turn = cv::getRotationMatrix2D({static_cast<float>(picture.width) / 2, static_cast<float>(picture.height) / 2}, -degrees, 1);
    cv::Mat result;
    cv::warpAffine(mat_of(picture), result, turn, {picture.width, picture.height}, cv::INTER_CUBIC, cv::BORDER_CONSTANT, cv::Scalar::all(255));
    return picture_of(result, picture.dpi);
}

Picture quarter_turned(const Picture& picture, int degrees) {
    cv::Mat result;
    cv::rotate(mat_of(picture), result, degrees == 90 ? cv::ROTATE_90_CLOCKWISE : degrees == 180 ? cv::ROTATE_180 : cv::ROTATE_90_COUNTERCLOCKWISE);
    return picture_of(result, picture.dpi);
}

Box black_square(const Picture& picture) {
    cv::Mat dark, labels, stats, centres;
    cv::threshold(mat_of(picture), dark, 110, 255, cv::THRESH_BINARY_INV);
    cv::morphologyEx(dark, dark, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
    const int count = cv::connectedComponentsWithStats(dark, labels, stats, centres, 8, CV_32S);
    int best = 0, most = 0;
    for (int i = 1; i < count; ++i)
        if (stats.at<int>(i, cv::CC_STAT_AREA) > most) most = stats.at<int>(i, cv::CC_STAT_AREA), best = i;
    if (best == 0) return {};
    return {static_cast<double>(stats.at<int>(best, cv::CC_STAT_LEFT)) / picture.width, static_cast<double>(stats.at<int>(best, cv::CC_STAT_TOP)) / picture.height,
            static_cast<double>(stats.at<int>(best, cv::CC_STAT_WIDTH)) / picture.width,
            static_cast<double>(stats.at<int>(best, cv::CC_STAT_HEIGHT)) / picture.height};
}

Picture on_a_desk(const Picture& picture, std::vector<std::pair<double, double>>& corners) {
    const float w = static_cast<float>(picture.width), h = static_cast<float>(picture.height);
    const cv::Size frame(static_cast<int>(w * 1.2F), static_cast<int>(h * 1.15F));
    const std::array<cv::Point2f, 4> from{{{0, 0}, {w, 0}, {w, h}, {0, h}}};
    const std::array<cv::Point2f, 4> to{{{0.10F * w, 0.06F * h}, {1.06F * w, 0.09F * h}, {1.12F * w, 1.09F * h}, {0.07F * w, 1.05F * h}}};
    cv::Mat desk(frame, CV_8UC1, cv::Scalar(70)), sheet, shadowed;
    cv::warpPerspective(mat_of(picture), desk, cv::getPerspectiveTransform(from.data(), to.data()), frame, cv::INTER_LINEAR, cv::BORDER_TRANSPARENT);
    for (int y = 0; y < desk.rows; ++y)  // the light falls off to the right
        for (int x = 0; x < desk.cols; ++x) desk.at<unsigned char>(y, x) = static_cast<unsigned char>(desk.at<unsigned char>(y, x) * (1.0 - 0.35 * x / desk.cols));
    for (const auto& corner : to) corners.emplace_back(corner.x / static_cast<float>(frame.width), corner.y / static_cast<float>(frame.height));
    return picture_of(desk, 150);
}

}  // namespace paraphe::drawn
