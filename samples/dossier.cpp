#include "samples/dossier.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "samples/booklet.hpp"
#include "samples/image_files.hpp"
#include "samples/layers.hpp"
#include "samples/names.hpp"
#include "samples/pdf.hpp"

namespace paraphe::samples {
namespace {

/// A document on its way into the dossier.
struct Part {
    std::string piece;      ///< the id it was sent for
    std::string shown;      ///< the piece it really is
    std::unique_ptr<Booklet> booklet;
    std::unique_ptr<Booklet> form;   ///< the official form it was made of, where one was wished
    std::string mode, layer = "none";
    double dpi = 200;
    std::vector<std::size_t> order;
};

/// A page of a part, as it goes into a file.
struct Leaf {
    Part* part;
    std::size_t sheet;
};

struct Plan {
    std::string style, persona, container;
    Wishes wishes;
};

bool is_signed(std::string_view piece) { return piece == "commitment_letter" || piece == "referential" || piece == "brand_rules" || piece == "fee_cheque"; }

std::string scan_mode(Random& rng, const Plan& plan) {
    if (plan.persona == "phone") return rng.chance(0.8) ? "photo" : "scan_colour";
    const double at = rng.real(0, 1);
    return at < 0.4 ? "scan_gray" : at < 0.72 ? "scan_colour" : at < 0.9 ? "scan_bw" : at < 0.95 ? "fax" : "photo";
}

std::string mode_for(Random& rng, const Plan& plan, const Facts& facts, const std::string& piece, bool by_hand, std::string_view medium) {
    if (facts.packing.phone) return "photo";
    if (medium == "scan" || by_hand) return scan_mode(rng, plan);
    if (medium == "digital" || (plan.wishes.medium == "electronic" && piece != "fee_cheque")) return "digital";
    if (plan.wishes.medium == "scanned" || plan.persona == "scanner" || plan.persona == "phone") return scan_mode(rng, plan);
    if (plan.persona == "digital") return piece == "fee_cheque" ? scan_mode(rng, plan) : "digital";
    const bool drawn = rng.chance(is_signed(piece) ? 0.15 : 0.65);
    return drawn ? "digital" : scan_mode(rng, plan);
}

void empty(Company& company, SignedBy& by) {
    const std::string dots(24, '.');
    company.name = company.siren = company.address.town = dots;
    by = {{"", dots, "", dots}, dots, false, false, false, {}};
}

/// What the forms say before a candidate fills them in.
Facts unfilled(Facts facts) {
    constexpr int more_than_any = 60;
    empty(facts.referential.company, facts.referential.by);
    empty(facts.brand.company, facts.brand.by);
    for (int page = 1; page < more_than_any; ++page) facts.referential.unparaphed.insert(page);
    facts.referential.missing_pages.clear();
    facts.referential.twice.clear();
    facts.referential.struck_out.clear();
    facts.referential.clause.clear();
    facts.referential.blank_versos = facts.referential.cropped = false;
    facts.brand.missing_pages.clear();
    return facts;
}

/// The same drawing with the same type and layout.
std::unique_ptr<Booklet> form_of(const Drawing& drawing, const Booklet& filled, const Facts& facts, const Random& rng) {
    const Facts blank = unfilled(facts);
    auto form = std::make_unique<Booklet>(filled.piece, blank, rng);
    form->layout = filled.layout;
    drawing.draw(blank, *form);
    return form;
}

std::string medium_for(const std::vector<const Defect*>& wrong, std::string_view piece) {
    for (const Defect* defect : wrong)
        if (defect->piece == piece && !defect->medium.empty()) return std::string(defect->medium);
    return {};
}

std::vector<std::unique_ptr<Part>> draw_parts(const Facts& facts, const Plan& plan, Random rng, const std::vector<const Defect*>& wrong) {
    std::vector<std::unique_ptr<Part>> parts;
    for (const std::string_view id : piece_ids) {
        const PieceFacts& its = facts.of(id);
        if (!its.present) continue;
        Random own = rng.child(id);
        auto part = std::make_unique<Part>();
        part->piece = id;
        part->shown = its.instead.empty() ? std::string(id) : "other";
        const Drawing& drawing = its.instead.empty() ? drawing_of(id) : lookalike_of(its.instead);
        const Random looks = own.child("booklet");
        part->booklet = std::make_unique<Booklet>(part->shown, facts, looks);
        Booklet& booklet = *part->booklet;
        booklet.layout = own.between(0, drawing.layouts - 1);
        const std::string medium = medium_for(wrong, id);
        const double habit = id == "fee_cheque" ? 0.6 : id == "staff_register" ? 0.2 : id == "cluster_membership" ? 0.3 : 0.25;
        const bool hand_allowed = drawing.can_be_by_hand && medium != "digital" && plan.wishes.hand != "none";
        booklet.by_hand = hand_allowed && (own.chance(plan.wishes.hand == "facts" ? habit + 0.3 : habit) || (plan.wishes.hand == "facts" && id == "fee_cheque"));
        if (plan.wishes.medium == "electronic") booklet.by_hand = false;
        part->mode = mode_for(own, plan, facts, std::string(id), booklet.by_hand, medium);
        if (part->mode == "digital" && id != "kbis" && facts.packing.attack.empty() && plan.wishes.medium.empty() && own.chance(0.08)) part->mode = "digital_badlayer";
        if (part->mode != "digital" && part->mode != "digital_badlayer") {
            const double at = own.real(0, 1);
            part->layer = part->mode == "photo" ? "none" : at < 0.55 ? "none" : at < 0.7 ? "good" : at < 0.8 ? "empty" : at < 0.9 ? "cipher" : "ocr";
        }
        part->dpi = plan.wishes.dpi > 0 ? plan.wishes.dpi : own.chance(0.72) ? 200 : own.chance(0.8) ? 150 : 300;
        drawing.draw(facts, booklet);
        if (plan.wishes.forms && its.instead.empty() && (id == "referential" || id == "brand_rules")) part->form = form_of(drawing, booklet, facts, looks);
        for (auto& sheet : booklet.sheets)
            if (its.illegible) sheet->illegible = true;
        part->order = booklet.order;
        if (part->order.empty())
            for (std::size_t i = 0; i < booklet.sheets.size(); ++i) part->order.push_back(i);
        if (facts.packing.shuffled) own.shuffle(part->order);
        parts.push_back(std::move(part));
    }
    return parts;
}

Json marks_json(const std::vector<Mark>& marks, const std::function<Rect(const Rect&)>& place, const Sheet* flat, int page) {
    Json list = Json::array();
    for (const Mark& mark : marks) {
        const Rect box = place(mark.box);
        if (box.w <= 0.001 || box.h <= 0.001) continue;
        Json entry{{"kind", mark.kind}, {"box", box_json(box)}, {"who", mark.who}, {"optional", mark.optional}, {"page", page}};
        if (flat != nullptr) entry["box_flat"] = box_json({mark.box.x / flat->width, mark.box.y / flat->height, mark.box.w / flat->width, mark.box.h / flat->height});
        list.push_back(entry);
    }
    return list;
}

/// Puts leaves into one file and says what is true of it.
class FileMaker {
public:
    FileMaker(const Facts& facts, const Plan& plan, Random rng, Json& documents, std::set<std::string>& hand) : facts_(facts), plan_(plan), rng_(rng), documents_(documents), hand_(hand) {}

