// The reports on a fleet: a row for each database, and no text from outside that breaks them.
#include <gtest/gtest.h>

#include <algorithm>
#include <pugixml.hpp>

#include "core/text/text.h"
#include "reporters/fleet/fleet_annotations.h"
#include "reporters/fleet/fleet_junit.h"
#include "reporters/fleet/fleet_page.h"
#include "reporters/fleet/fleet_text.h"
#include "tests/golden/golden.h"
#include "tests/golden/hostile.h"

namespace gonogo {
namespace {

DatabaseResult ResultOf(const std::string& name, Decision decision,
                        std::vector<std::string> reasons) {
  return {.database = name,
          .exit_status = decision == Decision::kGo ? 0 : 1,
          .message = "",
          .evidence = {.run = "run-" + name,
                       .tool = "gonogo 0.1.0",
                       .plan_digest = "6d1f0c2a9b47ffff",
                       .phases = {"gate"},
                       .started = "2026-02-21T09:30:05.000Z",
                       .finished = "2026-02-21T09:30:09.500Z",
                       .decision = decision,
                       .text = DecisionName(decision),
                       .reasons = std::move(reasons),
                       .cases = 1042,
                       .passed = 1041,
                       .address = "u@host:5432/" + name,
                       .system_identifier = "71",
                       .database_oid = name}};
}

FleetRecord SampleFleet() {
  FleetRecord record{.fleet = {.run = "20260221T093000Z-1c0f",
                               .tool = "gonogo 0.1.0",
                               .plan = "shop",
                               .plan_file = "plan.json",
                               .file = "fleet of shops.csv",
                               .plan_digest = "6d1f0c2a9b47ffff",
                               .phases = {"gate"},
                               .rows = 3,
                               .started = "2026-02-21T09:30:00.000Z",
                               .who = "dba",
                               .host = "mover",
                               .databases = {{"acme"}, {"globex"}, {"initech"}}}};
  record.results = {ResultOf("acme", Decision::kGo, {}),
                    ResultOf("globex", Decision::kNoGo, {"FAIL public.users: 1 row missing"}),
                    ResultOf("initech", Decision::kUndecided, {"ERROR target: can't connect"})};
  record.results[2].evidence.unreached = {"target"};
  return record;
}

class FleetReports : public testing::Test {
 protected:
  FleetReport Report() {
    verdict_ = JudgeFleet(record_);
    return {.record = record_, .verdict = verdict_, .folder = "evidence/x"};
  }

  FleetRecord record_ = SampleFleet();
  FleetVerdict verdict_;
};

TEST_F(FleetReports, AreAsTheyWereWritten) {
  const FleetReport report = Report();
  ExpectGolden("fleet_junit.xml", FleetJunitXml(report));
  std::string text = FleetHeading(record_.fleet, true, {});
  for (const DatabaseVerdict& one : verdict_.databases) text += DatabaseLine(one, {});
  text += FleetVerdictLines(report, {});
  ExpectGolden("fleet_console.txt", text);
  ExpectGolden("fleet_summary.md", FleetMarkdown(report));
}

TEST_F(FleetReports, LeadToEachDatabaseTheWorstFirst) {
  const std::string page = FleetPage(Report());
  const std::size_t globex = page.find("href=\"databases/globex/report.html\"");
  const std::size_t initech = page.find("href=\"databases/initech/report.html\"");
  const std::size_t acme = page.find("href=\"databases/acme/report.html\"");
  ASSERT_NE(acme, std::string::npos);
  EXPECT_LT(globex, initech);
  EXPECT_LT(initech, acme);
  EXPECT_NE(page.find("<span class=\"verdict\">NO-GO</span>"), std::string::npos);
}

TEST_F(FleetReports, KeepTextsFromOutsideInTheirPlaces) {
  for (const std::string& text : HostileTexts()) {
    record_.results[1].evidence.reasons = {text};
    record_.fleet.plan = text;
    record_.fleet.file = text;
    const FleetReport report = Report();
    const std::string page = FleetPage(report);
    EXPECT_EQ(page.find("<script"), std::string::npos) << text;
    EXPECT_EQ(page.find("<img"), std::string::npos) << text;
    pugi::xml_document document;
    const std::string junit = FleetJunitXml(report);
    ASSERT_TRUE(document.load_buffer(junit.data(), junit.size())) << junit;
    const auto failure = document.select_node("//testcase[@name='globex']/failure").node();
    EXPECT_EQ(std::string(failure.attribute("type").value()), "NO-GO");
    for (const std::string& line : Split(FleetVerdictLines(report, {}), '\n')) {
      EXPECT_FALSE(line.starts_with("::") || line.starts_with("##")) << line;
    }
    const std::string summary = FleetMarkdown(report);
    EXPECT_EQ(std::count(summary.begin(), summary.end(), '\n'), 14) << summary;
    const std::string annotations = FleetAnnotations(report);
    EXPECT_EQ(std::count(annotations.begin(), annotations.end(), '\n'), 2) << annotations;
  }
}

TEST_F(FleetReports, SayThatNoVerdictStands) {
  FleetReport report = Report();
  report.doubts = {"the fleet's run broke off"};
  EXPECT_EQ(HeadlineOf(report), "NO VERDICT");
  EXPECT_EQ(DecisionOf(report), Decision::kUndecided);
  EXPECT_NE(FleetPage(report).find("No verdict: the fleet"), std::string::npos);
  EXPECT_NE(FleetJunitXml(report).find("type=\"NO VERDICT\""), std::string::npos);
}

// JUnit's readers would show green otherwise.
TEST_F(FleetReports, HaveARedTestWheneverTheFleetIsNotGo) {
  record_.results.resize(1);
  record_.fleet.databases.resize(1);
  record_.results.push_back(record_.results[0]);  // it ran twice
  EXPECT_NE(FleetJunitXml(Report()).find("failures=\"0\" errors=\"1\""), std::string::npos);
  record_.results.resize(1);
  EXPECT_NE(FleetJunitXml(Report()).find("failures=\"0\" errors=\"0\""), std::string::npos);
}

}  // namespace
}  // namespace gonogo
