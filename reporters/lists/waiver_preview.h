// What a waiver would accept of a run, for whoever is about to record it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/record/evidence.h"

namespace gonogo {

struct WaiverPreview {
  std::vector<std::string> accepted;  // "rows.public.t: public.t: have 8 rows, want 9 rows"
  std::vector<std::string> left;      // the findings of the same cases that stay red
  std::vector<std::string> refused;   // cases of which it can accept nothing, and why

  // Returns up to ten lines of each kind, with their numbers.
  std::string Text() const;
};

// Compares the waiver with the cases of the run for which it is. Other waivers don't count.
WaiverPreview PreviewOf(const Waiver& waiver, const Evidence& evidence);

// Returns the waiver with the digests of what PreviewOf would list: all that the run has to accept.
Waiver AsSeen(Waiver waiver, const Evidence& evidence);

// Returns true if the pattern accepts whatever is found, also later.
bool AcceptsEverything(const Waiver& waiver);

}  // namespace gonogo
