// gonogo evidence verify: whether evidence is what gonogo wrote and somebody signed, offline.
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/checklist_output.h"
#include "app/commands/proof_commands.h"
#include "app/commands/signer_options.h"
#include "app/exit_status.h"
#include "app/fleet/fleet_verification.h"
#include "app/proof/migration_verification.h"
#include "app/proof/verification.h"
#include "core/json/json.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

struct VerifyCommandLine {
  std::string folder;
  SignerOptions signers;
  std::string require = "signed";
  bool json = false;
};

// What isn't verified has no verdict that somebody could read by mistake.
std::string Text(const Checklist& list) {
  const bool is_verified = list.ExitStatus() == kExitGo;
  return PointLines(list) + list.Result() + (is_verified ? ": " + list.verdict : "") + "\n";
}

Checklist VerifyFolder(const std::filesystem::path& folder, const VerifyRequest& request) {
  if (IsFleetFolder(folder)) return VerifyFleet(folder, request).list;
  if (IsMigrationFolder(folder)) return VerifyMigration(folder, request).list;
  return VerifyEvidence(folder, request).list;
}

int Execute(const VerifyCommandLine& line) {
  const VerifyRequest request{
      .signers = line.signers.Signers(), .policy = ParsePolicy(line.require), .now = UtcNow()};
  const Checklist list = VerifyFolder(line.folder, request);
  std::cout << (line.json ? ToText(ChecklistJson(list), 2) + "\n" : Text(list));
  return list.ExitStatus();
}

}  // namespace

void AddEvidenceVerify(CLI::App& command, int& status) {
  CLI::App* const verify = command.add_subcommand(
      "verify", "verify offline that a run's evidence is whole, and signed by the keys given");
  const auto line = std::make_shared<VerifyCommandLine>();
  verify->add_option("DIR", line->folder, "the folder of the run, of a fleet, or of a migration")
      ->required();
  line->signers.AddTo(*verify);
  verify
      ->add_option(
          "--require", line->require,
          "what else must hold: go, phase=gate, production, plan=SHA, age<24h, signers>=2, "
          "signed")
      ->option_text("WORDS");
  verify->add_flag("--json", line->json, "print JSON");
  verify->footer(
      "Exit status: 0 verified, 1 something is wrong, 2 wrong usage, 3 not verified: nothing is signed, no key "
      "is given, or a part couldn't be checked.\nEvidence of a NO-GO is verified, too: require go before you act on "
      "a GO.");
  AddExamples(*verify,
              {"gonogo evidence verify evidence/latest --key release.pub",
               "gonogo evidence verify DIR --allowed-signers FILE --require go,production"});
  verify->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
