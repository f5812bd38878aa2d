// Plants a code that no PostgreSQL has, in each place where one can be.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <pqxx/pqxx>

#include "sql/gates.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

// One object of each catalogue of which unknown_codes.sql asks a code.
constexpr const char* kObjects = R"(
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, twice int GENERATED ALWAYS AS (2) STORED,
                of int REFERENCES t, CHECK (id > 0));
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (true);
CREATE RULE r AS ON DELETE TO t DO NOTHING;
CREATE TYPE mood AS ENUM ('calm');
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

// The column with the object's number.
std::string NumberIn(const std::string& catalogue) {
  if (catalogue == "pg_attribute") return "attnum > 0 AND attrelid";
  if (catalogue == "pg_aggregate") return "aggfnoid::oid";
  if (catalogue == "pg_depend") return "deptype = 'i' AND objid";
  if (catalogue == "pg_shdepend") return "deptype = 'a' AND objid";
  if (catalogue == "pg_database") return "datname = 'known_codes' AND oid";
  return "oid";
}

std::vector<std::string> Places() {
  std::vector<std::string> places;
  const std::string statement(sql::kUnknownCodes);
  constexpr std::string_view kStart = "SELECT 'pg_";
  for (std::size_t at = 0; (at = statement.find(kStart, at)) != std::string::npos;) {
    at += kStart.size() - 3;
    places.push_back(statement.substr(at, statement.find('\'', at) - at));
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
  databases.OnSource(kObjects);
  const std::vector<std::string> places = Places();
  EXPECT_GE(places.size(), 26U);
  for (const std::string& place : places) {
    const std::size_t dot = place.find('.');
    const std::string catalogue = place.substr(0, dot);
    pqxx::connection connection(databases.SourceUrl());
    pqxx::work work(connection);  // rolled back: the server itself stumbles over some of them
    work.exec("SET allow_system_table_mods = on; CREATE ROLE reader; GRANT SELECT ON t TO reader");
    const auto planted =
        work.exec(fmt::format("UPDATE pg_catalog.{} SET {} = '~' WHERE {} >= 16384", catalogue,
                              place.substr(dot + 1), NumberIn(catalogue)));
    EXPECT_GT(planted.affected_rows(), 0) << place;
    const pqxx::result found = work.exec(std::string(sql::kUnknownCodes));
    ASSERT_GT(found.size(), 0) << place;
    for (const auto& row : found) {
      EXPECT_STREQ(row["place"].c_str(), place.c_str());
      EXPECT_STREQ(row["code"].c_str(), "~");
    }
  }
}

}  // namespace
}  // namespace gonogo::testing_support
