#include "samples/pdf.hpp"

#include <cairo-pdf.h>

#include <array>
#include <cstdio>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "samples/image_files.hpp"
#include "samples/pdf_signature.hpp"

namespace paraphe::samples {
namespace {

using Handle = QPDFObjectHandle;

cairo_status_t collect(void* into, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3f", value);
    return text.data();
}

/// The letters of French in the encoding of the standard fonts, as a PDF string.
std::string pdf_string(std::string_view utf8) {
    std::string out = "(";
    for (const char32_t letter : letters_of(utf8)) {
        const char32_t byte = letter == U'€' ? 0x80 : letter == U'’' ? 0x92 : letter == U'œ' ? 0x9C : letter == U'•' ? 0x95 : letter == U'–' ? 0x96 : letter < 256 ? letter : U'?';
        std::array<char, 8> octal{};
        if (byte < 32 || byte > 126 || byte == '(' || byte == ')' || byte == '\\') std::snprintf(octal.data(), octal.size(), "\\%03o", static_cast<unsigned>(byte));
        else octal[0] = static_cast<char>(byte);
        out += octal.data();
    }
    return out + ")";
}

Handle helvetica() { return Handle::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"); }

/// Each mark's part of the ink, as a picture with transparency.
void paste_ink(const Sheet& sheet, cairo_t* to) {
    constexpr double dpi = 220;
    std::vector<Rect> parts;
    for (const Mark& mark : sheet.marks) parts.push_back(mark.box);
    for (const Negative& negative : sheet.negatives)
        if (negative.kind == "tick" || negative.kind == "cross" || negative.kind == "smudge") parts.push_back(negative.box);
    for (std::size_t i = 0; i < parts.size(); ++i)  // what overlaps is pasted as one
        for (std::size_t k = i + 1; k < parts.size();) {
            const Rect& a = parts[i];
            const Rect& b = parts[k];
            if (a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()) {
                parts[i] = united(a, b);
                parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(k));
                k = i + 1;
            } else ++k;
        }
    for (Rect part : parts) {
        part = {part.x - 1, part.y - 1, part.w + 2, part.h + 2};
        cairo_surface_t* image = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(part.w / 25.4 * dpi) + 1, static_cast<int>(part.h / 25.4 * dpi) + 1);
        cairo_t* on = cairo_create(image);
        cairo_scale(on, dpi / 25.4, dpi / 25.4);
        cairo_translate(on, -part.x, -part.y);
        sheet.replay_ink(on);
        cairo_destroy(on);
        cairo_save(to);
        cairo_translate(to, part.x, part.y);
        cairo_scale(to, 25.4 / dpi, 25.4 / dpi);
        cairo_set_source_surface(to, image, 0, 0);
        cairo_paint(to);
        cairo_restore(to);
        cairo_surface_destroy(image);
    }
}

}  // namespace

Pdf::Pdf() : pdf_(std::make_unique<QPDF>()) { pdf_->emptyPDF(); }
Pdf::~Pdf() = default;

void Pdf::add_drawn(const Sheet& sheet, bool pasted) {
    std::string drawn;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(collect, &drawn, sheet.width / mm_per_point, sheet.height / mm_per_point);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2010-01-01T12:00:00Z");  // replaced below; else the clock's
    cairo_t* to = cairo_create(surface);
    cairo_scale(to, 1 / mm_per_point, 1 / mm_per_point);
    sheet.replay(to, !pasted, false);
    if (pasted) paste_ink(sheet, to);
    cairo_destroy(to);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    auto source = std::make_unique<QPDF>();
    source->setSuppressWarnings(true);
    const auto copy = std::make_shared<std::string>(std::move(drawn));
    source->processMemoryFile("drawn", copy->data(), copy->size());
    held_.push_back(copy);
    pdf_->addPage(source->getAllPages().at(0), false);
    sources_.push_back(std::move(source));
}

