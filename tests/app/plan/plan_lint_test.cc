// Plans that are valid and can't be GO, and plans whose GO says less than it seems.
#include "app/plan/plan_lint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/plan/plan_file.h"
#include "core/json/json.h"
#include "core/plan/made_after_rows.h"
#include "core/text/text.h"
#include "gates/gate_table.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

using Texts = std::vector<std::string>;

// Returns the findings as "error: TEXT", without their places.
Texts Lint(const std::string& checks, const std::string& rest) {
  const Scratch scratch;
  const std::string text = R"({"gonogo": 1, "name": "shop",
    "relations": [{"source": "public.a", "key": ["id"]}, {"source": "public.b", "key": ["id"]}],
    "checks": [)" + checks +
                           "], " + rest + "}";
  const Plan plan = LoadPlan(scratch.File("plan.json", text), {});
  Texts found;
  for (const LintFinding& finding : LintFindings(plan, "2026-11-26")) {
    found.push_back((finding.is_error ? "error: " : "warning: ") + finding.text);
  }
  return found;
}

constexpr const char* kBoth =
    R"("connections": {"source": {"url": {"env": "S"}}, "target": {"url": {"env": "T"}}})";
constexpr const char* kContents = R"({"id": "contents", "gate": "row_checksum"})";

std::string Staged(const std::string& schema) {
  return std::string(kBoth) + R"(, "stages": {"preflight": {}, "schema": {)" + schema +
         R"(}, "backfill": {}, "verify": {}, "gate": {}})";
}

TEST(PlanLint, AcceptsPhasesInWhichChecksCanPass) {
  const std::string checks = std::string(kContents) + R"(,
    {"id": "inventory", "gate": "inventory"}, {"id": "settings", "gate": "settings"},
    {"id": "indexes", "gate": "indexes", "phases": ["verify", "gate"]},
    {"id": "keys", "gate": "unique_keys", "phases": ["preflight"], "side": "source"})";
  EXPECT_EQ(Lint(checks, Staged(R"("method": "dump")")), Texts{});
}

TEST(PlanLint, FindsPhasesInWhichChecksCannotPass) {
  const std::string checks = std::string(kContents) + R"(,
    {"id": "inventory", "gate": "inventory", "phases": ["preflight", "gate"]},
    {"id": "indexes", "gate": "indexes"}, {"id": "views", "gate": "views"},
    {"id": "grants", "gate": "grants"},
    {"id": "advisory", "gate": "triggers", "severity": "advisory"},
    {"id": "early", "gate": "row_count", "phases": ["schema"]},
    {"id": "never", "gate": "leftovers"})";
  EXPECT_EQ(
      Lint(checks, Staged(R"("method": "dump")")),
      (Texts{
          "error: check inventory can't pass in phase preflight, because stage schema creates "
          "the target's tables",
          "error: check indexes can't pass in phase schema: with \"method\": \"dump\", what it "
          "examines is created at the end of the backfill. Use phase verify",
          "error: check early can't pass in phase schema, because stage backfill copies the rows "
          "later",
          "warning: check never never runs with the stages, which don't include finalize",
          "warning: with \"method\": \"dump\", some of what these checks examine is created at "
          "the end of the backfill, after their phase schema: views, grants. Use phase verify"}));
}

TEST(PlanLint, FindsWhatABaselineCannotAnswer) {
  EXPECT_EQ(Lint(R"({"id": "contents", "gate": "row_checksum"},
                    {"id": "row_count", "gate": "row_count"})",
                 R"("connections": {"target": {"url": {"env": "T"}}}, "baseline": {})"),
            Texts{"error: check contents needs a source: a baseline has counts and digests, but no "
                  "rows and no server"});
}

TEST(PlanLint, NamesRelationsWhoseContentsNobodyCompares) {
  EXPECT_EQ(
      Lint(R"({"id": "row_count", "gate": "row_count"})", kBoth),
      Texts{"warning: no check compares the contents of relations: a GO doesn't say that rows "
            "are equal. Add one with gate row_checksum"});
  EXPECT_EQ(Lint(R"({"id": "contents", "gate": "row_checksum", "except": ["public.b"]})", kBoth),
            Texts{"warning: no check compares the contents of 1 relation: public.b"});
  EXPECT_EQ(
      Lint(R"({"id": "contents", "gate": "row_checksum", "severity": "advisory"})", kBoth),
      Texts{"warning: no check compares the contents of relations: a GO doesn't say that rows "
            "are equal. Add one with gate row_checksum"});
  // A check that no GO depends on.
  EXPECT_EQ(
      Lint(R"({"id": "contents", "gate": "row_checksum", "phases": ["verify"]})", kBoth),
      Texts{"warning: no check compares the contents of relations: a GO doesn't say that rows are "
            "equal. Add one with gate row_checksum"});
}

