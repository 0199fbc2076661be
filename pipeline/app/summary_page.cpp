// The night's page: one table that sorts by any column, without a line from elsewhere.

#include "app/sha256.hpp"
#include "app/summary_row.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <array>
#include <kainjow/mustache.hpp>

namespace paraphe::app {
namespace {

using kainjow::mustache::data;
using report::Language;

// On a phone each row becomes a block: the roles keep it a table for those who listen, the labels name what would not speak for itself.
constexpr const char* page_template =
    R"html(<!doctype html>
<html lang="{{lang}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '{{{script_source}}}'; base-uri 'none'; form-action 'none'">
<title>Paraphe : {{heading}}</title>
<style>
:root{color-scheme:light dark;--ink:#1c2430;--paper:#fbfaf7;--line:#d9d5cb;--ok:#1d6b3a;--no:#9c1f1f;--see:#8a5a00}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6e0;--paper:#15181d;--line:#3a3f47;--ok:#7fd19c;--no:#ff9a93;--see:#f2c26b}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;max-width:80rem;padding:2rem 1rem}
h1{font-size:1.5rem;margin:0 0 .25rem}p.lead{margin:0 0 1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem;border-bottom:1px solid var(--line)}
thead th{font-size:.85rem}th button{all:unset;cursor:pointer;min-height:1.5rem;text-decoration:underline dotted;text-underline-offset:.25em}:focus-visible,th button:focus-visible{outline:2px solid;outline-offset:2px}
[aria-sort=ascending] button::after{content:" ▲"}[aria-sort=descending] button::after{content:" ▼"}td ul{margin:0;padding-left:1.1rem}tbody th{font-weight:400;overflow-wrap:anywhere;min-width:9rem}
a{color:inherit}.eligible{color:var(--ok)}.not_eligible{color:var(--no)}.review,.none{color:var(--see)}.verdict{font-weight:600;white-space:nowrap}
@media (max-width:48rem){body{padding:1rem}table,thead,tbody,tr,tbody th,td{display:block}thead tr{display:flex;flex-wrap:wrap;gap:.4rem 1.1rem;padding-bottom:.6rem;border-bottom:1px solid var(--line)}thead th{border:0;padding:0}
tbody tr{padding:.8rem 0;border-bottom:1px solid var(--line)}tbody th,td{border:0;padding:.1rem 0}tbody th{font-weight:600}td:empty{display:none}
td[data-label]::before{content:attr(data-label);margin-right:.6em;font-size:.85rem;opacity:.8}}
@media print{:root{--ink:#000;--paper:#fff;--line:#bbb;--ok:#1d6b3a;--no:#9c1f1f;--see:#8a5a00}html{font-size:9pt}body{font-size:1rem;max-width:none;padding:0}.wide{overflow:visible}tr{break-inside:avoid}th button{text-decoration:none}@page{size:A4 landscape;margin:12mm}}
</style></head><body><main>
<h1>{{heading}}</h1>
<p class="lead">{{lead}}</p>
{{#tables}}{{#title}}<h2>{{title}}</h2>
{{/title}}<div class="wide"><table role="table" aria-label="{{name}}"><thead role="rowgroup"><tr role="row">{{#columns}}<th role="columnheader" scope="col"><button type="button">{{column}}</button></th>{{/columns}}</tr></thead><tbody role="rowgroup">
{{#rows}}<tr role="row"><th role="rowheader" scope="row"><a href="{{link}}">{{name}}</a></th><td role="cell">{{company}}</td><td role="cell" class="verdict {{verdict}}" data-sort="{{rank}}">{{word}}</td><td role="cell" data-sort="{{count}}">{{#to_look}}<ul>{{#look}}<li>{{text}}</li>{{/look}}</ul>{{/to_look}}</td><td role="cell" data-sort="{{soonest}}" data-label="{{t_expires}}">{{expires}}</td><td role="cell" data-label="{{t_news}}">{{news}}</td></tr>
{{/rows}}</tbody></table></div>
{{/tables}}</main><script>{{{script}}}</script></body></html>
)html";

// Without it the page is the same, in its first order. A click sorts by that column, a second one turns it round; empty cells come last.
constexpr std::string_view script = R"js(
for (const head of document.querySelectorAll("thead th")) head.querySelector("button").addEventListener("click", () => {
  const body = head.closest("table").tBodies[0], column = head.cellIndex, up = head.getAttribute("aria-sort") !== "ascending";
  const key = row => row.cells[column].dataset.sort ?? row.cells[column].textContent;
  for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const order = (a, b) => !key(a) - !key(b) || (up ? 1 : -1) * key(a).localeCompare(key(b), document.documentElement.lang, {numeric: true});
  body.append(...[...body.rows].sort(order));
});
)js";

std::string word_of(const std::string& verdict, Language language) {
    if (verdict == "eligible") return std::string(report::word(Verdict::eligible, language));
    if (verdict == "not_eligible") return std::string(report::word(Verdict::not_eligible, language));
    if (verdict == "review") return std::string(report::word(Verdict::review, language));
    return std::string(report::in(language, "sans rapport", "no report"));
}

/// What needs a person comes first.
int rank_of(const std::string& verdict) {
    constexpr std::array order{"", "review", "not_eligible", "eligible"};
    return static_cast<int>(std::ranges::find(order, verdict) - order.begin());
}

std::string news_in_words(const SummaryRow& row, Language language) {
    if (row.news == "new") return std::string(report::in(language, "nouveau", "new"));
    if (row.news == "content") return std::string(report::in(language, "nouveau contenu", "new content"));
    if (row.news == "verdict") return std::string(report::in(language, "était ", "was ")) + word_of(row.previous_verdict, language);
    return {};
}

data shown(const SummaryRow& row, Language language) {
    data look{data::type::list};
    for (const auto& text : row.look) look << data("text", text);
    std::string expires, soonest;
    for (const auto& [piece, day] : row.expires) {
        expires += (expires.empty() ? "" : " ; ") + piece + " : " + report::date_in_words(day, language);
        soonest = soonest.empty() ? day : std::min(soonest, day);
    }
    data out;
    out.set("link", row.link);
    out.set("name", report::visible(row.name));
    out.set("company", report::visible(row.company));
    out.set("verdict", row.verdict.empty() ? "none" : row.verdict);
    out.set("rank", std::to_string(rank_of(row.verdict)));
    out.set("word", word_of(row.verdict, language));
    out.set("to_look", !row.look.empty());
    out.set("look", look);
    out.set("count", row.look.empty() ? "" : std::to_string(row.look.size()));
    out.set("expires", expires);
    out.set("soonest", soonest);
    out.set("news", news_in_words(row, language));
    return out;
}

std::string_view heading(Language language) { return report::in(language, "Dossiers contrôlés", "Dossiers checked"); }

data table_of(const std::vector<SummaryRow>& rows, std::string_view title, Language language) {
    const auto expires = report::in(language, "Expire sous 30 jours", "Expires within 30 days"), news = report::in(language, "Depuis la dernière nuit", "Since last night");
    data columns{data::type::list};
    for (const auto column : {std::string_view{"Dossier"}, report::in(language, "Entreprise", "Company"), std::string_view{"Verdict"},
                              report::in(language, "À regarder", "To look at"), expires, news})
        columns << data("column", std::string(column));
    data list{data::type::list};
    for (const auto& row : rows) list << shown(row, language);
    data table;
    if (!title.empty()) table.set("title", std::string(title));
    table.set("name", std::string(title.empty() ? heading(language) : title));
    table.set("t_expires", std::string(expires));
    table.set("t_news", std::string(news));
    table.set("columns", columns);
    table.set("rows", list);
    return table;
}

/// "Au 20 février 2017 : 12 dossiers. 3 à examiner, 2 non éligibles, 7 éligibles."
std::string lead_of(const std::vector<SummaryRow>& rows, const Night& night) {
    const auto language = night.language;
    std::string lead = std::string(report::in(language, "Au ", "On ")) + report::date_in_words(to_iso(night.day), language) +
                       std::string(report::in(language, " : ", ": ")) + std::to_string(rows.size()) +
                       (rows.size() == 1 ? " dossier." : " dossiers.");
    std::string parts;
    for (const auto* verdict : {"", "review", "not_eligible", "eligible"}) {
        const auto count = std::ranges::count(rows, verdict, &SummaryRow::verdict);
        if (count > 0) parts += (parts.empty() ? " " : ", ") + std::to_string(count) + " " + word_of(verdict, language);
    }
    return lead + parts + (parts.empty() ? "" : ".");
}

}  // namespace

std::string summary_html(const std::vector<store::Entry>& entries, const Night& night) {
    std::vector<SummaryRow> here, gone;
    for (const auto& entry : entries) (entry.gone_on.empty() ? here : gone).push_back(row_of(entry, night));
    std::ranges::stable_sort(here, {}, [](const SummaryRow& row) { return rank_of(row.verdict); });
    data tables{data::type::list};
    tables << table_of(here, "", night.language);
    if (!gone.empty()) tables << table_of(gone, report::in(night.language, "Plus dans la boîte", "No longer in the inbox"), night.language);
    data page;
    page.set("lang", std::string(report::in(night.language, "fr", "en")));
    page.set("heading", std::string(heading(night.language)));
    page.set("lead", lead_of(here, night));
    page.set("tables", tables);
    page.set("script", std::string(script));
    page.set("script_source", csp_source(script));
    return kainjow::mustache::mustache{page_template}.render(page);
}

}  // namespace paraphe::app
