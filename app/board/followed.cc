// Asks for the sizes and times of a few files ten times a second, which works on every file system
// and costs nothing that could be measured.
#include "app/board/followed.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <utility>

#include "app/run/earlier_run.h"
#include "app/run/open_stage.h"
#include "app/run/run_reports.h"
#include "core/json/json_error.h"
#include "core/record/evidence_lines.h"
#include "fixtures/system/appended_file.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::seconds kOld{30};  // for a page with a clock
// At least so many times the processor time that a report takes pass until the next.
constexpr int kShare = 2;

std::string StateOf(const fs::path& path) {
  struct stat file {};
  if (path.empty() || stat(path.c_str(), &file) != 0) return path.string() + " -\n";
  return fmt::format("{} {} {} {}.{}\n", path.string(), file.st_ino, file.st_size,
                     file.st_mtim.tv_sec, file.st_mtim.tv_nsec);
}

std::uintmax_t SizeOf(const fs::path& path) {
  std::error_code missing;
  const std::uintmax_t size = fs::file_size(path, missing);
  return missing ? 0 : size;
}

// Of this process. A busy host mustn't make reports rarer.
std::chrono::microseconds ProcessorTime() {
  return std::chrono::microseconds(std::clock() * 1'000'000 / CLOCKS_PER_SEC);
}

}  // namespace

Followed::Followed(std::optional<Plan> plan, MigrationFolder migration, fs::path run,
                   std::chrono::milliseconds between)
    : plan_(std::move(plan)),
      migration_(std::move(migration)),
      only_run_(std::move(run)),
      newest_(migration_, plan_ ? plan_->name : ""),
      between_(between) {}

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

bool Followed::IsDue(const std::string& state) const {
  const bool is_old = plan_ && plan_->window && Clock::now() - reported_ > kOld;
  return Clock::now() >= next_ && (state != state_ || is_old);
}

// Returns the cases whose lines have come since the last report or call.
std::vector<CaseResult> Followed::NewCases() {
  std::vector<CaseResult> cases;
  std::ifstream file(run_ / "evidence.jsonl", std::ios::binary);
  file.seekg(static_cast<std::streamoff>(read_));
  for (std::string line; std::getline(file, line) && !file.eof();) {
    read_ += line.size() + 1;
    if (auto one = CaseIn(line)) cases.push_back(std::move(*one));
  }
  return cases;
}

void Followed::LookAgain(
    const std::function<void(const RunReport&)>& show,
    const std::function<void(const CaseResult&, const RunHeader&)>& show_case) {
  run_ = only_run_.empty() ? newest_.Find() : only_run_;
  std::string state = StateOfFiles();
  if (!IsDue(state)) {
    if (state == state_ || run_ != reported_run_) return;
    for (const CaseResult& one : NewCases()) show_case(one, header_);
    return;
  }
  const auto spent = ProcessorTime();
  const std::uintmax_t size = SizeOf(run_ / "evidence.jsonl");
  RunReport report = ReportOrDoubt();
  report.now = UtcNow();
  if (WasInterrupted()) return;
  show(report);
  reported_run_ = run_;
  header_ = std::move(report.evidence.run);
  read_ = size;
  state_ = std::move(state);
  reported_ = Clock::now();
  next_ = reported_ + std::max<Clock::duration>(between_, kShare * (ProcessorTime() - spent));
}

}  // namespace gonogo
