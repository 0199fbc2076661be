// The program on a kernel without Landlock, which a filter of system calls plays here.

#include "folder.hpp"

#include <cerrno>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <seccomp.h>
#include <sstream>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace paraphe::app {
namespace {

using testing::HasSubstr;
using testing::Not;
using Protections = InAFolder;

struct Ended {
    int status = -1;
    std::string said;  ///< on both outputs
};

bool forbid_landlock() {
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    return filter && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SYS_landlock_create_ruleset, 0) == 0 && seccomp_load(filter) == 0;
}

Ended run_without_landlock(std::vector<std::string> arguments) {
    int ends[2] = {-1, -1};
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(ends[1], STDERR_FILENO);
        ::close(ends[0]);
        arguments.insert(arguments.begin(), PARAPHE_BINARY_DIR "/paraphe");
        std::vector<char*> argv;
        for (auto& argument : arguments) argv.push_back(argument.data());
        argv.push_back(nullptr);
        if (forbid_landlock()) ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    Ended out;
    char block[4096];
    for (ssize_t got; (got = ::read(ends[0], block, sizeof block)) > 0;) out.said.append(block, static_cast<std::size_t>(got));
    ::close(ends[0]);
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    out.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return out;
}

int times(const std::string& text, const std::string& part) {
    int count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST_F(Protections, DoctorTellsTheStateOfEach) {
    const auto doctor = run_without_landlock({"doctor"});
    EXPECT_EQ(doctor.status, 70);
    EXPECT_THAT(doctor.said, HasSubstr("ABSENT  landlock  ("));
    for (const char* there : {"ok      no_new_privs", "ok      rlimits", "ok      seccomp"}) EXPECT_THAT(doctor.said, HasSubstr(there));
}

TEST_F(Protections, ThatAreMissingAreToldOnceAndTheDossiersRead) {
    write("a.txt", "x");
    write("b.txt", "x");
    const auto check = run_without_landlock({"check", (folder / "a.txt").string(), (folder / "b.txt").string(), "--json", (folder / "out").string()});
    EXPECT_EQ(times(check.said, "protection absente"), 1) << check.said;
    EXPECT_THAT(check.said, HasSubstr("protection absente : landlock ("));
    EXPECT_TRUE(std::filesystem::exists(folder / "out" / "a.txt.json"));
    EXPECT_TRUE(std::filesystem::exists(folder / "out" / "b.txt.json"));
}

TEST_F(Protections, ThatAreMissingAreToldByABatchInTheFormatOfItsLog) {
    write("inbox/a.txt", "x");
    const auto batch = run_without_landlock({"batch", (folder / "inbox").string(), "--out", (folder / "out").string(), "--log-format", "json"});
    EXPECT_EQ(batch.status, 0) << batch.said;
    std::istringstream lines(batch.said);
    int told = 0;
    for (std::string line; std::getline(lines, line);) told += nlohmann::json::parse(line).at("event") == "unprotected";
    EXPECT_EQ(told, 1);
}

TEST_F(Protections, ThatAreRequiredAndMissingRefuseToRead) {
    write("inbox/a.txt", "x");
    const auto out = (folder / "out").string();
    const auto check = run_without_landlock({"check", (folder / "inbox" / "a.txt").string(), "--require-sandbox", "--json", (folder / "a.json").string()});
    EXPECT_EQ(check.status, 70);
    EXPECT_THAT(check.said, testing::AllOf(HasSubstr("landlock"), HasSubstr("paraphe doctor")));
    EXPECT_FALSE(std::filesystem::exists(folder / "a.json"));
    const auto batch = run_without_landlock({"batch", (folder / "inbox").string(), "--out", out, "--require-sandbox"});
    EXPECT_EQ(batch.status, 70);
    EXPECT_FALSE(std::filesystem::exists(folder / "out" / "a.txt.json"));
}

}  // namespace
}  // namespace paraphe::app