void Pdf::add_picture(const Picture& picture, const std::vector<LayerWord>& layer) {
    const cv::Mat& pixels = picture.pixels;
    const double w = pixels.cols / picture.dpi * 72, h = pixels.rows / picture.dpi * 72;
    Handle image = Handle::newStream(pdf_.get());
    Handle about = image.getDict();
    about.replaceKey("/Type", Handle::newName("/XObject"));
    about.replaceKey("/Subtype", Handle::newName("/Image"));
    about.replaceKey("/Width", Handle::newInteger(pixels.cols));
    about.replaceKey("/Height", Handle::newInteger(pixels.rows));
    about.replaceKey("/ColorSpace", Handle::newName(pixels.channels() == 3 ? "/DeviceRGB" : "/DeviceGray"));
    about.replaceKey("/BitsPerComponent", Handle::newInteger(picture.bilevel ? 1 : 8));
    if (picture.bilevel) image.replaceStreamData(packed_bits(pixels), Handle::newNull(), Handle::newNull());
    else image.replaceStreamData(jpeg(pixels, picture.jpeg_quality, static_cast<int>(picture.dpi)), Handle::newName("/DCTDecode"), Handle::newNull());
    std::string content = "q " + number(w) + " 0 0 " + number(h) + " 0 0 cm /Im0 Do Q\n";
    for (const LayerWord& word : layer) {
        const double size = std::max(1.0, word.box.h * h * 0.8);
        const double natural = 0.5 * size * static_cast<double>(letters_of(word.text).size());
        const double stretch = natural > 0 ? 100 * word.box.w * w / natural : 100;
        content += "BT 3 Tr /F0 " + number(size) + " Tf " + number(stretch) + " Tz 1 0 0 1 " + number(word.box.x * w) + " " + number(h - (word.box.y + word.box.h * 0.8) * h) + " Tm " +
                   pdf_string(word.text) + " Tj ET\n";
    }
    Handle page = Handle::parse("<< /Type /Page /MediaBox [0 0 " + number(w) + " " + number(h) + "] /Resources << /XObject << >> /Font << >> >> >>");
    page.getKey("/Resources").getKey("/XObject").replaceKey("/Im0", image);
    if (!layer.empty()) page.getKey("/Resources").getKey("/Font").replaceKey("/F0", pdf_->makeIndirectObject(helvetica()));
    page.replaceKey("/Contents", Handle::newStream(pdf_.get(), content));
    pdf_->addPage(pdf_->makeIndirectObject(page), false);
}

void Pdf::turn(int degrees) {
    Handle page = pdf_->getAllPages().back();
    if (degrees != 0) page.replaceKey("/Rotate", Handle::newInteger(degrees));
}

void Pdf::append_content(const std::string& content) {
    QPDFPageObjectHelper page(pdf_->getAllPages().back());
    page.addPageContents(Handle::newStream(pdf_.get(), "q\n"), true);
    page.addPageContents(Handle::newStream(pdf_.get(), "\nQ\n" + content), false);
}

void Pdf::overlay_text(double x, double y, double size, std::string_view what, bool invisible) {
    Handle page = pdf_->getAllPages().back();
    const double h = page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
    Handle resources = page.getKey("/Resources");
    if (!resources.hasKey("/Font")) resources.replaceKey("/Font", Handle::newDictionary());
    resources.getKey("/Font").replaceKey("/FX", pdf_->makeIndirectObject(helvetica()));
    append_content("BT " + std::string(invisible ? "3 Tr" : "0 Tr 0 g") + " /FX " + number(size) + " Tf 1 0 0 1 " + number(x / mm_per_point) + " " + number(h - y / mm_per_point) + " Tm " + pdf_string(what) + " Tj ET\n");
}

void Pdf::overlay_white(const Rect& box) {
    Handle page = pdf_->getAllPages().back();
    const double h = page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
    append_content("1 1 1 rg " + number(box.x / mm_per_point) + " " + number(h - box.bottom() / mm_per_point) + " " + number(box.w / mm_per_point) + " " + number(box.h / mm_per_point) + " re f\n");
}

void Pdf::overlay_layer(double x, double y, double size, std::string_view what) {
    Handle group = pdf_->makeIndirectObject(Handle::parse("<< /Type /OCG /Name (Notes) /Usage << /Print << /PrintState /OFF >> /View << /ViewState /ON >> >> >>"));
    Handle root = pdf_->getRoot();
    Handle properties = Handle::parse("<< /D << /AS [ << /Event /Print /Category [/Print] >> << /Event /View /Category [/View] >> ] >> >>");
    Handle list = Handle::newArray({group});
    properties.replaceKey("/OCGs", list);
    properties.getKey("/D").replaceKey("/ON", list);
    properties.getKey("/D").getKey("/AS").getArrayItem(0).replaceKey("/OCGs", list);
    properties.getKey("/D").getKey("/AS").getArrayItem(1).replaceKey("/OCGs", list);
    root.replaceKey("/OCProperties", properties);
    Handle page = pdf_->getAllPages().back();
    Handle resources = page.getKey("/Resources");
    if (!resources.hasKey("/Properties")) resources.replaceKey("/Properties", Handle::newDictionary());
    resources.getKey("/Properties").replaceKey("/MC0", group);
    append_content("/OC /MC0 BDC\n");
    overlay_text(x, y, size, what, false);
    append_content("EMC\n");
}

