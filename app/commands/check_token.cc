// gonogo check-token: whether a GO token is good for the target that a deploy is about to change.
#include <fmt/format.h>

#include <iostream>
#include <iterator>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/checklist_output.h"
#include "app/commands/commands.h"
#include "app/commands/signer_options.h"
#include "app/context/connections.h"
#include "app/context/plan_options.h"
#include "app/exit_status.h"
#include "app/given_url.h"
#include "app/plan/plan_file.h"
#include "app/proof/go_token.h"
#include "app/sealing/folder_sums.h"
#include "core/error.h"
#include "fixtures/session/server_identity.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace {

struct CheckTokenCommandLine {
  std::string token;
  PlanOptions plan;
  std::string target;
  std::string evidence;
  SignerOptions signers;
  bool rehearsal = false;
  bool json = false;
};

std::string TokenIn(const std::string& word) {
  if (word != "-") return word;
  return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
}

// Fills in what the target says of itself. The clock that is ahead decides what has expired.
void Ask(const ConnectionString& target, const Limits& limits, TokenRequest& request) {
  const auto session = OpenSnapshot(target, ToString(SideName::kTarget), limits);
  const ServerIdentity identity = ReadIdentity(*session);
  request.target = {identity.system_identifier.value_or(""), identity.database_oid};
  request.now = std::max(UtcNow(), identity.clock);
}

int Execute(const CheckTokenCommandLine& line) {
  if (line.plan.plan.empty() && line.target.empty())
    throw PlanError("name the target of the deploy: --target URL, or --plan FILE");
  const Environment environment = EnvironmentOf(line.plan);
  TokenRequest request{.signers = line.signers.Signers(), .rehearsal = line.rehearsal};
  if (!line.evidence.empty())
    request.sums = ReadTextFile(std::filesystem::path(line.evidence) / kSumsFile);
  const std::string token = TokenIn(line.token);
  if (line.plan.plan.empty()) {
    Ask(ParseGiven(line.target, "--target"), {}, request);
  } else {
    const Plan plan = LoadPlan(line.plan.plan, environment);
    request.plan_digest = plan.digest;
    Ask(ResolveEndpoint(plan, SideName::kTarget, line.target, environment), plan.limits, request);
  }
  const Checklist list = CheckToken(token, request);
  const std::string result = list.ExitStatus() == kExitGo ? "GO" : "NO-GO";
  if (line.json) {
    Json json = ChecklistJson(list);
    json["verdict"] = result;
    std::cout << ToText(json, 2) << "\n";
  } else {
    std::cout << PointLines(list) << result << "\n";
  }
  return list.ExitStatus();
}

}  // namespace

void AddCheckToken(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand(
      "check-token", "check a GO token against the target that a deploy is about to change");
  const auto line = std::make_shared<CheckTokenCommandLine>();
  command
      ->add_option("TOKEN", line->token, "what gonogo go printed; - reads it from standard input")
      ->required();
  line->signers.AddTo(*command);
  line->plan.AddTo(*command);
  command->get_option("--plan")->required(false)->description(
      "the plan: the token must be of exactly this text, and its target is asked");
  command->add_option("--target", line->target, "URL or service of the target")->option_text("URL");
  command
      ->add_option("--evidence", line->evidence, "the folder of the run: the token must be of it")
      ->option_text("DIR");
  command->add_flag("--rehearsal", line->rehearsal, "the token of a rehearsal will do");
  command->add_flag("--json", line->json, "print JSON");
  command->footer(
      "Exit status: 0 GO; 1 the token is refused: expired, of a rehearsal, of another target, plan or evidence, or "
      "damaged; 2 wrong usage; 3 could not tell: no key given, or the target didn't say which server it is.");
  AddExamples(*command,
              {R"(gonogo check-token "$GO_TOKEN" --key release.pub --target "$TGT_DB_URL")",
               R"(gonogo check-token - --allowed-signers FILE --plan plan.json)"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
