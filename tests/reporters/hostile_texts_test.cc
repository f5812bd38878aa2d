// 500 texts that would break what pastes them: on the console, and in JSON. Other formats have such
// a test of their own.
#include <gtest/gtest.h>

#include "core/json/json.h"
#include "core/record/evidence.h"
#include "core/text/text.h"
#include "reporters/console.h"
#include "reporters/model/shown_text.h"
#include "reporters/verdict_json.h"
#include "tests/golden/hostile.h"
#include "tests/support/chained_lines.h"

namespace gonogo {
namespace {

std::string ConsoleText(const RunReport& report) {
  const Console console({});
  std::string text = console.Header(report.evidence.run);
  for (const CaseResult& one : report.evidence.cases) {
    text += console.CaseLines(one, report.evidence.run);
  }
  return text + console.VerdictLines(report);
}

// Returns what a terminal or the log of a job would take for a command in the line, or "".
std::string CommandIn(const std::string& line) {
  for (const char c : line) {
    const auto code = static_cast<unsigned char>(c);
    if ((code < 0x20 && c != '\t') || code == 0x7F) return "a control character";
  }
  const std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string::npos) return "";
  if (line.compare(start, 2, "::") == 0 && line.find("::", start + 2) != std::string::npos) {
    return "::";
  }
  for (const char* const command : {"##[", "##vso[", "##teamcity[", "\xE2\x80\xAE"}) {
    if (line.find(command) != std::string::npos) return command;
  }
  return "";
}

TEST(HostileTexts, AreNoCommandsOnTheConsole) {
  for (const std::string& text : HostileTexts()) {
    for (const std::string& line : Split(ConsoleText(ReportMadeOf(text)), '\n')) {
      ASSERT_EQ(CommandIn(line), "") << line;
    }
  }
}

// Returns the text itself, unless it isn't UTF-8.
std::string AsInJson(const std::string& text) {
  const bool is_utf8 = Printable(text).find("[NON-UTF-8-BYTE") == std::string::npos;
  return is_utf8 ? text : Json::parse(ToText(Json(text))).get<std::string>();
}

// The evidence keeps every character that JSON can have; a byte that isn't UTF-8 becomes U+FFFD.
TEST(HostileTexts, ReadBackFromTheEvidence) {
  for (const std::string& text : HostileTexts()) {
    const Evidence& written = ReportMadeOf(text).evidence;
    std::string lines = ToText(ToJson(written.run)) + "\n";
    for (const CaseResult& one : written.cases) lines += ToText(ToJson(one, written.run)) + "\n";
    lines += ToText(ContradictionJson(text)) + "\n";
    const Evidence read = ParseEvidence(testing_support::Chained(lines), "evidence.jsonl");
    const std::string kept = AsInJson(text);
    ASSERT_EQ(read.run.plan, kept);
    ASSERT_EQ(read.cases.size(), written.cases.size());
    for (std::size_t i = 0; i < read.cases.size(); ++i) {
      ASSERT_EQ(read.cases[i].subject, kept);
      ASSERT_EQ(StatusOf(read.cases[i], read.run), StatusOf(written.cases[i], written.run));
    }
    ASSERT_EQ(read.cases[0].outcome.findings.at(0).have, kept);
    ASSERT_EQ(read.cases[1].error->message, kept);
    ASSERT_EQ(read.cases[2].outcome.not_run, kept);
    ASSERT_EQ(read.run.waivers.at(0).reason, kept);
    ASSERT_EQ(read.contradictions, std::vector{kept});
  }
}

TEST(HostileTexts, ReadBackFromTheVerdict) {
  for (const std::string& text : HostileTexts()) {
    const RunReport report = ReportMadeOf(text);
    const Json read = Json::parse(ToText(VerdictJson(report.evidence, report.verdict, 1, text), 2));
    ASSERT_EQ(read.at("plan"), AsInJson(text));
    ASSERT_EQ(read.at("finished"), read.at("plan"));
    ASSERT_EQ(read.at("verdict"), "NO-GO");
    ASSERT_EQ(read.at("reasons").size(), report.verdict.reasons.size());
  }
}

}  // namespace
}  // namespace gonogo
