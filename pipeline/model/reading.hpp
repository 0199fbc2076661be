#pragma once

#include "model/document.hpp"
#include "model/file.hpp"
#include "model/page.hpp"

#include <optional>
#include <string>
#include <vector>

namespace paraphe {

/// What a report says of one page.
struct PageSummary {
    int page = 1;
    std::string piece = "other";
    double confidence = 0;      ///< calibrated, of `piece`
    std::string looks_like;     ///< look-alike id, for piece "other"
    std::vector<std::string> may_be;  ///< pieces that the page may be, its own among them; empty when nobody asked
    int rotation = 0;
    double width_mm = 0, height_mm = 0;  ///< of the page as a viewer shows it
    TextSource text = TextSource::none;
    bool legible = true;
    PageProblem problem = PageProblem::none;
    bool layer_rejected = false;
    std::vector<Overlay> overlays;
    std::vector<Code> codes;
    std::string duplicate_of;   ///< "path#page" of the same page seen before, or ""
    std::string picture;        ///< file name under `pictures/`, or ""

    friend bool operator==(const PageSummary&, const PageSummary&) = default;
};

/// A sharp picture of a place (about 200 dpi) that a report shows beside a statement.
struct Crop {
    Place place;
    std::string picture;        ///< file name under `pictures/`

    friend bool operator==(const Crop&, const Crop&) = default;
};

struct FileReading {
    std::string path;         ///< inside the dossier, as the candidate wrote it, nested archives joined by `!/`
    std::string sha256;
    std::string media_type;   ///< sniffed from the bytes
    std::uint64_t bytes = 0;
    FileStatus status = FileStatus::read;
    std::string reason;       ///< a stable code, for ignored and unreadable: "encrypted", "damaged", "empty", "message_body", "system_file", ...
    FileFacts facts;
    std::vector<PageSummary> pages;

    friend bool operator==(const FileReading&, const FileReading&) = default;
};

/// What is there: facts, no judgement. Written as `reading.json` beside `pictures/`.
struct Reading {
    std::string program;             ///< version that read
    std::string expectations_hash;   ///< of the expectations it was read under
    std::string dossier_name;
    std::string dossier_sha256;
    std::optional<std::string> deposited_on;  ///< ISO, from the file of that name
    std::optional<std::string> mailed_on;     ///< ISO, from the e-mail's date
    std::vector<FileReading> files;
    std::vector<Document> documents;
    std::vector<Crop> crops;
    bool complete = true;            ///< every page of every file was read and classified

    friend bool operator==(const Reading&, const Reading&) = default;
};

}  // namespace paraphe
