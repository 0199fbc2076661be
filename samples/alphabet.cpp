// A single-stroke alphabet drawn for this generator: block capitals, small letters, figures. No font is used for ink.
#include <algorithm>
#include <map>
#include <sstream>

#include "samples/ink.hpp"

namespace paraphe::samples {
namespace {

const std::map<char32_t, const char*>& drawings() {
    static const std::map<char32_t, const char*> table{
        {U'A', "0,0 3,8 3,8 6,0;1,3 5,3"}, {U'B', "0,0 0,8;0,8 4,7.5 4.5,6 3.5,4.5 0,4.2;0,4.2 4,4 5,2 4,0.3 0,0"},
        {U'C', "5.5,6.8 3.5,8 1,6.8 0,4 1,1.2 3.5,0 5.5,1.2"}, {U'D', "0,0 0,8;0,8 4,7 5.5,4 4,1 0,0"},
        {U'E', "5,8 0,8 0,8 0,0 0,0 5,0;0,4.2 4,4.2"}, {U'F', "5,8 0,8 0,8 0,0;0,4.2 4,4.2"},
        {U'G', "5.5,6.8 3.5,8 1,6.8 0,4 1,1.2 3.5,0 5.5,1.2 5.5,3.6 5.5,3.6 3.5,3.6"}, {U'H', "0,8 0,0;5.5,8 5.5,0;0,4.1 5.5,4.1"},
        {U'I', "0.5,8 0.5,0"}, {U'J', "3.5,8 3.5,2 2,0 0.3,0.8"}, {U'K', "0,8 0,0;5,8 0,3.8;1.5,4.8 5.3,0"}, {U'L', "0,8 0,0 0,0 4.8,0"},
        {U'M', "0,0 0.5,8 0.5,8 3.5,2.5 3.5,2.5 6.5,8 6.5,8 7,0"}, {U'N', "0,0 0,8 0,8 5.5,0 5.5,0 5.5,8"},
        {U'O', "3,8 0.8,6.8 0,4 0.8,1.2 3,0 5.2,1.2 6,4 5.2,6.8 3,8"}, {U'P', "0,0 0,8;0,8 4,7.6 5,6 4,4.2 0,3.8"},
        {U'Q', "3,8 0.8,6.8 0,4 0.8,1.2 3,0 5.2,1.2 6,4 5.2,6.8 3,8;3.6,2 6.2,-0.8"}, {U'R', "0,0 0,8;0,8 4,7.6 5,6 4,4.2 0,3.8;2.2,3.9 5.2,0"},
        {U'S', "5,6.9 3,8 0.8,7 0.8,5.2 3,4.2 5,3 5,1 2.8,0 0.2,1"}, {U'T', "0,8 6,8;3,8 3,0"}, {U'U', "0,8 0,2.2 1.4,0.2 3.4,0 5,1.6 5.3,8"},
        {U'V', "0,8 3,0 3,0 6,8"}, {U'W', "0,8 2,0 2,0 4,6 4,6 6,0 6,0 8,8"}, {U'X', "0,8 5.5,0;5.5,8 0,0"}, {U'Y', "0,8 3,4;6,8 3,4 3,0"},
        {U'Z', "0,8 5.5,8 5.5,8 0,0 0,0 5.5,0"},
        {U'a', "4.2,4.4 2.2,5 0.4,3.6 0.3,1.4 1.8,0 3.6,1.2 4.2,4.6 4.2,1 5,0.1"}, {U'b', "0.4,8 0.4,0.4;0.4,3.5 2.4,5 4.2,3.8 4.2,1.2 2.2,0 0.4,1"},
        {U'c', "4,4.2 2.2,5 0.4,3.6 0.4,1.4 2,0 4,0.8"}, {U'd', "4.2,4.2 2.2,5 0.4,3.6 0.4,1.2 2,0 3.8,1 4.3,3 4.4,8 4.4,0.6 5,0.1"},
        {U'e', "0.5,2.6 4,3 3.6,4.8 1.8,5 0.4,3.2 0.6,1 2.2,0 4.2,0.9"}, {U'f', "3.6,7.4 2.4,8 1.5,6.6 1.5,0;0,4.6 3.2,4.6"},
        {U'g', "4.2,4.4 2.2,5 0.4,3.6 0.4,1.6 2,0.3 3.8,1.4 4.3,4.6 4.2,-1.6 2.6,-3 0.4,-2.2"}, {U'h', "0.4,8 0.4,0;0.4,3 2.2,5 3.8,4.2 4,0"},
        {U'i', "0.6,5 0.6,0.6 1.4,0;0.6,6.8 0.8,7"}, {U'j', "1.6,5 1.6,-1.8 0.4,-3 -0.6,-2.2;1.6,6.8 1.8,7"},
        {U'k', "0.4,8 0.4,0;3.6,4.8 0.5,2.2;1.4,3 4,0"}, {U'l', "0.5,8 0.5,0.8 1.4,0"},
        {U'm', "0.3,5 0.3,0;0.3,3.4 1.8,5 2.9,4.2 3,0;3,3.4 4.6,5 5.8,4.2 6,0"}, {U'n', "0.3,5 0.3,0;0.3,3.2 2,5 3.6,4.2 3.8,0"},
        {U'o', "2.2,5 0.5,3.8 0.5,1.2 2.2,0 4,1.2 4,3.8 2.2,5"}, {U'p', "0.4,5 0.4,-3;0.4,3.6 2.4,5 4.2,3.8 4.2,1.2 2.2,0 0.4,1"},
        {U'q', "4.2,4.4 2.2,5 0.4,3.6 0.4,1.4 2,0 4,1.2;4.3,5 4.3,-3"}, {U'r', "0.4,5 0.4,0;0.4,3 1.6,4.8 3,4.8"},
        {U's', "3.6,4.3 2,5 0.6,4 1.8,2.7 3.6,1.6 2.4,0 0.3,0.7"}, {U't', "1.4,7 1.4,1 2.4,0 3.4,0.6;0,4.8 3,4.8"},
        {U'u', "0.3,5 0.4,1.2 1.8,0 3.6,1.2 3.8,5 3.9,0.8 4.6,0"}, {U'v', "0.2,5 2.1,0 2.1,0 4,5"}, {U'w', "0.2,5 1.7,0 3.2,4 4.7,0 6.2,5"},
        {U'x', "0.2,5 4,0;4,5 0.2,0"}, {U'y', "0.3,5 2.3,0.6;4.4,5 2.2,-1.2 0.6,-3 -0.4,-2.6"}, {U'z', "0.3,5 4,5 4,5 0.3,0 0.3,0 4.2,0"},
        {U'0', "2.6,8 0.6,6.6 0,4 0.6,1.2 2.6,0 4.6,1.2 5.2,4 4.6,6.6 2.6,8"}, {U'1', "0.4,6 2.4,8 2.4,8 2.4,0"},
        {U'2', "0.4,6.4 1.4,7.8 3.6,7.8 4.6,6 3.4,3.4 0.2,0 0.2,0 5,0"}, {U'3', "0.5,7.4 2.6,8 4.4,6.8 3.8,4.8 2,4.3 2,4.3 4.4,3.6 4.8,1.4 2.8,0 0.3,0.8"},
        {U'4', "3.4,8 0,2.4 0,2.4 5.2,2.4;3.6,4.6 3.4,0"}, {U'5', "4.8,8 1,8 1,8 0.6,4.6 3,5 4.8,3.4 4.4,0.8 2,0 0.2,0.8"},
        {U'6', "4.4,7.6 1.8,6.6 0.4,3.4 0.8,0.8 2.8,0 4.6,1.2 4.2,3.4 2.2,4.2 0.5,2.8"}, {U'7', "0.2,8 5,8 5,8 2,0;1.2,4.2 4.2,4.2"},
        {U'8', "2.6,4.3 0.8,5.6 0.9,7.4 2.6,8 4.4,7.2 4.4,5.6 2.6,4.3 0.5,2.6 0.6,0.8 2.6,0 4.8,1 4.6,2.8 2.6,4.3"},
        {U'9', "4.4,5.2 2.6,3.8 0.6,5 0.8,7.2 2.8,8 4.4,6.8 4.4,5 4,1.6 2.2,0"},
        {U'.', "0.3,0 0.6,0.2"}, {U',', "0.6,0.4 0.2,-1.4"}, {U'-', "0.3,3 2.8,3"}, {U'/', "0,-0.6 3.4,8.4"}, {U'\'', "0.6,8 0.3,6.4"}, {U':', "0.4,0.2 0.6,0.4;0.4,4 0.6,4.2"},
        {U'(', "1.6,8.6 0.2,5 0.2,3 1.6,-0.8"}, {U')', "0.2,8.6 1.6,5 1.6,3 0.2,-0.8"}, {U'&', "5,0 1,6 2.4,8 3.6,6.4 0.4,2.6 1.6,0 4.6,2.6"},
        {U'#', "1.4,8 0.8,0;3.8,8 3.2,0;0,5.4 4.6,5.4;0,2.6 4.4,2.6"}, {U'=', "0,4.6 4,4.6;0,2.6 4,2.6"}, {U'+', "2,5.4 2,1.2;0,3.3 4,3.3"},
        {U'€', "5,7 3.2,8 1.4,6.6 0.8,4 1.4,1.4 3.2,0 5,1;0,4.8 3.8,4.8;0,3.4 3.6,3.4"}, {U'@', "4,3 3,4 2,3 2.4,1.8 4,2 4.4,3.6 3.4,5.6 1.4,5 0.6,2.6 2,0.2 4.4,0.4"},
        {U'°', "1,8 0.2,7.2 1,6.4 1.8,7.2 1,8"}};
    return table;
}

struct Accented {
    char32_t letter, base;
    const char* mark;  ///< drawn over a letter of x-height; raised over capitals
};
constexpr Accented accents[] = {{U'é', U'e', "1.8,6.2 3.2,7.6"}, {U'è', U'e', "1.4,7.6 2.8,6.2"}, {U'ê', U'e', "1,6.2 2.2,7.6 3.4,6.2"}, {U'ë', U'e', "1,6.8 1.2,7;3,6.8 3.2,7"},
    {U'à', U'a', "1.4,7.6 2.8,6.2"}, {U'â', U'a', "1,6.2 2.2,7.6 3.4,6.2"}, {U'ù', U'u', "1.2,7.6 2.6,6.2"}, {U'û', U'u', "1,6.2 2.2,7.6 3.4,6.2"}, {U'ô', U'o', "1,6.2 2.2,7.6 3.4,6.2"},
    {U'î', U'i', "-0.4,6.2 0.6,7.6 1.6,6.2"}, {U'ï', U'i', "-0.2,7.4 0,7.6;1.4,7.4 1.6,7.6"}, {U'ç', U'c', "2.2,0 1.8,-1 2.6,-1.6 1.6,-2.2"}, {U'É', U'E', "2,8.8 3.6,10"}, {U'È', U'E', "1.6,10 3,8.8"},
    {U'Ê', U'E', "1,8.8 2.4,10 3.8,8.8"}, {U'À', U'A', "2,10 3.4,8.8"}, {U'Ô', U'O', "1.6,8.8 3,10 4.4,8.8"}, {U'Ç', U'C', "3.4,0 3,-1 3.8,-1.6 2.8,-2.2"}, {U'Ř', U'R', "1,10 2.2,8.8 3.4,10"}};

Glyph parsed(const char* drawing) {
    Glyph made;
    std::istringstream strokes(drawing);
    double right = 0;
    for (std::string stroke; std::getline(strokes, stroke, ';');) {
        std::vector<Point> points;
        std::istringstream pairs(stroke);
        for (std::string pair; pairs >> pair;) {
            const auto comma = pair.find(',');
            points.push_back({std::stod(pair.substr(0, comma)), std::stod(pair.substr(comma + 1))});
            right = std::max(right, points.back().x);
        }
        made.strokes.push_back(std::move(points));
    }
    made.width = right;
    return made;
}

std::map<char32_t, Glyph> alphabet() {
    std::map<char32_t, Glyph> all;
    for (const auto& [letter, drawing] : drawings()) all.emplace(letter, parsed(drawing));
    for (const auto& [letter, base, mark] : accents) {
        Glyph made = all.at(base);
        for (auto& stroke : parsed(mark).strokes) made.strokes.push_back(stroke);
        all.emplace(letter, std::move(made));
    }
    return all;
}

}  // namespace

const Glyph& glyph(char32_t letter) {
    static const std::map<char32_t, Glyph> all = alphabet();
    static const Glyph blank{{}, 3};
    const auto found = all.find(letter == U'’' ? U'\'' : letter);
    return found == all.end() ? blank : found->second;
}

std::vector<char32_t> letters_of(std::string_view utf8) {
    std::vector<char32_t> letters;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t letter = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) letter = (letter << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
        letters.push_back(letter);
        i += length;
    }
    return letters;
}

std::vector<Point> smooth(const std::vector<Point>& through, int steps) {
    if (through.size() < 3) return through;
    std::vector<Point> line;
    for (std::size_t i = 0; i + 1 < through.size(); ++i) {
        const Point& b = through[i];
        const Point& c = through[i + 1];
        const Point& a = i == 0 ? b : through[i - 1];
        const Point& d = i + 2 < through.size() ? through[i + 2] : c;
        for (int s = 0; s < steps; ++s) {
            const double t = static_cast<double>(s) / steps, t2 = t * t, t3 = t2 * t;
            const auto at = [&](double pa, double pb, double pc, double pd) {
                return 0.5 * (2 * pb + (pc - pa) * t + (2 * pa - 5 * pb + 4 * pc - pd) * t2 + (3 * pb - pa - 3 * pc + pd) * t3);
            };
            line.push_back({at(a.x, b.x, c.x, d.x), at(a.y, b.y, c.y, d.y)});
        }
    }
    line.push_back(through.back());
    return line;
}

}  // namespace paraphe::samples
