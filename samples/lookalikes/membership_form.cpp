#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void draw(const Facts& facts, Booklet& booklet) {
    const ClusterOrg& cluster = facts.cluster.cluster;
    Sheet& sheet = booklet.page();
    sheet.logo({20, 14, 60, 13}, cluster.name, booklet.theme.accent);
    sheet.text(20, 40, 170, "BULLETIN D'ADHÉSION " + std::to_string(facts.cluster.year), {.size = 17, .bold = true, .align = Align::centre});
    double y = 64;
    for (const auto& [label, value] : std::vector<std::pair<std::string, std::string>>{{"Raison sociale", facts.us.name}, {"Adresse", facts.us.address.line()}, {"SIRET", facts.us.siret_spaced()}, {"Dirigeant", facts.us.director.full()}, {"Téléphone", facts.us.phone}}) {
        sheet.text(22, y - 4, 40, label + " :", {.size = 10.5});
        sheet.dots(60, 188, y + 0.8);
        booklet.entry(sheet, 62, y, 124, value);
        y += 11;
    }
    y = sheet.text(22, y + 4, 166, "Je souhaite adhérer à l'association et je joins mon règlement de " + euros(facts.cluster.amount, false) + " €, à établir à son ordre. L'adhésion prendra effet à réception du règlement et après accord du bureau.", {.size = 10.5, .leading = 1.3}) + 8;
    sheet.text(110, y, 80, "Date et signature :", {.size = 10.5});
    sheet.sign({112, y + 8, 60, 22}, booklet.signer(facts.us.director));
}

}  // namespace

namespace lookalikes {
extern const Drawing membership_form;
const Drawing membership_form{"membership_form", 1, false, draw};
}  // namespace lookalikes
}  // namespace paraphe::samples