    /// A PDF, or one picture where `extension` says so.
    std::pair<FileBytes, Json> make(std::string path, const std::vector<Leaf>& leaves) {
        Json pages = Json::array();
        std::vector<std::pair<const Part*, Json>> documents;
        FileBytes file{path, {}};
        const bool picture_file = path.ends_with(".jpg") || path.ends_with(".png");
        Pdf pdf;
        bool ciphered = false, all_drawn = true;
        for (const Leaf& leaf : leaves) {
            const Sheet& sheet = *leaf.part->booklet->sheets[leaf.sheet];
            const int number = static_cast<int>(pages.size()) + 1;
            const bool drawn = leaf.part->mode.starts_with("digital");
            all_drawn = all_drawn && drawn;
            int turned = 0;
            std::function<Rect(const Rect&)> place = [&](const Rect& box) { return clipped(sheet, box); };
            Picture picture;
            if (drawn) {
                pdf.add_drawn(sheet, rng_.chance(0.8));
                if (rng_.chance(0.04) || (facts_.packing.upside_down && number == 1)) pdf.turn(turned = 180);
                ciphered = ciphered || leaf.part->mode == "digital_badlayer";
            } else {
                picture = delivered(sheet, leaf.part->mode, leaf.part->dpi, rng_);
                place = [&](const Rect& box) { return on_picture(picture, sheet, box); };
                const bool lies = facts_.packing.attack == "hidden_text" && leaf.part->shown == facts_.packing.attacked;
                if (lies) leaf.part->layer = "good";
                const auto layer = lies ? text_layer(*twin_of(leaf), picture, "good", rng_) : text_layer(sheet, picture, leaf.part->layer, rng_);
                if (sheet.width > sheet.height && rng_.chance(0.4)) turned = rng_.chance(0.5) ? 90 : 270;
                else if (rng_.chance(0.05) || (facts_.packing.upside_down && rng_.chance(0.6))) turned = rng_.chance(0.6) ? 180 : rng_.chance(0.5) ? 90 : 270;
                if (lies) turned = 0;
                if (turned != 0) leaf.part->layer = "none";
                picture.pixels = quarter_turned(picture.pixels, turned);
                if (picture_file) file.bytes = path.ends_with(".png") ? png(picture.pixels, static_cast<int>(picture.dpi)) : jpeg(picture.pixels, picture.jpeg_quality, static_cast<int>(picture.dpi));
                else pdf.add_picture(picture, turned == 0 ? layer : std::vector<LayerWord>{});
            }
            if (!picture_file && leaf.part->shown == "kbis") attack(pdf, sheet, drawn);
            Json negatives = Json::array();
            for (const Negative& negative : sheet.negatives) {
                const Rect box = place(negative.box);
                if (box.w > 0.001 && box.h > 0.001) negatives.push_back({{"kind", negative.kind}, {"box", box_json(box)}});
            }
            pages.push_back({{"page", number}, {"piece", sheet.piece}, {"rotation", (360 - turned) % 360}, {"mode", leaf.part->mode},
                             {"layer", drawn ? (leaf.part->mode == "digital" ? "good" : "cipher") : leaf.part->layer}, {"illegible", sheet.illegible}, {"negatives", negatives}});
            if (sheet.piece == "other" || sheet.piece != leaf.part->shown) continue;
            auto at = std::find_if(documents.begin(), documents.end(), [&](const auto& d) { return d.first == leaf.part; });
            if (at == documents.end()) {
                documents.emplace_back(leaf.part, Json{{"piece", leaf.part->shown}, {"path", path}, {"pages", Json::array()}, {"mode", leaf.part->mode}, {"layout", leaf.part->booklet->layout},
                                                       {"fields", Json::array()}, {"marks", Json::array()}, {"fields_optional", sheet.illegible}});
                at = documents.end() - 1;
            }
            at->second["pages"].push_back(number);
            for (const Field& field : sheet.fields) at->second["fields"].push_back({{"name", field.name}, {"value", field.value}, {"page", number}});
            for (auto& mark : marks_json(sheet.marks, place, leaf.part->mode == "photo" ? &sheet : nullptr, number)) at->second["marks"].push_back(mark);
            if (leaf.part->booklet->lettered) hand_.insert(leaf.part->shown);
        }
        const auto touches = [&](const std::string& piece) { return std::any_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) { return leaf.part->piece == piece; }); };
        Json spoiled = nullptr;
        if (!picture_file) {
            if (ciphered) pdf.cipher();
            if (facts_.packing.attack == "unicode_map" && touches(facts_.packing.attacked)) {
                const auto digit = [](Date day) { return static_cast<char>('0' + year_of(day) % 10); };
                pdf.lie(digit(facts_.kbis.up_to_date_on), digit(facts_.as_of));
            }
            if (!facts_.packing.locked.empty() && touches(facts_.packing.locked)) {
                pdf.lock();
                spoiled = "locked";
            }
            if (facts_.kbis.broken_signature && touches("kbis")) pdf.sign("Greffier du tribunal de commerce de " + facts_.kbis.company.registry, facts_.kbis.printed_on, true);
            if (facts_.packing.signed_file && touches("referential")) pdf.sign(facts_.us.director.full(), *facts_.referential.by.on, false);
            file.bytes = pdf.bytes(producer(all_drawn), facts_.as_of - std::chrono::days{3});
            if (!facts_.packing.garbled.empty() && touches(facts_.packing.garbled)) {
                Random noise = rng_.child("garbled");
                for (char& c : file.bytes) c = static_cast<char>(noise.bits());
                spoiled = "garbage";
            }
        }
        for (auto& [part, document] : documents)
            if (spoiled.is_null()) documents_.push_back(document);
        Json entry{{"path", path}, {"sha256", sha256(file.bytes)}, {"status", spoiled.is_null() ? Json{"read"} : Json{"unreadable"}}, {"mode", leaves.front().part->mode}, {"spoiled", spoiled}, {"pages", pages}};
        return {std::move(file), entry};
    }

private:
    static Rect clipped(const Sheet& sheet, const Rect& box) {
        const double x0 = std::clamp(box.x / sheet.width, 0.0, 1.0), y0 = std::clamp(box.y / sheet.height, 0.0, 1.0);
        return {x0, y0, std::clamp(box.right() / sheet.width, 0.0, 1.0) - x0, std::clamp(box.bottom() / sheet.height, 0.0, 1.0) - y0};
    }

