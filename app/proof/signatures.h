// Verifies the signatures in a folder of evidence.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "app/proof/checklist.h"
#include "app/proof/signers.h"
#include "app/sealing/statement.h"

namespace gonogo {

// What signatures must be about.
struct Signed {
  std::string file;  // its name: SHA256SUMS, or that of a ledger
  std::string text;  // its bytes
  Predicates predicates{};
};

// Returns the keys of `signers` that made a signature which is valid at `now`. Adds each signature
// to the list.
std::set<PublicKey> VerifySignatures(const std::filesystem::path& folder,
                                     const std::set<std::string>& files, const Signed& what,
                                     const std::vector<Signer>& signers, const std::string& now,
                                     Checklist& list);

}  // namespace gonogo
