#pragma once

#include "model/date.hpp"
#include "model/form.hpp"

#include <string>
#include <vector>

namespace paraphe {

/// A cluster of the label's list, with every name it bears or bore.
struct Cluster {
    std::string name;
    std::vector<std::string> aliases;

    friend bool operator==(const Cluster&, const Cluster&) = default;
};

/// What reading must look for, taken from the rulebook by `app`. A reading names its hash.
struct Expectations {
    std::vector<Cluster> clusters;
    std::vector<std::string> payees;         ///< accepted names on the cheque: "France IT", ...
    double fee = 0;                          ///< euros
    std::vector<std::string> decisive;       ///< "kbis.issued_on", ...: values confirmed on their picture
    std::vector<std::string> fixed_wording;  ///< pieces whose text is the label's own: nobody may add words to it
    std::vector<std::string> label_names;    ///< "Entreprise Numérique Responsable", "ENR", "France IT"
    std::vector<Form> forms;                 ///< one a piece at most
    int first_year = 2008, last_year = 2040; ///< of the label: a cheque of another year is misread (in ink 2014 reads as 2044)

    friend bool operator==(const Expectations&, const Expectations&) = default;
};

[[nodiscard]] inline bool plausible_year(const Date& day, const Expectations& expected) {
    const auto year = static_cast<int>(day.year());
    return year >= expected.first_year && year <= expected.last_year;
}

}  // namespace paraphe