    /// The same page as it would be if its date were fresh.
    const Sheet* twin_of(const Leaf& leaf) {
        if (!twin_) {
            Facts fresh = facts_;
            fresh.kbis.up_to_date_on = fresh.kbis.printed_on = facts_.as_of - std::chrono::days{12};
            const Booklet& real = *leaf.part->booklet;
            twin_ = std::make_unique<Booklet>("kbis", fresh, Random(7));
            twin_->theme = real.theme;
            twin_->layout = real.layout;
            drawing_of("kbis").draw(fresh, *twin_);
        }
        return twin_->sheets[std::min(leaf.sheet, twin_->sheets.size() - 1)].get();
    }

    void attack(Pdf& pdf, const Sheet& sheet, bool drawn) {
        const std::string fresh = slashed(facts_.as_of - std::chrono::days{12});
        const Date shown = facts_.kbis.up_to_date_on;
        auto where = place_of(sheet, in_words(shown));
        if (!where) where = place_of(sheet, slashed(shown));
        if (!where) return;
        const std::string& way = facts_.packing.attack;
        const double base = where->y + where->h * 0.78, size = where->h / mm_per_point * 0.72;
        if (facts_.kbis.overlay || way == "white_box") {
            pdf.overlay_white({where->x - 1, where->y, where->w + 2, where->h});
            pdf.overlay_text(where->x, base, size, fresh, false);
        } else if (way == "screen_layer" && drawn) pdf.overlay_layer(where->x + where->w + 3, base, size, "À jour au " + fresh);
        else if (way == "annotation" && drawn) pdf.annotate({where->x, where->y, where->w, where->h}, fresh);
    }

