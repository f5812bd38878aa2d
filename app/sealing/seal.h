// Signs the evidence in a folder.
#pragma once

#include <filesystem>

#include "app/sealing/statement.h"
#include "core/keys/ed25519.h"
#include "core/record/evidence.h"
#include "core/record/verdict.h"

namespace gonogo {

// Returns the key in a file that gonogo keygen wrote. Throws PlanError.
PrivateKey KeyIn(const std::filesystem::path& file);

// Writes the signatures of SHA256SUMS of the folder, and of these predicates, into its folder for
// signatures: an envelope for each and one in OpenSSH's form. Replaces older ones of the same key.
// Throws std::runtime_error.
void Seal(const PrivateKey& key, const std::filesystem::path& folder, const Predicates& predicates);

// Writes only the signature of that file in OpenSSH's form, likewise.
void SealFile(const PrivateKey& key, const std::filesystem::path& folder, const char* file);

// Writes all signatures with the predicates on this evidence of a run.
void Seal(const PrivateKey& key, const std::filesystem::path& folder, const Evidence& evidence,
          const Verdict& verdict);

}  // namespace gonogo
