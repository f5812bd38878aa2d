// Tests that the output of a plan's program shows neither its secrets nor rows.
#include "stages/steps/program_secrets.h"

#include <gtest/gtest.h>

#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

TEST(MaskedOutput, HasNoPasswordOfAnyFormOfConnectionString) {
  const Environment environment = {{"URL", "postgres://app:s%40cret@db/app"},
                                   {"PAIRS", "host=db user=app password='two words' dbname=app"},
                                   {"CACHE", "redis://:r3dis@cache/0"},
                                   {"PGPASSWORD", "tiny"},
                                   {"PORT", "5432"},
                                   {"API_KEY", "-----BEGIN-----\nline-of-key\n-----END-----"}};
  EXPECT_EQ(MaskedOutput("s@cret s%40cret", environment), "*** ***");
  EXPECT_EQ(MaskedOutput("it is two words", environment), "it is ***");
  EXPECT_EQ(MaskedOutput("r3dis tiny tinyest", environment), "*** *** tinyest");
  EXPECT_EQ(MaskedOutput("read line-of-key", environment), "read ***");
  EXPECT_EQ(MaskedOutput("5432 rows at port 5432", environment), "5432 rows at port 5432");
}

TEST(MaskedOutput, HasNoPasswordOfAFileThatTheProgramReads) {
  const Scratch scratch;
  const Environment environment = {
      {"PGPASSFILE", scratch.File("pgpass", "# x\ndb:5432:*:app:pass\\:file\n")},
      {"PGSERVICEFILE", scratch.File("services", "[prod]\nhost=db\npassword=of-service\n")}};
  EXPECT_EQ(MaskedOutput("pass:file of-service", environment), "*** ***");
}

TEST(MaskedOutput, LeavesTextAloneIfAPasswordIsOneLetter) {
  const Environment environment = {{"DB_PASSWORD", "a"}, {"URL", "postgres://u:1@db/app"}};
  EXPECT_EQ(MaskedOutput("a table has 1 row; postgres://u:1@db/app, password=a", environment),
            "a table has 1 row; ***, password=***");
}

TEST(MaskedOutput, HasNoRowsOfAServersMessage) {
  EXPECT_EQ(MaskedOutput("error: duplicate key value violates unique constraint \"u\"\n"
                         "DETAIL:  Key (email)=(rowsecret) already exists.\nretry",
                         {}),
            "error: duplicate key value violates unique constraint \"u\"\nretry");
}

}  // namespace
}  // namespace gonogo::testing_support
