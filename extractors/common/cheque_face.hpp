#pragma once

#include "extractors/common/sheets.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace paraphe::extractors {

/// Where a cheque lies on a sheet and what its zones hold: it may fill the page, be the foot of a lettre-chèque or lie beside
/// other papers. All boxes upright.
struct ChequeFace {
    Box all;                             ///< from the pre-printed words of the cheque
    std::vector<std::size_t> lines;      ///< of the sheet, that stand on it
    std::optional<Span> pay_against;     ///< "Payez contre ce chèque"
    std::optional<Span> order;           ///< "à l'ordre de", or the "à" before the payee
    std::optional<Span> payable;         ///< "Payable en France"
    std::optional<Span> number;          ///< "Chèque n°"
};

/// The cheque of a sheet; nothing when neither its print nor the sum written twice was read.
[[nodiscard]] std::optional<ChequeFace> cheque_on(const Sheet& sheet);

/// The zone of the signature: the lower right, below date and place.
[[nodiscard]] Box signature_zone(const Sheet& sheet, const ChequeFace& face);

/// Where each thing that is filled in belongs. Banks differ by a few millimetres: the places leave room for that.
struct ChequePlaces {
    Box figures, words, payee, date, magnetic_line;
};
[[nodiscard]] ChequePlaces places_on(const Sheet& sheet, const ChequeFace& face);

}  // namespace paraphe::extractors
