// Of a run that is sound it says one line, as of a database of a fleet.
#include "app/proof/migration_verification.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/proof/migration_outcome.h"
#include "app/proof/own_lines.h"
#include "app/proof/policy_check.h"
#include "app/proof/signatures.h"
#include "app/proof/stage_spans.h"
#include "app/proof/unnamed_runs.h"
#include "app/run/run.h"
#include "app/sealing/folder_sums.h"
#include "core/error.h"
#include "core/json/json_error.h"
#include "core/record/clocks.h"
#include "core/record/freshness.h"
#include "core/record/verdict.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

bool IsRegular(const fs::path& file) { return fs::is_regular_file(fs::symlink_status(file)); }

std::string Detail(const LedgerLine& line, const char* name) {
  return Printable(line.details.value(name, ""));
}

// Returns what contradicts the ledger in evidence that it names, or "".
std::string Contradiction(const StageSpan& span, const NamedRun& named, const Verification& run) {
  const RunHeader& header = run.evidence.run;
  if (!named.sums.empty() && Sha256(run.sums) != named.sums) {
    return "it isn't the evidence that the ledger has: its SHA256SUMS has another digest";
  }
  if (header.phases != std::vector{PhaseName(span.stage)}) {
    return "it is of phase " + Printable(Join(header.phases, ", "));
  }
  if (header.plan_digest != span.began.details.value("plan_digest", "")) {
    return "it is of another plan than the stage";
  }
  const bool is_during =
      TimeBetween(span.began.at, header.started) >= -kMostClockSkew &&
      (span.until.empty() || TimeBetween(header.started, span.until) >= -kMostClockSkew);
  if (!is_during) return fmt::format("it began at {}, when the stage didn't run", header.started);
  if (named.is_passed && run.verdict.decision != Decision::kGo) {
    return "the ledger says GO, and the evidence " + run.list.verdict;
  }
  return "";
}

class MigrationVerifying {
 public:
  MigrationVerifying(const fs::path& folder, const VerifyRequest& request)
      : folder_(folder), request_(request) {}

  MigrationVerification Run() {
    if (!Read()) return {.list = std::move(list_)};
    CheckWhole();
    CheckHeader();
    for (const StageSpan& span : spans_) CheckSpan(span);
    NoteRefused();
    CheckUnnamed();
    AddWhatIsNotProved();
    CheckRequired(CountKeys());
    return {.list = std::move(list_), .ledger = std::move(ledger_)};
  }

 private:
  void Good(const std::string& text) { list_.Add(PointState::kGood, text); }
  void Wrong(const std::string& text) { list_.Add(PointState::kWrong, text); }
  void Open(const std::string& text) { list_.Add(PointState::kOpen, text); }
  void Note(const std::string& text) { list_.Add(PointState::kNote, text); }

  bool Read() {
    if (!IsRegular(folder_ / kMigrationLedger)) {
      Open(fmt::format("there is no file {}: nothing to verify", kMigrationLedger));
      return false;
    }
    try {
      text_ = ReadTextFile(folder_ / kMigrationLedger);
      ledger_ = ParseLedger(text_, kMigrationLedger);
      spans_ = StageSpansOf(ledger_, kMigrationLedger);
      RequireOwnLines();
    } catch (const std::exception& error) {
      Wrong(WhatIsWrong(error));
      return false;
    }
    if (spans_.empty())
      Open(fmt::format("{}: no stage began: nothing to verify", kMigrationLedger));
    return !spans_.empty();
  }

  // Another version may write other members.
  void RequireOwnLines() const {
    const bool is_own = std::all_of(spans_.begin(), spans_.end(), [](const StageSpan& span) {
      return span.began.details.value("tool", "") == ToolName();
    });
    const auto foreign = is_own ? FirstForeignLine(text_, ledger_) : std::int64_t{0};
    if (foreign == 0) return;
    throw PlanError(
        fmt::format("{}:{}: gonogo would write the line otherwise", kMigrationLedger, foreign));
  }

