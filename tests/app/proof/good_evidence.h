// Evidence of a small GO, which tests sign and spoil.
#pragma once

#include <filesystem>
#include <string>

#include "app/exit_status.h"
#include "app/run/run.h"
#include "app/sealing/folder_sums.h"
#include "core/record/evidence.h"
#include "core/record/freshness.h"
#include "core/record/verdict.h"
#include "core/text/digest.h"
#include "reporters/verdict_json.h"
#include "tests/support/chained_lines.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {

inline constexpr const char* kVerifiedAt = "2026-02-21T10:00:00.000Z";  // half an hour after it

inline Evidence GoodEvidence() {
  const auto server = [](const std::string& side) {
    Server one{
        .side = side, .error = "", .address = "u@" + side + ":5432/shop", .version = "15.18"};
    one.system_identifier = side == "source" ? "71" : "72";
    one.database_oid = "5";
    one.clock = "2026-02-21T09:30:00.000Z";
    return one;
  };
  Evidence evidence;
  evidence.run = {.run = "20260221T093000Z-1c0f",
                  .tool = ToolName(),
                  .plan = "shop",
                  .plan_digest = Sha256("the plan"),
                  .phases = {"gate"},
                  .checks = {},
                  .planned = 2,
                  .started = "2026-02-21T09:30:00.000Z",
                  .who = "dba",
                  .host = "mover",
                  .servers = {server("source"), server("target")},
                  .declared = {{"rows", "a", Phase::kGate, Severity::kRequired},
                               {"rows", "b", Phase::kGate, Severity::kRequired}},
                  .waivers = {}};
  for (const char* subject : {"a", "b"}) {
    evidence.cases.push_back({.check = "rows",
                              .subject = subject,
                              .outcome = {.examined = 1},
                              .error = {},
                              .started = "2026-02-21T09:30:01.000Z"});
  }
  return evidence;
}

// Writes what a run with that evidence leaves to a folder of `scratch`; "" is its own. Returns the
// evidence with its chain.
inline Evidence WriteEvidence(const Scratch& scratch, const std::string& folder, Evidence evidence,
                              const std::string& finished = "2026-02-21T09:31:00.000Z") {
  std::string lines = ToText(ToJson(evidence.run)) + "\n";
  for (const CaseResult& one : evidence.cases) lines += ToText(ToJson(one, evidence.run)) + "\n";
  lines = Chained(lines);
  evidence.chain = EndOf(lines);
  ExpireResults(evidence);
  const Verdict verdict = Judge(evidence);
  const std::string in = folder.empty() ? "" : folder + "/";
  std::filesystem::create_directories(scratch.Path(folder));
  scratch.File(in + "evidence.jsonl", lines);
  scratch.File(in + "verdict.json",
               ToText(VerdictJson(evidence, verdict, ExitStatusOf(verdict.decision), finished)));
  scratch.File(in + kSumsFile, SumsText(SumsOf(scratch.Path(folder))));
  return evidence;
}

}  // namespace gonogo::testing_support
