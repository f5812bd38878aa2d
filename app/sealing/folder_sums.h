// SHA256SUMS of an evidence folder: the digest of each file in it, in the form of sha256sum.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace gonogo {

inline constexpr const char* kSumsFile = "SHA256SUMS";
// The folder with signatures. They are made after SHA256SUMS, which they sign.
inline constexpr const char* kSignaturesFolder = "signatures";

using FileSums = std::map<std::string, std::string>;  // digests by the files' names in the folder

// Returns the digests of all files of the folder and below, except SHA256SUMS and signatures.
FileSums SumsOf(const std::filesystem::path& folder);

std::string SumsText(const FileSums& sums);

// Reads what SumsText wrote, and nothing else. Throws PlanError that says which line is wrong.
FileSums ParseSums(std::string_view text);

}  // namespace gonogo
