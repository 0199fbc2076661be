#pragma once

#include "pages/page_content.hpp"

#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace paraphe::pages {

/// The frame of a page: from user space to fractions of the page as a viewer shows it.
struct PageFrame {
    double x0 = 0, y0 = 0, width = 0, height = 0;  ///< crop box, user space
    int rotate = 0;                                ///< /Rotate, 0 to 270
    double unit = 1;                               ///< /UserUnit

    [[nodiscard]] Box to_viewer(double left, double bottom, double right, double top) const;
};

[[nodiscard]] PageFrame frame_of(QPDFPageObjectHelper& page);
/// Follows the page's program and the forms it draws. Never throws.
[[nodiscard]] PageContent content_of(QPDFPageObjectHelper page);

}  // namespace paraphe::pages
