#include "rules/kind.hpp"

namespace paraphe::rules {

std::string text_of(const CheckSpec& check, const std::string& name, std::string otherwise) {
    const auto found = check.parameters.find(name);
    const auto* value = found == check.parameters.end() ? nullptr : std::get_if<std::string>(&found->second);
    return value ? *value : otherwise;
}

double number_of(const CheckSpec& check, const std::string& name, double otherwise) {
    const auto found = check.parameters.find(name);
    const auto* value = found == check.parameters.end() ? nullptr : std::get_if<double>(&found->second);
    return value ? *value : otherwise;
}

bool flag_of(const CheckSpec& check, const std::string& name, bool otherwise) {
    const auto found = check.parameters.find(name);
    const auto* value = found == check.parameters.end() ? nullptr : std::get_if<bool>(&found->second);
    return value ? *value : otherwise;
}

std::vector<std::string> texts_of(const CheckSpec& check, const std::string& name) {
    const auto found = check.parameters.find(name);
    const auto* value = found == check.parameters.end() ? nullptr : std::get_if<std::vector<std::string>>(&found->second);
    return value ? *value : std::vector<std::string>{};
}

}  // namespace paraphe::rules
