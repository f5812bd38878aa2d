// The header with all databases is written before the first of them is asked: none can be lost.
#include "app/fleet/fleet.h"

#include <fmt/format.h>

#include <iostream>
#include <utility>

#include "app/fleet/fleet_conclusion.h"
#include "app/fleet/fleet_file.h"
#include "app/fleet/fleet_run.h"
#include "app/fleet/prepared_fleet.h"
#include "app/progress.h"
#include "app/run/evidence_folder.h"
#include "app/run/latest_run.h"
#include "app/sealing/seal.h"
#include "core/error.h"
#include "core/plan/declared_case.h"
#include "core/plan/shown_values.h"
#include "core/text/text.h"
#include "reporters/fleet/fleet_text.h"

namespace gonogo {
namespace {

// Tells of each database whose run has ended.
class FleetProgress {
 public:
  FleetProgress(const FleetHeader& fleet, const RunOptions& options)
      : fleet_(fleet), options_(options), style_(options.Style()) {
    Show();
  }

  void Tell(const DatabaseResult& result) {
    // Only a run's evidence says whether its servers are a throw-away pair.
    const bool is_first = ended_++ == 0;
    FleetRecord one{.fleet = fleet_, .results = {result}};
    one.fleet.databases = {{.name = result.database}};
    ClearProgressLine();
    if (!options_.json) {
      if (is_first) std::cout << FleetHeading(fleet_, result.evidence.rehearsal, style_);
      std::cout << DatabaseLine(JudgeFleet(one).databases.front(), style_) << std::flush;
    }
    Show();
  }

 private:
  void Show() const {
    if (ended_ == fleet_.databases.size()) return;
    ShowProgressLine(fmt::format("{} of {}", ended_, Counted(fleet_.databases.size(), "database")));
  }

  const FleetHeader& fleet_;
  const RunOptions& options_;
  ConsoleStyle style_;
  std::size_t ended_ = 0;
};

std::string NewFleetFolder(const std::string& run) {
  const std::string folder = "evidence/" + run;
  NameLatest(folder);
  return folder;
}

}  // namespace

void FleetOptions::AddTo(CLI::App& command) {
  auto* const fleet =
      command
          .add_option("--fleet", file,
                      "a *.csv or *.json with many databases: gate each, and judge them as one")
          ->option_text("FILE");
  command.add_option("--database", databases, "only this database of the fleet (repeatable)")
      ->option_text("NAME")
      ->needs(fleet);
  command.add_option("--fleet-jobs", at_once, "databases of the fleet at a time")
      ->check(CLI::Range(1, 256))
      ->capture_default_str()
      ->option_text("N")
      ->needs(fleet);
}

int RunFleet(const PlanOptions& plan, const FleetOptions& fleet, const RunOptions& options) {
  const PreparedFleet prepared = PrepareFleet(ReadFleet(fleet.file), plan, fleet.databases);
  RequireValidSelection(prepared.plan, options.phases, options.checks);
  if (!options.publish.prometheus.empty()) {
    throw PlanError("--prometheus has the metrics of one run: leave it out with --fleet");
  }
  if (!options.sign_key.empty()) KeyIn(options.sign_key);  // before hours of work
  FleetRecord record{.fleet = FleetHeaderOf(prepared, options)};
  EvidenceFolder folder(options.out.empty() ? NewFleetFolder(record.fleet.run) : options.out,
                        MayShowValues(prepared.plan), kFleetLines);
  folder.Append(ToJson(record.fleet));
  FleetProgress progress(record.fleet, options);
  RunDatabases(prepared.plan.file, prepared.databases, folder.path(), options, fleet.at_once,
               [&](DatabaseResult result) {
                 folder.Append(ToJson(result));
                 progress.Tell(result);
                 record.results.push_back(std::move(result));
               });
  return ConcludeFleet(std::move(record), folder, options);
}

}  // namespace gonogo
