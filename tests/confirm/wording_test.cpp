#include "confirm/wording.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace paraphe::confirm {
namespace {

/// One line of words.
PageReading line_of(const std::string& text) {
    PageReading page;
    std::istringstream words(text);
    double x = 0.01;
    for (std::string word; words >> word; x += 0.012) page.words.push_back({word, {x, 0.5, 0.01, 0.01}, 1, 0});
    return page;
}

/// What the page says in the place of what the form says: "[a|b]" for each stretch.
std::string told(const std::string& form_text, const std::string& page_text) {
    const auto form_page = line_of(form_text), page = line_of(page_text);
    const auto form = tokens_of(form_page), seen = tokens_of(page);
    std::string all;
    for (const auto& d : differences(form, seen)) {
        all += "[";
        for (auto i = d.form_begin; i < d.form_end; ++i) all += form[i].text + (i + 1 < d.form_end ? " " : "");
        all += "|";
        for (auto j = d.page_begin; j < d.page_end; ++j) all += seen[j].text + (j + 1 < d.page_end ? " " : "");
        all += "]";
    }
    return all;
}

TEST(Wording, WordsReplacedAddedAndTakenOutAreDifferences) {
    EXPECT_EQ(told("Le client est averti de toute sous-traitance.", "Le client est averti de toute sous-traitance."), "");
    EXPECT_EQ(told("une réponse sous dix jours", "une réponse sous trente jours"), "[DIX|TRENTE]");
    EXPECT_EQ(told("Elle débauche les salariés", "Elle ne débauche pas les salariés"), "[|NE][|PAS]");
    EXPECT_EQ(told("Les sources et les données du client lui sont restituées", "Les sources lui sont restituées"), "[ET LES DONNEES DU CLIENT|]");
    EXPECT_EQ(told("moins de 30 jours", "moins de 90 jours"), "[30|90]");
}

TEST(Wording, AScannersMisreadingsAreNone) {
    EXPECT_EQ(told("L'entreprise garantit la confidentialité", "L'entreprise garanlit la confidentiaiité"), "");
    EXPECT_EQ(told("la loi Informatique et Libertés", "la loi Informatique etLiber tés"), "");
    EXPECT_EQ(told("sous 10 jours", "sous 1O jours"), "");
}

TEST(Wording, DotsAreABlankToFill) {
    EXPECT_EQ(told("La société .................... accepte", "La société DUPONT accepte"), "[|DUPONT]");
    const auto form = line_of("Nom : ... ... ... et prénom…");
    const auto tokens = tokens_of(form);
    ASSERT_EQ(tokens.size(), 6u);
    EXPECT_TRUE(tokens[0].opens);
    EXPECT_TRUE(tokens[1].blank());
    EXPECT_EQ(tokens[5].text, "PRENOM") << "an ellipsis is no blank";
}

TEST(Wording, AnchorsStandOnceAndInOneOrder) {
    const auto form = line_of("alpha bravo charlie delta delta"), page = line_of("bravo alpha charlie delta");
    const auto found = anchors(tokens_of(form), tokens_of(page));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found.back(), (std::pair<std::size_t, std::size_t>{2, 2}));
}

}  // namespace
}  // namespace paraphe::confirm
