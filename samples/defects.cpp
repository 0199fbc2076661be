#include "samples/defects.hpp"

namespace paraphe::samples {

std::span<const Defect> defects() {
    static const std::vector<Defect> all = [] {
        auto list = defects_of_papers();
        for (const auto& part : {defects_of_company(), defects_of_cover()}) list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

std::span<const Defect> must_pass() {
    static const std::vector<Defect> all = variants_that_must_pass();
    return all;
}

const Defect* find_defect(std::string_view name) {
    for (const auto list : {defects(), must_pass()})
        for (const Defect& defect : list)
            if (defect.name == name) return &defect;
    return nullptr;
}

}  // namespace paraphe::samples
