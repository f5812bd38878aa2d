// Tests which statements count as the same.
#include "gates/parser/statement_fingerprint.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

bool AreSame(const std::string& one, const std::string& other) {
  return StatementFingerprint(one) == StatementFingerprint(other);
}

TEST(StatementFingerprint, LeavesOutHowAStatementIsWritten) {
  EXPECT_TRUE(AreSame("SELECT a FROM t WHERE b = $1", "select a\n from t -- why\n where b=$2"));
  EXPECT_TRUE(AreSame("SELECT a FROM t WHERE b = 5", "SELECT a FROM t WHERE b = $1"));
  EXPECT_TRUE(
      AreSame("SELECT a FROM t WHERE b IN ($1, $2)", "SELECT a FROM t WHERE b IN ($1 /*, ... */)"));
  EXPECT_TRUE(AreSame("INSERT INTO t VALUES ($1), ($2)", "INSERT INTO t VALUES ($1)"));
}

TEST(StatementFingerprint, KeepsWhatAStatementDoes) {
  EXPECT_FALSE(AreSame("SELECT a FROM t WHERE b = $1", "SELECT a FROM t WHERE c = $1"));
  EXPECT_FALSE(AreSame("SELECT a FROM t WHERE b = $1", "SELECT a FROM u WHERE b = $1"));
  EXPECT_FALSE(AreSame("SELECT a FROM t WHERE b = $1", "SELECT a FROM t WHERE b = $1 LIMIT $2"));
  EXPECT_FALSE(AreSame("UPDATE t SET a = $1", "UPDATE t SET b = $1"));
}

TEST(StatementFingerprint, ReadsWhatNormalisationLeaves) {
  EXPECT_TRUE(AreSame("SELECT now() - INTERVAL $1 FROM t", "SELECT now() - INTERVAL  $2 FROM t"));
  EXPECT_FALSE(AreSame("SELECT now() - INTERVAL $1 FROM t", "SELECT now() - INTERVAL $1 FROM u"));
}

TEST(StatementFingerprint, ComparesOtherStatementsAsText) {
  EXPECT_TRUE(AreSame("SELEKT  a", "SELEKT\na"));
  EXPECT_FALSE(AreSame("SELEKT a", "SELEKT b"));
}

}  // namespace
}  // namespace gonogo