TEST(PlanLint, FindsWaiversWithoutEffect) {
  const std::string waiver =
      R"({"check": "contents", "subject": "*", "finding": "*log*", "reason": "r",
                                 "owner": "o", "until": )";
  EXPECT_EQ(Lint(kContents, std::string(kBoth) + ", \"waivers\": [" + waiver + "\"2026-11-25\"}, " +
                                waiver + "\"2026-11-26\"}]"),
            Texts{"warning: waiver contents.* expired on 2026-11-25 and has no effect"});
}

TEST(PlanLint, FindsWhatWouldBeSeenOnlyInARun) {
  const std::string checks = std::string(kContents) + R"(,
    {"id": "files", "gate": "migration_safety", "services": {"shop": {"folder": "none"}}})";
  const std::string rest =
      R"("connections": {"source": {"url": {"env": "S"}}, "target": {"url": {"env": "S"}}},
         "waivers": [{"check": "contents", "subject": "*", "finding": "*", "reason": "r",
                      "owner": "o", "until": "2027-01-01"}])";
  EXPECT_EQ(
      Lint(checks, rest),
      (Texts{"warning: waiver contents.* also accepts whatever the check finds later: say which "
             "findings",
             "error: source and target are one database: both URLs are in S",
             "warning: check files names none, which doesn't exist"}));
}

TEST(PlanLint, FindsWindowsThatKeepStagesFromRunning) {
  const auto lint = [](const std::string& window, const std::string& check = "") {
    return Lint(kContents + check, Staged("") + R"(, "window": {)" + window + "}");
  };
  const std::string written = R"("from": "2026-11-26T22:00Z", "until": "2026-11-27T02:00Z")";
  EXPECT_EQ(
      lint(written),
      (Texts{"warning: the times of the window are written in the plan: whoever moves it changes "
             "the plan, and all stages must run again. Take them from variables: {\"env\": "
             "\"WINDOW_FROM\", \"default\": \"\"}",
             "warning: no stage begins in a booked window: what is left must fit in by the times "
             "of a rehearsal, which no check of gate rehearsal_evidence names. Or set "
             "\"must_fit\": false"}));
  const std::string booked = R"("from": {"env": "F", "default": "2026-11-26T22:00Z"},
                                "until": "2026-11-27T02:00Z")";
  EXPECT_EQ(lint(booked + R"(, "must_fit": false)"), Texts{});
  EXPECT_EQ(lint(booked, R"(, {"id": "rehearsal", "gate": "rehearsal_evidence",
                               "phases": ["gate"], "ledger": "rehearsal"})"),
            Texts{});
}

TEST(PlanLint, SaysThatAPlanLooksAtNoTable) {
  const Scratch scratch;
  const std::string text = std::string(R"({"gonogo": 1, "name": "shop", "relations": [],
    "checks": [{"id": "r", "gate": "right_database"}], )") +
                           kBoth + "}";
  const auto found = LintFindings(LoadPlan(scratch.File("plan.json", text), {}), "2026-11-26");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text,
            "the plan names no relation: a GO says nothing about tables and their rows");
}

// A new gate that compares what stage schema creates must say when pg_dump creates it.
TEST(MadeAfterRows, KnowsEveryGateOfPhaseSchema) {
  const std::set<std::string> before = {"column_absent", "column_type", "columns",
                                        "enum_order",    "extensions",  "foreign_servers",
                                        "inventory",     "not_null",    "sequences"};
  for (const Gate& gate : AllGates()) {
    const bool is_of_schema =
        (gate.family == "catalogue" || gate.family == "declared") &&
        std::find(gate.phases.begin(), gate.phases.end(), Phase::kSchema) != gate.phases.end();
    if (!is_of_schema) continue;
    const bool is_after = PartMadeAfterRows(gate.name) != MadeAfterRows::kNothing;
    EXPECT_NE(before.contains(gate.name), is_after) << gate.name;
  }
}

}  // namespace
}  // namespace gonogo::testing_support
