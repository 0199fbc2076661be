#pragma once

#include <string_view>

namespace paraphe::report {

/// One check: what was found, what to do, and the pictures that show it.
constexpr std::string_view check_template = R"page(<div class="check {{outcome}}"><svg class="icon" role="img" aria-label="{{outcome_word}}"><use href="#s-{{symbol}}"/></svg><div><p>{{message}}</p>{{#advice}}<p class="advice">{{advice}}</p>{{/advice}}{{#aside}}<p class="aside">{{aside}}</p>{{/aside}}</div>{{#has_figures}}<div class="figures">{{#figures}}<figure>{{{view}}}{{#no_view}}<p class="no-picture">{{no_view}}</p>{{/no_view}}<figcaption><bdi>{{caption}}</bdi></figcaption></figure>{{/figures}}</div>{{/has_figures}}</div>
)page";

}  // namespace paraphe::report
