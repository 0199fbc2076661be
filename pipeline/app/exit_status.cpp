#include "app/exit_status.hpp"

#include "report/words.hpp"

namespace paraphe::app {
namespace {

int rank(int status) {
    if (status >= status::usage) return 3;
    if (status == status::not_eligible) return 2;
    return status == status::review ? 1 : 0;
}

Text meaning(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::not_found: return {"impossible d'ouvrir ce chemin. Vérifiez son orthographe et vos droits de lecture.",
                                           "this path cannot be opened. Check its spelling and your permissions."};
        case ErrorKind::io: return {"écriture ou lecture impossible. Vérifiez la place disponible et vos droits sur ce dossier.",
                                    "cannot be written or read. Check the free space and your permissions on that folder."};
        case ErrorKind::too_large: return {"fichier trop volumineux.", "the file is too large."};
        case ErrorKind::broken_form: return {"ce fichier n'est pas de ceux que « paraphe check » écrit ici, ou il est endommagé. Relancez « paraphe check ».",
                                             "this file is not the one that `paraphe check` writes here, or it is damaged. Run `paraphe check` again."};
        case ErrorKind::unsupported: return {"une protection exigée manque sur cette machine. Voyez « paraphe doctor ».",
                                             "a required protection is missing on this machine. See `paraphe doctor`."};
        case ErrorKind::damaged: return {"fichier endommagé, ou écrit par une version plus récente de Paraphe.",
                                         "the file is damaged, or was written by a newer version of Paraphe."};
        default: return {"erreur interne. Vérifiez l'installation avec « paraphe doctor ».", "internal error. Check the installation with `paraphe doctor`."};
    }
}

}  // namespace

int status_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::eligible: return status::eligible;
        case Verdict::not_eligible: return status::not_eligible;
        case Verdict::review: break;
    }
    return status::review;
}

int status_of(const Error& error) {
    switch (error.kind) {
        case ErrorKind::not_found: return status::no_input;
        case ErrorKind::broken_form: return status::no_input;
        case ErrorKind::io: return status::io;
        default: return status::internal;
    }
}

int worst(int a, int b) { return rank(a) >= rank(b) ? a : b; }

std::string explain(const Error& error, report::Language language) {
    const Text text = meaning(error.kind);
    std::string line = error.path.empty() ? "" : error.path + " : ";
    if (language == report::Language::en && !error.path.empty()) line = error.path + ": ";
    line += language == report::Language::fr ? text.fr : text.en;
    if (!error.detail.empty()) line += " (" + error.detail + ")";
    // A path may hold anything, even a new line: it is told on one line that no terminal obeys.
    return report::visible(line, line.size());
}

}  // namespace paraphe::app
