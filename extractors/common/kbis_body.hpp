#pragma once

#include "extractors/common/pool.hpp"
#include "extractors/common/sheets.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace paraphe::extractors {

/// The parts of an extract of the trade register, told by their titles. `head`: before the first title.
enum class BodyPart { head, identity, people, activity, observations };

/// Which part each line of an extract stands in; a part goes on over the end of a page.
class Body {
public:
    explicit Body(const std::vector<Sheet>& sheets);

    [[nodiscard]] BodyPart part(const Sheet& sheet, std::size_t line) const;
    /// Was a title of that part found?
    [[nodiscard]] bool has(BodyPart part) const;

private:
    std::map<const Sheet*, std::vector<BodyPart>> parts_;
    std::vector<BodyPart> found_;
};

/// The persons and companies that the extract names as its organs, auditors left out.
void read_representatives(const std::vector<Sheet>& sheets, const Body& body, Pool& pool);

/// The observations as printed, and what they say of the company: `struck_off`, `liquidation`, `dissolution`, `procedure_open`,
/// `procedure_closed`, `half_capital_lost`. What was opened and closed again, in the order of the dates, is closed.
void read_observations(const std::vector<Sheet>& sheets, const Body& body, Pool& pool, Extraction& out);

}  // namespace paraphe::extractors
