// Signs the evidence in a folder.
#pragma once

#include <filesystem>
#include <string>

#include "app/sealing/statement.h"
#include "core/keys/ed25519.h"
#include "core/record/evidence.h"
#include "core/record/verdict.h"
#include "fixtures/system/prepared_files.h"

namespace gonogo {

// Returns the key in a file that gonogo keygen wrote. Throws PlanError.
PrivateKey KeyIn(const std::filesystem::path& file);

// Adds the signatures of that text of the folder's SHA256SUMS, and of these predicates, in its
// folder for signatures: an envelope for each and one in OpenSSH's form. They replace older ones of
// the same key. Throws std::runtime_error.
void PrepareSeal(const PrivateKey& key, const std::filesystem::path& folder,
                 const std::string& sums, const Predicates& predicates, PreparedFiles& files);

// Writes them for the SHA256SUMS that the folder has.
void Seal(const PrivateKey& key, const std::filesystem::path& folder, const Predicates& predicates);

// Writes only the signature of that file in OpenSSH's form, likewise.
void SealFile(const PrivateKey& key, const std::filesystem::path& folder, const char* file);

// Writes all signatures with the predicates on this evidence of a run.
void Seal(const PrivateKey& key, const std::filesystem::path& folder, const Evidence& evidence,
          const Verdict& verdict);

}  // namespace gonogo
