// The stage that a ledger says has begun and not ended.
#pragma once

#include <optional>
#include <string>

#include "core/record/ledger.h"

namespace gonogo {

struct OpenStage {
  Phase stage = Phase::kPreflight;
  std::string began;  // UTC
  std::string step;   // that has begun and isn't done; "" if there is none
  bool runs = false;  // its process exists on this host
  bool died = false;  // it was on this host, and doesn't exist
};

// Returns nothing if the last stage, or the last look at one, has ended.
std::optional<OpenStage> OpenStageOf(const Ledger& ledger);

// Returns "stage gate runs, step analyze", or that it broke off.
std::string Describe(const OpenStage& open);

}  // namespace gonogo
