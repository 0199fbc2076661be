// hand_probe MODELS: for each line of stdin, "FIELD PICTURE.pgm" (FIELD: amount, amount_in_words, payee, drawn_on, name=Words_of_it; pictures of 200 dpi), the
// value that fits best and leads, and 1 when it is sure; a tab between. For "guess=amount" and "guess=amount_in_words" the sums that may be guessed,
// and 0. Used by measure_hand.py.
#include "confirm/hand_look.hpp"
#include "hand/hand.hpp"

#include <algorithm>
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

/// An A4 page of bare paper, as bright as the picture mostly is, with the picture in its middle; its place there is put into `box`.
Picture on_a_page(const Picture& part, Box& box) {
    Picture page{1654, 2339, 1, 200, {}};
    if (!part.consistent() || part.width > page.width || part.height > page.height) return {};
    auto tones = part.pixels;
    const auto bright = tones.begin() + static_cast<std::ptrdiff_t>(tones.size() * 3 / 4);
    std::ranges::nth_element(tones, bright);
    page.pixels.assign(static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height), *bright);
    const int left = (page.width - part.width) / 2, top = (page.height - part.height) / 2;
    for (int y = 0; y < part.height; ++y)
        std::copy_n(part.pixels.begin() + static_cast<std::ptrdiff_t>(y) * part.width, part.width,
                    page.pixels.begin() + static_cast<std::ptrdiff_t>(top + y) * page.width + left);
    const double w = page.width, h = page.height;
    box = {left / w, top / h, part.width / w, part.height / h};
    return page;
}

std::string shown(const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return std::to_string(static_cast<int>(*number));
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : "?";
}

void tell(const std::string& field, const hand::LineReader& reader, const Picture& picture) {
    Box place;
    const Picture page = on_a_page(picture, place);
    Expectations expectations;
    expectations.payees = {"France IT"};
    expectations.first_year = 2008;
    expectations.last_year = 2040;
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.lines = reader.look_at(page, request.box);
        return answer;
    };
    if (field.starts_with("name=")) {
        auto name = field.substr(5);
        std::ranges::replace(name, '_', ' ');
        const bool there = !confirm::names_written_in({"", 1, place}, std::span(&name, 1), look).empty();
        std::cout << (there ? name : "-") << '\t' << there << std::endl;
        return;
    }
    if (field.starts_with("guess=")) {
        std::string guesses;
        for (const double sum : confirm::sums_guessed_in(field.substr(6), {"", 1, place}, look)) guesses += (guesses.empty() ? "" : ",") + shown(sum);
        std::cout << (guesses.empty() ? "-" : guesses) << "\t0" << std::endl;
        return;
    }
    const auto found = confirm::written_in(field, {"", 1, place}, expectations, look);
    if (!found) std::cout << "-\t0" << std::endl;
    else std::cout << shown(found->value) << '\t' << found->sure << std::endl;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 64;
    const auto reader = hand::LineReader::load(arguments[1]);
    if (!reader) return std::cerr << reader.error().detail << '\n', 66;
    for (std::string field, path; std::cin >> field && std::getline(std::cin >> std::ws, path);) {
        tell(field, *reader, picture_of(path));
    }
}
