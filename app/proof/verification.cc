// Each file is read once: what was hashed is what is judged.
#include "app/proof/verification.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "app/proof/folder_files.h"
#include "app/proof/own_lines.h"
#include "app/proof/signatures.h"
#include "app/run/evidence_part.h"
#include "app/run/run.h"
#include "core/error.h"
#include "core/json/json_error.h"
#include "core/record/clocks.h"
#include "core/record/verdict.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"

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

class Verifying {
 public:
  Verifying(const fs::path& folder, const VerifyRequest& request)
      : folder_(folder), request_(request) {}

  Verification Run() {
    files_ = FilesOf(folder_, list_);
    CheckSums();
    if (ReadEvidence()) {
      CheckRun();
      CheckVerdict();
      CheckSignatures();
      CheckPolicy();
    }
    return {.list = std::move(list_),
            .sums = std::move(sums_),
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

  bool Has(const char* name) const {
    return files_.contains(name) && fs::is_regular_file(fs::symlink_status(folder_ / name));
  }

  void CheckSums() {
    if (!Has(kSumsFile))
      return Open("there is no SHA256SUMS: the run broke off, or somebody removed it");
    sums_ = ReadTextFile(folder_ / kSumsFile);
    Try("", [&] {
      named_ = ParseSums(sums_);
      CompareFiles(folder_, files_, named_, list_);
    });
  }

  // The bytes must be those that SHA256SUMS has, too, if the file was replaced since it was
  // compared.
  std::string Read(const char* name) {
    std::string text = ReadTextFile(folder_ / name);
    const auto sum = named_.find(name);
    if (sum == named_.end() || sum->second == Sha256(text)) return text;
    throw PlanError(fmt::format("{} isn't as SHA256SUMS has it", name));
  }

  bool ReadEvidence() {
    if (!Has("evidence.jsonl")) {
      Open("there is no evidence.jsonl: nothing to verify");
      return false;
    }
    const bool is_read = Try("", [&] {
      const std::string lines = Read("evidence.jsonl");
      evidence_ = ParseEvidence(lines, "evidence.jsonl");
      RequireOwnLines(lines);
    });
    if (is_read) {
      Good(fmt::format("evidence.jsonl: {}, one chain that ends with {}",
                       Counted(evidence_.chain.lines, "line"),
                       evidence_.chain.sha256.substr(0, 12)));
    }
    return is_read;
  }

  // Another version may write other members.
  void RequireOwnLines(const std::string& lines) const {
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
    if (!Has("verdict.json")) {
      list_.verdict = "NO VERDICT";
      return Open("there is no verdict.json: the run broke off");
    }
    if (evidence_.run.tool != ToolName()) {
      return Open(fmt::format(
          "the verdict was by {}, and this is {}, which may judge otherwise: verify by that version",
          Printable(evidence_.run.tool), ToolName()));
    }
    if (Try("verdict.json", [&] { RequireOwnVerdict(evidence_, Read("verdict.json")); })) {
      Good(fmt::format("verdict.json: {} follows from {}", list_.verdict,
                       Counted(evidence_.cases.size(), "case")));
    }
  }

  void CheckSignatures() {
    const Signed what{.sums = sums_, .evidence = evidence_, .verdict = verdict_};
    keys_ = static_cast<std::int64_t>(
        VerifySignatures(folder_, files_, what, request_.signers, request_.now, list_).size());
  }

  void CheckPolicy() {
    const Policy& policy = request_.policy;
    const RunHeader& run = evidence_.run;
    if (keys_ < policy.signers) {
      Open(fmt::format("signatures by {} count, and at least {} must", Counted(keys_, "key"),
                       policy.signers));
    } else {
      Good(fmt::format("signed by {}", Counted(keys_, "key")));
    }
    const auto require = [&](bool is_required, bool is_met, const std::string& met,
                             const std::string& unmet) {
      if (is_required && is_met) Good("required: " + met);
      if (is_required && !is_met) Wrong("required: " + unmet);
    };
    require(policy.go, verdict_.decision == Decision::kGo && !run.partial(), "GO",
            "GO, but it is " + list_.verdict);
    // A run without a selection asks all phases.
    const auto& phases = run.phases;
    require(!policy.phase.empty(),
            phases.empty() || std::find(phases.begin(), phases.end(), policy.phase) != phases.end(),
            "phase " + policy.phase,
            fmt::format("phase {}, but it is of {}", policy.phase, Join(phases, ", ")));
    require(policy.production, !run.rehearsal(), "production", "production, but it is a rehearsal");
    require(!policy.plan.empty(), run.plan_digest.starts_with(policy.plan), "plan " + policy.plan,
            fmt::format("plan {}, but it is of {}", policy.plan, run.plan_digest.substr(0, 12)));
    if (policy.age) {
      const auto age = TimeBetween(run.started, request_.now);
      require(true, age < *policy.age, "age " + DurationText(age),
              fmt::format("an age below {}, but it is {}", DurationText(*policy.age),
                          DurationText(age)));
    }
  }

  const fs::path& folder_;
  const VerifyRequest& request_;
  Checklist list_;
  std::set<std::string> files_;
  std::string sums_;
  FileSums named_;
  Evidence evidence_;
  Verdict verdict_;
  std::int64_t keys_ = 0;
};

}  // namespace

Verification VerifyEvidence(const fs::path& folder, const VerifyRequest& request) {
  if (!fs::is_directory(folder)) throw PlanError(folder.string() + " isn't a folder");
  if (fs::exists(folder / "ledger.jsonl") && !fs::exists(folder / "evidence.jsonl")) {
    throw PlanError(
        folder.string() +
        " is the folder of a migration, whose ledger nobody signs: give that of a run, " +
        (folder / "runs" / "RUN").string());
  }
  return Verifying(folder, request).Run();
}

}  // namespace gonogo
