#include "app/summary.hpp"

#include "app/as_of.hpp"
#include "app/outputs.hpp"
#include "app/run_status.hpp"
#include "app/summary_row.hpp"
#include "report/summary.hpp"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

namespace paraphe::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr int soon_days = 30;

Json parsed(const store::Entry& entry) {
    auto json = Json::parse(entry.summary, nullptr, false);
    return json.is_object() ? json : Json::object();
}

std::string text_of(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void append_texts(const Json& json, const char* key, std::vector<std::string>& texts) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array()) return;
    for (const auto& item : *found)
        if (item.is_string()) texts.push_back(item.get<std::string>());
}

std::vector<std::pair<std::string, std::string>> expiring(const Json& json, Date day) {
    std::vector<std::pair<std::string, std::string>> soon;
    const auto found = json.find("expires");
    if (found == json.end() || !found->is_object()) return soon;
    for (const auto& [piece, value] : found->items()) {
        const auto end = value.is_string() ? from_iso(value.get<std::string>()) : std::nullopt;
        if (end && days_between(day, *end) >= 0 && days_between(day, *end) <= soon_days) soon.emplace_back(piece, to_iso(*end));
    }
    return soon;
}

std::string news_of(const store::Entry& entry, const Night& night) {
    if (night.news_since.empty() || entry.changed_at <= night.news_since) return {};
    if (entry.previous_verdict.empty()) return "new";
    return entry.previous_verdict == entry.verdict ? "content" : "verdict";
}

/// A file name as a link: everything but plain letters is percent-encoded.
std::string link_to(const std::string& name) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string link;
    for (const unsigned char c : report_name(name) + ".html") {
        if (std::isalnum(c) || c == '.' || c == '-' || c == '_') link += static_cast<char>(c);
        else link += {'%', digits[c >> 4], digits[c & 15]};
    }
    return "./" + link;
}

/// OWASP, CSV injection: the four signs, also in the full width of Asian keyboards.
bool begins_formula(std::string_view text) {
    static constexpr std::string_view signs[] = {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return std::ranges::any_of(signs, [&](std::string_view sign) { return text.starts_with(sign); });
}

/// Text for a spreadsheet: quoted, and never the beginning of a formula.
std::string cell(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    if (begins_formula(text)) text.insert(0, 1, '\'');
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : " ; ") + text;
    return all;
}

}  // namespace

std::string report_name(const std::string& dossier) {
    return dossier == "index" || dossier.starts_with("status") ? dossier + ".dossier" : dossier;
}

SummaryRow row_of(const store::Entry& entry, const Night& night) {
    const auto json = parsed(entry);
    SummaryRow row{entry.name, link_to(entry.name), text_of(json, "company"), text_of(json, "siren"), entry.verdict, {}, expiring(json, night.day),
                   news_of(entry, night), entry.previous_verdict};
    if (!entry.problem.empty()) row.look.push_back(entry.problem);
    append_texts(json, "fail", row.look);
    append_texts(json, "review", row.look);
    append_texts(json, "unreadable", row.look);
    return row;
}

std::string summary_of(const Reading& reading, const Judgement& judgement, report::Language language) {
    Json json{{"company", judgement.company_name}, {"siren", judgement.siren},       {"fail", Json::array()},
              {"review", Json::array()},           {"unreadable", Json::array()}, {"expires", Json::object()}};
    for (const auto& item : report::to_do(reading, judgement, language)) {
        if (item.file) json["unreadable"].push_back(item.title + " : " + item.message);
        else json[item.outcome == Outcome::fail ? "fail" : "review"].push_back(item.message);
    }
    auto titles = report::titles(judgement, language);
    for (const auto& document : reading.documents)
        if (const auto* end = field(document, "valid_to"); end && std::holds_alternative<std::string>(end->chosen.value))
            json["expires"][titles.contains(document.piece) ? titles[document.piece] : document.piece] = std::get<std::string>(end->chosen.value);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string summary_csv(const std::vector<store::Entry>& entries, const Night& night) {
    std::string csv = "\xEF\xBB\xBF";  // a spreadsheet takes the file for UTF-8 only with its mark
    csv += "dossier;entreprise;siren;verdict;au;a_regarder;expire_sous_30_jours;nouveau;verdict_precedent;controle_le;retire_le\r\n";
    for (const auto& entry : entries) {
        const auto row = row_of(entry, night);
        std::vector<std::string> ends;
        for (const auto& [piece, day] : row.expires) ends.push_back(piece + " : " + day);
        bool first = true;
        for (const auto& text : {row.name, row.company, row.siren, row.verdict, entry.as_of, joined(row.look), joined(ends), row.news, row.previous_verdict,
                                 entry.finished_at, entry.gone_on}) {
            csv += (first ? "" : ";") + cell(text);
            first = false;
        }
        csv += "\r\n";
    }
    return csv;
}

std::string summary_lines(const std::vector<store::Entry>& entries, const Night& night) {
    std::string lines;
    for (const auto& entry : entries) {
        const auto row = row_of(entry, night);
        Json json = parsed(entry);
        json["dossier"] = entry.name;
        json["sha256"] = entry.sha256;
        json["verdict"] = entry.verdict;
        json["as_of"] = entry.as_of;
        json["as_of_source"] = entry.as_of_source;
        json["finished_at"] = entry.finished_at;
        json["expires_soon"] = Json::object();
        for (const auto& [piece, day] : row.expires) json["expires_soon"][piece] = day;
        if (!row.news.empty()) json["news"] = row.news;
        if (!entry.previous_verdict.empty()) json["previous_verdict"] = entry.previous_verdict;
        if (!entry.gone_on.empty()) json["gone_on"] = entry.gone_on;
        if (!entry.problem.empty()) json["problem"] = entry.problem;
        lines += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    return lines;
}

Result<void> write_summaries(store::Journal& journal, const std::vector<store::Entry>& entries, const std::filesystem::path& out,
                             report::Language language) {
    const auto day = today();
    const auto since = journal.summary_before(day);
    if (!since) return tl::unexpected(since.error());
    const Night night{day, *since, language};
    if (auto done = write_private(out / "index.html", summary_html(entries, night)); !done) return done;
    if (auto done = write_private(out / "summary.csv", summary_csv(entries, night)); !done) return done;
    if (auto done = write_private(out / "summary.jsonl", summary_lines(entries, night)); !done) return done;
    return journal.note_summary(day, now_utc());
}

}  // namespace paraphe::app
