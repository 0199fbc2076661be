#include "app/shelf.hpp"

#include "app/outputs.hpp"

namespace paraphe::app {
namespace {

constexpr const char* pictures = "pictures/";

bool plain_name(const std::string& name) { return !name.empty() && name.find('/') == std::string::npos && name.front() != '.'; }

}  // namespace

Shelf shelf_in(std::filesystem::path folder) {
    return [folder = std::move(folder)](const std::string& name, std::string_view bytes) -> Result<void> {
        const auto path = folder / name;
        if (auto made = make_private_folder(path.parent_path()); !made) return made;
        return write_private(path, bytes);
    };
}

Shelf shelf_in(FilesInMemory& files) {
    return [&files](const std::string& name, std::string_view bytes) -> Result<void> {
        files[name] = bytes;
        return {};
    };
}

report::PictureOf pictures_on(std::filesystem::path folder) {
    return [folder = std::move(folder)](const std::string& name) -> std::optional<std::string> {
        if (!plain_name(name)) return {};
        auto bytes = read_whole(folder / pictures / name);
        return bytes ? std::optional{std::move(*bytes)} : std::nullopt;
    };
}

report::PictureOf pictures_on(const FilesInMemory& files) {
    return [&files](const std::string& name) -> std::optional<std::string> {
        const auto found = files.find(pictures + name);
        return found != files.end() ? std::optional{found->second} : std::nullopt;
    };
}

}  // namespace paraphe::app
