// What the facts of a side mean: each is well, a warning or a problem.
#include "app/doctor/side_facts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/doctor/host.h"
#include "core/plan/gate.h"

namespace gonogo {
namespace {

SideFacts Well() {
  SideFacts facts;
  facts.version = "15.4";
  facts.major = 15;
  facts.pooler_mode = "direct";
  facts.sslmode = "verify-full";
  facts.role = "reader";
  facts.is_encrypted = true;
  facts.tls_version = "TLSv1.3";
  facts.reads_system_identifier = true;
  facts.sees_sessions = true;
  facts.can_create = true;
  facts.free_connections = 50;
  facts.tables = 2;
  facts.timeouts = {{"statement_timeout", "0"}};
  return facts;
}

// "WARN pooler: one in between, in transaction mode; ..." for each line that isn't OK.
std::string Complaints(const SideFacts& facts, const SideNeeds& needs) {
  std::string text;
  for (const Examined& line : Judge(facts, needs)) {
    if (line.health == Health::kOk) continue;
    const bool is_warning = line.health == Health::kWarn;
    const bool is_problem = line.health == Health::kProblem;
    text += is_warning ? "WARN " : is_problem ? "PROBLEM " : "UNKNOWN ";
    text += line.subject + ": " + line.have + "\n";
    EXPECT_NE(line.advice, "") << line.subject;
  }
  return text;
}

const SideNeeds kSource{.name = "source", .only_reads = true, .is_original = true};
const SideNeeds kStages{.name = "target", .creates = true, .runs_stages = true};

TEST(DoctorJudges, AWellSide) {
  EXPECT_EQ(Complaints(Well(), kSource), "");
  EXPECT_EQ(Complaints(Well(), kStages), "");
}

TEST(DoctorJudges, TheServer) {
  SideFacts facts = Well();
  facts.in_recovery = true;
  EXPECT_EQ(Complaints(facts, kSource), "");
  EXPECT_EQ(Complaints(facts, kStages),
            "PROBLEM target: server: PostgreSQL 15.4, 0 bytes, a standby\n");
  facts = Well();
  facts.major = 12;
  EXPECT_EQ(Complaints(facts, kSource), "WARN source: server: PostgreSQL 15.4, 0 bytes\n");
  facts = Well();
  facts.version = "19.0";
  facts.major = 19;
  EXPECT_EQ(Complaints(facts, kStages), "WARN target: server: PostgreSQL 19.0, 0 bytes\n");
  EXPECT_EQ(Judge(facts, kStages).front().advice, "gonogo is tested with 13 to 18");
  // Nothing else is left unsaid because of that.
  facts.in_recovery = true;
  EXPECT_EQ(Complaints(facts, kStages),
            "PROBLEM target: server: PostgreSQL 19.0, 0 bytes, a standby\n");
  facts = Well();
  facts.clock_ahead = std::chrono::minutes(-3);
  EXPECT_EQ(Complaints(facts, kSource), "PROBLEM source: clock: 3 min behind this host's\n");
}

TEST(DoctorJudges, TheConnection) {
  SideFacts facts = Well();
  facts.sslmode = "require";
  EXPECT_EQ(Complaints(facts, kSource),
            "WARN source: TLS: TLSv1.3, but nobody verifies who the server is\n");
  facts.is_encrypted = false;
  EXPECT_EQ(Complaints(facts, kSource), "WARN source: TLS: not encrypted\n");
  facts.is_local = true;
  EXPECT_EQ(Complaints(facts, kSource), "");
  facts.pooler_mode = "transaction";
  const std::string pooler = " pooler: one in between, in transaction mode\n";
  EXPECT_EQ(Complaints(facts, kSource), "WARN source:" + pooler);
  EXPECT_EQ(Complaints(facts, kStages), "PROBLEM target:" + pooler);
  facts.pooler_mode = "session";
  EXPECT_EQ(Complaints(facts, kSource) + Complaints(facts, kStages), "");
  facts.pooler_mode = "";
  EXPECT_EQ(Complaints(facts, kSource),
            "UNKNOWN source: pooler: there is one, but its mode can't be told\n");
  facts = Well();
  facts.free_connections = 7;
  EXPECT_EQ(Complaints(facts, kSource), "PROBLEM source: connections: 7 free\n");
}

TEST(DoctorJudges, TheRole) {
  SideFacts facts = Well();
  facts.is_superuser = true;
  EXPECT_EQ(Complaints(facts, kSource), "WARN source: role: reader is a superuser\n");
  EXPECT_EQ(Complaints(facts, kStages), "");
  facts = Well();
  facts.can_create = false;
  facts.create_remedy = "GRANT ...";
  EXPECT_EQ(Complaints(facts, kStages),
            "WARN target: schema: the role can't create schemas in this database\n");
  facts = Well();
  facts.timeouts["statement_timeout"] = "30000ms";
  EXPECT_EQ(Complaints(facts, kSource), "");
  EXPECT_EQ(Complaints(facts, kStages), "WARN target: timeouts: statement_timeout 30000ms\n");
}

TEST(DoctorJudges, SessionsThatItCannotSeeByWhoNeedsThem) {
  SideFacts facts = Well();
  facts.sees_sessions = false;
  const std::string have = " source: sessions: the role can't see those of others\n";
  EXPECT_EQ(Complaints(facts, kSource), "WARN" + have);
  SideNeeds planned = kSource;
  planned.session_checks = {"quiet", "fenced"};
  EXPECT_EQ(Complaints(facts, planned), "PROBLEM" + have);
  const Examinations lines = Judge(facts, planned);
  const auto is_about_sessions = [](const Examined& line) {
    return line.subject == "source: sessions";
  };
  EXPECT_EQ(std::find_if(lines.begin(), lines.end(), is_about_sessions)->advice,
            "needed by --max-load and by the plan's checks quiet, fenced\n"
            "GRANT pg_read_all_stats TO reader;");
}

TEST(DoctorNeeds, ToSeeSessionsOnTheSidesThatChecksLookAt) {
  const Gate watches{.name = "watches", .needs = Needs::kMonitoring};
  const Gate reads{.name = "reads"};
  Plan plan;
  plan.checks = {{.id = "both", .gate = &watches, .subjects = {{"source"}, {"target"}}},
                 {.id = "source_only", .gate = &watches, .subjects = {{"source"}}},
                 {.id = "target_only", .gate = &watches, .subjects = {{"target"}}},
                 {.id = "of_applications", .gate = &watches, .subjects = {{"shop"}}},
                 {.id = "of_rows", .gate = &reads, .subjects = {{"source"}, {"target"}}}};
  EXPECT_EQ(ChecksOfSessions(plan, SideName::kSource),
            (std::vector<std::string>{"both", "source_only", "of_applications"}));
  EXPECT_EQ(ChecksOfSessions(plan, SideName::kTarget),
            (std::vector<std::string>{"both", "target_only", "of_applications"}));
}

TEST(DoctorJudges, WhatItCanRead) {
  SideFacts facts = Well();
  facts.row_security = {
      {{"schema", "app"}, {"tables", 1}, {"first", "t"}, {"remedy", "ALTER ROLE ..."}}};
  EXPECT_EQ(Complaints(facts, kSource),
            "PROBLEM source: tables: sees only some rows of 1 table of schema app, first t "
            "(row-level security)\n");
  facts = Well();
  SideNeeds planned = kSource;
  planned.relations = Json::array({1, 2, 3});
  EXPECT_EQ(Complaints(facts, planned), "WARN source: tables: 2 of the plan's 3 exist\n");
  facts.tables = 0;
  EXPECT_EQ(Complaints(facts, kSource), "WARN source: tables: there are none\n");
  EXPECT_EQ(Complaints(facts, kStages), "") << "the target has none before the migration";
}

TEST(DoctorJudges, TheDisk) {
  const BackedUp small{.side = "source", .major = 15, .bytes = 1'000};
  EXPECT_EQ(ExamineDisk("/nowhere/at/all", small, 150, true).health, Health::kOk);
  const BackedUp large{.side = "source", .major = 15, .bytes = 1'000'000'000'000'000'000};
  EXPECT_EQ(ExamineDisk(".", large, 150, true).health, Health::kProblem);
  EXPECT_EQ(ExamineDisk(".", large, 150, false).health, Health::kWarn);
}

TEST(DoctorJudges, ClientsOlderThanTheServer) {
  const Examined pg_dump = ExaminePrograms({.side = "source", .major = 99}, true).front();
  EXPECT_EQ(pg_dump.health, Health::kProblem);
  EXPECT_EQ(pg_dump.advice, "apt-get install postgresql-client-99");
}

}  // namespace
}  // namespace gonogo
