#include "extractors/common/software.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace paraphe::extractors {
namespace {

struct Product {
    std::string_view name, vendor;
};

// Longer names stand before their parts: what one has taken on a line, a shorter one leaves alone.
constexpr std::array products{
    Product{"Office 365 Business Premium", "Microsoft"}, Product{"Microsoft 365 Business", "Microsoft"}, Product{"Office Professionnel Plus", "Microsoft"}, Product{"Office Famille et Petite Entreprise", "Microsoft"}, Product{"Visual Studio Professional", "Microsoft"},
    Product{"Windows 10 Professionnel", "Microsoft"}, Product{"Windows 7 Professionnel", "Microsoft"}, Product{"Windows Server 2012 R2", "Microsoft"}, Product{"Windows Server", "Microsoft"}, Product{"Windows 10", "Microsoft"}, Product{"Windows 7", "Microsoft"}, Product{"Windows 8", "Microsoft"},
    Product{"Microsoft Project", "Microsoft"}, Product{"Microsoft Visio", "Microsoft"}, Product{"Visual Studio", "Microsoft"}, Product{"SQL Server", "Microsoft"}, Product{"Exchange Online", "Microsoft"}, Product{"Office 365", "Microsoft"}, Product{"Microsoft 365", "Microsoft"}, Product{"Microsoft Office", "Microsoft"},
    Product{"Office 2016", "Microsoft"}, Product{"Office 2013", "Microsoft"}, Product{"Azure", "Microsoft"}, Product{"Dynamics CRM", "Microsoft"}, Product{"Creative Cloud", "Adobe"}, Product{"Acrobat Pro DC", "Adobe"}, Product{"Acrobat Pro", "Adobe"}, Product{"Photoshop", "Adobe"}, Product{"InDesign", "Adobe"},
    Product{"Illustrator", "Adobe"}, Product{"Dreamweaver", "Adobe"}, Product{"IntelliJ IDEA", "JetBrains"}, Product{"PhpStorm", "JetBrains"}, Product{"WebStorm", "JetBrains"}, Product{"PyCharm", "JetBrains"}, Product{"ReSharper", "JetBrains"}, Product{"All Products Pack", "JetBrains"},
    Product{"JIRA Software", "Atlassian"}, Product{"Jira", "Atlassian"}, Product{"Confluence", "Atlassian"}, Product{"Bitbucket", "Atlassian"}, Product{"EBP Gestion Commerciale", "EBP"}, Product{"EBP Compta PRO", "EBP"}, Product{"EBP Paie", "EBP"}, Product{"EBP Compta", "EBP"}, Product{"Sage 50cloud", "Sage"}, Product{"Sage 50c Ciel", "Sage"}, Product{"Sage Comptabilité", "Sage"}, Product{"Sage CRM", "Sage"}, Product{"Sage 50", "Sage"}, Product{"Sage Paie", "Sage"},
    Product{"Sage Compta", "Sage"}, Product{"Sage 100", "Sage"}, Product{"Ciel Compta", "Sage"}, Product{"Ciel Gestion", "Sage"}, Product{"Cegid Business", "Cegid"}, Product{"Quadra Compta", "Cegid"}, Product{"Endpoint Antivirus", "ESET"}, Product{"ESET NOD32", "ESET"}, Product{"ESET Endpoint", "ESET"},
    Product{"Kaspersky Endpoint Security", "Kaspersky"}, Product{"Kaspersky", "Kaspersky"}, Product{"Bitdefender GravityZone", "Bitdefender"}, Product{"Bitdefender", "Bitdefender"}, Product{"Norton Security", "Symantec"}, Product{"Symantec Endpoint Protection", "Symantec"}, Product{"Trend Micro", "Trend Micro"}, Product{"Avast", "Avast"},
    Product{"McAfee", "McAfee"}, Product{"Sophos", "Sophos"}, Product{"F-Secure", "F-Secure"}, Product{"VMware vSphere", "VMware"}, Product{"VMware Workstation", "VMware"}, Product{"Veeam Backup", "Veeam"}, Product{"TeamViewer", "TeamViewer"}, Product{"AutoCAD", "Autodesk"}, Product{"SolidWorks", "Dassault Systèmes"},
    Product{"Sketch", "Sketch"}, Product{"Sublime Text", "Sublime HQ"}, Product{"Balsamiq", "Balsamiq"}, Product{"Axure", "Axure"}, Product{"InVision", "InVision"}, Product{"GitHub", "GitHub"}, Product{"GitLab", "GitLab"}, Product{"Slack", "Slack"}, Product{"Trello", "Atlassian"}, Product{"Basecamp", "Basecamp"}, Product{"Dropbox Business", "Dropbox"},
    Product{"G Suite", "Google"}, Product{"Google Apps for Work", "Google"}, Product{"Salesforce", "Salesforce"}, Product{"SugarCRM", "SugarCRM"}, Product{"Zendesk", "Zendesk"}, Product{"Oracle Database", "Oracle"}, Product{"MySQL Enterprise", "Oracle"}, Product{"SAP Business One", "SAP"}, Product{"Divalto", "Divalto"}, Product{"Odoo", "Odoo"},
    Product{"Parallels Desktop", "Parallels"}, Product{"MAMP PRO", "MAMP"}, Product{"Final Cut Pro", "Apple"}, Product{"macOS", "Apple"}, Product{"WinDev", "PC SOFT"}, Product{"WebDev", "PC SOFT"}, Product{"Delphi", "Embarcadero"}, Product{"4D Server", "4D"}, Product{"FileMaker", "FileMaker"}, Product{"Filezilla", ""}, Product{"Toad", "Quest"},
    Product{"Debian GNU/Linux", ""}, Product{"Ubuntu Server", "Canonical"}, Product{"Ubuntu", "Canonical"}, Product{"CentOS", ""}, Product{"Red Hat Enterprise Linux", "Red Hat"}, Product{"LibreOffice", ""}, Product{"OpenOffice", ""}, Product{"Mozilla Thunderbird", "Mozilla"}, Product{"Mozilla Firefox", "Mozilla"}, Product{"Thunderbird", "Mozilla"},
    Product{"PostgreSQL", ""}, Product{"MariaDB", ""}, Product{"MySQL", ""}, Product{"Apache HTTP Server", ""}, Product{"Apache Tomcat", ""}, Product{"Nginx", ""}, Product{"PrestaShop", ""}, Product{"Drupal", ""}, Product{"WordPress", ""}, Product{"Joomla", ""}, Product{"Magento", ""}, Product{"Symfony", ""}, Product{"GIMP", ""}, Product{"Inkscape", ""}, Product{"Eclipse IDE", ""},
    Product{"NetBeans", ""}, Product{"VLC", ""}, Product{"7-Zip", ""}, Product{"Notepad++", ""}, Product{"Docker", "Docker"}, Product{"Jenkins", ""}, Product{"Redmine", ""}, Product{"Dolibarr", ""}, Product{"Nextcloud", ""}};

constexpr std::array<std::string_view, 44> vendors{
    "Microsoft", "Adobe", "JetBrains", "Atlassian", "EBP", "Sage", "Ciel", "Cegid", "ESET", "Kaspersky", "Bitdefender", "Symantec", "Trend Micro", "McAfee", "Sophos", "F-Secure", "VMware", "Veeam", "TeamViewer", "Autodesk", "Dassault Systèmes", "Sketch", "Oracle", "SAP",
    "Salesforce", "Google", "Apple", "Red Hat", "Canonical", "Mozilla", "GitHub", "GitLab", "Slack", "Dropbox", "Zendesk", "PC SOFT", "Embarcadero", "Parallels", "Quest", "IBM", "Citrix", "Avast", "Divalto", "Odoo"};

/// "Sketch 42", "Office 2016": a version that follows a product's name on its line.
std::size_t with_version(std::string_view line, std::size_t end) {
    if (end >= line.size() || line[end] != ' ') return end;
    std::size_t stop = end + 1;
    while (stop < line.size() && line[stop] != ' ') ++stop;
    const auto token = line.substr(end + 1, stop - end - 1);
    const auto version = !token.empty() && token.size() <= 5 && std::ranges::all_of(token, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    return version && token.find_first_of("0123456789") == 0 ? stop : end;
}

bool bounded(std::string_view line, const Span& span) {
    const auto alnum = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return (span.begin == 0 || !alnum(line[span.begin - 1])) && (span.end >= line.size() || !alnum(line[span.end]));
}

}  // namespace

std::vector<SoftwareSeen> software_on(const Sheet& sheet) {
    std::vector<SoftwareSeen> seen;
    for (const auto& product : products) {
        for (const auto& span : sheet.text.find(product.name)) {
            const std::string_view line = sheet.text.lines()[span.line].folded;
            const bool taken = std::ranges::any_of(seen, [&span](const SoftwareSeen& s) { return s.span.line == span.line && s.span.begin < span.end && span.begin < s.span.end; });
            // Short names are words and parts of words too ("Sketch", "Toad"): they count as printed only.
            if (taken || !bounded(line, span) || (product.name.size() < 9 && span.quality < 1)) continue;
            std::string name(product.name);
            const auto end = with_version(line, span.end);
            if (end > span.end) name += ' ' + std::string(line.substr(span.end + 1, end - span.end - 1));
            seen.push_back({std::move(name), std::string(product.vendor), {span.line, span.begin, end, span.quality}, span.quality * sureness(sheet, span)});
        }
    }
    std::ranges::stable_sort(seen, {}, [](const SoftwareSeen& s) { return std::pair{s.span.line, s.span.begin}; });
    return seen;
}

std::optional<std::string> known_vendor(std::string_view folded) {
    for (const auto vendor : vendors) {
        const auto needle = fold(vendor);
        const auto found = find_fuzzy(folded, needle, 0);
        if (found && bounded(folded, {0, found->begin, found->end, 1})) return std::string(vendor);
    }
    return {};
}

}  // namespace paraphe::extractors
