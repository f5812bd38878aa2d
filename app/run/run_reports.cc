// Nothing here decides: a file that can't be read becomes a doubt, and the report shows the rest.
#include "app/run/run_reports.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <utility>

#include "app/exit_status.h"
#include "app/run/earlier_run.h"
#include "app/run/open_stage.h"
#include "app/run/rehearsed_times.h"
#include "app/run/run_folders.h"
#include "core/error.h"
#include "core/json/json.h"
#include "core/json/json_error.h"
#include "core/record/evidence_lines.h"
#include "core/text/text.h"
#include "core/text/utc.h"
#include "fixtures/system/appended_file.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/path_digest.h"
#include "fixtures/system/text_file.h"
#include "gates/gate_table.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostDoubts = 20;

RunReport ReportWithGates(Evidence evidence) {
  RunReport report = ReportOn(std::move(evidence));
  report.gate_table = AllGates();
  return report;
}

// Returns the time in the host's time zone, or "" if that is UTC.
std::string TimeHere(const std::string& utc) {
  const auto time = ParseUtc(utc);
  if (!time) return "";
  const std::time_t seconds = std::chrono::system_clock::to_time_t(*time);
  std::tm here{};
  if (localtime_r(&seconds, &here) == nullptr || here.tm_gmtoff == 0) return "";
  std::string text(64, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S %Z", &here));
  return text;
}

std::string ShortDigest(const std::string& sha256) { return sha256.substr(0, 12); }

void SetFinished(const std::string& utc, RunReport& report) {
  report.finished = utc;
  report.finished_here = TimeHere(utc);
}

// The files that decide, and those beside them that programs read.
std::vector<EvidenceFile> FilesIn(const fs::path& folder) {
  std::vector<EvidenceFile> files;
  for (const char* name : {"evidence.jsonl", kJunitFile, "ledger.jsonl"}) {
    if (!fs::exists(folder / name)) continue;
    files.push_back({.name = name,
                     .bytes = static_cast<std::int64_t>(fs::file_size(folder / name)),
                     .sha256 = PathDigest(folder / name)});
  }
  return files;
}

Ledger ReadableLedger(const fs::path& file) {
  try {
    return fs::exists(file) ? ParseLedger(ReadTextFile(file), file.string()) : Ledger();
  } catch (const std::exception&) {
    return {};  // gonogo stage says what is wrong with it
  }
}

// The rounds that dual-write noted last.
std::vector<DriftRound> DriftOf(const Ledger& ledger, const fs::path& migration) {
  const LedgerLine* const ended = ledger.Last(LedgerEvent::kStageEnded, Phase::kDualWrite);
  if (ended == nullptr) return {};
  const std::string series =
      ended->details.value("facts", Json::object()).value("series", std::string());
  const fs::path file = migration / series;
  if (!series.empty() && fs::is_regular_file(file)) return ParseDrift(ReadTextFile(file));
  return {};
}

void AddMigration(const fs::path& folder, Ledger ledger, RunReport& report) {
  report.drift = DriftOf(ledger, folder);
  report.ledger = std::move(ledger);
}

void AddDoubts(std::vector<std::string> doubts, RunReport& report) {
  const std::size_t more = doubts.size() - std::min(doubts.size(), kMostDoubts);
  doubts.resize(doubts.size() - more);
  if (more > 0) doubts.push_back(fmt::format("and {} more lines can't be read", more));
  report.doubts.insert(report.doubts.end(), doubts.begin(), doubts.end());
}

// The verdict must be what follows from the lines.
void CompareVerdict(const fs::path& file, RunReport& report) {
  if (!fs::exists(file) && report.underway) return;
  report.underway.reset();
  if (!fs::exists(file)) {
    report.doubts.insert(report.doubts.begin(), "the run broke off before it wrote verdict.json");
    return;
  }
  try {
    const Json verdict = ParseRecord(ReadTextFile(file));
    SetFinished(verdict.at("finished"), report);
    const std::string follows = DecisionText(report.verdict, report.evidence.run);
    const Json& chain = verdict.at("chain");
    if (chain != ToJson(report.evidence.chain)) {
      report.doubts.push_back(fmt::format(
          "verdict.json is of {}, the last with SHA-256 {}; evidence.jsonl has {}, the last with {}",
          Counted(chain.at("lines").get<std::int64_t>(), "line"), ShortDigest(chain.at("sha256")),
          report.evidence.chain.lines, ShortDigest(report.evidence.chain.sha256)));
    }
    if (verdict.at("text") == follows && verdict.at("run") == report.evidence.run.run) return;
    report.doubts.push_back(fmt::format("verdict.json says {}, but {} follows from evidence.jsonl",
                                        verdict.at("text").get<std::string>(), follows));
  } catch (const std::exception& error) {
    report.doubts.push_back("verdict.json can't be read: " + WhatIsWrong(error));
  }
}

// Returns null for a plan of another name, such as one that a variable names: it says nothing about
// this evidence.
const Plan* IfNamed(const std::string& name, const Plan* plan) {
  return plan != nullptr && (name.empty() || plan->name == name) ? plan : nullptr;
}

RunReport ReportOnFiles(const fs::path& folder, const Plan* plan) {
  const bool goes_on = IsBeingWritten(folder / "evidence.jsonl");
  std::string lines = ReadTextFile(folder / "evidence.jsonl");
  if (goes_on) lines.resize(lines.rfind('\n') + 1);
  ReadableEvidence read = ReadWhatIsReadable(lines, "evidence.jsonl");
  RunReport report = ReportWithGates(std::move(read.evidence));
  if (goes_on) {
    report.underway = Underway{
        "RUNNING", fmt::format("the run goes on, {} of {} so far", report.evidence.cases.size(),
                               Counted(report.evidence.run.declared.size(), "case"))};
  }
  plan = IfNamed(report.evidence.run.plan, plan);
  if (plan != nullptr) report.plan = FactsOf(*plan);
  if (plan != nullptr && plan->digest != report.evidence.run.plan_digest) {
    report.plan.exclusions.clear();  // those of another version may not have been left out
  }
  CompareVerdict(folder / "verdict.json", report);
  AddDoubts(std::move(read.unreadable), report);
  AddFiles(folder, report);
  return report;
}

// Returns the folder of the run whose checks the stage has begun last, or "".
fs::path RunOfStage(const OpenStage& open, const fs::path& migration) {
  std::string newest = RunTime(open.began);
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(migration / "runs", missing)) {
    const std::string name = entry.path().filename().string();
    if (name > newest && name.ends_with("-" + PhaseName(open.stage)) &&
        fs::exists(entry.path() / "evidence.jsonl")) {
      newest = name;
    }
  }
  const fs::path folder = migration / "runs" / newest;
  return fs::exists(folder / "evidence.jsonl") ? folder : fs::path();
}

