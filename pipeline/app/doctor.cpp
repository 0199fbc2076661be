#include "app/doctor.hpp"

#include "app/exit_status.hpp"
#include "app/install.hpp"
#include "reader/client.hpp"
#include "reader/office.hpp"

#include <filesystem>
#include <iostream>

namespace paraphe::app {
namespace {

bool tell(const std::string& what, bool good, const std::string& detail) {
    std::cout << (good ? "  ok      " : "  ABSENT  ") << what << (detail.empty() ? "" : "  (" + detail + ")") << '\n';
    return good;
}

bool tell_path(const std::string& what, const std::filesystem::path& path) {
    std::error_code error;
    return tell(what, std::filesystem::exists(path, error), path.string());
}

}  // namespace

int doctor() {
    const auto installation = find_installation();
    std::cout << "Paraphe " << PARAPHE_VERSION << "\nInstallation\n";
    bool good = tell_path("lecteur", installation.reader);
    good &= tell_path("modèles", installation.models);
    good &= tell_path("règlement", installation.rulebook);
    reader::Setup setup;
    setup.program = installation.reader.string();
    setup.models = installation.models.string();
    const auto server = reader::Server::start(setup);
    good &= tell("lecteur démarré", server.has_value(), server ? "" : server.error().detail);
    if (server) {
        std::cout << "Protections des lecteurs\n";
        for (const auto& protection : server->protections()) good &= tell(protection.name, protection.active, protection.detail);
    }
    std::cout << "Fichiers bureautiques\n";
    const auto office = office::ready({.seconds = 10});
    tell("convertisseur et sa cage", office.has_value(), office ? "" : office.error().detail);
    return good ? status::eligible : status::internal;
}

}  // namespace paraphe::app
