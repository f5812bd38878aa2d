// Asks for the sizes and times of a few files ten times a second, which works on every file system
// and costs nothing that could be measured.
#include "app/board/followed.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "app/run/earlier_run.h"
#include "app/run/open_stage.h"
#include "app/run/run_reports.h"
#include "core/json/json_error.h"
#include "fixtures/system/appended_file.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::seconds kOld{30};
constexpr int kShare = 2;  // the time between two reports is at least so many times that of one

std::string StateOf(const fs::path& path) {
  struct stat file {};
  if (path.empty() || stat(path.c_str(), &file) != 0) return path.string() + " -\n";
  return fmt::format("{} {} {} {}.{}\n", path.string(), file.st_ino, file.st_size,
                     file.st_mtim.tv_sec, file.st_mtim.tv_nsec);
}

}  // namespace

Followed::Followed(std::optional<Plan> plan, MigrationFolder migration, fs::path run)
    : plan_(std::move(plan)),
      migration_(std::move(migration)),
      only_run_(std::move(run)),
      newest_(migration_, plan_ ? plan_->name : "") {}

// A process that died changes no file, so whether it lives belongs to the state.
std::string Followed::StateOfFiles() const {
  return StateOf(run_ / "evidence.jsonl") + StateOf(run_ / "verdict.json") +
         StateOf(migration_.ledger) +
         (IsBeingWritten(run_ / "evidence.jsonl") ? "the run goes on" : "");
}

RunReport Followed::Report() {
  const Plan* const plan = plan_ ? &*plan_ : nullptr;
  RunReport report =
      only_run_.empty() ? ReportOnNewest(run_, migration_, plan) : ReportInFolder(run_, plan);
  if (report.stage || report.evidence.run.run.empty()) return report;
  if (earlier_of_ != report.evidence.run.run) {
    earlier_of_ = report.evidence.run.run;
    earlier_ = EarlierRunOf(report.evidence.run, migration_);
  }
  report.earlier = earlier_;
  return report;
}

// Somebody may delete files between two looks at them.
RunReport Followed::ReportOrDoubt() {
  try {
    return Report();
  } catch (const std::exception& error) {
    RunReport report = ReportOn({});
    if (plan_) report.evidence.run.plan = plan_->name;
    report.doubts.push_back(WhatIsWrong(error));
    return report;
  }
}

void Followed::LookAgain(const std::function<void(const RunReport&)>& show) {
  const auto began = Clock::now();
  if (began < next_) return;
  run_ = only_run_.empty() ? newest_.Find() : only_run_;
  std::string state = StateOfFiles();
  if (state == state_ && began - reported_ < kOld) return;
  RunReport report = ReportOrDoubt();
  report.now = UtcNow();
  show(report);
  state_ = std::move(state);
  reported_ = began;
  next_ = Clock::now() + kShare * (Clock::now() - began);
}

}  // namespace gonogo