void Pdf::annotate(const Rect& box, std::string_view what) {
    Handle page = pdf_->getAllPages().back();
    const double h = page.getKey("/MediaBox").getArrayItem(3).getNumericValue(), w = box.w / mm_per_point, tall = box.h / mm_per_point;
    Handle look = Handle::newStream(pdf_.get(), "1 1 1 rg 0 0 " + number(w) + " " + number(tall) + " re f BT 0 g /F0 9 Tf 2 3 Td " + pdf_string(what) + " Tj ET");
    Handle about = look.getDict();
    about.replaceKey("/Type", Handle::newName("/XObject"));
    about.replaceKey("/Subtype", Handle::newName("/Form"));
    about.replaceKey("/BBox", Handle::parse("[0 0 " + number(w) + " " + number(tall) + "]"));
    about.replaceKey("/Resources", Handle::parse("<< /Font << /F0 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >>"));
    Handle note = Handle::parse("<< /Type /Annot /Subtype /FreeText /F 0 /DA (/F0 9 Tf 0 g) /Rect [" + number(box.x / mm_per_point) + " " + number(h - box.bottom() / mm_per_point) + " " +
                                number(box.right() / mm_per_point) + " " + number(h - box.y / mm_per_point) + "] >>");  // /F 0: not printed
    note.replaceKey("/Contents", Handle::newUnicodeString(std::string(what)));
    note.replaceKey("/AP", Handle::newDictionary({{"/N", look}}));
    page.replaceKey("/Annots", Handle::newArray({pdf_->makeIndirectObject(note)}));
}

void Pdf::each_cmap(const std::function<std::string(std::string)>& change) {
    std::vector<QPDFObjGen> done;
    for (Handle page : pdf_->getAllPages()) {
        std::vector<Handle> open{page.getKey("/Resources")};
        for (int depth = 0; depth < 6 && !open.empty(); ++depth) {
            std::vector<Handle> deeper;
            for (Handle resources : open) {
                if (!resources.isDictionary()) continue;
                if (resources.getKey("/Font").isDictionary())
                    for (auto& [name, font] : resources.getKey("/Font").getDictAsMap()) {
                        Handle map = font.getKey("/ToUnicode");
                        if (!map.isStream() || std::find(done.begin(), done.end(), map.getObjGen()) != done.end()) continue;
                        done.push_back(map.getObjGen());
                        const auto data = map.getStreamData();
                        map.replaceStreamData(change(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize())), Handle::newNull(), Handle::newNull());
                        font.removeKey("/Encoding");
                    }
                if (resources.getKey("/XObject").isDictionary())
                    for (auto& [name, object] : resources.getKey("/XObject").getDictAsMap())
                        if (object.isStream() && object.getDict().hasKey("/Resources")) deeper.push_back(object.getDict().getKey("/Resources"));
            }
            open = std::move(deeper);
        }
    }
}

void Pdf::lie(char from, char to) {
    each_cmap([&](std::string map) {
        std::array<char, 8> old_code{}, new_code{};
        std::snprintf(old_code.data(), old_code.size(), "<%04x>", static_cast<unsigned>(from));
        std::snprintf(new_code.data(), new_code.size(), "<%04x>", static_cast<unsigned>(to));
        for (std::size_t at = map.find("beginbf"); (at = map.find(old_code.data(), at)) != std::string::npos; ++at) map.replace(at, 6, new_code.data());
        return map;
    });
}

void Pdf::cipher() {
    each_cmap([](std::string map) {
        // Every target moves by a few letters: the text is there, and is nonsense.
        for (std::size_t at = map.find("beginbf"); (at = map.find('<', at)) != std::string::npos; ++at) {
            if (map.size() < at + 6 || map[at + 5] != '>') continue;
            const auto code = static_cast<unsigned>(std::stoul(map.substr(at + 1, 4), nullptr, 16));
            if (code < 0x30 || code > 0x7A) continue;
            std::array<char, 8> text{};
            std::snprintf(text.data(), text.size(), "%04x", 0x30 + (code - 0x30 + 17) % 75);
            map.replace(at + 1, 4, text.data());
        }
        return map;
    });
}

void Pdf::sign(std::string signer, Date on, bool broken) {
    signer_ = std::move(signer);
    signed_on_ = on;
    broken_ = broken;
}

int Pdf::pages() const { return static_cast<int>(pdf_->getAllPages().size()); }

std::string Pdf::bytes(std::string_view producer, Date made) {
    std::string stamp = iso(made);
    std::erase(stamp, '-');
    Handle info = Handle::newDictionary();
    info.replaceKey("/Producer", Handle::newString(std::string(producer)));
    info.replaceKey("/CreationDate", Handle::newString("D:" + stamp + "101500Z"));
    pdf_->getTrailer().replaceKey("/Info", pdf_->makeIndirectObject(info));
    if (!signer_.empty()) prepare_signature(*pdf_, signer_, signed_on_);
    QPDFWriter writer(*pdf_);
    writer.setOutputMemory();
    writer.setStaticID(true);
    if (locked_ || owner_locked_) {
        writer.setStaticAesIV(true);
        writer.setR4EncryptionParametersInsecure(locked_ ? "secret-2017" : "", "secret-2017", true, true, true, true, true, true, qpdf_r3p_full, true, true);
    }
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    std::string written(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    if (signer_.empty()) return written;
    written = signed_bytes(std::move(written), signer_, signed_on_);
    if (broken_) {
        const std::size_t at = written.find("101500Z");  // the hour in the file's own date: nothing seen changes
        if (at != std::string::npos) written[at + 2] = '4';
    }
    return written;
}

}  // namespace paraphe::samples