void SetOpenStage(const OpenStage& open, RunReport& report) {
  report.stage = StageEnd{open.stage, "", {}};
  if (!open.runs) {
    report.doubts.push_back(Describe(open));
  } else if (report.underway) {
    report.underway->text += "; " + Describe(open);
  } else {
    report.underway = Underway{"RUNNING", Describe(open)};
  }
}

// A stage that broke off may not go on now.
void AddRefusal(const Ledger& ledger, RunReport& report) {
  const LedgerLine* const refused = ledger.LastRefusal();
  if (refused == nullptr) return;
  for (const std::string& why : refused->details.value("reasons", std::vector<std::string>())) {
    report.doubts.push_back(fmt::format("stage {}: {}", PhaseName(refused->stage), why));
  }
}

void SetEndOfStage(const LedgerLine& last, RunReport& report) {
  std::vector<std::string> reasons = last.details.value("reasons", std::vector<std::string>());
  for (const std::string& told : SummaryOf(report.verdict, report.groups)) {
    std::erase(reasons, told);
  }
  report.stage = StageEnd{last.stage, last.details.value("outcome", ""), std::move(reasons)};
}

void SetHeader(const Ledger& ledger, RunHeader& run) {
  if (ledger.lines.empty()) return;
  run.plan = ledger.lines.front().details.value("plan", "");
  run.plan_digest = ledger.lines.back().details.value("plan_digest", "");
  run.tool = ledger.lines.front().details.value("tool", "");
}

void AddFault(const Ledger& ledger, RunReport& report) {
  const std::string fault = ledger.PlantedFault();
  if (fault.empty() || !report.IsGo()) return;
  report.doubts.push_back("a rehearsal with a planted fault releases nothing: " + fault);
}

RunReport ReportOnNothing(const Plan* plan) {
  RunReport report = ReportWithGates({});
  report.underway = Underway{"NOTHING YET", "no run or stage has begun"};
  if (plan == nullptr) return report;
  report.plan = FactsOf(*plan);
  report.evidence.run.plan = plan->name;
  report.evidence.run.plan_digest = plan->digest;
  return report;
}

