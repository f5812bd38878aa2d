// A plain line is what gonogo would write of what JSON says it means: whatever byte of it changes.
#include "core/record/plain_lines.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/record/evidence_lines.h"
#include "tests/golden/sample_run.h"
#include "tests/support/chained_lines.h"

namespace gonogo::testing_support {
namespace {

RunHeader HeaderWithPlainCases() {
  RunHeader header = SampleHeader();
  std::erase_if(header.declared, [](const DeclaredCase& one) { return one.subject[0] != 'p'; });
  header.declared.resize(4);
  return header;
}

std::string MembersOf(const Json& line) { return ToText(line).substr(1); }

std::string MembersOf(const CaseResult& result) {
  return MembersOf(ToJson(result, SampleHeader()));
}

CaseResult MeasuredCase() {
  CaseResult result = SampleCases().front();
  result.outcome.examined = 120;
  result.outcome.notes.emplace_back("exact, of 10 rows");
  result.outcome.measured = {{"relation", "public.users"}, {"source_rows", 0}, {"rows", 107}};
  result.sees = "2026-01-02T03:04:05.000Z";
  return result;
}

// Calls `with` for each text that differs from this one by a byte.
template <typename With>
void ForEachChange(const std::string& text, const With& with) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    with(text.substr(0, i) + text.substr(i + 1));
    for (const char other : {'"', '\\', ',', ' ', '0', '-', 'p', '{', ']', '\x7F', '\xFF'}) {
      if (text[i] != other) with(text.substr(0, i) + other + text.substr(i + 1));
      with(text.substr(0, i) + other + text.substr(i));
    }
  }
}

// Returns the case of the line, if it is plain.
std::optional<CaseResult> PlainCase(const std::string& members) {
  std::vector<CaseResult> cases;
  if (AddPlainCase(members, cases)) return cases.at(0);
  EXPECT_TRUE(cases.empty());
  return std::nullopt;
}

TEST(PlainLines, AreThoseOfCasesThatPassed) {
  const std::vector<CaseResult> cases = SampleCases();
  for (const CaseResult& result : {cases.front(), MeasuredCase()}) {
    const std::string members = MembersOf(result);
    const std::optional<CaseResult> read = PlainCase(members);
    ASSERT_TRUE(read) << members;
    EXPECT_EQ(MembersOf(*read), members);
  }
  for (std::size_t i = 1; i < cases.size(); ++i) {
    EXPECT_FALSE(PlainCase(MembersOf(cases[i]))) << MembersOf(cases[i]);
  }
}

TEST(PlainLines, HaveNoFigureTwice) {
  std::string members = MembersOf(MeasuredCase());
  const std::size_t at = members.find("\"source_rows\"");
  members.replace(at, 13, "\"relation\"");
  EXPECT_FALSE(PlainCase(members)) << members;
}

TEST(PlainLines, MeanWhatJsonSaysWhicheverByteChanges) {
  int plain = 0;
  ForEachChange(MembersOf(MeasuredCase()), [&](const std::string& changed) {
    const std::optional<CaseResult> read = PlainCase(changed);
    if (!read) return;
    ++plain;
    const std::optional<CaseResult> as_json = CaseIn("{" + changed);
    ASSERT_TRUE(as_json) << changed;
    EXPECT_EQ(MembersOf(*as_json), changed);
    EXPECT_EQ(MembersOf(*read), changed);
  });
  EXPECT_GT(plain, 500);  // other texts and numbers
}

TEST(PlainLines, OfAHeaderListPlainCases) {
  const RunHeader header = HeaderWithPlainCases();
  const std::string members = MembersOf(ToJson(header));
  const std::optional<PlainHeader> plain = PlainHeaderOf(members);
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->rest, MembersOf(WithoutCases(header)));
  RunHeader read = header;
  read.declared = plain->declared;
  EXPECT_EQ(MembersOf(ToJson(read)), members);
  EXPECT_FALSE(PlainHeaderOf(MembersOf(ToJson(SampleHeader()))));
}

// Otherwise another list than the member's might count.
TEST(PlainLines, OfAHeaderHaveOneList) {
  std::string members = MembersOf(ToJson(HeaderWithPlainCases()));
  members.insert(members.size() - 1, R"(,"more":{"declared":[]})");
  EXPECT_FALSE(PlainHeaderOf(members));
}

// A line that isn't plain is read as JSON, and isn't known to be gonogo's.
TEST(PlainLines, AreKnownToBeOwn) {
  const std::string header = ToText(ToJson(HeaderWithPlainCases())) + "\n";
  std::string lines = header;
  for (const CaseResult& result : SampleCases()) {
    lines += ToText(ToJson(result, SampleHeader())) + "\n";
  }
  const std::vector<bool> known = {true, true, false, false, false, false, false, false};
  EXPECT_EQ(ParseEvidence(Chained(lines), "evidence.jsonl").own_lines, known);

  std::string more = header;
  more.insert(more.size() - 2, R"(,"more":1)");
  EXPECT_EQ(ParseEvidence(Chained(more), "evidence.jsonl").own_lines, std::vector<bool>{false});
}

TEST(PlainLines, OfAHeaderMeanWhatJsonSaysWhicheverByteChanges) {
  const std::string members = MembersOf(ToJson(HeaderWithPlainCases()));
  const std::size_t begin = members.find("\"declared\"");
  const std::size_t end = members.find("\"waivers\"");
  int plain = 0;
  ForEachChange(members.substr(begin, end - begin), [&](const std::string& changed) {
    const std::string line = members.substr(0, begin) + changed + members.substr(end);
    Evidence read;
    try {
      read = ParseEvidence(Chained("{" + line + "\n"), "evidence.jsonl");
    } catch (const PlanError&) {
      return;
    }
    if (!read.own_lines.at(0)) return;
    ++plain;
    EXPECT_EQ(MembersOf(ToJson(read.run)), line);
  });
  EXPECT_GT(plain, 500);
}

}  // namespace
}  // namespace gonogo::testing_support
