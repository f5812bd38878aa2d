#include "core/record/declared_results.h"

#include <gtest/gtest.h>

#include "core/record/verdict.h"

namespace gonogo {
namespace {

DeclaredCase Declared(const std::string& check, const std::string& subject) {
  return {.check = check, .subject = subject};
}

CaseResult Passed(const std::string& check, const std::string& subject) {
  return {.check = check, .subject = subject, .outcome = {.examined = 1}};
}

Evidence EvidenceOf(std::vector<DeclaredCase> declared, std::vector<CaseResult> cases) {
  Evidence evidence;
  evidence.run.declared = std::move(declared);
  evidence.cases = std::move(cases);
  return evidence;
}

// Returns the subjects of the results of each declared case.
std::vector<std::vector<std::string>> Found(const Evidence& evidence) {
  const DeclaredResults results(evidence);
  std::vector<std::vector<std::string>> found;
  for (std::size_t i = 0; i < evidence.run.declared.size(); ++i) {
    std::vector<std::string>& subjects = found.emplace_back();
    for (const CaseResult* one : results.Of(i)) subjects.push_back(one->name());
  }
  return found;
}

using Names = std::vector<std::vector<std::string>>;

TEST(DeclaredResults, AreFoundInEveryOrder) {
  const std::vector<DeclaredCase> declared = {Declared("row_count", "a"),
                                              Declared("row_count", "b")};
  const Names both = {{"row_count.a"}, {"row_count.b"}};
  EXPECT_EQ(Found(EvidenceOf(declared, {Passed("row_count", "a"), Passed("row_count", "b")})),
            both);
  EXPECT_EQ(Found(EvidenceOf(declared, {Passed("row_count", "b"), Passed("row_count", "a")})),
            both);
}

TEST(DeclaredResults, AreNoneOrSeveralOfACase) {
  const Evidence evidence =
      EvidenceOf({Declared("row_count", "a"), Declared("row_count", "b")},
                 {Passed("row_count", "b"), Passed("owners", "a"), Passed("row_count", "b")});
  EXPECT_EQ(Found(evidence), (Names{{}, {"row_count.b", "row_count.b"}}));
  EXPECT_EQ(DeclaredResults(evidence).undeclared(), std::set<std::string>{"owners.a"});
}

// A name is what people and waivers know: the check "a" of "b.c" can't be told from "a.b" of "c".
TEST(DeclaredResults, AreNoGoIfTwoCasesHaveOneName) {
  for (const auto& second : {Declared("a", "b.c"), Declared("a.b", "c")}) {
    const std::vector<DeclaredCase> declared = {Declared("a", "b.c"), Declared("d", "e"), second};
    EXPECT_EQ(DeclaredAgain(declared), std::set<std::size_t>{2});
    const Evidence evidence = EvidenceOf(
        declared, {Passed("a", "b.c"), Passed("d", "e"), Passed(second.check, second.subject)});
    EXPECT_EQ(Judge(evidence).decision, Decision::kNoGo);
    EXPECT_EQ(Judge(evidence).reasons, std::vector<std::string>{"a.b.c is declared twice"});
  }
}

}  // namespace
}  // namespace gonogo
