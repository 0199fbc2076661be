#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "samples/facts.hpp"
#include "samples/sheet.hpp"

namespace paraphe::samples {

/// The pages of one document while it is drawn, and what its drawing may choose from.
class Booklet {
public:
    Booklet(std::string piece, const Facts& facts, Random rng);

    Sheet& page(bool landscape = false);
    Sheet& page_of(double width, double height);
    /// A place filled in: by hand where this document is filled by hand, else by machine. Its base line starts at (x, y).
    void entry(Sheet& on, double x, double y, double w, std::string_view what);
    [[nodiscard]] Signer signer(const Person& person) const;
    [[nodiscard]] Colour stamp_colour();
    /// "Fait à X, le D", signatory, mention, signature and stamp, as far as the facts hold them. Returns the y below.
    double closing(Sheet& on, double x, double y, double w, const Company& company, const SignedBy& by, bool fields = true);
    /// A date as this document writes dates.
    [[nodiscard]] std::string written(Date day) const;

    std::string piece;
    Random rng;
    Theme theme;
    int layout = 0;
    int date_form = 0;
    bool by_hand = false;
    bool lettered = false;  ///< `by_hand` was used
    Hand hand;
    std::vector<std::unique_ptr<Sheet>> sheets;
    std::vector<std::size_t> order;  ///< sheets as they are delivered; empty: as drawn

private:
    Random people_;
};

struct Drawing {
    std::string_view name;
    int layouts;
    bool can_be_by_hand;
    void (*draw)(const Facts& facts, Booklet& booklet);
};

const Drawing& drawing_of(std::string_view piece);     ///< of pieces/
const Drawing& lookalike_of(std::string_view name);    ///< of lookalikes/
std::vector<const Drawing*> all_drawings();
std::vector<const Drawing*> all_lookalikes();

}  // namespace paraphe::samples
