// Tests the rules for parts of a database URL, and that no finding shows the URL.
#include "gates/services/url_rule.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/values/object_reader.h"

namespace gonogo {
namespace {

// Reads a rule as it is in a plan.
Arguments Rule(const std::string& text) {
  return Arguments(ReadObject(ParseLocated(text, "plan.json"), "", UrlRuleParameters(), {}, {}));
}

std::string ErrorOfRule(const std::string& text) {
  try {
    Rule(text);
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

// Returns one line per finding: "TGT: have port 5432, want port 6543".
std::string FindingLines(const std::string& url, const std::string& rule) {
  std::string lines;
  for (const Finding& finding : UrlFindings("TGT", url, Rule(rule))) {
    lines += finding.subject + ": have " + finding.have + ", want " + finding.want + "\n";
  }
  return lines;
}

constexpr const char* kMalformed =
    "TGT: have malformed, want a connection string with host and database\n";

void ExpectNoPasswordShown(const std::string& url, const std::string& rule) {
  const std::string findings = FindingLines(url, rule);
  EXPECT_EQ(findings.find("s3c"), std::string::npos) << url << " is shown as " << findings;
  EXPECT_EQ(findings.find("ret5"), std::string::npos) << url << " is shown as " << findings;
}

TEST(UrlRule, AllowsAnyUrlIfItIsEmpty) { EXPECT_EQ(FindingLines("postgresql://h/d", "{}"), ""); }

TEST(UrlRule, RequiresAPort) {
  EXPECT_EQ(FindingLines("postgresql://h:6543/d", R"({"port": 6543})"), "");
  EXPECT_EQ(FindingLines("postgresql://h:5432/d", R"({"port": 6543})"),
            "TGT: have port 5432, want port 6543\n");
}

TEST(UrlRule, UsesPort5432IfTheUrlHasNone) {
  EXPECT_EQ(FindingLines("postgresql://h/d", R"({"port": 5432})"), "");
  EXPECT_EQ(FindingLines("postgresql://h/d", R"({"port": 6543})"),
            "TGT: have port 5432, want port 6543\n");
}

TEST(UrlRule, RequiresAnSslModeOrAStricterOne) {
  const std::string rule = R"({"sslmode": "require"})";
  for (const std::string mode : {"require", "verify-ca", "verify-full"}) {
    EXPECT_EQ(FindingLines("postgresql://h/d?sslmode=" + mode, rule), "") << mode;
  }
  for (const std::string mode : {"disable", "allow", "prefer"}) {
    EXPECT_EQ(FindingLines("postgresql://h/d?sslmode=" + mode, rule),
              "TGT: have sslmode=" + mode + ", want sslmode=require or stricter\n");
  }
}

TEST(UrlRule, CountsAMissingOrUnknownSslModeAsDisable) {
  const std::string rule = R"({"sslmode": "allow"})";
  EXPECT_EQ(FindingLines("postgresql://h/d", rule),
            "TGT: have no sslmode, want sslmode=allow or stricter\n");
  EXPECT_EQ(FindingLines("postgresql://h/d?sslmode=no-verify", rule),
            "TGT: have sslmode=no-verify, want sslmode=allow or stricter\n");
}

TEST(UrlRule, RequiresParametersOfLibpqAndOfOrms) {
  const std::string rule = R"({"parameters": {"pgbouncer": "true", "application_name": "app"}})";
  EXPECT_EQ(FindingLines("postgresql://h/d?pgbouncer=true&application_name=app", rule), "");
  EXPECT_EQ(FindingLines("postgresql://h/d?pgbouncer=false", rule),
            "TGT: have another pgbouncer, want pgbouncer=true\n"
            "TGT: have no application_name, want application_name=app\n");
}

TEST(UrlRule, ForbidsParametersWithAnyValue) {
  const std::string rule = R"({"forbidden": ["pgbouncer", "options"]})";
  EXPECT_EQ(FindingLines("postgresql://h/d?sslmode=require", rule), "");
  EXPECT_EQ(FindingLines("postgresql://h/d?pgbouncer=false&options=-c%20x%3Ds3cret5", rule),
            "TGT: have pgbouncer, want no pgbouncer\n"
            "TGT: have options, want no options\n");
}

TEST(UrlRule, ReportsEveryBrokenPart) {
  EXPECT_EQ(FindingLines("postgresql://u:s3cret5@h/d?schema=x",
                         R"({"port": 1, "sslmode": "require", "forbidden": ["schema"]})"),
            "TGT: have port 5432, want port 1\n"
            "TGT: have no sslmode, want sslmode=require or stricter\n"
            "TGT: have schema, want no schema\n");
}

TEST(UrlRule, ReportsATextThatIsntADatabaseUrl) {
  for (const char* url : {"", "s3cret5", "mysql://u:s3cret5@h/d", "postgresql://u:s3cret5@h",
                          "postgresql:///d", "postgresql://u:s3c@ret5@h/d"}) {
    EXPECT_EQ(FindingLines(url, "{}"), kMalformed) << url;
  }
}

TEST(UrlRule, ShowsOnlyPortAndSslMode) {
  EXPECT_EQ(FindingLines("postgresql://someone:s3cret5@somewhere:1/something?sslmode=allow"
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
TEST(UrlRule, ShowsNoPasswordThatIsntEscaped) {
  ExpectNoPasswordShown("postgresql://app:s3c/ret5@h:5432/d", R"({"port": 5432})");
  ExpectNoPasswordShown("postgresql://app@server:s3cret5@h:5432/d", R"({"port": 5432})");
  ExpectNoPasswordShown("postgresql://app:x@s3c:ret5@h:5432/d", R"({"port": 5432})");
}

TEST(UrlRule, KnowsOnlyTheModesOfLibpq) {
  EXPECT_EQ(ErrorOfRule(R"({"sslmode": "verify_full"})"),
            "plan.json:1: \"sslmode\" cannot be \"verify_full\"; did you mean \"verify-full\"?");
}

TEST(UrlRule, RefusesTwoValuesOfAParameter) {
  const auto twice = [](const std::string& name) {
    return "TGT: have two values of " + name +
           ", want one, because some clients take the first and some the last\n";
  };
  EXPECT_EQ(FindingLines("postgresql://h/d?sslmode=disable&sslmode=require", "{}"),
            twice("sslmode"));
  EXPECT_EQ(FindingLines("postgresql://h/d?pgbouncer=false&pgbouncer=true", "{}"),
            twice("pgbouncer"));
  EXPECT_EQ(FindingLines("postgresql://u:s3cret5@h:1/d?host=other", "{}"), twice("host"));
  EXPECT_EQ(FindingLines("postgresql://h:1/d?port=2", "{}"), twice("port"));
  EXPECT_EQ(FindingLines("postgresql://h/d?dbname=e", "{}"), twice("dbname"));
  EXPECT_EQ(FindingLines("postgresql://u:s3cret5@h/d?user=v&password=s3c", "{}"),
            twice("password") + twice("user"));
  EXPECT_EQ(FindingLines("host=h dbname=d sslmode=disable sslmode = 'require'", "{}"),
            twice("sslmode"));
  EXPECT_EQ(FindingLines("postgresql://h/d?sslmode=require&sslmode=require", "{}"), "");
  EXPECT_EQ(FindingLines("postgresql:///d?host=/run/postgresql&user=u", "{}"), "");
  EXPECT_EQ(FindingLines("postgresql://[::1]:5432/d", "{}"), "");
  EXPECT_EQ(FindingLines("host=h dbname=d password='it\\'s s3c ret5 port=1' port=2", "{}"), "");
}

}  // namespace
}  // namespace gonogo
