#pragma once

#include "model/reading.hpp"
#include "model/verdict.hpp"
#include "report/pictures.hpp"
#include "report/report.hpp"

#include <concepts>
#include <kainjow/mustache.hpp>
#include <map>
#include <string>
#include <string_view>

namespace paraphe::report {

using Data = kainjow::mustache::data;

/// What every part of the page needs.
struct PageContext {
    const Reading& reading;
    const Judgement& judgement;
    Language language = Language::fr;
    Pictures& pictures;
    std::map<std::string, std::string> titles;  ///< of the pieces, by id
};

/// Sets a text; an empty one counts as absent for `{{#key}}`.
inline void put(Data& data, const char* key, std::string_view text) {
    if (text.empty()) data.set(key, Data{Data::type::bool_false});
    else data.set(key, std::string{text});
}
/// For a true bool only: a text's pointer must not become one.
template <std::same_as<bool> Bool>
void put(Data& data, const char* key, Bool yes) { data.set(key, Data{yes ? Data::type::bool_true : Data::type::bool_false}); }

/// The CSS class of an outcome or verdict.
[[nodiscard]] const char* css(Outcome outcome);
[[nodiscard]] const char* css(Verdict verdict);

/// "kbis.pdf, page 2"
[[nodiscard]] std::string place_in_words(const Place& place, Language language);

/// The pieces, each with its checks, values and sheets.
[[nodiscard]] Data pieces_data(PageContext& context);
[[nodiscard]] Data check_data(PageContext& context, const Check& check);
[[nodiscard]] Data figures_data(PageContext& context, const std::vector<Place>& places, const std::string& label, const char* frame);
/// Who appears in which piece.
[[nodiscard]] Data identity_data(PageContext& context);
/// Every file and what became of its pages.
[[nodiscard]] Data files_data(PageContext& context);

/// The first document that the piece was judged on, or null.
[[nodiscard]] const Document* judged_document(const Reading& reading, const PieceJudgement& piece);

}  // namespace paraphe::report