// Returns whether a stage began after that run, or still runs when the run has ended.
bool IsAboutStage(const Ledger& ledger, const RunReport& run) {
  const auto began =
      std::find_if(ledger.lines.rbegin(), ledger.lines.rend(), [](const LedgerLine& line) {
        return Begins(line.event) || line.event == LedgerEvent::kStageRefused;
      });
  if (began == ledger.lines.rend()) return false;
  const auto open = OpenStageOf(ledger);
  return began->at > run.evidence.run.started || (open && open->runs && !run.underway);
}

const LedgerLine* LastEndIn(const Ledger& ledger) {
  const auto last =
      std::find_if(ledger.lines.rbegin(), ledger.lines.rend(), [](const LedgerLine& line) {
        return Ends(line.event) || line.event == LedgerEvent::kStageRefused;
      });
  return last == ledger.lines.rend() ? nullptr : &*last;
}

}  // namespace

void AddFiles(const fs::path& folder, RunReport& report) {
  report.folder = folder.string();
  report.files = FilesIn(folder);
}

RunReport ReportOnRun(const Plan& plan, const MigrationFolder& migration, Evidence evidence) {
  RunReport report = ReportWithGates(std::move(evidence));
  report.plan = FactsOf(plan);
  SetFinished(UtcNow(), report);
  AddMigration(migration.folder, ReadableLedger(migration.ledger), report);
  AddClock(plan, report);
  report.earlier = EarlierRunOf(report.evidence.run, migration);
  return report;
}

RunReport ReportOnMigration(const fs::path& folder, const Ledger& ledger, const Plan* plan) {
  const auto& lines = ledger.lines;
  if (!lines.empty()) plan = IfNamed(lines.front().details.value("plan", ""), plan);
  const auto open = OpenStageOf(ledger);
  // An earlier stage that is GO says nothing about one that is open.
  const LedgerLine* const last = open ? nullptr : LastEndIn(ledger);
  const fs::path run_folder = open   ? RunOfStage(*open, folder)
                              : last ? folder / last->details.value("evidence", "")
                                     : fs::path();
  const bool has_evidence = !run_folder.empty() && fs::exists(run_folder / "evidence.jsonl");
  RunReport report = has_evidence ? ReportOnFiles(run_folder, plan) : ReportWithGates({});
  if (plan != nullptr) report.plan = FactsOf(*plan);
  if (!has_evidence) SetHeader(ledger, report.evidence.run);
  AddMigration(folder, ledger, report);
  if (plan != nullptr) AddClock(*plan, report);
  if (open) SetOpenStage(*open, report);
  if (open) AddRefusal(ledger, report);
  if (last != nullptr && !has_evidence) SetFinished(last->at, report);
  if (last != nullptr) SetEndOfStage(*last, report);
  AddFault(ledger, report);
  return report;
}

RunReport ReportOnNewest(const fs::path& run, const MigrationFolder& migration, const Plan* plan) {
  Ledger ledger = ReadableLedger(migration.ledger);
  const bool is_of_stage = !run.empty() && run.parent_path() == migration.folder / "runs";
  if (!ledger.lines.empty() && (run.empty() || is_of_stage)) {
    return ReportOnMigration(migration.folder, ledger, plan);
  }
  RunReport report = run.empty() ? ReportOnNothing(plan) : ReportOnFiles(run, plan);
  if (IsAboutStage(ledger, report)) return ReportOnMigration(migration.folder, ledger, plan);
  AddMigration(migration.folder, std::move(ledger), report);
  if (plan != nullptr) AddClock(*plan, report);
  return report;
}

RunReport ReportInFolder(const fs::path& folder, const Plan* plan) {
  if (fs::exists(folder / "evidence.jsonl")) {
    RunReport report = ReportOnFiles(folder, plan);
    plan = IfNamed(report.evidence.run.plan, plan);
    if (plan != nullptr && report.evidence.run.window) report.rehearsed = RehearsedTimesOf(*plan);
    return report;
  }
  const fs::path ledger = folder / "ledger.jsonl";
  if (!fs::exists(ledger)) {
    throw PlanError(fmt::format(
        "{} has neither evidence.jsonl nor ledger.jsonl: name the folder of a run or of a migration",
        folder.string()));
  }
  return ReportOnMigration(folder, ParseLedger(ReadTextFile(ledger), ledger.string()), plan);
}

int ExitStatusOf(const RunReport& report) { return ExitStatusOf(DecisionOf(report)); }

}  // namespace gonogo
