// Verifies the evidence in a folder, without servers, plan or network.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/proof/checklist.h"
#include "app/proof/policy.h"
#include "app/proof/signers.h"

namespace gonogo {

struct VerifyRequest {
  std::vector<Signer> signers{};
  Policy policy{};
  std::string now;  // UTC
};

// Returns what was checked and what couldn't be. Throws PlanError if there is no such folder,
// or it is a migration's.
Checklist VerifyEvidence(const std::filesystem::path& folder, const VerifyRequest& request);

}  // namespace gonogo
