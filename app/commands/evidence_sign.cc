// gonogo evidence sign: signs evidence that is sound.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/proof_commands.h"
#include "app/exit_status.h"
#include "app/fleet/fleet_verification.h"
#include "app/proof/migration_verification.h"
#include "app/proof/verification.h"
#include "app/sealing/fleet_predicates.h"
#include "app/sealing/folder_sums.h"
#include "app/sealing/seal.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

struct SignEvidenceCommandLine {
  std::string folder;
  std::string key;
};

// What isn't sound, or isn't a whole run, isn't signed.
void RequireSound(const Checklist& list) {
  for (const Point& point : list.points) {
    if (point.state == PointState::kWrong) throw PlanError("it isn't signed: " + point.text);
  }
}

void RequireSound(const std::filesystem::path& folder, const Checklist& list, const char* lines) {
  RequireSound(list);
  for (const char* file : {kSumsFile, lines, "verdict.json"}) {
    if (!std::filesystem::exists(folder / file)) {
      throw PlanError(fmt::format("it isn't signed: {} has no {}", folder.string(), file));
    }
  }
}

void PrintSigned(const std::string& verdict, const std::string& run, const PrivateKey& key) {
  std::cout << Printable(fmt::format("signed {} of run {} by key {}\n", verdict, run,
                                     key.public_key().id().substr(0, 12)));
}

void SignFleet(const std::filesystem::path& folder, const PrivateKey& key) {
  const auto [list, record] = VerifyFleet(folder, {.now = UtcNow()});
  RequireSound(folder, list, kFleetLines);
  const FleetVerdict verdict = JudgeFleet(record);
  Seal(key, folder, PredicatesOf(record, verdict));
  PrintSigned(verdict.text, record.fleet.run, key);
}

void SignRun(const std::filesystem::path& folder, const PrivateKey& key) {
  const auto [list, sums, evidence, verdict] = VerifyEvidence(folder, {.now = UtcNow()});
  RequireSound(folder, list, "evidence.jsonl");
  Seal(key, folder, evidence, verdict);
  PrintSigned(DecisionText(verdict, evidence.run), evidence.run.run, key);
}

// What its ledger names is covered by what the ledger says of it.
void SignMigration(const std::filesystem::path& folder, const PrivateKey& key) {
  const auto [list, ledger] = VerifyMigration(folder, {.now = UtcNow()});
  RequireSound(list);
  if (ledger.lines.empty()) throw PlanError("it isn't signed: no stage began");
  const LedgerEvent last = ledger.lines.back().event;
  if (!Ends(last) && last != LedgerEvent::kStageRefused) {
    throw PlanError("it isn't signed: its last stage hasn't ended");
  }
  SealFile(key, folder, kMigrationLedger);
  std::cout << Printable(fmt::format("signed {} with {} by key {}\n", kMigrationLedger,
                                     Counted(ledger.chain.lines, "line"),
                                     key.public_key().id().substr(0, 12)));
}

int Execute(const SignEvidenceCommandLine& line) {
  const PrivateKey key = KeyIn(line.key);
  if (IsFleetFolder(line.folder)) {
    SignFleet(line.folder, key);
  } else if (IsMigrationFolder(line.folder)) {
    SignMigration(line.folder, key);
  } else {
    SignRun(line.folder, key);
  }
  return kExitGo;
}

}  // namespace

void AddEvidenceSign(CLI::App& command, int& status) {
  CLI::App* const sign = command.add_subcommand(
      "sign", "sign the evidence in the folder of a run, of a fleet or of a migration");
  const auto line = std::make_shared<SignEvidenceCommandLine>();
  sign->add_option("DIR", line->folder, "the folder of the run, of a fleet, or of a migration")
      ->required();
  sign->add_option("--sign-key", line->key, "the private key, as gonogo keygen writes it")
      ->required()
      ->option_text("FILE");
  sign->footer(
      "Exit status: 0 signed, 2 it isn't: wrong usage, or the evidence isn't sound.\n"
      "With a key of OpenSSH: ssh-keygen -Y sign -n gonogo -f KEY DIR/SHA256SUMS");
  AddExamples(*sign, {"gonogo evidence sign evidence/latest --sign-key release.key",
                      "gonogo evidence sign parts/verdict.gate --sign-key /run/secrets/key"});
  sign->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
