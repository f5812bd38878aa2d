// Finds the evidence of several processes below a folder, and has it judged as one run.
#include "app/run/merge.h"

#include <algorithm>

#include "app/context/migration_of.h"
#include "app/plan/plan_file.h"
#include "app/run/evidence_folder.h"
#include "app/run/evidence_part.h"
#include "app/run/merged_run.h"
#include "app/run/run.h"
#include "app/sealing/seal.h"
#include "core/error.h"
#include "core/plan/shown_values.h"
#include "core/text/text.h"
#include "fixtures/migration_folder.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// The folders with evidence; those named verdict.* are of earlier merges, and links (`latest`) are
// other names of some.
std::vector<fs::path> EvidenceFoldersIn(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(folder, missing)) {
    const bool is_merged = entry.path().filename().string().starts_with("verdict.");
    if (is_merged || entry.is_symlink()) continue;
    if (fs::exists(entry.path() / "evidence.jsonl")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

// Reads the parts, and requires that they are of one run on the plan's servers.
std::vector<EvidencePart> ReadParts(const Plan& plan, const PlanOptions& options,
                                    const Environment& environment, const fs::path& folder,
                                    std::int64_t max_age_hours) {
  std::vector<EvidencePart> parts;
  for (const fs::path& path : EvidenceFoldersIn(folder)) {
    parts.push_back(ReadEvidencePart(plan, path));
  }
  RequireOneRun(plan, parts, max_age_hours, UtcNow());
  for (const EvidencePart& part : parts) RequireOfPlan(plan, options, environment, part);
  return parts;
}

std::string DefaultFolder(const fs::path& folder, const RunOptions& options) {
  const auto names = PhaseNames(options.phases);
  return (folder / ("verdict." + (names.empty() ? "all" : Join(names, "+")))).string();
}

}  // namespace

int MergeEvidence(const PlanOptions& plan_options, const fs::path& folder,
                  std::optional<std::int64_t> max_age_hours, const RunOptions& options) {
  const Environment environment = EnvironmentOf(plan_options);
  const Plan plan = LoadPlan(plan_options.plan, environment);
  RequireValidSelection(plan, options.phases, options.checks);
  if (!options.sign_key.empty()) KeyIn(options.sign_key);  // before anything is written
  RemovePublished(options.publish);
  const MigrationFolder migration = MigrationOf(plan, environment);
  const auto parts = ReadParts(plan, plan_options, environment, folder,
                               max_age_hours.value_or(plan.max_age_hours));
  MergedRun merged(plan, HeaderOf(plan, migration, options));
  for (const EvidencePart& part : parts) merged.Add(part);
  EvidenceFolder written(options.out.empty() ? DefaultFolder(folder, options) : options.out,
                         MayShowValues(plan));
  return ConcludeMerged(plan, migration, std::move(merged).Result(), written, options);
}

}  // namespace gonogo
