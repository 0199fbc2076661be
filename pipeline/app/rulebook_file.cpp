#include "app/rulebook_file.hpp"

#include "app/exit_status.hpp"
#include "app/install.hpp"
#include "app/members.hpp"
#include "app/outputs.hpp"
#include "app/sha256.hpp"
#include "rules/rules.hpp"

#include <filesystem>
#include <iostream>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t rulebook_bytes = 4u << 20, form_bytes = 64u << 20;

/// Names the forms' files by full paths and by what they hold.
Result<void> find_forms(rules::Rulebook& book, const fs::path& folder) {
    for (auto& form : book.expectations.forms) {
        form.path = (folder / form.path).string();
        const auto bytes = read_whole(form.path, form_bytes);
        if (!bytes) return fail(bytes.error().kind, "official form of " + form.piece + ", " + bytes.error().detail, form.path);
        form.sha256 = sha256(*bytes);
    }
    return {};
}

Result<std::vector<PageReading>> pages_of(const Form& form, Pool& pool) {
    const auto source = open_source({form.path});
    if (!source) return tl::unexpected(source.error());
    const auto unread = [&](const std::string& why) { return fail(ErrorKind::damaged, "official form of " + form.piece + ", " + why, form.path); };
    const auto opened = open_members(*source, pool);
    std::vector<PageReading> pages;
    for (const auto& state : opened.members)
        for (std::size_t i = 0; i < state.pages.size(); ++i) {
            const int number = static_cast<int>(pages.size()) + 1;
            auto answer = pool.first().read_page(state.member, static_cast<int>(i) + 1);
            if (!answer) return unread("page " + std::to_string(number) + ": " + answer.error().detail);
            pages.push_back(std::move(answer->reading));
            pages.back().number = number;
        }
    if (pages.empty()) return unread("no page");
    return pages;
}

}  // namespace

std::shared_ptr<const rules::Rulebook> load_rulebook(const std::string& path, int& exit_status, report::Language language) {
    const std::string file = path.empty() ? find_installation().rulebook.string() : path;
    const auto refuse = [&](const Error& error, int status) {
        std::cerr << "paraphe : " << explain(error, language) << '\n';
        exit_status = status;
        return nullptr;
    };
    const auto text = read_whole(file, rulebook_bytes);
    if (!text) return refuse(text.error(), status_of(text.error()));
    const auto read = rules::parse(*text, file);
    if (!read) {
        for (const auto& mistake : read.error())
            std::cerr << mistake.file << ':' << mistake.line << ':' << mistake.column << " : " << mistake.message << '\n';
        exit_status = status::bad_rulebook;
        return nullptr;
    }
    auto book = std::make_shared<rules::Rulebook>(**read);
    if (const auto found = find_forms(*book, fs::path(file).parent_path()); !found) return refuse(found.error(), status::bad_rulebook);
    return book;
}

int status_of_form(const Error& error) { return error.kind == ErrorKind::damaged ? status::bad_rulebook : status_of(error); }

Result<std::shared_ptr<const rules::Rulebook>> read_forms(std::shared_ptr<const rules::Rulebook> book, reader::Server& server) {
    if (book->expectations.forms.empty()) return book;
    auto pool = Pool::make(server, 1);
    if (!pool) return tl::unexpected(pool.error());
    auto complete = std::make_shared<rules::Rulebook>(*book);
    for (auto& form : complete->expectations.forms) {
        auto pages = pages_of(form, *pool);
        if (!pages) return tl::unexpected(pages.error());
        form.pages = std::move(*pages);
    }
    return std::shared_ptr<const rules::Rulebook>(std::move(complete));
}

}  // namespace paraphe::app