  void CheckWhole() {
    Good(fmt::format("{}: {}, one chain that ends with {}, stages in order", kMigrationLedger,
                     Counted(ledger_.chain.lines, "line"), ledger_.chain.sha256.substr(0, 12)));
    if (!text_.ends_with('\n')) {
      Open(fmt::format("{}: its last line is cut off: gonogo was killed, or somebody cut it",
                       kMigrationLedger));
    }
    if (!IsChainedFromTheBeginning(text_)) {
      Open(fmt::format("{}: its first lines are in no chain: an earlier version wrote them",
                       kMigrationLedger));
    }
  }

  void CheckHeader() {
    const LedgerLine& first = ledger_.lines.front();
    const LedgerLine& last = ledger_.lines.back();
    Good(fmt::format("migration of plan {} from {} to {}, begun by {} on {}, target {}",
                     Detail(first, "plan"), first.at, last.at, Detail(first, "who"),
                     Detail(first, "host"), Detail(first, "target")));
    if (TimeBetween(last.at, request_.now) >= -kMostClockSkew) return;
    Wrong(fmt::format("{}: its last line is of {}, but it is {} now: a clock is wrong",
                      kMigrationLedger, last.at, request_.now));
  }

  void NoteRefused() {
    for (const LedgerLine& line : ledger_.lines) {
      if (line.event != LedgerEvent::kStageRefused) continue;
      Note(fmt::format("stage {}, refused at {}: {}", PhaseName(line.stage), line.at,
                       Detail(line, "outcome")));
    }
  }

  void CheckSpan(const StageSpan& span) {
    counts_until_.erase(span.stage);
    for (const NamedRun& named : NamedRunsOf(span)) CheckRun(span, named);
    const std::string what = fmt::format("{}, begun at {}", span.Name(), span.began.at);
    if (!span.ended && span.until.empty()) return Open(what + ", hasn't ended");
    if (!span.ended) return Note(what + ", broke off");
    const std::string result = fmt::format("{}: {}", what, Detail(*span.ended, "outcome"));
    if (Detail(*span.ended, "evidence").empty()) {
      Note(result + ", by the ledger alone: it ended without checks");
    } else {
      Good(result);
    }
  }

  void CheckRun(const StageSpan& span, const NamedRun& named) {
    const std::string name = Printable(named.folder);
    const fs::path folder = fs::path(named.folder).lexically_normal();
    if (folder != named.folder || folder.parent_path() != kRunsFolder) {
      return Wrong(fmt::format("{}: the ledger names {}, which isn't in {}/", span.Name(), name,
                               kRunsFolder));
    }
    if (!named_.insert(folder.filename().string()).second)
      return Wrong(name + ": two lines of the ledger name it");
    if (!fs::is_directory(fs::symlink_status(folder_ / folder))) {
      return Wrong(fmt::format("{}: its evidence is missing, which the ledger names for {}", name,
                               span.Name()));
    }
    CheckEvidence(span, named, name);
  }

  void CheckEvidence(const StageSpan& span, const NamedRun& named, const std::string& name) {
    const Verification run =
        VerifyEvidence(folder_ / named.folder,
                       {.signers = request_.signers, .now = request_.now, .is_part = true});
    bool is_sound = true;
    const auto add = [&](PointState state, const std::string& text) {
      is_sound = false;
      list_.Add(state, name + ": " + text);
    };
    for (const Point& point : run.list.points) {
      if (point.state == PointState::kWrong || point.state == PointState::kOpen)
        add(point.state, point.text);
    }
    if (run.evidence.run.run.empty()) return;  // it couldn't be read, which is told
    has_run_ = true;
    is_rehearsal_ = is_rehearsal_ || run.evidence.run.rehearsal();
    NoteUntilWhenItCounts(span.stage, run.evidence);
    const std::string contradiction = Contradiction(span, named, run);
    if (!contradiction.empty()) add(PointState::kWrong, contradiction);
    if (named.sums.empty())
      add(PointState::kOpen,
          "the ledger doesn't say what its evidence is: anything may stand there");
    if (is_sound) {
      Good(fmt::format("{}: its evidence is sound, and that which the ledger has: {}", name,
                       run.list.verdict));
    }
  }

