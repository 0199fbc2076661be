#include "app/as_of.hpp"

#include <ctime>

namespace paraphe::app {

AsOf choose_as_of(const std::optional<Date>& option, const Reading& reading, const std::optional<Date>& journal, Date today) {
    if (option) return {*option, "option"};
    if (reading.deposited_on)
        if (const auto day = from_iso(*reading.deposited_on)) return {*day, "deposited_on"};
    if (reading.mailed_on)
        if (const auto day = from_iso(*reading.mailed_on)) return {*day, "mail"};
    if (journal) return {*journal, "journal"};
    return {today, "today"};
}

Date today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return Date{std::chrono::year{local.tm_year + 1900}, std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

}  // namespace paraphe::app
