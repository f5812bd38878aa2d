// Follows the files of a migration, and reports on them when they have changed.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/board/newest_run.h"
#include "core/plan/plan.h"
#include "fixtures/migration_folder.h"
#include "reporters/model/run_report.h"

namespace gonogo {

class Followed {
 public:
  // Follows the newest run and the stages of the migration; or, if `run` isn't "", only the run in
  // that folder. Makes reports at least `between` apart.
  Followed(std::optional<Plan> plan, MigrationFolder migration, std::filesystem::path run,
           std::chrono::milliseconds between);

  // Shows a report if files have changed since the last one, or if its clock is out of date.
  // Reports take at most a third of the time; between them it shows the cases that have ended.
  // Throws nothing because of files.
  void LookAgain(const std::function<void(const RunReport&)>& show,
                 const std::function<void(const CaseResult&, const RunHeader&)>& show_case);

 private:
  using Clock = std::chrono::steady_clock;

  std::string StateOfFiles() const;
  bool IsDue(const std::string& state) const;
  std::vector<CaseResult> NewCases();
  RunReport Report();
  RunReport ReportOrDoubt();

  std::optional<Plan> plan_;
  MigrationFolder migration_;
  std::filesystem::path only_run_;
  NewestRun newest_;
  std::chrono::milliseconds between_;
  std::filesystem::path run_;  // the newest
  std::string state_;          // of the files, when the last report was made
  Clock::time_point reported_{};
  Clock::time_point next_{};
  std::filesystem::path reported_run_;
  RunHeader header_;         // of the last report
  std::uintmax_t read_ = 0;  // bytes of its evidence.jsonl whose cases were shown
  std::string earlier_of_;   // the run before which `earlier_` was
  std::optional<EarlierRun> earlier_;
};

}  // namespace gonogo