  void NoteUntilWhenItCounts(Phase stage, const Evidence& evidence) {
    const std::string until = CountsUntil(evidence);
    std::string& earliest = counts_until_[stage];
    if (!until.empty() && (earliest.empty() || until < earliest)) earliest = until;
  }

  // Returns until when the results count that the cutover relies on, or "". The gate asks again
  // what verify asked. From the cutover on the sides differ on purpose, and nothing is relied on.
  std::string CutoverMayRelyUntil(const std::vector<Phase>& stages) const {
    std::string until;
    if (stages.empty() || stages.back() >= Phase::kCutover) return until;
    for (const Phase stage : {Phase::kVerify, Phase::kGate, Phase::kDualWrite}) {
      const auto found = counts_until_.find(stage);
      if (found == counts_until_.end() || found->second.empty()) continue;
      const bool is_asked_again = stage == Phase::kVerify && counts_until_.contains(Phase::kGate);
      if (!is_asked_again && (until.empty() || found->second < until)) until = found->second;
    }
    return until;
  }

  void CheckUnnamed() {
    for (const UnnamedRun& one : UnnamedRunsIn(folder_ / kRunsFolder, named_, spans_)) {
      const std::string name = fmt::format("{}/{}", kRunsFolder, Printable(one.name));
      if (one.is_left_out) {
        Wrong(name + ": the ledger has no such stage at that time: were lines cut off?");
      } else {
        Note(name + " isn't named by the ledger: its checks ended nothing, so it doesn't count");
      }
    }
  }

  void AddWhatIsNotProved() {
    Note(
        "what stages did besides their checks is by the ledger's word alone; other files of the "
        "folder aren't checked");
  }

  std::int64_t CountKeys() {
    std::set<std::string> files = {std::string(kMigrationLedger) + ".sig"};
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(folder_ / kSignaturesFolder, missing)) {
      files.insert(fmt::format("{}/{}", kSignaturesFolder, entry.path().filename().string()));
    }
    return static_cast<std::int64_t>(VerifySignatures(folder_, files,
                                                      {.file = kMigrationLedger, .text = text_},
                                                      request_.signers, request_.now, list_)
                                         .size());
  }

  void CheckRequired(std::int64_t keys) {
    const MigrationOutcome outcome = OutcomeOf(ledger_);
    list_.verdict = outcome.text;
    std::vector<std::string> stages = PhaseNames(outcome.stages);
    if (stages.empty()) stages = {"none"};  // an empty list would be all
    if (request_.policy.production && !has_run_)
      Open("required: production, but no stage ran checks, which would tell");
    CheckPolicy(request_.policy,
                {.keys = keys,
                 .is_whole_go = outcome.is_go,
                 .verdict = outcome.text,
                 .phases = stages,
                 .is_rehearsal = is_rehearsal_,
                 .plan_digest = outcome.plan_digest.empty() ? "no one plan" : outcome.plan_digest,
                 .started = spans_.back().began.at,
                 .counts_until = CutoverMayRelyUntil(outcome.stages)},
                request_.now, list_);
  }

  const fs::path& folder_;
  const VerifyRequest& request_;
  Checklist list_;
  std::string text_;
  Ledger ledger_;
  std::vector<StageSpan> spans_;
  std::set<std::string> named_;                // folders of runs
  std::map<Phase, std::string> counts_until_;  // of the last runs of each stage; "": no limit
  bool has_run_ = false;
  bool is_rehearsal_ = false;
};

}  // namespace

bool IsMigrationFolder(const fs::path& folder) {
  return fs::exists(folder / kMigrationLedger) && !fs::exists(folder / "evidence.jsonl");
}

MigrationVerification VerifyMigration(const fs::path& folder, const VerifyRequest& request) {
  return MigrationVerifying(folder, request).Run();
}

}  // namespace gonogo
