#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void draw(const Facts& facts, Booklet& booklet) {
    Sheet& sheet = booklet.page(true);
    sheet.text(12, 12, 273, "Organigramme de la société " + facts.us.name, {.size = 17, .bold = true, .align = Align::centre});
    const auto node = [&](double x, double y, const std::string& who, const std::string& what) {
        sheet.frame({x, y, 52, 18}, 0.4, booklet.theme.accent);
        sheet.text(x, y + 2.5, 52, who, {.size = 10, .bold = true, .align = Align::centre});
        sheet.text(x, y + 9, 52, what, {.size = 9, .align = Align::centre});
    };
    node(122, 34, facts.us.director.full(), facts.us.role);
    const std::size_t count = std::min<std::size_t>(facts.staff.rows.size(), 8);
    for (std::size_t i = 0; i < count; ++i) {
        const double x = 20 + 66 * static_cast<double>(i % 4), y = 80 + 46 * static_cast<double>(i / 4);
        sheet.rule(148, 52, x + 26, y, 0.3);
        node(x, y, facts.staff.rows[i].person.full(), facts.staff.rows[i].job);
    }
}

}  // namespace

namespace lookalikes {
extern const Drawing org_chart;
const Drawing org_chart{"org_chart", 1, false, draw};
}  // namespace lookalikes
}  // namespace paraphe::samples
