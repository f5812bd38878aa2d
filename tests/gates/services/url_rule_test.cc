// What a rule demands of a database URL, part by part, and that no finding shows the URL. No
// database is asked.
#include "gates/services/url_rule.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

// The rule as a plan writes it, read by the parameters that it has.
Arguments Rule(const std::string& text) {
  return Arguments(ReadObject(ParseLocated(text, "plan.json"), "", UrlRuleParameters(), {}, {}));
}

std::string RefusalOfRule(const std::string& text) {
  try {
    Rule(text);
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

// A line a finding: "TGT: have port 5432, want port 6543".
std::string Faults(const std::string& url, const std::string& rule) {
  std::string lines;
  for (const Finding& finding : UrlFindings("TGT", url, Rule(rule))) {
    lines += finding.subject + ": have " + finding.have + ", want " + finding.want + "\n";
  }
  return lines;
}

constexpr const char* kMalformed =
    "TGT: have malformed, want a connection string with host and database\n";

void ExpectNoPasswordShown(const std::string& url, const std::string& rule) {
  const std::string faults = Faults(url, rule);
  EXPECT_EQ(faults.find("s3c"), std::string::npos) << url << " is shown as " << faults;
  EXPECT_EQ(faults.find("ret5"), std::string::npos) << url << " is shown as " << faults;
}

TEST(UrlRule, IsKeptByAnyUrlWhereItDemandsNothing) {
  EXPECT_EQ(Faults("postgresql://h/d", "{}"), "");
}

TEST(UrlRule, DemandsAPort) {
  EXPECT_EQ(Faults("postgresql://h:6543/d", R"({"port": 6543})"), "");
  EXPECT_EQ(Faults("postgresql://h:5432/d", R"({"port": 6543})"),
            "TGT: have port 5432, want port 6543\n");
}

TEST(UrlRule, TakesTheUsualPortWhereNoneIsGiven) {
  EXPECT_EQ(Faults("postgresql://h/d", R"({"port": 5432})"), "");
  EXPECT_EQ(Faults("postgresql://h/d", R"({"port": 6543})"),
            "TGT: have port 5432, want port 6543\n");
}

TEST(UrlRule, DemandsAnSslModeOrAStricterOne) {
  const std::string rule = R"({"sslmode": "require"})";
  for (const std::string mode : {"require", "verify-ca", "verify-full"}) {
    EXPECT_EQ(Faults("postgresql://h/d?sslmode=" + mode, rule), "") << mode;
  }
  for (const std::string mode : {"disable", "allow", "prefer"}) {
    EXPECT_EQ(Faults("postgresql://h/d?sslmode=" + mode, rule),
              "TGT: have sslmode=" + mode + ", want sslmode=require or stricter\n");
  }
}

TEST(UrlRule, CountsAMissingOrUnknownSslModeAsTheLoosest) {
  const std::string rule = R"({"sslmode": "allow"})";
  EXPECT_EQ(Faults("postgresql://h/d", rule),
            "TGT: have no sslmode, want sslmode=allow or stricter\n");
  EXPECT_EQ(Faults("postgresql://h/d?sslmode=no-verify", rule),
            "TGT: have sslmode=no-verify, want sslmode=allow or stricter\n");
}

TEST(UrlRule, DemandsParametersOfLibpqAndOfOrms) {
  const std::string rule = R"({"parameters": {"pgbouncer": "true", "application_name": "app"}})";
  EXPECT_EQ(Faults("postgresql://h/d?pgbouncer=true&application_name=app", rule), "");
  EXPECT_EQ(Faults("postgresql://h/d?pgbouncer=false", rule),
            "TGT: have another pgbouncer, want pgbouncer=true\n"
            "TGT: have no application_name, want application_name=app\n");
}

TEST(UrlRule, ForbidsParametersWhateverTheirValue) {
  const std::string rule = R"({"forbidden": ["pgbouncer", "options"]})";
  EXPECT_EQ(Faults("postgresql://h/d?sslmode=require", rule), "");
  EXPECT_EQ(Faults("postgresql://h/d?pgbouncer=false&options=-c%20x%3Ds3cret5", rule),
            "TGT: have pgbouncer, want no pgbouncer\n"
            "TGT: have options, want no options\n");
}

TEST(UrlRule, FindsEveryFault) {
  EXPECT_EQ(Faults("postgresql://u:s3cret5@h/d?schema=x",
                   R"({"port": 1, "sslmode": "require", "forbidden": ["schema"]})"),
            "TGT: have port 5432, want port 1\n"
            "TGT: have no sslmode, want sslmode=require or stricter\n"
            "TGT: have schema, want no schema\n");
}

TEST(UrlRule, IsBrokenByWhatIsNoEndpoint) {
  for (const char* url : {"", "s3cret5", "mysql://u:s3cret5@h/d", "postgresql://u:s3cret5@h",
                          "postgresql:///d", "postgresql://u:s3c@ret5@h/d"}) {
    EXPECT_EQ(Faults(url, "{}"), kMalformed) << url;
  }
}

TEST(UrlRule, ShowsNothingOfAUrlButPortAndSslMode) {
  EXPECT_EQ(Faults("postgresql://someone:s3cret5@somewhere:1/something?sslmode=allow"
                   "&password=s3cret5&application_name=s3cret5",
                   R"({"port": 2, "sslmode": "require",
                       "parameters": {"application_name": "app", "user": "me"},
                       "forbidden": ["password"]})"),
            "TGT: have port 1, want port 2\n"
            "TGT: have sslmode=allow, want sslmode=require or stricter\n"
            "TGT: have another application_name, want application_name=app\n"
            "TGT: have another user, want user=me\n"
            "TGT: have password, want no password\n");
}

// libpq reads the first half of such a password as the port.
TEST(UrlRule, ShowsNoPasswordThatIsNotEscaped) {
  ExpectNoPasswordShown("postgresql://app:s3c/ret5@h:5432/d", R"({"port": 5432})");
  ExpectNoPasswordShown("postgresql://app@server:s3cret5@h:5432/d", R"({"port": 5432})");
  ExpectNoPasswordShown("postgresql://app:x@s3c:ret5@h:5432/d", R"({"port": 5432})");
}

TEST(UrlRule, KnowsTheModesOfLibpqOnly) {
  EXPECT_EQ(RefusalOfRule(R"({"sslmode": "verify_full"})"),
            "plan.json:1: \"sslmode\" cannot be \"verify_full\"; did you mean \"verify-full\"?");
}

}  // namespace
}  // namespace gonogo
