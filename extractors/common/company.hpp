#pragma once

#include "extractors/common/pool.hpp"
#include "extractors/common/sheets.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::extractors {

/// Words after which a company is named: "certifions que la société", "facturé à".
struct NameCue {
    std::string_view phrase;
    double weight = 1;
};

/// A company named on a sheet.
struct NamedCompany {
    std::string name;      ///< as printed, without a legal form before it and without what follows it
    double confidence = 0;
    Span span;
    std::string why;
};

/// The companies named after the cues: on the same line, on the next, or over a line's end ("la société Prisme /
/// Technologies, 130 bis rue ...").
[[nodiscard]] std::vector<NamedCompany> names_after(const Sheet& sheet, std::span<const NameCue> cues);

/// The companies that stand beside or under labels ("Assuré :", "Souscripteur").
[[nodiscard]] std::vector<NamedCompany> labelled_names(const Sheet& sheet, std::span<const Label> labels);

/// The first lines of address blocks: short lines one under the other that end with a postcode and its town. A letter's
/// addressee stands at the right, its sender at the left or at the top.
struct AddressBlock {
    NamedCompany who;
    Box box;               ///< upright
    bool addressee = false;
};
[[nodiscard]] std::vector<AddressBlock> address_blocks(const Sheet& sheet);

/// "L.1221-13", "D,1221-23": a law is cited, no company named, however its first word was read.
[[nodiscard]] bool cites_a_law(std::string_view folded);

/// A name cut where a company's name ends: a comma, "dont le siège", "au capital", "est titulaire", a street number.
/// `finished`: something that ends a name was met.
struct CutName {
    std::size_t begin = 0, end = 0;   ///< bytes of the text
    bool finished = false;
};
[[nodiscard]] CutName cut_name(std::string_view folded);

/// Numbers of companies by the block they stand in. A number in the issuer's block (its foot, letterhead, a line of legal
/// mentions, a known issuer's own number) is not the candidate's; one beside the candidate's name is.
struct NumberRules {
    std::span<const std::string_view> issuer_words;     ///< folded: "CODE DES ASSURANCES", "ORIAS"
    std::span<const std::string_view> issuer_sirens;    ///< numbers that are never the candidate's
    bool own_letterhead = false;                        ///< the candidate writes: head and foot are its own
};
void read_company_numbers(const Sheet& sheet, std::span<const NamedCompany> candidates, const NumberRules& rules, Pool& pool);

}  // namespace paraphe::extractors
