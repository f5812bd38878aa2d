#include "app/run/passed_before.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "app/run/evidence_folder.h"
#include "core/error.h"
#include "core/record/freshness.h"
#include "core/values/side.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

void RequireSameMigration(const RunContext& context, const RunHeader& run,
                          const std::string& file) {
  if (run.plan_digest != context.plan.digest) {
    throw PlanError(file + " is evidence of another plan: run its checks again");
  }
  for (const Server& server : run.servers) {
    if (server.side == "baseline" || !server.error.empty()) continue;
    const bool is_target = server.side == ToString(SideName::kTarget);
    const auto& endpoint = is_target ? context.endpoints.target : context.endpoints.source;
    if (server.address == endpoint.ForPeople()) continue;
    throw PlanError(fmt::format("{} is evidence of another {}: {}, not {}", file, server.side,
                                server.address, endpoint.ForPeople()));
  }
}

std::vector<Evidence> ReadRuns(const RunContext& context, const std::vector<std::string>& folders) {
  std::vector<Evidence> runs;
  for (const std::string& folder : folders) {
    const std::string file = (fs::path(folder) / kEvidenceLines).string();
    runs.push_back(ParseEvidence(ReadTextFile(file), file));
    RequireSameMigration(context, runs.back().run, file);
  }
  return runs;
}

// Returns the last pass of the check in these runs.
std::optional<FirstCheck> LastPass(const std::string& check, const std::vector<Evidence>& runs) {
  std::optional<FirstCheck> last;
  for (const Evidence& evidence : runs) {
    const FirstCheck here{check, "", evidence.run.run};
    if (!IsKnown(here, evidence.run)) continue;
    const std::string passed = PassedAt(here, evidence);
    if (!passed.empty() && (!last || passed > last->passed)) {
      last = FirstCheck{check, passed, evidence.run.run};
    }
  }
  return last;
}

}  // namespace

void AddPassedBefore(const RunContext& context, const std::vector<std::string>& folders,
                     RunHeader& header) {
  const std::vector<Evidence> runs = ReadRuns(context, folders);
  for (auto& [check, facts] : header.about) {
    if (!facts.after || IsKnown(*facts.after, header)) continue;
    facts.after = LastPass(facts.after->check, runs);
    if (facts.after) continue;
    throw PlanError(fmt::format(
        "check {} comes after check {}, which hasn't passed in this stage yet: let a command "
        "before this one check it",
        check, context.plan.CheckNamed(check).after));
  }
}

}  // namespace gonogo
