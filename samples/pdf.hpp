#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "samples/paper.hpp"
#include "samples/sheet.hpp"

class QPDF;

namespace paraphe::samples {

/// A word of a text layer: its box in fractions of the picture, before any quarter turn.
struct LayerWord {
    std::string text;
    Rect box;
};

/// One PDF being put together: drawn pages and pictures of pages.
class Pdf {
public:
    Pdf();
    ~Pdf();
    Pdf(const Pdf&) = delete;
    Pdf& operator=(const Pdf&) = delete;

    /// `pasted`: ink goes in as pictures with transparency, as people paste a scanned signature.
    void add_drawn(const Sheet& sheet, bool pasted);
    void add_picture(const Picture& picture, const std::vector<LayerWord>& layer);
    /// Of the last page added.
    void turn(int degrees_clockwise);
    /// Text laid over the last page: points from the top left; `invisible` adds nothing to see.
    void overlay_text(double x, double y, double size, std::string_view what, bool invisible);
    void overlay_white(const Rect& box_mm);
    /// Text that is seen on a screen and not on paper.
    void overlay_layer(double x, double y, double size, std::string_view what);
    void annotate(const Rect& box_mm, std::string_view what);
    /// Makes the text of the drawn pages read differently from what they show: digits `from` read as `to`.
    void lie(char from, char to);
    /// Makes the text of the drawn pages unreadable.
    void cipher();

    /// A password nobody is told.
    void lock() { locked_ = true; }
    /// A password only for changing: anyone may open it.
    void owner_lock() { owner_locked_ = true; }

    /// A digital signature over the whole file; `broken`: one letter changes after it was signed.
    void sign(std::string signer, Date on, bool broken);

    [[nodiscard]] int pages() const;
    [[nodiscard]] std::string bytes(std::string_view producer, Date made);

private:
    void append_content(const std::string& content);
    void each_cmap(const std::function<std::string(std::string)>& change);

    std::unique_ptr<QPDF> pdf_;
    std::vector<std::shared_ptr<std::string>> held_;  ///< the bytes the sources read from
    std::vector<std::unique_ptr<QPDF>> sources_;
    bool locked_ = false, owner_locked_ = false, broken_ = false;
    std::string signer_;  ///< empty: not signed
    Date signed_on_{};
};

}  // namespace paraphe::samples
