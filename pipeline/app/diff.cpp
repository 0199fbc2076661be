#include "app/diff.hpp"

#include "app/exit_status.hpp"
#include "app/outputs.hpp"
#include "report/comparison.hpp"

#include <algorithm>
#include <iostream>

namespace paraphe::app {
namespace {

using report::Caveat;
using report::Comparison;
using report::PastReport;

constexpr std::size_t largest_report = 64u << 20;

Result<PastReport> load(const std::string& path) {
    auto text = read_whole(path, largest_report);
    if (!text) return tl::unexpected(text.error());
    auto report = report::read_back(*text);
    if (!report) return fail(report.error().kind, report.error().detail, path);
    return report;
}

Result<Comparison> compare_files(const DiffRequest& request) {
    auto before = load(request.before);
    if (!before) return tl::unexpected(before.error());
    auto after = load(request.after);
    if (!after) return tl::unexpected(after.error());
    return report::compare(std::move(*before), std::move(*after));
}

Result<void> write(const Comparison& comparison, const DiffRequest& request) {
    if (request.json == "-") {
        std::cout << report::json(comparison) << '\n';
        return {};
    }
    if (!request.json.empty())
        if (auto done = write_private(request.json, report::json(comparison) + "\n"); !done) return done;
    std::cout << report::terminal(comparison, request.style);
    return {};
}

int exit_status(const Comparison& comparison) {
    const int now = status_of(comparison.after.judgement.verdict);
    const bool comparable = std::ranges::find(comparison.caveats, Caveat::other_company) == comparison.caveats.end();
    return comparable ? now : worst(now, status::review);
}

}  // namespace

int diff(const DiffRequest& request) {
    const auto comparison = compare_files(request);
    const auto written = comparison ? write(*comparison, request) : Result<void>(tl::unexpected(comparison.error()));
    if (written) return exit_status(*comparison);
    std::cerr << "paraphe : " << explain(written.error(), request.style.language) << '\n';
    return status_of(written.error());
}

}  // namespace paraphe::app
