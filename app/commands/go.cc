// gonogo go: a token that tells a deploy of a GO.
#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/checklist_output.h"
#include "app/commands/commands.h"
#include "app/commands/signer_options.h"
#include "app/exit_status.h"
#include "app/proof/go_token.h"
#include "app/sealing/seal.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

struct GoCommandLine {
  std::string folder;
  std::string sign_key;
  SignerOptions signers;
  std::string require = "go";
  std::string valid = "1h";
  bool json = false;
};

// Evidence that is signed by nobody else is vouched for by the one who signs the token.
std::vector<Signer> SignersFor(const GoCommandLine& line, const PrivateKey& key) {
  std::vector<Signer> signers = line.signers.Signers();
  if (signers.empty()) signers.push_back({.name = line.sign_key, .key = key.public_key()});
  return signers;
}

Json AsJson(const GoToken& token, const std::string& text) {
  return {{"token", text},
          {"run", token.run},
          {"plan_digest", token.plan_digest},
          {"rehearsal", token.rehearsal},
          {"target", token.address},
          {"until", token.until}};
}

int Execute(const GoCommandLine& line) {
  const PrivateKey key = KeyIn(line.sign_key);
  VerifyRequest request{
      .signers = SignersFor(line, key), .policy = ParsePolicy(line.require), .now = UtcNow()};
  request.policy.go = true;
  if (request.policy.phase.empty()) request.policy.phase = "gate";
  const auto valid = ParseAge(line.valid, "--valid");
  request.policy.age = std::min(request.policy.age.value_or(valid), valid);
  const Verification verified = VerifyEvidence(line.folder, request);
  if (verified.list.ExitStatus() != kExitGo) {
    std::cerr << PointLines(verified.list) << "no token: the evidence is " << verified.list.Result()
              << "\n";
    return verified.list.ExitStatus();
  }
  const GoToken token = TokenOf(verified, valid);
  const std::string text = TokenText(key, token);
  std::cout << (line.json ? ToText(AsJson(token, text), 2) : text) << "\n";
  std::cerr << Printable(fmt::format("GO of {} {} for {}, valid until {}\n",
                                     token.rehearsal ? "rehearsal" : "run", token.run,
                                     token.address, token.until));
  return kExitGo;
}

}  // namespace

void AddGo(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("go", "print a short-lived token that tells a deploy of a GO");
  const auto line = std::make_shared<GoCommandLine>();
  command->add_option("--evidence", line->folder, "the folder of the run, whose evidence is signed")
      ->required()
      ->option_text("DIR");
  command->add_option("--sign-key", line->sign_key, "the private key that signs the token")
      ->required()
      ->option_text("FILE");
  line->signers.AddTo(*command);
  command
      ->add_option("--require", line->require,
                   "what else the evidence must be, as in gonogo evidence verify")
      ->option_text("WORDS");
  command->add_option("--valid", line->valid, "for how long after the run began, such as 30m")
      ->option_text("TIME")
      ->capture_default_str();
  command->add_flag("--json", line->json, "print JSON");
  command->footer(
      "The evidence must be of a whole GO of the phase gate (or --require phase=NAME), and signed: without --key and "
      "--allowed-signers, by --sign-key.\n"
      "Exit status: 0 the token is on standard output; 1 the evidence is wrong, no GO, or too old; 2 wrong usage; 3 it "
      "isn't verified.\nA deploy checks the token with gonogo check-token.");
  AddExamples(*command,
              {"gonogo go --evidence evidence/latest --sign-key release.key",
               "gonogo go --evidence DIR --sign-key FILE --allowed-signers FILE --valid 30m"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
