// A small made-up run with each kind of result, which the golden files of the reporters show.
#pragma once

#include <string>
#include <vector>

#include "core/record/evidence.h"

namespace gonogo {

inline RunHeader SampleHeader() {
  return {.run = "20260102T030405Z-0001",
          .tool = "gonogo 0.1.0",
          .plan = "moving",
          .plan_digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          .strict = false,
          .phases = {"verify", "gate"},
          .checks = {},
          .started = "2026-01-02T03:04:05Z",
          .who = "dba",
          .host = "mover",
          .pipeline = "https://ci.example/run/7",
          .servers = {{.side = "source",
                       .error = "",
                       .address = "app@old.example:5432/moving",
                       .version = "15.18",
                       .system_identifier = "7300000000000000001",
                       .database_oid = "16384",
                       .snapshot = "741:741:",
                       .wal_lsn = "0/1A2B3C8",
                       .snapshot_time = "2026-01-02T03:04:05.123456Z",
                       .in_recovery = true,
                       .throw_away = true},
                      {.side = "target",
                       .error = "target: connection to server at \"new.example\" failed\n"
                                "Is the server running?"}},
          .declared = {{"row_count", "public.users", Phase::kVerify, Severity::kRequired},
                       {"row_count", "public.keys", Phase::kVerify, Severity::kRequired},
                       {"enum_order", "public.status", Phase::kGate, Severity::kRequired},
                       {"comments", "public.users", Phase::kGate, Severity::kAdvisory},
                       {"comments", "public.odd\x1B[2J\xFF", Phase::kGate, Severity::kRequired},
                       {"row_count", "public.scratch", Phase::kVerify, Severity::kRequired},
                       {"approvals", "team_lead", Phase::kGate, Severity::kRequired},
                       {"inventory", "tables", Phase::kGate, Severity::kRequired}},
          .waivers = {{.check = "row_count",
                       .subject = "public.scr*",
                       .reason = "rebuilt every night",
                       .owner = "platform team",
                       .until = "2026-06-30",
                       .finding = "public.scratch: have 0 rows*"},
                      {.check = "comments",
                       .subject = "public.users",
                       .reason = "written next week",
                       .owner = "platform team",
                       .until = "2026-01-01",
                       .finding = "*",
                       .at = "2025-12-01T10:00:00.000Z",
                       .plan = "moving",
                       .plan_digest =
                           "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}},
          .about = {{"row_count", {"row_count", "storage"}},
                    {"enum_order", {"enum_order", ""}},
                    {"comments", {"comments", ""}},
                    {"approvals", {"signoff", "release"}},
                    {"inventory", {"inventory", ""}}}};
}

inline std::vector<CaseResult> SampleCases() {
  return {{.check = "row_count",
           .subject = "public.users",
           .outcome = {1, {}, {"source 2 rows, target 2 rows"}},
           .started = "2026-01-02T03:04:06Z",
           .duration = std::chrono::milliseconds(12)},
          {.check = "row_count",
           .subject = "public.keys",
           .outcome = {1,
                       {{"public.keys", "1 row", "2 rows"},
                        {"public.keys", "no comment", "a comment", Severity::kAdvisory}},
                       {}},
           .started = "2026-01-02T03:04:07Z",
           .duration = std::chrono::milliseconds(3)},
          {.check = "enum_order",
           .subject = "public.status",
           .error = CaseError{"permission denied for pg_enum\nask the owner", "42501"},
           .started = "2026-01-02T03:04:08Z"},
          {.check = "comments",
           .subject = "public.users",
           .severity = Severity::kAdvisory,
           .outcome = {1, {{"public.users", "no comment", "a comment"}}, {}},
           .started = "2026-01-02T03:04:09Z",
           .duration = std::chrono::milliseconds(1)},
          {.check = "comments",
           .subject = "public.odd\x1B[2J\xFF",
           .outcome = {0, {}, {}},
           .started = "2026-01-02T03:04:10Z",
           .duration = std::chrono::milliseconds(1)},
          {.check = "row_count",
           .subject = "public.scratch",
           .outcome = {1, {{"public.scratch", "0 rows", "7 rows"}}, {}},
           .started = "2026-01-02T03:04:10Z",
           .duration = std::chrono::milliseconds(2)},
          {.check = "approvals",
           .subject = "team_lead",
           .outcome = {.not_run = "nobody has signed it; `gonogo sign --plan plan.json --item "
                                  "team_lead --by NAME`"},
           .started = "2026-01-02T03:04:10Z"}};
}

}  // namespace gonogo
