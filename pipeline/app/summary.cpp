#include "app/summary.hpp"

#include "app/outputs.hpp"

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

namespace paraphe::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr int soon_days = 30;

constexpr const char* page_template =
    R"html(<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Paraphe : dossiers contrôlés</title>
<style>
:root{color-scheme:light dark;--ink:#1c2430;--paper:#fbfaf7;--line:#d9d5cb;--ok:#1d6b3a;--no:#9c1f1f;--see:#8a5a00}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6e0;--paper:#15181d;--line:#3a3f47;--ok:#7fd19c;--no:#ff9a93;--see:#f2c26b}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;max-width:72rem;padding:2rem 1rem}
h1{font-size:1.5rem;margin:0 0 .25rem}p.lead{margin:0 0 1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem;border-bottom:1px solid var(--line)}
th{font-size:.85rem}a{color:inherit}.eligible{color:var(--ok)}.not_eligible{color:var(--no)}.review{color:var(--see)}.verdict{font-weight:600;white-space:nowrap}
</style></head><body><main>
<h1>Dossiers contrôlés</h1>
<p class="lead">Au {{day}} : {{count}} dossiers. <span class="eligible">{{eligible}} éligibles</span>, <span class="review">{{review}} à examiner</span>, <span class="not_eligible">{{not_eligible}} non éligibles</span>{{#failed}}, {{failed}} sans rapport{{/failed}}.</p>
{{#groups}}<h2>{{title}}</h2>
<div class="wide"><table><thead><tr><th scope="col">Dossier</th><th scope="col">Entreprise</th><th scope="col">Verdict</th><th scope="col">À regarder</th><th scope="col">Expire bientôt</th><th scope="col">Depuis la dernière fois</th></tr></thead><tbody>
{{#rows}}<tr><td><a href="{{link}}">{{name}}</a></td><td>{{company}}</td><td class="verdict {{verdict}}">{{word}}</td><td>{{look}}</td><td>{{expires}}</td><td>{{change}}</td></tr>
{{/rows}}</tbody></table></div>
{{/groups}}</main></body></html>
)html";

std::string word_of(const std::string& verdict) {
    if (verdict == "eligible") return "éligible";
    if (verdict == "not_eligible") return "non éligible";
    return verdict == "review" ? "à examiner" : "sans rapport";
}

Json parsed(const store::Entry& entry) {
    auto json = Json::parse(entry.summary, nullptr, false);
    return json.is_object() ? json : Json::object();
}

std::string text_of(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string joined(const Json& json, const char* key) {
    std::string text;
    if (const auto found = json.find(key); found != json.end() && found->is_array())
        for (const auto& item : *found)
            if (item.is_string()) text += (text.empty() ? "" : " ; ") + item.get<std::string>();
    return text;
}

/// What to look at first: the failures, else what is to review.
std::string to_look_at(const Json& json) {
    const auto failed = joined(json, "fail"), doubtful = joined(json, "review");
    return failed.empty() || doubtful.empty() ? failed + doubtful : failed + " ; " + doubtful;
}

std::string expiring(const Json& json, Date day) {
    std::string text;
    const auto found = json.find("expires");
    if (found == json.end() || !found->is_object()) return text;
    for (const auto& [piece, value] : found->items()) {
        const auto end = value.is_string() ? from_iso(value.get<std::string>()) : std::nullopt;
        if (end && days_between(day, *end) >= 0 && days_between(day, *end) <= soon_days)
            text += (text.empty() ? "" : " ; ") + piece + " : " + to_iso(*end);
    }
    return text;
}

std::string change_of(const store::Entry& entry) {
    return entry.previous_verdict.empty() ? "" : "était " + word_of(entry.previous_verdict);
}

/// A file name as a link: everything but plain letters is percent-encoded.
std::string link_to(const std::string& name) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string link;
    for (const unsigned char c : name + ".html") {
        if (std::isalnum(c) || c == '.' || c == '-' || c == '_') link += static_cast<char>(c);
        else link += {'%', digits[c >> 4], digits[c & 15]};
    }
    return "./" + link;
}

kainjow::mustache::data row_of(const store::Entry& entry, Date day) {
    const auto json = parsed(entry);
    kainjow::mustache::data row;
    row.set("link", link_to(entry.name));
    row.set("name", entry.name);
    row.set("company", text_of(json, "company"));
    row.set("verdict", entry.verdict);
    row.set("word", word_of(entry.verdict));
    row.set("look", entry.problem.empty() ? to_look_at(json) : entry.problem);
    row.set("expires", expiring(json, day));
    row.set("change", change_of(entry));
    return row;
}

/// Text for a spreadsheet: quoted, and never the beginning of a formula (OWASP: CSV injection).
std::string cell(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

}  // namespace

std::string summary_of(const Reading& reading, const Judgement& judgement) {
    Json json;
    json["company"] = judgement.company_name;
    json["siren"] = judgement.siren;
    json["fail"] = Json::array();
    json["review"] = Json::array();
    const auto collect = [&json](const std::vector<Check>& checks) {
        for (const auto& check : checks)
            if (check.required && check.outcome != Outcome::pass) json[check.outcome == Outcome::fail ? "fail" : "review"].push_back(check.message.fr);
    };
    for (const auto& piece : judgement.pieces) collect(piece.checks);
    collect(judgement.checks);
    Json expires = Json::object();
    for (const auto& document : reading.documents)
        if (const auto* end = field(document, "valid_to"); end && std::holds_alternative<std::string>(end->chosen.value))
            expires[document.piece] = std::get<std::string>(end->chosen.value);
    json["expires"] = expires;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string summary_html(const std::vector<store::Entry>& entries, Date day) {
    using kainjow::mustache::data;
    const auto count = [&](const std::string& verdict) {
        return std::to_string(std::ranges::count_if(entries, [&](const auto& e) { return e.verdict == verdict; }));
    };
    data groups{data::type::list};
    for (const auto& [verdict, title] : {std::pair{"review", "À examiner"}, {"not_eligible", "Non éligibles"}, {"eligible", "Éligibles"}, {"", "Sans rapport"}}) {
        data rows{data::type::list};
        bool any = false;
        for (const auto& entry : entries) {
            if (entry.verdict != verdict) continue;
            rows << row_of(entry, day);
            any = true;
        }
        if (!any) continue;
        data group;
        group.set("title", title);
        group.set("rows", rows);
        groups << group;
    }
    data page;
    page.set("day", to_iso(day));
    page.set("count", std::to_string(entries.size()));
    page.set("eligible", count("eligible"));
    page.set("review", count("review"));
    page.set("not_eligible", count("not_eligible"));
    if (count("") != "0") page.set("failed", count(""));
    page.set("groups", groups);
    return kainjow::mustache::mustache{page_template}.render(page);
}

std::string summary_csv(const std::vector<store::Entry>& entries) {
    std::string csv = "\xEF\xBB\xBF";  // a spreadsheet takes the file for UTF-8 only with its mark
    csv += "dossier;entreprise;siren;verdict;au;a_regarder;verdict_precedent;controle_le\r\n";
    for (const auto& entry : entries) {
        const auto json = parsed(entry);
        csv += cell(entry.name) + ';' + cell(text_of(json, "company")) + ';' + cell(text_of(json, "siren")) + ';' + cell(entry.verdict) + ';' +
               cell(entry.as_of) + ';' + cell(entry.problem.empty() ? to_look_at(json) : entry.problem) + ';' + cell(entry.previous_verdict) + ';' +
               cell(entry.finished_at) + "\r\n";
    }
    return csv;
}

std::string summary_lines(const std::vector<store::Entry>& entries) {
    std::string lines;
    for (const auto& entry : entries) {
        Json json = parsed(entry);
        json["dossier"] = entry.name;
        json["verdict"] = entry.verdict;
        json["as_of"] = entry.as_of;
        json["as_of_source"] = entry.as_of_source;
        json["finished_at"] = entry.finished_at;
        if (!entry.previous_verdict.empty()) json["previous_verdict"] = entry.previous_verdict;
        if (!entry.problem.empty()) json["problem"] = entry.problem;
        lines += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    return lines;
}

Result<void> write_summaries(const std::vector<store::Entry>& entries, Date day, const std::filesystem::path& out) {
    if (auto done = write_private(out / "index.html", summary_html(entries, day)); !done) return done;
    if (auto done = write_private(out / "summary.csv", summary_csv(entries)); !done) return done;
    return write_private(out / "summary.jsonl", summary_lines(entries));
}

}  // namespace paraphe::app
