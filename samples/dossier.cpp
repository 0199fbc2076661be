#include "samples/dossier.hpp"

#include <algorithm>

#include "samples/dossier_truth.hpp"
#include "samples/file_maker.hpp"
#include "samples/names.hpp"
#include "samples/parts.hpp"
#include "samples/pdf.hpp"

namespace paraphe::samples {
namespace {

Facts drawn_facts(const Random& rng, const std::vector<const Defect*>& wrong, const Wishes& wishes) {
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
    return facts;
}

std::vector<FileBytes> form_files(const std::vector<Part>& parts, const Facts& facts) {
    std::vector<FileBytes> files;
    for (const Part& part : parts) {
        if (!part.form) continue;
        Pdf pdf;
        for (const auto& sheet : part.form->sheets) pdf.add_drawn(*sheet, true);
        files.push_back({part.piece + ".pdf", pdf.bytes("Microsoft® Word 2013", facts.us.registered_on)});
    }
    return files;
}

/// Which leaves lie together in one file.
std::vector<std::vector<Leaf>> grouped(const std::vector<Part>& parts, const Plan& plan, const Facts& facts, Random& rng) {
    std::vector<std::vector<Leaf>> files;
    const bool spoils = !facts.packing.locked.empty() || !facts.packing.garbled.empty();
    const std::string style = spoils ? "separate" : plan.style;
    std::size_t left_in_group = 0;
    for (const Part& part : parts) {
        const bool open = style == "single" || (style == "grouped" && left_in_group > 0);
        if (files.empty() || !open) {
            files.emplace_back();
            left_in_group = style == "grouped" ? static_cast<std::size_t>(rng.between(2, 5)) : 1;
        }
        --left_in_group;
        for (const std::size_t number : part.order) {
            const bool pictures = style == "images" && !part.digital();
            if (pictures && !files.back().empty()) files.emplace_back();
            files.back().push_back({&part, number});
        }
    }
    return files;
}

/// A picture or a PDF. Machines that know black and white only write PNG.
std::string extension_for(const std::vector<Leaf>& leaves, const Plan& plan, Random& rng) {
    const Part& first = *leaves.front().part;
    const bool picture = plan.style == "images" && leaves.size() == 1 && !first.digital() && rng.chance(0.9);
    if (!picture) return ".pdf";
    return first.mode == "scan_bw" || first.mode == "fax" ? ".png" : ".jpg";
}

MadeFile copied(MadeFile made, const std::string& path) {
    made.file.path = path;
    made.entry["path"] = path;
    for (Json& document : made.documents) document["path"] = path;
    return made;
}

/// A dossier being filled, file by file.
class Filling {
public:
    void add(const MadeFile& made) {
        tell_documents(made);
        put(made);
    }
    /// The copy lies before its original.
    void add_twice(const MadeFile& made, const std::string& path_of_copy) {
        const MadeFile copy = copied(made, path_of_copy);
        tell_documents(made);
        tell_documents(copy);
        put(copy);
        put(made);
    }
    /// A file that says the day of deposit, and holds no page.
    void add_day(const std::string& path, Date day) {
        const std::string text = iso(day) + "\n";
        const Json entry{{"path", path}, {"sha256", sha256(text)}, {"status", {"ignored", "read"}}, {"mode", "text"},
                         {"spoiled", nullptr}, {"pages", Json::array()}};
        put({{path, text}, entry, {}, {}});
    }

    std::vector<FileBytes> files;
    ContentTruth truth;

private:
    void put(const MadeFile& made) {
        files.push_back(made.file);
        truth.files.push_back(made.entry);
    }
    void tell_documents(const MadeFile& made) {
        for (const Json& document : made.documents) truth.documents.push_back(document);
        truth.by_hand.insert(made.by_hand.begin(), made.by_hand.end());
    }
};

Filling filled(const std::vector<Part>& parts, const Facts& facts, const Plan& plan, const Random& rng, Random& planning) {
    FileMaker maker(facts, rng.child("files"));
    FileNames names(rng.child("names"), facts.us.name);
    const std::string root = plan.container != "folder" && planning.chance(0.4) ? names.folder() + "/" : "";
    Filling filling;
    for (const auto& leaves : grouped(parts, plan, facts, planning)) {
        const Part& first = *leaves.front().part;
        const bool one = std::ranges::all_of(leaves, [&](const Leaf& leaf) { return leaf.part == &first; });
        const std::string extension = extension_for(leaves, plan, planning);
        const std::string name = names.file(one ? first.piece : "", year_of(facts.as_of), extension);
        const MadeFile made = maker.make(root + name, leaves);
        const bool second = filling.files.size() == 1;
        if (facts.packing.duplicates && second && one) filling.add_twice(made, root + names.copy_of(name));
        else filling.add(made);
    }
    if (plan.wishes.deposited_on) filling.add_day(root + "deposited_on", facts.as_of);
    return filling;
}

}  // namespace

Dossier make_dossier(const std::string& name, Random rng, const std::vector<const Defect*>& wrong, const Wishes& wishes) {
    const Facts facts = drawn_facts(rng, wrong, wishes);
    Random planning = rng.child("plan");
    const Plan plan = make_plan(planning, wishes);
    std::vector<Part> parts = draw_parts(facts, plan, rng.child("parts"), wrong);
    if (plan.style != "separate" && planning.chance(0.4)) planning.shuffle(parts);
    Filling filling = filled(parts, facts, plan, rng, planning);
    return {.files = std::move(filling.files),
            .forms = form_files(parts, facts),
            .container = plan.container,
            .as_of = facts.as_of,
            .truth = dossier_truth(name, plan, facts, wrong, filling.truth)};
}

}  // namespace paraphe::samples
