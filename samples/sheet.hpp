#pragma once

#include <cairo.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "samples/ink.hpp"
#include "samples/random.hpp"
#include "samples/world.hpp"

namespace paraphe::samples {

enum class Align { left, centre, right, justified };

struct Type {
    double size = 10;  ///< points
    bool bold = false, italic = false;
    Align align = Align::left;
    Colour colour{0, 0, 0};
    std::string family{};  ///< empty: the sheet's own
    double leading = 1.15;
};

struct Theme {
    std::string family = "Liberation Sans";
    double size = 10;
    Colour accent{0.1, 0.25, 0.5};
};
Theme make_theme(Random& rng);

struct Mark {
    std::string kind, who;
    Rect box;
    bool optional = false;
};
struct Negative {
    std::string kind;
    Rect box;
};
struct Field {
    std::string name;
    nlohmann::ordered_json value;
};
struct Word {
    std::string text;
    Rect box;
};

/// Who signs, and with what.
struct Signer {
    Person person;
    Random movement{0};
    Pen pen;
};

/// One page: what is printed, what is inked above it, and what is true of it. Millimetres, origin top left.
class Sheet {
public:
    Sheet(double width, double height, Theme theme, Random rng);
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    /// Prints text in a column `w` wide and returns the y below it.
    double text(double x, double y, double w, std::string_view what, const Type& type = {});
    [[nodiscard]] double width_of(std::string_view what, const Type& type = {}) const;
    [[nodiscard]] double height_of(double w, std::string_view what, const Type& type = {}) const;
    void rule(double x0, double y0, double x1, double y1, double thickness = 0.25, Colour colour = {});
    void frame(const Rect& box, double thickness = 0.25, Colour colour = {});
    void fill(const Rect& box, Colour colour);
    void dots(double x0, double x1, double y);
    void logo(const Rect& box, std::string_view letters, Colour colour);
    void code_square(const Rect& box);  ///< looks like a two-dimensional code; says nothing
    /// Rows of cells; the first is the head. Returns the y below. `heights`: 0 for what the text needs.
    double table(double x, double y, const std::vector<double>& widths, const std::vector<std::vector<std::string>>& rows, const Type& type,
                 double row_height = 0, bool grid = true, Colour head = {0.9, 0.9, 0.92});
    /// The context of the printed layer, in mm, for what the calls above do not draw.
    [[nodiscard]] cairo_t* print() const { return print_; }
    [[nodiscard]] cairo_t* ink() const { return ink_; }

    /// Handwriting whose base line starts at (x, y). Shrinks to `max_width`.
    Rect write(double x, double y, std::string_view what, const Hand& hand, double size, double max_width, bool optional = false);
    Rect sign(const Rect& zone, const Signer& signer, std::string_view who = "director", bool optional = false, double strength = 1);
    Rect paraph(Point centre, double size, const Signer& signer, bool same_to_the_pixel = false, double strength = 1, bool optional = false);
    Rect stamp_box(Point at, const std::vector<std::string>& lines, Colour colour, std::string_view who, bool optional, double scale = 1);
    Rect stamp_round(Point centre, double radius, std::string_view ring, std::string_view middle, Colour colour, std::string_view who, bool optional);
    Rect stamp_oval(Point centre, double radius, const std::vector<std::string>& lines, Colour colour, std::string_view who, bool optional);
    void smudge(const Rect& box, double darkness);
    void tick(Point at, bool cross);

    void field(std::string_view name, nlohmann::ordered_json value) { fields.push_back({std::string(name), std::move(value)}); }

    double width, height;
    Theme theme;
    Random rng;
    std::vector<Mark> marks;
    std::vector<Negative> negatives;
    std::vector<Field> fields;
    std::vector<Word> words;
    bool illegible = false;
    bool blank = false;
    double cropped_bottom = 0;  ///< what the scan loses, mm
    std::string piece;   ///< set by the booklet

    /// Draws the layers, in mm, on any cairo context.
    /// `absorb`: ink darkens what it covers, as on paper; else it covers.
    void replay(cairo_t* to, bool with_ink, bool absorb = true) const;
    void replay_ink(cairo_t* to) const;

private:
    double lay(cairo_t* to, double x, double y, double w, std::string_view what, const Type& type, bool record);
    void begin_stamp(double turn, Point about);
    void end_stamp(const Rect& around, Point about, double turn, std::string_view who, bool optional);

    cairo_surface_t* print_surface_;
    cairo_surface_t* ink_surface_;
    cairo_t* print_;
    cairo_t* ink_;
};

/// A cursor that moves down a sheet.
struct Flow {
    Sheet& sheet;
    double x, w, y;
    void say(std::string_view what, const Type& type = {}, double gap = 2);
    void skip(double mm) { y += mm; }
};

inline constexpr double mm_per_point = 25.4 / 72;

}  // namespace paraphe::samples
