// What the run says of itself is compared with how it ended.
#include "app/run/phase_cases.h"

#include "app/exit_status.h"
#include "core/text/json.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/process.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;

CasesResult RunCasesOf(Phase phase, const Plan& plan, const std::vector<std::string>& options,
                       const Environment& environment, const fs::path& folder, bool shows_output) {
  const fs::path evidence = folder / "runs" / (NewRunId() + "-" + PhaseName(phase));
  std::vector<std::string> words = {"/proc/self/exe", "run", PhaseName(phase), "--out",
                                    evidence.string()};
  words.insert(words.end(), options.begin(), options.end());
  const ProcessResult ended = RunBounded({.words = words, .environment = environment},
                                         {.folder = fs::current_path().string(),
                                          .whole_environment = false,
                                          .shows_output = shows_output,
                                          .bounds = {.interrupted = WasInterrupted}});
  ThrowIfInterrupted();
  CasesResult end{
      .status = ended.status, .evidence = fs::relative(evidence, folder).string(), .reasons = {}};
  const fs::path verdict = evidence / "verdict.json";
  if (!fs::exists(verdict)) {
    end.status = kExitUndecided;
    end.reasons.push_back("the run of the cases left no verdict in " + evidence.string());
    return end;
  }
  const Json judged = ParseJson(ReadTextFile(verdict));
  for (const Json& reason : judged.at("reasons")) end.reasons.push_back(reason);
  if (judged.at("plan_digest") != plan.digest || judged.at("exit_status") != ended.status) {
    end.status = kExitUndecided;
    end.reasons.push_back(
        "the run of the cases is of another plan than this, or ended otherwise than its verdict "
        "says: " +
        evidence.string());
  }
  return end;
}

}  // namespace gonogo
