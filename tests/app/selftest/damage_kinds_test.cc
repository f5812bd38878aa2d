// The damage that the statements of sql/selftest/ draw.
#include "app/selftest/damage_kinds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

// No statement of sql/selftest/ is forgotten.
TEST(DamageKinds, AreOfAllStatements) {
  const fs::directory_iterator files(InProject("sql/selftest"));
  EXPECT_EQ(DamageStatements(), static_cast<std::size_t>(std::distance(begin(files), end(files))));
}

// No gate compares them: the extension brings them.
TEST(DamageKinds, LeaveOutMembersOfExtensions) {
  const BothDatabases databases("members");
  databases.OnTarget(
      "CREATE EXTENSION citext;"
      "CREATE TABLE member_t (id serial PRIMARY KEY, note text DEFAULT 'x' CHECK (note <> ''));"
      "CREATE INDEX member_i ON member_t (note); INSERT INTO member_t VALUES (1);"
      "CREATE VIEW member_v AS SELECT * FROM member_t; CREATE SEQUENCE member_s;"
      "CREATE TYPE member_e AS ENUM ('a', 'b', 'c');"
      "CREATE FUNCTION member_f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
      "CREATE TRIGGER member_g BEFORE INSERT ON member_t EXECUTE FUNCTION member_f();"
      "CREATE RULE member_r AS ON DELETE TO member_t DO INSTEAD NOTHING;"
      "CREATE POLICY member_p ON member_t USING (true); ANALYZE member_t;"
      "ALTER EXTENSION citext ADD TABLE member_t;"
      "ALTER EXTENSION citext ADD SEQUENCE member_t_id_seq; ALTER EXTENSION citext ADD VIEW member_v;"
      "ALTER EXTENSION citext ADD SEQUENCE member_s; ALTER EXTENSION citext ADD TYPE member_e;"
      "ALTER EXTENSION citext ADD FUNCTION member_f()");
  Pair pair = databases.Open();
  std::vector<std::string> of_members;
  for (const DamageKind& kind : DamageKindsOf(pair.Target(), {})) {
    for (const Damage& damage : kind.candidates) {
      const bool is_of_extension = damage.object.find("member_") != std::string::npos ||
                                   damage.object.find("citext") != std::string::npos;
      if (is_of_extension && !kind.kind.starts_with("extension ")) {
        of_members.push_back(kind.kind + ": " + damage.object);
      }
    }
  }
  EXPECT_EQ(of_members, std::vector<std::string>());
}

}  // namespace
}  // namespace gonogo::testing_support
