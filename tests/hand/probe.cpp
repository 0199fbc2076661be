// hand_probe MODELS: for each line of stdin, "FIELD PICTURE.pgm" (FIELD: amount, amount_in_words, payee, drawn_on; pictures of 200 dpi), the
// value that fits best, its excess a sign, its lead, and 1 when it is sure; tabs between. Used by measure_hand.py.
#include "confirm/written.hpp"
#include "hand/hand.hpp"

#include <fstream>
#include <iostream>
#include <string>

namespace {

using namespace paraphe;

/// A binary PGM with no comment, as the script writes it.
Picture picture_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string magic;
    Picture picture{0, 0, 1, 200, {}};
    int most = 0;
    file >> magic >> picture.width >> picture.height >> most;
    file.get();
    if (magic != "P5" || most != 255 || picture.width <= 0 || picture.height <= 0) return {};
    picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    file.read(reinterpret_cast<char*>(picture.pixels.data()), static_cast<std::streamsize>(picture.pixels.size()));
    return picture;
}

std::string shown(double number) { return std::to_string(static_cast<int>(number)); }
std::string shown(const std::string& text) { return text; }
std::string shown(Date date) { return to_iso(date); }

template <class T>
void tell(const std::optional<confirm::Written<T>>& found) {
    if (!found) std::cout << "-\t0\t0\t0" << std::endl;
    else std::cout << shown(found->value) << '\t' << found->excess << '\t' << found->lead << '\t' << found->sure() << std::endl;
}

void tell(const std::string& field, const std::vector<SignColumns>& lines) {
    if (field == "amount") tell(confirm::written_figures(lines));
    else if (field == "amount_in_words") tell(confirm::written_words(lines));
    else if (field == "payee") tell(confirm::written_name(lines, "France IT"));
    else tell(confirm::written_day(lines, 2008, 2040));
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 64;
    const auto reader = hand::LineReader::load(arguments[1]);
    if (!reader) return std::cerr << reader.error().detail << '\n', 66;
    for (std::string field, path; std::cin >> field && std::getline(std::cin >> std::ws, path);) {
        tell(field, reader->look_at(picture_of(path), {0, 0, 1, 1}));
    }
}
