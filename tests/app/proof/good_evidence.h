// Evidence of a small GO, which tests sign and spoil.
#pragma once

#include <string>

#include "app/run/run.h"
#include "core/record/evidence.h"
#include "core/text/digest.h"

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

}  // namespace gonogo::testing_support
