// Verifies the evidence in a folder, without servers, plan or network.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/proof/checklist.h"
#include "app/proof/policy.h"
#include "app/proof/signers.h"
#include "core/record/evidence.h"
#include "core/record/verdict.h"

namespace gonogo {

struct VerifyRequest {
  std::vector<Signer> signers{};
  Policy policy{};
  std::string now;       // UTC
  bool is_part = false;  // of a fleet: its own signatures need not be there, nor the policy met
};

struct Verification {
  Checklist list;  // what was checked and what couldn't be
  // These are what was checked, as far as it could be read.
  std::string sums;  // the bytes of SHA256SUMS
  Evidence evidence{};
  Verdict verdict{};
};

// Throws PlanError if there is no such folder, or it is a migration's or a fleet's.
Verification VerifyEvidence(const std::filesystem::path& folder, const VerifyRequest& request);

}  // namespace gonogo
