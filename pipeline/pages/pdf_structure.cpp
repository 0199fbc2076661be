#include "pages/pdf_structure.hpp"

#include "pages/pdf_signatures.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <cctype>
#include <exception>
#include <set>
#include <string_view>

namespace paraphe::pages {
namespace {

constexpr int flag_hidden = 2, flag_print = 4;

/// "D:20170220143000+01'00'" to "2017-02-20T14:30:00"; "" for anything else.
std::string iso_date(std::string_view date) {
    if (date.starts_with("D:")) date.remove_prefix(2);
    std::string digits;
    for (const char c : date) {
        if (!std::isdigit(static_cast<unsigned char>(c)) || digits.size() == 14) break;
        digits += c;
    }
    if (digits.size() < 8) return {};
    const auto part = [&](std::size_t from, std::size_t length) { return std::string_view(digits).substr(from, length); };
    std::string iso(part(0, 4));
    iso.append("-").append(part(4, 2)).append("-").append(part(6, 2));
    if (digits.size() >= 12) iso.append("T").append(part(8, 2)).append(":").append(part(10, 2)).append(":").append(digits.size() == 14 ? part(12, 2) : "00");
    return iso;
}

std::string utf8(QPDFObjectHandle dictionary, const char* key) {
    auto value = dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
    if (!value.isString()) return {};
    auto text = value.getUTF8Value();
    if (text.size() > 500) text.resize(500);
    std::erase(text, '\0');
    return text;
}

int occurrences(std::span<const unsigned char> bytes, std::string_view what) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    int count = 0;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

Box annotation_box(QPDFPageObjectHelper& page, QPDFObjectHandle annotation) {
    auto rectangle = annotation.getKey("/Rect");
    if (!rectangle.isRectangle()) return {};
    const auto r = rectangle.getArrayAsRectangle();
    return intersection(frame_of(page).to_viewer(std::min(r.llx, r.urx), std::min(r.lly, r.ury), std::max(r.llx, r.urx), std::max(r.lly, r.ury)),
                        {0, 0, 1, 1});
}

/// The mark that a printing annotation makes, if any.
std::optional<Mark> mark_of(const std::string& subtype, QPDFObjectHandle annotation, const Box& box) {
    Mark mark;
    mark.box = box;
    mark.electronic = true;
    mark.text = utf8(annotation, "/Contents");
    if (subtype == "/Ink") {
        // Drawn with a finger or a mouse: a signature when large, a paraph when small (a paraph is under 30 x 20 mm).
        mark.kind = box.w > 0.15 || box.h > 0.07 ? MarkKind::signature : MarkKind::paraph;
        mark.confidence = 0.9;
        return mark;
    }
    if (subtype == "/Stamp") {
        mark.kind = MarkKind::stamp;
        mark.confidence = 0.9;
        return mark;
    }
    if (subtype == "/FreeText") {
        mark.kind = MarkKind::handwriting;  // typed, standing where a hand would write
        mark.confidence = 0.6;
        return mark;
    }
    auto type = annotation.getKey("/FT");
    auto value = annotation.getKey("/V");
    auto parent = annotation.getKey("/Parent");
    if (!type.isName() && parent.isDictionary()) type = parent.getKey("/FT");
    if (!value.isDictionary() && parent.isDictionary()) value = parent.getKey("/V");
    if (subtype == "/Widget" && type.isName() && type.getName() == "/Sig" && value.isDictionary()) {
        mark.kind = MarkKind::digital_signature;
        mark.confidence = 0.95;
        mark.text = utf8(value, "/Name");
        return mark;
    }
    return {};
}

std::set<QPDFObjGen> references(QPDFObjectHandle array) {
    std::set<QPDFObjGen> result;
    if (array.isArray())
        for (auto& item : array.getArrayAsVector())
            if (item.isIndirect()) result.insert(item.getObjGen());
    return result;
}

}  // namespace

std::unique_ptr<PdfStructure> PdfStructure::open(std::span<const unsigned char> bytes, const Limits& limits) {
    auto structure = std::make_unique<PdfStructure>();
    try {
        structure->pdf_.setSuppressWarnings(true);
        structure->pdf_.processMemoryFile("document", reinterpret_cast<const char*>(bytes.data()), bytes.size());
        structure->pages_ = QPDFPageDocumentHelper(structure->pdf_).getAllPages();
        if (structure->pages_.size() > static_cast<std::size_t>(limits.pages)) return {};
        structure->take_facts(bytes);
        structure->take_annotations();
        structure->take_attachments(limits);
        if (structure->settle_layers() || structure->dropped_) {
            QPDFWriter writer(structure->pdf_);
            writer.setOutputMemory();
            writer.setPreserveEncryption(false);
            writer.setStreamDataMode(qpdf_s_preserve);
            writer.write();
            const auto buffer = writer.getBufferSharedPointer();
            structure->print_view_.assign(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
        }
    } catch (const std::exception&) {
        return {};
    }
    return structure;
}

void PdfStructure::take_facts(std::span<const unsigned char> bytes) {
    auto info = pdf_.getTrailer().getKey("/Info");
    facts_.producer = utf8(info, "/Producer");
    facts_.creator = utf8(info, "/Creator");
    facts_.title = utf8(info, "/Title");
    facts_.author = utf8(info, "/Author");
    facts_.created_at = iso_date(utf8(info, "/CreationDate"));
    facts_.modified_at = iso_date(utf8(info, "/ModDate"));
    facts_.owner_locked = pdf_.isEncrypted();
    // A linearised file has one more end mark, for its first page.
    const int linearised = occurrences(bytes.first(std::min<std::size_t>(bytes.size(), 1024)), "/Linearized");
    facts_.revisions = std::max(1, occurrences(bytes, "%%EOF") - std::min(linearised, 1));
    facts_.signatures = signatures_of(pdf_, pages_, bytes);
}

void PdfStructure::take_annotations() {
    notes_.resize(pages_.size());
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        auto page = pages_[i].getObjectHandle();
        auto annotations = page.getKey("/Annots");
        if (!annotations.isArray()) continue;
        auto kept = QPDFObjectHandle::newArray();
        for (auto& annotation : annotations.getArrayAsVector()) {
            if (!annotation.isDictionary()) continue;
            auto flags_object = annotation.getKey("/F");
            const int flags = flags_object.isInteger() ? flags_object.getIntValueAsInt() : 0;
            auto type = annotation.getKey("/Subtype");
            const std::string subtype = type.isName() ? type.getName() : "";
            const Box box = annotation_box(pages_[i], annotation);
            if ((flags & flag_hidden) != 0 || (flags & flag_print) == 0) {
                dropped_ = true;
                const bool shows = (flags & flag_hidden) == 0 && subtype != "/Link" && subtype != "/Popup" && !box.empty();
                if (shows && notes_[i].unprinted.size() < 200) notes_[i].unprinted.push_back({"annotation", utf8(annotation, "/Contents"), box});
                continue;
            }
            kept.appendItem(annotation);
            if (auto mark = mark_of(subtype, annotation, box); mark && !box.empty() && notes_[i].marks.size() < 200)
                notes_[i].marks.push_back(std::move(*mark));
        }
        page.replaceKey("/Annots", kept);
    }
}

void PdfStructure::take_attachments(const Limits& limits) {
    std::uint64_t total = 0;
    QPDFEmbeddedFileDocumentHelper helper(pdf_);
    for (auto& [key, specification] : helper.getEmbeddedFiles()) {
        if (attachments_.size() >= static_cast<std::size_t>(limits.entries)) break;
        auto stream = specification->getEmbeddedFileStream();
        if (!stream.isStream()) continue;
        const auto data = stream.getStreamData(qpdf_dl_all);
        total += data->getSize();
        if (data->getSize() > limits.file_bytes || total > limits.total_bytes) break;
        auto name = specification->getFilename();
        attachments_.push_back({name.empty() ? key : name, {data->getBuffer(), data->getBuffer() + data->getSize()}});
    }
}

/// Makes the default state of optional content what print shows. True when that changed anything.
bool PdfStructure::settle_layers() {
    auto properties = pdf_.getRoot().getKey("/OCProperties");
    if (!properties.isDictionary()) return false;
    auto settings = properties.getKey("/D");
    if (!settings.isDictionary()) return false;
    auto base = settings.getKey("/BaseState");
    const bool base_off = base.isName() && base.getName() == "/OFF";
    const auto on = references(settings.getKey("/ON")), off = references(settings.getKey("/OFF"));
    std::set<QPDFObjGen> printed_by_usage;
    auto usage_rules = settings.getKey("/AS");
    if (usage_rules.isArray())
        for (auto& rule : usage_rules.getArrayAsVector())
            if (rule.isDictionary() && rule.getKey("/Event").isName() && rule.getKey("/Event").getName() == "/Print")
                printed_by_usage.merge(references(rule.getKey("/OCGs")));
    auto hidden = QPDFObjectHandle::newArray();
    auto groups = properties.getKey("/OCGs");
    if (!groups.isArray()) return false;
    for (auto& group : groups.getArrayAsVector()) {
        if (!group.isDictionary()) continue;
        const auto id = group.getObjGen();
        bool shown = off.contains(id) ? false : on.contains(id) || !base_off;
        auto usage = group.getKey("/Usage");
        if (printed_by_usage.contains(id) && usage.isDictionary() && usage.getKey("/Print").isDictionary()) {
            auto state = usage.getKey("/Print").getKey("/PrintState");
            if (state.isName()) shown = state.getName() != "/OFF";
        }
        if (!shown) hidden.appendItem(group);
    }
    settings.replaceKey("/OFF", hidden);
    settings.removeKey("/ON");
    settings.removeKey("/AS");
    settings.removeKey("/BaseState");
    return true;
}

PageContent PdfStructure::content(int number) {
    if (number < 1 || static_cast<std::size_t>(number) > pages_.size()) return {};
    return content_of(pages_[static_cast<std::size_t>(number - 1)]);
}

std::vector<Mark> PdfStructure::marks(int number) const {
    if (number < 1 || static_cast<std::size_t>(number) > notes_.size()) return {};
    return notes_[static_cast<std::size_t>(number - 1)].marks;
}

std::vector<Overlay> PdfStructure::unprinted(int number) const {
    if (number < 1 || static_cast<std::size_t>(number) > notes_.size()) return {};
    return notes_[static_cast<std::size_t>(number - 1)].unprinted;
}

}  // namespace paraphe::pages
