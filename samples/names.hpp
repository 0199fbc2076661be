#pragma once

#include <set>
#include <string>

#include "samples/random.hpp"

namespace paraphe::samples {

/// File names as people give them.
class FileNames {
public:
    FileNames(Random rng, std::string company) : rng_(rng), company_(std::move(company)), way_(rng_.between(0, 4)) {}
    std::string folder();
    /// piece empty: several pieces in one file.
    std::string file(const std::string& piece, int year, const std::string& extension);
    std::string copy_of(const std::string& name);

private:
    std::string unique(std::string stem, const std::string& extension);
    Random rng_;
    std::string company_;
    int way_;
    int counter_ = 0;
    std::set<std::string> used_;
};

}  // namespace paraphe::samples
