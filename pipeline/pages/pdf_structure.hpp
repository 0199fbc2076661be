#pragma once

#include "model/file.hpp"
#include "model/limits.hpp"
#include "model/page.hpp"
#include "pages/pages.hpp"
#include "pages/pdf_content.hpp"

#include <qpdf/QPDF.hh>

#include <memory>
#include <span>
#include <vector>

namespace paraphe::pages {

/// The objects of a PDF (by qpdf): what its pages are made of, its annotations, fields, attachments and facts.
class PdfStructure {
public:
    /// Null when qpdf cannot make sense of the file; it may still be drawn.
    static std::unique_ptr<PdfStructure> open(std::span<const unsigned char> bytes, const Limits& limits);

    /// The file as print sees it, where that differs from the bytes: without annotations that do not print, with the
    /// layers that print. Empty when the bytes may be drawn as they are.
    [[nodiscard]] const std::vector<unsigned char>& print_view() const { return print_view_; }
    [[nodiscard]] const FileFacts& facts() const { return facts_; }
    [[nodiscard]] const std::vector<File::Attachment>& attachments() const { return attachments_; }

    [[nodiscard]] PageContent content(int number);
    /// Ink, stamps, typed text laid on the page and filled signature fields that print.
    [[nodiscard]] std::vector<Mark> marks(int number) const;
    /// Annotations that a screen shows and print does not.
    [[nodiscard]] std::vector<Overlay> unprinted(int number) const;

private:
    struct PageNotes {
        std::vector<Mark> marks;
        std::vector<Overlay> unprinted;
    };

    void take_facts(std::span<const unsigned char> bytes);
    void take_annotations();
    void take_attachments(const Limits& limits);
    bool settle_layers();

    QPDF pdf_;
    std::vector<QPDFPageObjectHelper> pages_;
    std::vector<PageNotes> notes_;
    FileFacts facts_;
    std::vector<File::Attachment> attachments_;
    std::vector<unsigned char> print_view_;
    bool dropped_ = false;
};

}  // namespace paraphe::pages
