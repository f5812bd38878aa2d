// gonogo evidence sign: signs evidence that is sound.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/proof_commands.h"
#include "app/exit_status.h"
#include "app/proof/verification.h"
#include "app/sealing/folder_sums.h"
#include "app/sealing/seal.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace {

struct SignEvidenceCommandLine {
  std::string folder;
  std::string key;
};

// What isn't sound, or isn't a whole run, isn't signed.
Verification Sound(const std::filesystem::path& folder) {
  Verification verified = VerifyEvidence(folder, {.now = UtcNow()});
  for (const Point& point : verified.list.points) {
    if (point.state == PointState::kWrong) throw PlanError("it isn't signed: " + point.text);
  }
  for (const char* file : {kSumsFile, "evidence.jsonl", "verdict.json"}) {
    if (!std::filesystem::exists(folder / file)) {
      throw PlanError(fmt::format("it isn't signed: {} has no {}", folder.string(), file));
    }
  }
  return verified;
}

int Execute(const SignEvidenceCommandLine& line) {
  const std::filesystem::path folder = line.folder;
  const PrivateKey key = KeyIn(line.key);
  const auto [list, sums, evidence, verdict] = Sound(folder);
  Seal(key, folder, evidence, verdict);
  std::cout << Printable(fmt::format("signed {} of run {} by key {}\n",
                                     DecisionText(verdict, evidence.run), evidence.run.run,
                                     key.public_key().id().substr(0, 12)));
  return kExitGo;
}

}  // namespace

void AddEvidenceSign(CLI::App& command, int& status) {
  CLI::App* const sign = command.add_subcommand("sign", "sign the evidence in a run's folder");
  const auto line = std::make_shared<SignEvidenceCommandLine>();
  sign->add_option("DIR", line->folder, "the folder of the run")->required();
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
