// Tests the comparison of baselines before and after a restore.
#include "stages/backup/restored_answers.h"

#include <gtest/gtest.h>

#include "core/json/json.h"

namespace gonogo {
namespace {

Baseline WithPredicate(const std::string& predicate, const std::string& comment) {
  Baseline baseline;
  const std::string count = "SELECT count(*) FROM app.t WHERE " + predicate;
  const Json properties = {{"definition", {{"index", "btree (a) WHERE " + predicate}}},
                           {"comment", comment}};
  baseline.answers[{"indexes", {}}] = {{"object", "properties"}, {{"index i", ToText(properties)}}};
  baseline.answers[{"unique_keys", {}}] = {{"object", "count_statement"}, {{"index i", count}}};
  baseline.answers[{count, {}}] = {{"count"}, {{"0"}}};
  return baseline;
}

Baseline Before() {
  return WithPredicate("(((a >= 1) AND (a <= 9)) AND (b > 0))", "(a AND (b AND c))");
}

Baseline After(const std::string& bound, const std::string& comment) {
  return WithPredicate("((a >= 1) AND (a <= " + bound + ") AND (b > 0))", comment);
}

using Statements = std::vector<std::string>;

TEST(AnswersThatDiffer, IgnoresWhatARestorePrintsDifferently) {
  EXPECT_EQ(AnswersThatDiffer(Before(), After("9", "(a AND (b AND c))")), Statements());
}

TEST(AnswersThatDiffer, ListsAnswersThatMeanSomethingElse) {
  EXPECT_EQ(AnswersThatDiffer(Before(), After("9", "(a AND b AND c)")), Statements{"indexes"});
  EXPECT_EQ(AnswersThatDiffer(Before(), After("8", "(a AND (b AND c))")).size(), 4);
}

}  // namespace
}  // namespace gonogo
