#pragma once

#include "model/reading.hpp"
#include "report/report.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace paraphe::report {

/// The pictures of a reading as SVG. Each picture stands once in the page, in `definitions`; a view shows a window of it, upright,
/// with boxes framed, so nothing is decoded or cut here.
class Pictures {
public:
    Pictures(const Reading& reading, const PictureOf& picture_of);

    /// A window around the place, its box framed. `frame`: the CSS class of the frame. "" when there is no picture.
    [[nodiscard]] std::string view(const Place& place, const std::string& label, const std::string& frame);
    /// The whole page with boxes framed.
    [[nodiscard]] std::string whole_page(const std::string& path, int page, const std::vector<Box>& boxes, const std::string& label,
                                         const std::string& frame);
    /// The pictures used so far, to stand once in the page.
    [[nodiscard]] std::string definitions() const;

private:
    struct Page {
        double width = 210, height = 297;  // mm, as a viewer shows it
        int rotation = 0;
        std::string picture;
        std::vector<const Crop*> crops;
        std::string id;                    // of its picture in the page; "" until used
    };
    Page* find(const std::string& path, int page);
    /// Puts the picture among the definitions and gives its id; "" when there is none.
    std::string define(const std::string& picture, double x, double y, double width, double height);
    bool prepare(Page& page);
    std::string svg(const Page& page, const Box& window, const std::vector<Box>& boxes, const std::string& label, const std::string& frame,
                    const std::string& inner);

    const PictureOf& picture_of_;
    std::map<std::pair<std::string, int>, Page> pages_;
    std::map<std::string, std::string> defined_;  // picture's file name -> id
    std::string definitions_;
};

}  // namespace paraphe::report
