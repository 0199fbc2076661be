#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// Decodes the magnetic line of a cheque in its place (the slot "cheque_number"): the number that it bears confirms the printed
/// one or stands for it, and its key must be the one printed in parentheses (the finding "printed_key").
void read_magnetic_line(Document& document, const LookAgain& look);

}  // namespace paraphe::confirm
