// The report for test tools: a golden file, and every text reads back as it was.
#include "reporters/junit.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <span>

#include "core/json/json.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"
#include "tests/golden/golden.h"
#include "tests/golden/hostile.h"
#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

// Returns the only test with that outcome ("failure", "error", "skipped") of a check.
pugi::xml_node Outcome(const pugi::xml_document& document, const std::string& check,
                       const char* outcome) {
  for (const pugi::xml_node suite : document.child("testsuites").children("testsuite")) {
    if (std::string(suite.attribute("name").value()).ends_with("." + check)) {
      return suite.child("testcase").child(outcome);
    }
  }
  return {};
}

pugi::xml_document Read(const std::string& xml) {
  pugi::xml_document document;
  EXPECT_TRUE(
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata))
      << xml;
  return document;
}

// Returns the error of the test "the run as a whole", or "".
std::string WholeRun(const RunReport& report) {
  const pugi::xml_document document = Read(JunitXml(report));
  const pugi::xpath_node error =
      document.select_node("/testsuites/testsuite/testcase[@name='the run as a whole']/error");
  return error.node().attribute("message").value();
}

RunReport OneCase(const CaseResult& result) {
  RunHeader header = SampleHeader();
  header.declared = {{"approvals", "team_lead", Phase::kGate, Severity::kRequired}};
  return ReportOn({.run = header, .cases = {result}});
}

TEST(Junit, HasATestForEachCase) { ExpectGolden("junit.xml", JunitXml(SampleReport())); }

TEST(Junit, HasAnErrorForARunThatContradictsItself) {
  const RunReport report =
      ReportOn({.run = SampleHeader(), .cases = {}, .contradictions = {"a <changed> file"}});
  EXPECT_EQ(WholeRun(report), "a <changed> file");
}

// Tools count what is skipped as success.
TEST(Junit, IsNeverGreenUnlessTheVerdictIsGo) {
  const CaseResult waits{
      .check = "approvals", .subject = "team_lead", .outcome = {.not_run = "nobody has signed it"}};
  EXPECT_EQ(WholeRun(OneCase(waits)), "NOT RUN approvals.team_lead: nobody has signed it");
  CaseResult passes = waits;
  passes.outcome = {.examined = 1};
  EXPECT_EQ(WholeRun(OneCase(passes)), "");
  RunReport broken = OneCase(passes);
  broken.doubts = {"the run broke off"};
  EXPECT_EQ(WholeRun(broken), "the run broke off");
}

// GitLab ignores the second of two tests with one name.
TEST(Junit, HasNoTwoTestsWithOneName) {
  RunHeader header = SampleHeader();
  std::vector<CaseResult> results;
  for (const char* const subject : {"a\x01", "a[NON-XML-CHAR-0x01]"}) {
    header.declared.push_back({"columns", subject, Phase::kGate, Severity::kRequired});
    results.push_back({.check = "columns", .subject = subject, .outcome = {.examined = 1}});
  }
  const pugi::xml_document document = Read(JunitXml(ReportOn({.run = header, .cases = results})));
  EXPECT_EQ(document.select_nodes("//testcase[@name='a[NON-XML-CHAR-0x01]']").size(), 1U);
  EXPECT_EQ(document.select_nodes("//testcase[@name='a[NON-XML-CHAR-0x01] (2)']").size(), 1U);
}

// ci/check-junit reads it with programs that others wrote.
TEST(Junit, IsReadByOthers) {
  RunHeader header = SampleHeader();
  header.declared.clear();
  std::vector<CaseResult> results;
  Json expected = Json::array();
  for (const std::string& text : HostileTexts()) {
    if (header.declared.size() == 60) break;
    if (text.size() > 1000) continue;
    const std::string check = "check_" + std::to_string(header.declared.size());
    header.declared.push_back({check, text, Phase::kGate, Severity::kRequired});
    results.push_back({.check = check,
                       .subject = text,
                       .outcome = {.examined = 1, .findings = {{text, text, "another"}}}});
    expected.push_back({{"name", Printable(text)},
                        {"message", Printable(Describe(results.back().outcome.findings[0]))}});
  }
  ExpectGolden("junit_hostile.xml", JunitXml(ReportOn({.run = header, .cases = results})));
  ExpectGolden("junit_hostile.json", ToText(expected, 1) + "\n");
}

void ExpectReadBack(std::span<const std::string> texts) {
  for (const std::string& text : texts) {
    const std::string printable = Printable(text);
    const pugi::xml_document document = Read(JunitXml(ReportMadeOf(text)));
    const auto message = [&](const char* check, const char* outcome) {
      return std::string(Outcome(document, check, outcome).attribute("message").value());
    };
    ASSERT_EQ(message("finds", "failure"), Printable(Describe(Finding{text, text, text})));
    ASSERT_EQ(message("errs", "error"), printable);
    ASSERT_EQ(message("waits", "skipped"), printable);
    ASSERT_EQ(Outcome(document, "waits", "skipped").parent().attribute("name").value(), printable);
  }
}

TEST(Junit, ReadsBackAsItWasWritten) {
  const auto texts = HostileTexts();
  ExpectReadBack(std::span(texts).first(50));
}

TEST(SlowJunit, ReadsBackAsItWasWritten) {
  const auto texts = HostileTexts();
  ExpectReadBack(std::span(texts).subspan(50));
}

}  // namespace
}  // namespace gonogo
