// Each file is read once: what was hashed is what is judged.
#include "app/proof/verification.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "app/proof/folder_files.h"
#include "app/proof/own_lines.h"
#include "app/proof/policy_check.h"
#include "app/proof/sealed_folder.h"
#include "app/proof/signatures.h"
#include "app/run/evidence_part.h"
#include "app/run/run.h"
#include "core/error.h"
#include "core/fleet/fleet.h"
#include "core/json/json_error.h"
#include "core/record/clocks.h"
#include "core/record/freshness.h"
#include "core/record/verdict.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::string DescribeServers(const RunHeader& run) {
  std::string text;
  for (const Server& server : run.servers) {
    text +=
        fmt::format(", {} {}", server.side, server.error.empty() ? server.address : "not reached");
    if (!server.system_identifier.empty()) {
      text +=
          fmt::format(" (system {}, database {})", server.system_identifier, server.database_oid);
    }
  }
  return text;
}

bool IsOfSums(const std::string& name) { return IsSignatureOf(kSumsFile, name); }

class Verifying {
 public:
  Verifying(const fs::path& folder, const VerifyRequest& request)
      : folder_(folder), request_(request), sealed_(folder, list_) {}

  Verification Run() {
    if (ReadEvidence()) {
      CheckRun();
      CheckVerdict();
      CheckSignatures();
      if (!request_.is_part) CheckRequired();
    }
    return {.list = std::move(list_),
            .sums = sealed_.sums(),
            .evidence = std::move(evidence_),
            .verdict = std::move(verdict_)};
  }

 private:
  void Good(const std::string& text) { list_.Add(PointState::kGood, text); }
  void Wrong(const std::string& text) { list_.Add(PointState::kWrong, text); }
  void Open(const std::string& text) { list_.Add(PointState::kOpen, text); }

  // Adds what the function throws.
  template <typename Check>
  bool Try(const std::string& file, const Check& check) {
    try {
      check();
      return true;
    } catch (const std::exception& error) {
      Wrong(file.empty() ? WhatIsWrong(error) : file + ": " + WhatIsWrong(error));
      return false;
    }
  }

  bool ReadEvidence() {
    if (!sealed_.Has("evidence.jsonl")) {
      Open("there is no evidence.jsonl: nothing to verify");
      return false;
    }
    std::string_view lines;
    if (!Try("", [&] { lines = sealed_.Read("evidence.jsonl"); })) return false;
    if (!sealed_.Has(kSumsFile)) {
      lines = WholeLines(lines);
      if (lines.empty()) Open("evidence.jsonl has no line: nothing to verify");
      if (lines.empty()) return false;
    }
    const bool is_read = Try("", [&] {
      evidence_ = ParseWritten(lines, "evidence.jsonl");
      RequireOwnLines(lines);
      ExpireResults(evidence_);
    });
    if (is_read) {
      Good(fmt::format("evidence.jsonl: {}, one chain that ends with {}",
                       Counted(evidence_.chain.lines, "line"),
                       evidence_.chain.sha256.substr(0, 12)));
    }
    return is_read;
  }

  // A crash of the host may leave a part of the last line.
  std::string_view WholeLines(std::string_view lines) {
    if (!lines.empty() && !lines.ends_with('\n'))
      Open("evidence.jsonl: its last line is cut off: the run broke off, or somebody cut it");
    return lines.substr(0, lines.rfind('\n') + 1);
  }

  // Another version may write other members.
  void RequireOwnLines(std::string_view lines) const {
    const auto foreign =
        evidence_.run.tool == ToolName() ? FirstForeignLine(lines, evidence_) : std::int64_t{0};
    if (foreign != 0)
      throw PlanError(
          fmt::format("evidence.jsonl:{}: gonogo would write the line otherwise", foreign));
  }

  void CheckRun() {
    const RunHeader& run = evidence_.run;
    if (run.run.empty() || run.plan_digest.empty())
      Wrong("evidence.jsonl: the run has no id or no plan digest");
    Good(fmt::format("{} {} of plan {}, sha256 {}, by {} on {} at {}{}",
                     run.rehearsal() ? "rehearsal" : "production run", run.run, Printable(run.plan),
                     run.plan_digest, Printable(run.who), Printable(run.host), run.started,
                     Printable(DescribeServers(run))));
    for (const std::string& backward : BackwardTimes(evidence_))
      Wrong("evidence.jsonl: " + backward);
    Try("evidence.jsonl", [&] {
      if (TimeBetween(LatestTime(run), request_.now) >= -kMostClockSkew) return;
      throw PlanError(fmt::format("it is of {}, but it is {} now: a clock is wrong",
                                  LatestTime(run), request_.now));
    });
  }

  void CheckVerdict() {
    verdict_ = Judge(evidence_);
    list_.verdict = DecisionText(verdict_, evidence_.run);
    has_verdict_ = sealed_.Has("verdict.json");
    if (!has_verdict_) {
      list_.verdict = "NO VERDICT";
      return Open("there is no verdict.json: the run broke off");
    }
    if (evidence_.run.tool != ToolName()) {
      return Open(fmt::format(
          "the verdict was by {}, and this is {}, which may judge otherwise: verify by that version",
          Printable(evidence_.run.tool), ToolName()));
    }
    if (Try("verdict.json",
            [&] { RequireOwnVerdict(evidence_, verdict_, sealed_.Read("verdict.json")); })) {
      Good(fmt::format("verdict.json: {} follows from {}", list_.verdict,
                       Counted(evidence_.cases.size(), "case")));
    }
  }

  void CheckSignatures() {
    const auto& files = sealed_.files();
    if (request_.is_part && std::none_of(files.begin(), files.end(), IsOfSums)) return;
    const Signed what{
        .file = kSumsFile, .text = sealed_.sums(), .predicates = PredicatesOf(evidence_, verdict_)};
    keys_ = static_cast<std::int64_t>(
        VerifySignatures(folder_, files, what, request_.signers, request_.now, list_).size());
  }

  void CheckRequired() {
    const RunHeader& run = evidence_.run;
    CheckPolicy(
        request_.policy,
        {.keys = keys_,
         .is_whole_go = has_verdict_ && verdict_.decision == Decision::kGo && !run.partial(),
         .verdict = list_.verdict,
         .phases = run.phases,
         .is_rehearsal = run.rehearsal(),
         .plan_digest = run.plan_digest,
         .started = run.started,
         .counts_until = CountsUntil(evidence_)},
        request_.now, list_);
  }

  const fs::path& folder_;
  const VerifyRequest& request_;
  Checklist list_;
  SealedFolder sealed_;
  Evidence evidence_;
  Verdict verdict_;
  bool has_verdict_ = false;
  std::int64_t keys_ = 0;
};

}  // namespace

Verification VerifyEvidence(const fs::path& folder, const VerifyRequest& request) {
  if (!fs::is_directory(folder)) throw PlanError(folder.string() + " isn't a folder");
  if (fs::exists(folder / kFleetLines) && !fs::exists(folder / "evidence.jsonl")) {
    throw PlanError(folder.string() + " is the folder of a fleet: give that of a database, " +
                    (folder / kDatabasesFolder / "NAME").string());
  }
  if (fs::exists(folder / "ledger.jsonl") && !fs::exists(folder / "evidence.jsonl")) {
    throw PlanError(folder.string() + " is the folder of a migration: give that of a run, " +
                    (folder / "runs" / "RUN").string());
  }
  return Verifying(folder, request).Run();
}

}  // namespace gonogo
