// Shows what the stages `pages` and `ocr` make of a file: pages_probe FILE [--png FOLDER] [--read] [--words]
#include "ocr/ocr.hpp"
#include "pages/pages.hpp"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <png.h>

namespace {

using namespace paraphe;

void write_png(const Picture& picture, const std::string& path) {
    if (!picture.consistent()) return;
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = picture.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    png_image_write_to_file(&image, path.c_str(), 0, picture.pixels.data(), 0, nullptr);
}

void print(const std::vector<Word>& words) {
    int line = -1;
    for (const auto& word : words) {
        std::printf("%s%s", word.line != line ? "\n    " : " ", word.text.c_str());
        line = word.line;
    }
    std::printf("\n");
}

double milliseconds(std::chrono::steady_clock::time_point since) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - since).count();
}

}  // namespace

int main(int count, char** arguments) {
    std::string path, folder, models;
    bool read = false, words = false;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "--png" && i + 1 < count) folder = arguments[++i];
        else if (argument == "--models" && i + 1 < count) models = arguments[++i];
        else if (argument == "--read") read = true;
        else if (argument == "--words") words = true;
        else path = argument;
    }
    std::ifstream stream(path, std::ios::binary);
    const std::vector<unsigned char> bytes((std::istreambuf_iterator<char>(stream)), {});
    const auto file = pages::File::open(bytes, "", Limits{});
    if (!file) {
        std::printf("%s: error %d, %s\n", path.c_str(), static_cast<int>(file.error().kind), file.error().detail.c_str());
        return 1;
    }
    const auto engine = read ? ocr::Engine::load({"fra"}, models) : Result<ocr::Engine>(fail(ErrorKind::not_found, ""));
    const auto& facts = file->facts();
    std::printf("%s: %d pages, producer '%s', %d revisions, %zu signatures, %zu attachments\n", path.c_str(), file->page_count(), facts.producer.c_str(),
                facts.revisions, facts.signatures.size(), file->attachments().size());
    for (const auto& s : facts.signatures)
        std::printf("  signed by '%s' (issuer '%s') at %s intact %d whole %d page %d\n", s.signer.c_str(), s.issuer.c_str(), s.signed_at.c_str(),
                    s.intact ? *s.intact : -1, s.covers_whole_file, s.page);
    for (int number = 1; number <= file->page_count(); ++number) {
        auto start = std::chrono::steady_clock::now();
        auto page = file->page(number);
        const double drawn = milliseconds(start);
        if (!page) {
            std::printf("page %d: error %d, %s\n", number, static_cast<int>(page.error().kind), page.error().detail.c_str());
            continue;
        }
        std::printf("page %d: %.0f x %.0f mm, rotation %d%s, flat %d x %d at %.0f dpi%s%s, layer %zu words%s%s, %zu lines, %zu codes, problem %d%s, ink %.4f, "
                    "%.0f ms\n", number, page->width_mm, page->height_mm, page->rotation, page->rotation_sure ? "" : "?", page->flat.width, page->flat.height,
                    page->flat.dpi, page->photo ? ", photo" : "", page->colour.empty() ? "" : ", colour", page->layer.size(),
                    page->layer_serves ? " serves" : "", page->layer_rejected ? " rejected" : "", page->lines.size(), page->codes.size(),
                    static_cast<int>(page->problem), page->legible ? "" : " illegible", page->ink_share, drawn);
        const auto& m = page->flattening.matrix;
        std::printf("  to viewer: %.4f %.4f %.4f / %.4f %.4f %.4f / %.4f %.4f %.4f\n", m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8]);
        for (const auto& o : page->overlays) std::printf("  overlay %s '%s' %.3f %.3f %.3f %.3f\n", o.kind.c_str(), o.text.c_str(), o.box.x, o.box.y, o.box.w, o.box.h);
        for (const auto& c : page->codes) std::printf("  code %s '%s'\n", c.kind.c_str(), c.text.c_str());
        for (const auto& mark : page->electronic_marks) std::printf("  electronic mark %d %.3f %.3f\n", static_cast<int>(mark.kind), mark.box.x, mark.box.y);
        if (words && !page->layer.empty()) print(page->layer);
        if (engine) {
            if (!page->rotation_sure) {
                const int further = engine->quarter_turns(page->flat);
                pages::turn(*page, further);
                std::printf("  turned further by %d: rotation %d\n", further, page->rotation);
            }
            start = std::chrono::steady_clock::now();
            const auto recognised = engine->read_page(page->flat);
            std::printf("  read %zu words, confidence %.3f, %.0f ms\n", recognised.words.size(), recognised.mean_confidence, milliseconds(start));
            if (words) print(recognised.words);
        }
        if (folder.empty()) continue;
        const std::string stem = folder + "/" + std::to_string(number);
        write_png(page->flat, stem + "-flat.png");
        write_png(page->view, stem + "-view.png");
        write_png(page->colour, stem + "-colour.png");
    }
    return 0;
}