    std::string producer(bool drawn) {
        static constexpr std::array<const char*, 4> writers{"Microsoft® Word 2013", "LibreOffice 5.2", "PDFCreator 2.3", "Acrobat Distiller 11.0"};
        static constexpr std::array<const char*, 4> scanners{"Canon iR-ADV", "HP Scan", "EPSON Scan", "RICOH MP C3003"};
        return drawn ? rng_.pick(writers) : rng_.pick(scanners);
    }

    const Facts& facts_;
    const Plan& plan_;
    Random rng_;
    Json& documents_;
    std::set<std::string>& hand_;
    std::unique_ptr<Booklet> twin_;
};

Plan make_plan(Random& rng, const Wishes& wishes) {
    Plan plan;
    plan.wishes = wishes;
    const double at = rng.real(0, 1), who = rng.real(0, 1), box = rng.real(0, 1);
    plan.style = at < 0.55 ? "separate" : at < 0.75 ? "grouped" : at < 0.9 ? "single" : "images";
    plan.persona = who < 0.35 ? "scanner" : who < 0.65 ? "mixed" : who < 0.85 ? "digital" : "phone";
    plan.container = box < 0.6 ? "zip" : box < 0.75 ? "folder" : box < 0.88 ? "7z" : "tar.gz";
    if (!wishes.style.empty()) plan.style = wishes.style;
    if (!wishes.container.empty()) plan.container = wishes.container;
    if (wishes.medium == "scanned" && plan.persona == "digital") plan.persona = "scanner";
    return plan;
}

