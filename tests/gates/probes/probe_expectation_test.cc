// Tests which errors of a server count as a refusal by the probed rule.
#include "gates/probes/probe_expectation.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

const ServerError kCheck = {
    .sqlstate = "23514", .constraint = "c", .message = "violates\nit", .kept = "violates\nit"};

// Returns the error of RequireConclusive, or "".
std::string ErrorOf(const ProbeExpectation& expectation, const std::string& sqlstate) {
  try {
    RequireConclusive("target", expectation,
                      {.sqlstate = sqlstate, .message = "words\nmore", .kept = "words\nmore"});
  } catch (const DatabaseError& error) {
    EXPECT_EQ(error.sqlstate(), sqlstate);
    return error.what();
  }
  return "";
}

TEST(ProbeExpectation, IsMetIfAllItsPartsMatch) {
  EXPECT_TRUE(IsMet({.sqlstate = "23514"}, kCheck));
  EXPECT_TRUE(IsMet({.constraint = "c"}, kCheck));
  EXPECT_TRUE(IsMet({.message = "it"}, kCheck));
  EXPECT_TRUE(IsMet({.sqlstate = "23514", .constraint = "c", .message = "violates"}, kCheck));
  EXPECT_FALSE(IsMet({.sqlstate = "23505", .constraint = "c"}, kCheck));
  EXPECT_FALSE(IsMet({.sqlstate = "23514", .constraint = "d"}, kCheck));
  EXPECT_FALSE(IsMet({.sqlstate = "23514", .message = "Violates"}, kCheck));
}

TEST(ProbeExpectation, DistinguishesSuccessFromRefusal) {
  EXPECT_TRUE(IsMet({.succeeds = true}, std::nullopt));
  EXPECT_FALSE(IsMet({.succeeds = true}, kCheck));
  EXPECT_FALSE(IsMet({.sqlstate = "23514"}, std::nullopt));
}

TEST(ProbeExpectation, IsDescribedLikeTheServersError) {
  EXPECT_EQ(Describe(ProbeExpectation{.succeeds = true}), "succeeds");
  EXPECT_EQ(Describe(ProbeExpectation{.sqlstate = "23514", .constraint = "c", .message = "m"}),
            "fails with 23514, c, \"m\"");
  EXPECT_EQ(Describe(kCheck), "23514, c: violates");
  EXPECT_EQ(Describe(ServerError{.sqlstate = "P0001", .message = "value", .kept = "no"}),
            "P0001: no");
}

TEST(ProbeExpectation, ThrowsForErrorsThatArentAboutTheRule) {
  for (const char* state :
       {"08P01", "40001", "40P01", "53100", "53300", "55P03", "57014", "57P01", "58030", "XX000"}) {
    EXPECT_NE(ErrorOf({.succeeds = true}, state), "") << state;
    EXPECT_NE(ErrorOf({.message = "words"}, state), "") << state;
    EXPECT_NE(ErrorOf({.sqlstate = state}, state), "") << state;
  }
  for (const char* state : {"25006", "2D000", "3F000", "42501", "42601", "42703", "42P01"}) {
    EXPECT_NE(ErrorOf({.succeeds = true}, state), "") << state;
    EXPECT_NE(ErrorOf({.message = "words"}, state), "") << state;
    EXPECT_NE(ErrorOf({.sqlstate = "23514"}, state), "") << state;
    EXPECT_EQ(ErrorOf({.sqlstate = state}, state), "") << state;
  }
  for (const char* state : {"22P02", "23502", "23514", "P0001", "0A000", "55000"}) {
    EXPECT_EQ(ErrorOf({.succeeds = true}, state), "") << state;
    EXPECT_EQ(ErrorOf({.constraint = "c"}, state), "") << state;
  }
}

TEST(ProbeExpectation, SaysHowToCorrectTheProbe) {
  EXPECT_EQ(ErrorOf({.message = "words"}, "42P01"),
            "target: the answer proves nothing: 42P01: words; correct the probe, or expect that "
            "\"sqlstate\"");
  EXPECT_EQ(ErrorOf({.message = "words"}, "42501"),
            "target: the answer proves nothing: 42501: words; grant the privilege, or expect that "
            "\"sqlstate\"");
}

}  // namespace
}  // namespace gonogo
