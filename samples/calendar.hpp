#pragma once

#include <chrono>
#include <string>

namespace paraphe::samples {

using Date = std::chrono::sys_days;

Date date(int year, unsigned month, unsigned day);
/// Calendar months; ends with the month where the day does not exist.
Date add_months(Date from, int months);
int year_of(Date day);

std::string iso(Date day);                ///< 2017-02-20
std::string slashed(Date day);            ///< 20/02/2017
std::string dotted(Date day);             ///< 20.02.17
std::string in_words(Date day);           ///< 20 février 2017, 1er mars 2017

/// French number words, 0 to 999 999. `reformed`: hyphens everywhere (1990).
std::string number_words(int number, bool reformed = false);
/// 1 234,50 with a plain space between the thousands.
std::string euros(double amount, bool cents = true);

}  // namespace paraphe::samples
