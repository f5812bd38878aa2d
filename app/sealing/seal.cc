// The files are named by the key, so that several people can sign.
#include "app/sealing/seal.h"

#include <fmt/format.h>

#include "app/sealing/folder_sums.h"
#include "core/error.h"
#include "core/keys/dsse.h"
#include "core/keys/ssh_text.h"
#include "core/text/digest.h"
#include "fixtures/system/text_file.h"

namespace gonogo {

PrivateKey KeyIn(const std::filesystem::path& file) {
  try {
    return PrivateKey::FromPem(ReadTextFile(file));
  } catch (const PlanError& error) {
    throw PlanError("the key in " + file.string() + " can't be used: " + error.what());
  }
}

namespace {

// Returns what the names of the key's signatures begin with.
std::string StartOf(const PrivateKey& key, const std::filesystem::path& folder) {
  return (folder / kSignaturesFolder / key.public_key().id().substr(0, 12)).string();
}

}  // namespace

void SealFile(const PrivateKey& key, const std::filesystem::path& folder, const char* file) {
  WriteTextFile(StartOf(key, folder) + ".sig", SshSignatureText(key, ReadTextFile(folder / file)));
}

void PrepareSeal(const PrivateKey& key, const std::filesystem::path& folder,
                 const std::string& sums, const Predicates& predicates, PreparedFiles& files) {
  const std::string start = StartOf(key, folder);
  for (const auto& [type, predicate] : predicates) {
    const char* const name = type == kTestResultPredicate ? "test-result" : "verdict";
    files.Add(fmt::format("{}.{}.dsse.json", start, name),
              EnvelopeText(key, kStatementType, StatementText(type, Sha256(sums), predicate)));
  }
  files.Add(start + ".sig", SshSignatureText(key, sums));
}

void Seal(const PrivateKey& key, const std::filesystem::path& folder,
          const Predicates& predicates) {
  PreparedFiles files;
  PrepareSeal(key, folder, ReadTextFile(folder / kSumsFile), predicates, files);
  files.Appear();
}

void Seal(const PrivateKey& key, const std::filesystem::path& folder, const Evidence& evidence,
          const Verdict& verdict) {
  Seal(key, folder, PredicatesOf(evidence, verdict));
}

}  // namespace gonogo
