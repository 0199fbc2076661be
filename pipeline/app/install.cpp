#include "app/install.hpp"

namespace paraphe::app {
namespace fs = std::filesystem;

Installation find_installation() {
    std::error_code error;
    const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
    const fs::path share = fs::exists(here / "rules-data", error) ? here : here.parent_path() / "share" / "paraphe";
    const fs::path beside = here / "paraphe-reader";
    const fs::path reader = fs::exists(beside, error) ? beside : here.parent_path() / "libexec" / "paraphe" / "paraphe-reader";
    return {reader, share / "models", share / "rules-data" / "enr.toml"};
}

}  // namespace paraphe::app
