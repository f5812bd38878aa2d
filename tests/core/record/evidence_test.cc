// Evidence is read back as it was written. A line that can't be read is an error with its number.
#include "core/record/evidence.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/text/text.h"
#include "tests/support/chained_lines.h"

namespace gonogo {
namespace {

using testing_support::Chained;

constexpr const char* kHeaderLine =
    R"({"type":"run","format":2,"run":"r1","tool":"gonogo 0.1.0","plan":"credity","plan_digest":"ab12",)"
    R"("rehearsal":true,"strict":true,"phases":["gate"],"checks":["rows"],)"
    R"("started":"2026-01-02T03:04:05Z","who":"op","host":"h","servers":[{"side":"source","address":"u@h:5432/d",)"
    R"("version":"15.18","system_identifier":"7","database_oid":"5","in_recovery":true,"throw_away":true,)"
    R"("snapshot":"3:3:","wal_lsn":"0/1","snapshot_time":"2026-01-02T03:04:06Z"},)"
    R"({"side":"target","error":"connection refused"}],"declared":[{"check":"rows",)"
    R"("subject":"public.users","phase":"dual-write","severity":"advisory"}],)"
    R"("waivers":[{"check":"keys","subject":"public.*","reason":"rebuilt","owner":"the team",)"
    R"("until":"2026-12-31","finding":"*"},{"check":"rows","subject":"a","reason":"known","owner":"the team",)"
    R"("until":"2026-12-31","finding":"*","at":"2026-01-01T00:00:00.000Z","plan":"credity","plan_digest":"ab12"}],)"
    R"("about":{"keys":{"gate":"unique_keys"},"rows":{"gate":"row_count","owner":"storage"}},)"
    R"("window":{"from":"2026-01-02T02:00:00.000Z","until":"2026-01-02T06:00:00.000Z"},"pipeline":"https://ci/run/1"})";

constexpr const char* kCaseLine =
    R"({"type":"case","check":"rows","subject":"public.users","severity":"advisory",)"
    R"("status":"FAIL","examined":2,"findings":[{"subject":"a\nb","have":"1","want":"2",)"
    R"("severity":"required"},{"subject":"c","have":"3","want":"4","severity":"advisory"}],)"
    R"("notes":["exact"],"started":"2026-01-02T03:04:07Z","duration_ms":12})";

constexpr const char* kWaitingLine =
    R"({"type":"case","check":"approvals","subject":"dba","severity":"required",)"
    R"("status":"NOT RUN","examined":0,"findings":[],"notes":[],)"
    R"("started":"2026-01-02T03:04:08Z","duration_ms":0,"not_run":"nobody has signed it"})";

constexpr const char* kErrorLine =
    R"({"type":"case","check":"rows","subject":"public.keys","severity":"required",)"
    R"("status":"ERROR","examined":0,"findings":[],"notes":[],"started":"2026-01-02T03:04:08Z",)"
    R"("duration_ms":0,"error":{"message":"permission denied","sqlstate":"42501"}})";

RunHeader Header() {
  return {.run = "r1",
          .tool = "gonogo 0.1.0",
          .plan = "credity",
          .plan_digest = "ab12",
          .strict = true,
          .phases = {"gate"},
          .checks = {"rows"},
          .started = "2026-01-02T03:04:05Z",
          .who = "op",
          .host = "h",
          .pipeline = "https://ci/run/1",
          .servers = {{.side = "source",
                       .error = "",
                       .address = "u@h:5432/d",
                       .version = "15.18",
                       .system_identifier = "7",
                       .database_oid = "5",
                       .snapshot = "3:3:",
                       .wal_lsn = "0/1",
                       .snapshot_time = "2026-01-02T03:04:06Z",
                       .in_recovery = true,
                       .throw_away = true},
                      {.side = "target", .error = "connection refused"}},
          .declared = {{"rows", "public.users", Phase::kDualWrite, Severity::kAdvisory}},
          .waivers = {{"keys", "public.*", "rebuilt", "the team", "2026-12-31", "*"},
                      {"rows",
                       "a",
                       "known",
                       "the team",
                       "2026-12-31",
                       "*",
                       "",
                       {},
                       "2026-01-01T00:00:00.000Z",
                       "credity",
                       "ab12"}},
          .about = {{"keys", {"unique_keys", ""}}, {"rows", {"row_count", "storage"}}},
          .window = Window{"2026-01-02T02:00:00.000Z", "2026-01-02T06:00:00.000Z"}};
}

CaseResult Case() {
  return {.check = "rows",
          .subject = "public.users",
          .severity = Severity::kAdvisory,
          .outcome = {.examined = 2,
                      .findings = {{"a\nb", "1", "2"}, {"c", "3", "4", Severity::kAdvisory}},
                      .notes = {"exact"}},
          .error = {},
          .started = "2026-01-02T03:04:07Z",
          .duration = std::chrono::milliseconds(12)};
}

// Parses a file with these lines.
Evidence Parsed(const std::vector<std::string>& lines) {
  return ParseEvidence(Chained(Join(lines, "\n") + "\n"), "evidence.jsonl");
}

std::string ErrorMessage(const std::string& text) {
  try {
    ParseEvidence(Chained(text), "evidence.jsonl");
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

std::string Replaced(std::string line, const std::string& old, const std::string& by) {
  return line.replace(line.find(old), old.size(), by);
}

TEST(Evidence, WritesAHeaderAsOneLine) { EXPECT_EQ(ToJson(Header()).dump(), kHeaderLine); }

TEST(Evidence, WritesACaseAsOneLine) { EXPECT_EQ(ToJson(Case(), RunHeader()).dump(), kCaseLine); }

TEST(Evidence, WritesTheStatusOfAStrictRun) {
  CaseResult result = Case();
  result.outcome.findings.erase(result.outcome.findings.begin());
  EXPECT_EQ(ToJson(result, RunHeader()).at("status"), "PASS");
  EXPECT_EQ(ToJson(result, {.strict = true}).at("status"), "FAIL");
}

TEST(Evidence, ReadsBackTheHeader) {
  const RunHeader read = Parsed({kHeaderLine}).run;
  EXPECT_EQ(ToJson(read).dump(), kHeaderLine);
  EXPECT_EQ(read.servers.at(1).error, "connection refused");
  EXPECT_EQ(read.declared.at(0).phase, Phase::kDualWrite);
  EXPECT_EQ(read.declared.at(0).severity, Severity::kAdvisory);
  EXPECT_EQ(read.waivers, Header().waivers);
}

TEST(Evidence, WritesWhoWaivedACase) {
  RunHeader header = Header();
  header.waivers[0] = {"rows", "public.*", "rebuilt", "the team", "2026-12-31", "*"};
  const Json line = ToJson(Case(), header);
  EXPECT_EQ(line.at("status"), "WAIVED");
  EXPECT_EQ(line.at("waiver").at("reason"), "rebuilt");
  EXPECT_FALSE(line.contains("not_run"));
}

TEST(Evidence, ReadsHeadersOfEarlierVersionsWithoutWaivers) {
  const std::string line = kHeaderLine;
  const std::string older = line.substr(0, line.find(R"(,"waivers")")) + "}";
  EXPECT_TRUE(Parsed({older}).run.waivers.empty());
}

// An incomplete waiver would still accept something.
TEST(Evidence, RejectsAnIncompleteWaiver) {
  for (const char* part : {R"("owner":"the team",)", R"("reason":"rebuilt",)"}) {
    EXPECT_NE(ErrorMessage(Replaced(kHeaderLine, part, "")), "accepted") << part;
  }
  EXPECT_NE(ErrorMessage(Replaced(kHeaderLine, "2026-12-31", "2026-12-32")), "accepted");
}

TEST(Evidence, ReadsBackTheCases) {
  const auto cases = Parsed({kHeaderLine, kCaseLine, kErrorLine, kWaitingLine}).cases;
  ASSERT_EQ(cases.size(), 3);
  EXPECT_EQ(ToJson(cases[0], RunHeader()).dump(), kCaseLine);
  EXPECT_EQ(ToJson(cases[1], RunHeader()).dump(), kErrorLine);
  EXPECT_EQ(ToJson(cases[2], RunHeader()).dump(), kWaitingLine);
  EXPECT_EQ(cases[2].outcome.not_run, "nobody has signed it");
  EXPECT_EQ(cases[0].outcome.findings, Case().outcome.findings);
  EXPECT_EQ(cases[0].duration, std::chrono::milliseconds(12));
  ASSERT_TRUE(cases[1].error);
  EXPECT_EQ(cases[1].error->sqlstate, "42501");
}

TEST(Evidence, RejectsALastLineThatWasCutOff) {
  const std::string cut = std::string(kHeaderLine) + "\n" + std::string(kCaseLine).substr(0, 20);
  EXPECT_EQ(
      ErrorMessage(cut),
      "evidence.jsonl:2: invalid evidence line: not JSON at line 1, column 21: invalid string: "
      "missing closing quote");
}

TEST(Evidence, RejectsTwoHeaders) {
  EXPECT_EQ(ErrorMessage(std::string(kHeaderLine) + "\n" + kHeaderLine + "\n"),
            "evidence.jsonl:2: invalid evidence line: a second header: the file has two runs");
}

TEST(Evidence, RejectsLinesThatAreNoChain) {
  const std::string text = Chained(std::string(kHeaderLine) + "\n" + kCaseLine + "\n");
  EXPECT_THROW(ParseEvidence(std::string(kHeaderLine) + "\n", "e"), PlanError);
  EXPECT_THROW(ParseEvidence(Replaced(text, "\n", "\n\n"), "e"), PlanError);
  EXPECT_THROW(ParseEvidence(text.substr(0, text.size() - 1), "e"), PlanError);
  EXPECT_EQ(ParseEvidence(text, "e").chain, testing_support::EndOf(text));
}

TEST(Evidence, RejectsAFileWithoutHeader) {
  EXPECT_EQ(ErrorMessage(std::string(kCaseLine) + "\n"),
            "evidence.jsonl:1: invalid evidence line: a case comes before the header");
  EXPECT_EQ(ErrorMessage(""), "evidence.jsonl: the header line is missing");
}

TEST(Evidence, RejectsALineWithAMissingMember) {
  const std::string line = Replaced(kCaseLine, R"("examined":2,)", "");
  EXPECT_EQ(ErrorMessage(std::string(kHeaderLine) + "\n" + line + "\n"),
            "evidence.jsonl:2: invalid evidence line: the key \"examined\" is missing");
}

TEST(Evidence, RejectsAnUnknownPhase) {
  const std::string line = Replaced(kHeaderLine, "dual-write", "dual-wield");
  EXPECT_NE(ErrorMessage(line), "accepted");
}

// If a misspelt severity were advisory, the case would not decide.
TEST(Evidence, RejectsAnUnknownSeverity) {
  const std::string line = Replaced(kHeaderLine, R"("advisory")", R"("requierd")");
  EXPECT_NE(ErrorMessage(line), "accepted");
}

TEST(Evidence, RejectsAnUnknownTypeOfLine) {
  const std::string line = Replaced(kCaseLine, R"("case")", R"("footer")");
  EXPECT_NE(ErrorMessage(std::string(kHeaderLine) + "\n" + line), "accepted");
}

// Whoever empties the findings of a line has to change its status too, and the verdict.
TEST(Evidence, RejectsAStatusThatDoesNotFollowFromTheLine) {
  const std::string findings = kCaseLine;
  const std::size_t from = findings.find("[{");
  const std::string emptied =
      std::string(findings).replace(from, findings.find("}],") + 2 - from, "[]");
  EXPECT_EQ(ErrorMessage(std::string(kHeaderLine) + "\n" + emptied + "\n"),
            "evidence.jsonl:2: invalid evidence line: \"status\" of rows.public.users is "
            "\"FAIL\", but the rest of the line makes it PASS");
  for (const char* status : {"PASS", "ERROR", "NOT RUN", "WAIVED", "fail", ""}) {
    const std::string line = Replaced(kCaseLine, "FAIL", status);
    EXPECT_NE(ErrorMessage(std::string(kHeaderLine) + "\n" + line + "\n"), "accepted") << status;
  }
  const std::string without = Replaced(kCaseLine, R"("status":"FAIL",)", "");
  EXPECT_NE(ErrorMessage(std::string(kHeaderLine) + "\n" + without + "\n"), "accepted");
}

TEST(Evidence, RejectsAKeyThatIsGivenTwice) {
  for (const auto& [line, key] :
       std::vector<std::pair<std::string, std::string>>{{kHeaderLine, R"("plan_digest":"other",)"},
                                                        {kHeaderLine, R"("\u0070lan":"other",)"},
                                                        {kCaseLine, R"("status":"PASS",)"}}) {
    const std::string twice = Replaced(line, R"("type")", key + R"("type")");
    EXPECT_NE(ErrorMessage(std::string(kHeaderLine) + "\n" + twice + "\n").find("is given twice"),
              std::string::npos)
        << twice;
  }
  const std::string in_a_finding = Replaced(kCaseLine, R"("have":"1")", R"("have":"2","have":"1")");
  EXPECT_NE(ErrorMessage(std::string(kHeaderLine) + "\n" + in_a_finding + "\n"), "accepted");
}

TEST(Evidence, RejectsACaseBeforeTheHeader) {
  EXPECT_EQ(ErrorMessage(std::string(kCaseLine) + "\n" + kHeaderLine + "\n"),
            "evidence.jsonl:1: invalid evidence line: a case comes before the header");
}

TEST(Evidence, RejectsAProductionRunOfThrowAwayServers) {
  EXPECT_EQ(ErrorMessage(Replaced(kHeaderLine, R"("rehearsal":true)", R"("rehearsal":false)")),
            "evidence.jsonl:1: invalid evidence line: \"rehearsal\" doesn't fit the servers");
}

TEST(Evidence, KeepsTheClocksAndTheFilesOfThePlan) {
  RunHeader header = Header();
  header.servers[0].clock = "2026-01-02T03:06:07.000Z";
  header.servers[0].clock_ahead = std::chrono::milliseconds(-61'000);
  header.files = {{"queries/one.sql", "12"}};
  const RunHeader read = Parsed({ToJson(header).dump()}).run;
  EXPECT_EQ(read.servers[0].clock, "2026-01-02T03:06:07.000Z");
  EXPECT_EQ(read.servers[0].clock_ahead, std::chrono::milliseconds(-61'000));
  EXPECT_EQ(read.files, header.files);
}

// nlohmann would turn 1.9 into 1, which would count as an examined object.
TEST(Evidence, RejectsANumberOfObjectsThatIsNotAnInteger) {
  const std::string line = Replaced(kCaseLine, R"("examined":2)", R"("examined":1.9)");
  EXPECT_NE(ErrorMessage(std::string(kHeaderLine) + "\n" + line), "accepted");
}

}  // namespace
}  // namespace gonogo
