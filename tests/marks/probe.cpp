// Shows what the stage finds. Reads lines "PATH DPI" from standard input and writes one JSON line a picture.
//   marks_probe MODELS                     marks as JSON
//   marks_probe MODELS --candidates OUT    raw candidates with their features, for training/verifier.py
//   marks_probe MODELS --maps FOLDER       the net's maps as PGM
#include "loading.hpp"

#include "marks/candidates.hpp"
#include "marks/features.hpp"
#include "marks/marks.hpp"
#include "marks/segmenter.hpp"
#include "marks/sheet.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>

namespace {

using paraphe::Picture;

std::string_view name(paraphe::MarkKind kind) {
    switch (kind) {
        case paraphe::MarkKind::signature: return "signature";
        case paraphe::MarkKind::paraph: return "paraph";
        case paraphe::MarkKind::stamp: return "stamp";
        case paraphe::MarkKind::handwriting: return "handwriting";
        default: return "digital_signature";
    }
}

void each_picture(const std::function<void(int, const std::string&, const Picture&)>& act) {
    std::string line;
    for (int i = 0; std::getline(std::cin, line); ++i) {
        const auto blank = line.rfind(' ');
        const std::string path = line.substr(0, blank);
        Picture picture = paraphe::tests::load_picture(path);
        picture.dpi = std::stod(line.substr(blank + 1));
        act(i, path, picture);
    }
}

int show_marks(const std::string& models) {
    const auto detector = paraphe::marks::Detector::load(models);
    if (!detector) return std::cerr << detector.error().detail << '\n', 2;
    each_picture([&](int, const std::string& path, const Picture& picture) {
        const auto began = std::clock();
        const auto marks = detector->find(picture, {}, {});
        nlohmann::json out{{"path", path}, {"ms", 1000.0 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC}, {"marks", nlohmann::json::array()}};
        for (const auto& m : marks)
            out["marks"].push_back({{"kind", name(m.kind)}, {"box", {m.box.x, m.box.y, m.box.w, m.box.h}}, {"confidence", m.confidence},
                                    {"fingerprint", m.fingerprint}, {"pasted", m.pasted}, {"darkness", m.darkness}});
        std::cout << out.dump() << std::endl;
    });
    return 0;
}

template <class T>
void put(std::ostream& out, const T& value) {
    out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

int write_candidates(const paraphe::marks::Segmenter& net, const std::string& path) {
    std::ofstream out(path, std::ios::binary);
    each_picture([&](int page, const std::string&, const Picture& picture) {
        const auto maps = net.run(paraphe::marks::levelled(picture));
        for (const auto& c : paraphe::marks::candidates(maps)) {
            const auto d = paraphe::marks::describe(maps, c);
            put(out, static_cast<std::int32_t>(page));
            for (const int v : {c.box.x, c.box.y, c.box.width, c.box.height}) put(out, static_cast<float>(v));
            put(out, static_cast<std::int32_t>(c.layer == paraphe::marks::Layer::stamp));
            put(out, d.figures);
            const auto* p = d.patch.ptr<float>(0);
            for (std::size_t i = 0; i < d.patch.total(); ++i) put(out, static_cast<std::uint8_t>(p[i] * 255 + 0.5F));
        }
    });
    return out ? 0 : 2;
}

int write_maps(const paraphe::marks::Segmenter& net, const std::string& folder) {
    each_picture([&](int page, const std::string&, const Picture& picture) {
        const auto maps = net.run(paraphe::marks::levelled(picture));
        const std::pair<const char*, const cv::Mat*> all[] = {{"dark", &maps.dark}, {"print", &maps.print}, {"pen", &maps.pen}, {"stamp", &maps.stamp}, {"trace", &maps.trace}};
        for (const auto& [label, map] : all) {
            std::ofstream out(folder + "/" + std::to_string(page) + "-" + label + ".pgm", std::ios::binary);
            out << "P5\n" << map->cols << ' ' << map->rows << "\n255\n";
            for (int y = 0; y < map->rows; ++y)
                for (int x = 0; x < map->cols; ++x) put(out, static_cast<std::uint8_t>(map->at<float>(y, x) * 255));
        }
    });
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> args(argv + 1, argv + argc);
    if (args.size() == 1) return show_marks(args[0]);
    if (args.size() != 3) return std::cerr << "usage: marks_probe MODELS [--candidates FILE | --maps FOLDER] < list\n", 1;
    const auto net = paraphe::marks::Segmenter::load(args[0] + "/segmenter.onnx");
    if (!net) return std::cerr << net.error().detail << '\n', 2;
    return args[1] == "--maps" ? write_maps(*net, args[2]) : write_candidates(*net, args[2]);
}