/// Which leaves lie together in one file.
std::vector<std::vector<Leaf>> grouped(const std::vector<std::unique_ptr<Part>>& parts, const Plan& plan, const Facts& facts, Random& rng) {
    std::vector<std::vector<Leaf>> files;
    const bool spoils = !facts.packing.locked.empty() || !facts.packing.garbled.empty();
    const std::string style = spoils ? "separate" : plan.style;
    std::size_t left_in_group = 0;
    for (const auto& part : parts) {
        const bool open = style == "single" || (style == "grouped" && left_in_group > 0);
        if (files.empty() || !open) {
            files.emplace_back();
            left_in_group = style == "grouped" ? static_cast<std::size_t>(rng.between(2, 5)) : 1;
        }
        --left_in_group;
        for (const std::size_t sheet : part->order) {
            const bool pictures = style == "images" && !part->mode.starts_with("digital");
            if (pictures && !files.back().empty()) files.emplace_back();
            files.back().push_back({part.get(), sheet});
        }
    }
    return files;
}

Json expectations(const std::vector<const Defect*>& wrong) {
    Json list = Json::array();
    for (const Defect* defect : wrong)
        list.push_back({{"scenario", defect->scenario}, {"name", defect->name}, {"piece", defect->piece}, {"check", defect->check}, {"outcome", defect->outcome == 'F' ? "fail" : defect->outcome == 'R' ? "review" : "pass"},
                        {"code", defect->code}});
    return list;
}

}  // namespace

