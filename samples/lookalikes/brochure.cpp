#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void draw(const Facts& facts, Booklet& booklet) {
    static_cast<void>(facts);
    const std::vector<std::pair<std::string, std::vector<std::string>>> slides{{"Le label Entreprise Numérique Responsable", {"Un réseau de clusters", "Une charte partagée", "Une reconnaissance nationale"}},
        {"Pourquoi se faire labelliser ?", {"Rassurer ses clients", "Se distinguer de ses concurrents", "Progresser avec ses pairs"}}, {"Comment candidater ?", {"Retirer le dossier auprès de votre cluster", "Réunir les pièces", "Régler les frais d'audit"}},
        {"Ils sont labellisés", {"« Le label nous a ouvert des portes. »", "« Un vrai outil de progrès. »"}}};
    for (const auto& [title, points] : slides) {
        Sheet& sheet = booklet.page(true);
        sheet.fill({0, 0, 297, 34}, booklet.theme.accent);
        sheet.text(18, 10, 260, title, {.size = 26, .bold = true, .colour = {1, 1, 1}});
        sheet.logo({240, 176, 40, 14}, "France IT", booklet.theme.accent);
        double y = 58;
        for (const std::string& point : points) y = sheet.text(34, y, 220, "• " + point, {.size = 20}) + 10;
    }
}

}  // namespace

namespace lookalikes {
extern const Drawing brochure;
const Drawing brochure{"brochure", 1, false, draw};
}  // namespace lookalikes
}  // namespace paraphe::samples
