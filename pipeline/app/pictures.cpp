#include "app/pictures.hpp"

#include "app/jpeg.hpp"
#include "formats/two_d_doc.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace paraphe::app {
namespace {

const std::string folder = "pictures/";
constexpr double crop_dpi = 200;
/// Around a crop, so that a person sees where it stands: fractions of the page.
constexpr double margin_x = 0.03, margin_y = 0.012;

using PageKey = std::pair<std::string, int>;

/// A code's box ends at its last module; a little more, so that none is left to read.
constexpr double around_code = 0.005;

/// Births, home addresses, social security and account numbers: extractors name their places. A 2D-Doc may hold them all, and a picture
/// of it is as good as the print to whoever has a telephone.
std::map<PageKey, std::vector<Box>> private_boxes(const Reading& reading) {
    std::map<PageKey, std::vector<Box>> boxes;
    for (const auto& document : reading.documents)
        for (const auto& finding : document.findings)
            if (finding.code == "private") boxes[{finding.place.path, finding.place.page}].push_back(finding.place.box);
    for (const auto& file : reading.files)
        for (const auto& page : file.pages)
            for (const auto& code : page.codes)
                if (claims_two_d_doc(code.text)) boxes[{file.path, page.page}].push_back(grown(code.box, around_code, around_code));
    return boxes;
}

/// At least four digits, so that names sort as numbers.
std::string numbered(std::size_t number) {
    const auto digits = std::to_string(number);
    return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

std::string page_name(std::size_t member, std::size_t page) {
    return "page-" + numbered(member + 1) + "-" + numbered(page + 1) + ".jpg";
}

Result<void> write_pages(OpenedDossier& dossier, const std::map<PageKey, std::vector<Box>>& hidden, const Shelf& shelf, Reading& reading) {
    for (std::size_t m = 0; m < dossier.members.size(); ++m) {
        auto& state = dossier.members[m];
        for (std::size_t p = 0; p < state.views.size(); ++p) {
            if (state.views[p].empty()) continue;
            const auto found = hidden.find({state.reading.path, static_cast<int>(p) + 1});
            const auto view = found == hidden.end() ? std::move(state.views[p]) : blurred(std::move(state.views[p]), found->second);
            state.views[p] = {};
            const auto picture = encode_jpeg(view);
            if (picture.empty()) continue;
            const auto name = page_name(m, p);
            if (auto written = shelf(folder + name, picture); !written) return written;
            reading.files[m].pages[p].picture = name;
        }
    }
    return {};
}

void want(const Place& place, std::vector<Place>& places) {
    if (!place.box.empty() && std::ranges::find(places, place) == places.end()) places.push_back(place);
}

/// What a check may point to: the chosen values, the marks that count, the slots.
std::vector<Place> places_to_show(const Reading& reading) {
    std::vector<Place> places;
    for (const auto& document : reading.documents) {
        for (const auto& f : document.fields) want(f.chosen.place, places);
        for (const auto& placed : document.marks)
            if (placed.mark.kind != MarkKind::handwriting) want({placed.path, placed.page, placed.mark.box}, places);
        for (const auto& slot : document.slots) want(slot.place, places);
        for (const auto& finding : document.findings)
            if (finding.code != "private") want(finding.place, places);
    }
    std::ranges::stable_sort(places, {}, [](const Place& p) { return std::pair{p.path, p.page}; });
    return places;
}

/// The private boxes of the page as fractions of the crop.
std::vector<Box> within(const Box& crop, const std::vector<Box>& boxes) {
    std::vector<Box> inside;
    for (const auto& box : boxes) {
        const Box shared = intersection(box, crop);
        if (!shared.empty())
            inside.push_back({(shared.x - crop.x) / crop.w, (shared.y - crop.y) / crop.h, shared.w / crop.w, shared.h / crop.h});
    }
    return inside;
}

/// Crops of one page follow one another in the list, and are taken by one reader: it draws the page once.
std::vector<std::pair<std::size_t, std::size_t>> runs_of_pages(const std::vector<Place>& places) {
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool same = i > 0 && places[i].path == places[i - 1].path && places[i].page == places[i - 1].page;
        if (same) runs.back().second = i + 1;
        else runs.emplace_back(i, i + 1);
    }
    return runs;
}

}  // namespace

Result<void> write_pictures(OpenedDossier& dossier, Pool& pool, const Shelf& shelf, Reading& reading) {
    const auto hidden = private_boxes(reading);
    if (auto pages = write_pages(dossier, hidden, shelf, reading); !pages) return pages;

    std::map<std::string, const MemberState*> by_path;
    for (const auto& state : dossier.members) by_path[state.reading.path] = &state;
    const auto places = places_to_show(reading);
    const auto runs = runs_of_pages(places);
    std::vector<std::string> encoded(places.size());
    pool.for_each(runs.size(), [&](reader::Reader& reader, std::size_t r) {
        for (std::size_t i = runs[r].first; i < runs[r].second; ++i) {
            const auto& place = places[i];
            const Box crop = grown(place.box, margin_x, margin_y);
            const auto& state = *by_path.at(place.path);
            const int rotation = state.pages[static_cast<std::size_t>(place.page) - 1].rotation;
            const auto picture = reader.picture(state.member, place.page, crop, crop_dpi, rotation);
            if (!picture) continue;  // the page's own picture still shows it
            const auto found = hidden.find({place.path, place.page});
            encoded[i] = encode_jpeg(found == hidden.end() ? *picture : blurred(*picture, within(crop, found->second)));
        }
    });
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (encoded[i].empty()) continue;
        const auto name = "crop-" + numbered(i + 1) + ".jpg";
        if (auto written = shelf(folder + name, encoded[i]); !written) return written;
        reading.crops.push_back({places[i], name});
    }
    return {};
}

}  // namespace paraphe::app