Dossier make_dossier(const std::string& name, Random rng, const std::vector<const Defect*>& wrong, const Wishes& wishes) {
    Facts facts = clean_facts(rng.child("facts"), wishes.as_of);
    for (const Defect* defect : wrong) {
        Random own = rng.child(defect->name);
        defect->apply(facts, own);
    }
    if (!wishes.clause.empty()) {
        constexpr int points = 42;
        facts.referential.clause = wishes.clause;
        facts.referential.clause_at = rng.child("clause").between(1, points);
    }
    Random planning = rng.child("plan");
    const Plan plan = make_plan(planning, wishes);
    auto parts = draw_parts(facts, plan, rng.child("parts"), wrong);
    if (plan.style != "separate" && planning.chance(0.4)) planning.shuffle(parts);

    Dossier dossier;
    for (const auto& part : parts) {
        if (!part->form) continue;
        Pdf pdf;
        for (const auto& sheet : part->form->sheets) pdf.add_drawn(*sheet, true);
        dossier.forms.push_back({part->piece + ".pdf", pdf.bytes("Microsoft® Word 2013", facts.us.registered_on)});
    }
    dossier.as_of = facts.as_of;
    dossier.container = plan.container;
    Json files = Json::array(), documents = Json::array();
    std::set<std::string> hand;
    FileMaker maker(facts, plan, rng.child("files"), documents, hand);
    FileNames names(rng.child("names"), facts.us.name);
    const std::string root = plan.container != "folder" && planning.chance(0.4) ? names.folder() + "/" : "";
    for (const auto& leaves : grouped(parts, plan, facts, planning)) {
        const Part& first = *leaves.front().part;
        const bool one = std::all_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) { return leaf.part == &first; });
        const bool picture = plan.style == "images" && leaves.size() == 1 && !first.mode.starts_with("digital") && planning.chance(0.9);
        const std::string extension = picture ? (first.mode == "scan_bw" || first.mode == "fax" ? ".png" : ".jpg") : ".pdf";
        auto [file, entry] = maker.make(root + names.file(one ? first.piece : "", year_of(facts.as_of), extension), leaves);
        if (facts.packing.duplicates && files.size() == 1 && one) {
            FileBytes copy{root + names.copy_of(file.path.substr(root.size())), file.bytes};
            Json again = entry;
            again["path"] = copy.path;
            dossier.files.push_back(copy);
            files.push_back(again);
            for (auto& document : Json(documents))
                if (document["path"] == file.path) {
                    document["path"] = copy.path;
                    documents.push_back(document);
                }
        }
        dossier.files.push_back(std::move(file));
        files.push_back(entry);
    }
    if (wishes.deposited_on) {
        dossier.files.push_back({root + "deposited_on", iso(facts.as_of) + "\n"});
        files.push_back({{"path", root + "deposited_on"}, {"sha256", sha256(dossier.files.back().bytes)}, {"status", {"ignored", "read"}}, {"mode", "text"}, {"spoiled", nullptr}, {"pages", Json::array()}});
    }

    bool fails = false, doubts = false, no_reference = !facts.kbis.present || !facts.kbis.instead.empty();
    Json kinds = Json::array(), bad = Json::array(), kind_pieces = Json::object(), pieces = Json::object();
    for (const std::string_view id : piece_ids) pieces[std::string(id)] = no_reference && id != "kbis" ? Json{"pass", "review", "fail"} : Json{"pass"};
    for (const Defect* defect : wrong) {
        kinds.push_back(defect->name);
        kind_pieces[std::string(defect->name)] = defect->piece.empty() ? Json::array() : Json{defect->piece};
        if (defect->outcome == 'P') continue;
        bad.push_back(defect->name);
        (defect->outcome == 'F' ? fails : doubts) = true;
        const Json accepted = defect->outcome == 'F' ? Json{"fail", "review"} : Json{"review", "fail"};
        if (!defect->piece.empty()) pieces[std::string(defect->piece)] = accepted;
        else
            for (auto& [id, outcome] : pieces.items())
                if (outcome.size() == 1) outcome = Json{"pass", "review", "fail"};
    }
    const Json verdict = fails ? Json{"not_eligible", "review"} : doubts ? Json{"review", "not_eligible"} : Json{"eligible"};
    Json faint = Json::array();
    if (!facts.referential.faint.empty()) faint.push_back("referential");
    dossier.truth = {{"name", name}, {"path", ""}, {"container", plan.container}, {"style", plan.style}, {"persona", plan.persona}, {"as_of", iso(facts.as_of)}, {"clean", bad.empty()}, {"kinds", kinds}, {"defects", bad},
                     {"kind_pieces", kind_pieces}, {"expected", expectations(wrong)}, {"hand", std::vector<std::string>(hand.begin(), hand.end())}, {"faint", faint}, {"verdict", verdict},
                     {"company", {{"name", facts.us.name}, {"siren", facts.us.siren}, {"director", facts.us.director.full()}}}, {"pieces", pieces}, {"files", files}, {"documents", documents}};
    if (facts.deadline) dossier.truth["deadline"] = iso(*facts.deadline);
    return dossier;
}

}  // namespace paraphe::samples
