#pragma once

#include "extractors/common/labels.hpp"
#include "model/document.hpp"

#include <string>
#include <vector>

namespace paraphe::extractors {

/// Candidates of the fields of one document. The best becomes the field, all others stay beside it.
class Pool {
public:
    /// One more candidate. Two that say the same strengthen each other; a close rival weakens the chosen one.
    void add(const std::string& field, Value value, double confidence, Place place, std::string why);
    void add(const std::string& field, const Sheet& sheet, const Dated& date, double weight = 1);

    /// A value that is right but never the first choice: a trade name beside the company's name. Kept in `others`.
    void add_alternate(const std::string& field, Value value, double confidence, Place place, std::string why);

    /// Lowers every candidate of a field, and says why.
    void weaken(const std::string& field, double factor, const std::string& why);

    [[nodiscard]] bool has(const std::string& field) const;
    /// The best so far, or null.
    [[nodiscard]] const Candidate* best(const std::string& field) const;

    /// The fields, in the order in which their first candidate came.
    [[nodiscard]] std::vector<Field> fields() const;

private:
    struct Entry {
        std::string name;
        std::vector<Candidate> rivals, alternates;
    };
    Entry& entry(const std::string& field);
    std::vector<Entry> entries_;
};

}  // namespace paraphe::extractors
