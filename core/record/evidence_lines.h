// What can still be read of evidence.jsonl when a run broke off or somebody damaged the file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/record/evidence.h"

namespace gonogo {

// The version of the line format. Evidence in another format is an error.
inline constexpr int kEvidenceFormat = 2;

struct ReadableEvidence {
  Evidence evidence;                    // without a run if the header can't be read
  std::vector<std::string> unreadable;  // "evidence.jsonl:7: not JSON at line 1, column 21"
};

// Reads every line that ParseEvidence would read, and names the others, and the lines that break
// the chain, which it reads.
ReadableEvidence ReadWhatIsReadable(const std::string& lines, const std::string& file);

// Returns the case of a line, or nothing if it isn't the line of one or can't be read.
std::optional<CaseResult> CaseIn(const std::string& line);

}  // namespace gonogo
