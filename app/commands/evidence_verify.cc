// gonogo evidence verify: whether evidence is what gonogo wrote and somebody signed, offline.
#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/proof_commands.h"
#include "app/proof/verification.h"
#include "core/json/json.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace {

struct VerifyCommandLine {
  std::string folder;
  std::vector<std::string> keys;
  std::vector<std::string> allowed_signers;
  std::string require = "signed";
  bool json = false;
};

const char* NameOf(PointState state) {
  switch (state) {
    case PointState::kGood:
      return "ok";
    case PointState::kWrong:
      return "WRONG";
    case PointState::kOpen:
      return "not checked";
    case PointState::kNote:
      return "note";
  }
  return "";
}

std::string Text(const Checklist& list) {
  std::string text;
  for (const Point& point : list.points) {
    text += fmt::format("{:<11}  {}\n", NameOf(point.state), point.text);
  }
  // What isn't verified has no verdict that somebody could read by mistake.
  const std::string result = list.Result();
  return text + result + (result == "VERIFIED" ? ": " + list.verdict : "") + "\n";
}

Json AsJson(const Checklist& list) {
  Json points = Json::array();
  for (const Point& point : list.points) {
    points.push_back({{"state", NameOf(point.state)}, {"text", point.text}});
  }
  return {{"result", list.Result()},
          {"exit_status", list.ExitStatus()},
          {"verdict", list.verdict},
          {"points", std::move(points)}};
}

int Execute(const VerifyCommandLine& line) {
  VerifyRequest request{.policy = ParsePolicy(line.require), .now = UtcNow()};
  for (const std::string& file : line.keys) {
    request.signers.push_back(ParsePublicKey(ReadTextFile(file), file));
  }
  for (const std::string& file : line.allowed_signers) {
    for (Signer& one : ParseAllowedSigners(ReadTextFile(file), file)) {
      request.signers.push_back(std::move(one));
    }
  }
  const Checklist list = VerifyEvidence(line.folder, request);
  std::cout << (line.json ? ToText(AsJson(list), 2) + "\n" : Text(list));
  return list.ExitStatus();
}

}  // namespace

void AddEvidenceVerify(CLI::App& command, int& status) {
  CLI::App* const verify = command.add_subcommand(
      "verify", "verify offline that a run's evidence is whole, and signed by the keys given");
  const auto line = std::make_shared<VerifyCommandLine>();
  verify->add_option("DIR", line->folder, "the folder of the run")->required();
  verify->add_option("--key", line->keys, "a public key whose signature counts (repeatable)")
      ->allow_extra_args(false)
      ->option_text("FILE");
  verify
      ->add_option("--allowed-signers", line->allowed_signers,
                   "keys with names, in the form of ssh's allowed_signers (repeatable)")
      ->allow_extra_args(false)
      ->option_text("FILE");
  verify
      ->add_option("--require", line->require,
                   "what else must hold: go, production, plan=SHA, age<24h, signers>=2, signed")
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
