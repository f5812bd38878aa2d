// Plants a code that no PostgreSQL has, in each place where one can be.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <pqxx/pqxx>
#include <regex>

#include "sql/gates.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

// One object of each catalogue of which unknown_codes.sql asks a code.
constexpr const char* kObjects = R"(
CREATE TYPE mood AS ENUM ('calm');
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, twice int GENERATED ALWAYS AS (2) STORED,
                of int REFERENCES t, feeling mood, CHECK (id > 0));
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (true);
CREATE RULE r AS ON DELETE TO t DO NOTHING;
CREATE FUNCTION f(mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION fired();
CREATE FUNCTION noticed() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION noticed();
ALTER EVENT TRIGGER e DISABLE;
CREATE CAST (mood AS int) WITH FUNCTION f(mood);
CREATE ACCESS METHOD other TYPE INDEX HANDLER bthandler;
CREATE COLLATION c FROM "C";
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
)";

// A role whose rights are noted in pg_shdepend, which all databases of a server share: the second
// row is of another database, where the number of t may be that of anything, and has another
// column.
constexpr const char* kSharedObjects = R"(
SET allow_system_table_mods = on;
CREATE ROLE reader;
GRANT SELECT (feeling) ON t TO reader;
INSERT INTO pg_catalog.pg_shdepend
SELECT d.oid, k.classid, k.objid, 1, k.refclassid, k.refobjid, k.deptype
FROM pg_catalog.pg_shdepend AS k, pg_catalog.pg_database AS d
WHERE k.refobjid = 'reader'::regrole AND d.datname = 'known_codes_beside';
)";

// The rows of a catalogue that get the code, and the only object of which the statement must tell.
struct Planting {
  std::string rows;
  std::string object;
};

const Planting& PlantingIn(const std::string& catalogue) {
  static const std::map<std::string, Planting> plantings = {
      {"pg_class", {"oid = 't'::regclass", "table public.t"}},
      {"pg_attribute",
       {"attrelid = 't'::regclass AND attname = 'feeling'", "table column public.t.feeling"}},
      {"pg_constraint", {"conname = 't_id_check'", "table constraint t_id_check on public.t"}},
      {"pg_proc", {"proname = 'f'", "function public.f(public.mood)"}},
      // All aggregates of PostgreSQL itself, too: nothing asks these columns unless one runs.
      {"pg_aggregate", {"true", "aggregate public.total(integer)"}},
      {"pg_type", {"typname = 'mood'", "type public.mood"}},
      {"pg_trigger", {"tgname = 'g'", "trigger g on public.t"}},
      {"pg_rewrite", {"rulename = 'r'", "rule r on public.t"}},
      {"pg_event_trigger", {"true", "event trigger e"}},
      {"pg_policy", {"true", "policy p on public.t"}},
      {"pg_cast", {"castsource = 'mood'::regtype", "cast (public.mood AS integer)"}},
      {"pg_am", {"amname = 'other'", "access method other"}},
      {"pg_collation", {"collname = 'c'", "collation public.c"}},
      {"pg_default_acl", {"true", "default acl for role gonogo"}},
      {"pg_depend",
       {"refobjid = 'mood'::regtype AND objsubid > 0", "table column public.t.feeling"}},
      {"pg_shdepend", {"refobjid = 'reader'::regrole", "table column public.t.feeling"}},
      {"pg_database", {"datname LIKE 'known_codes%'", "database known_codes"}},
  };
  return plantings.at(catalogue);
}

// The columns that unknown_codes.sql asks.
std::vector<std::string> Places() {
  static const std::regex place(R"('(pg_\w+\.\w+)',)");
  const std::string statement(sql::kUnknownCodes);
  std::vector<std::string> places;
  for (std::sregex_iterator found(statement.begin(), statement.end(), place), end; found != end;
       ++found) {
    places.push_back((*found)[1]);
  }
  return places;
}

TEST(KnownCodes, AreAllThatAPlainDatabaseHas) {
  const BothDatabases databases("known_codes");
  databases.OnSource(kObjects);
  Pair pair = databases.Open();
  EXPECT_EQ(pair.Source().Query(sql::kUnknownCodes, {}).size(), 0U);
}

TEST(KnownCodes, AreNotTheCodeThatIsPlantedInAnyPlace) {
  const BothDatabases databases("known_codes");
  const BothDatabases beside("known_codes_beside");
  databases.OnSource(kObjects);
  const std::vector<std::string> places = Places();
  EXPECT_GE(places.size(), 26U);
  for (const std::string& place : places) {
    const std::size_t dot = place.find('.');
    const std::string catalogue = place.substr(0, dot);
    const auto& [rows, object] = PlantingIn(catalogue);
    pqxx::connection connection(databases.SourceUrl());
    pqxx::work work(connection);  // rolled back: the server itself stumbles over some of them
    work.exec(kSharedObjects);
    const auto planted = work.exec(fmt::format("UPDATE pg_catalog.{} SET {} = '~' WHERE {}",
                                               catalogue, place.substr(dot + 1), rows));
    EXPECT_GT(planted.affected_rows(), 0) << place;
    const pqxx::result found = work.exec(std::string(sql::kUnknownCodes));
    ASSERT_EQ(found.size(), 1) << place;
    EXPECT_STREQ(found[0]["place"].c_str(), place.c_str());
    EXPECT_STREQ(found[0]["code"].c_str(), "~");
    // The server calls a relation of an unknown kind no table.
    EXPECT_EQ(found[0]["object"].c_str(),
              place == "pg_class.relkind" ? "relation public.t" : object);
  }
}

}  // namespace
}  // namespace gonogo::testing_support
