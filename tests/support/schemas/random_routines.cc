// One routine of each kind that dumps write differently.
#include "tests/support/schemas/random_routines.h"

namespace gonogo::testing_support {
namespace {

void MakeFunction(SchemaDraft& draft) {
  draft.function = draft.Qualified();
  const std::string body = fmt::format("SELECT CASE WHEN $1 % {} = 0 THEN 1 ELSE $1 END",
                                       1000 + draft.random.Below(4000));
  draft.AddWithLiteral(
      "function's body",
      fmt::format("CREATE OR REPLACE FUNCTION {}(integer) RETURNS integer LANGUAGE sql "
                  "IMMUTABLE {} AS '{}'",
                  draft.function, draft.random.OneIn(2) ? "STRICT" : "PARALLEL SAFE", body));
  draft.Damage("function's volatility", "ALTER FUNCTION {}(integer) STABLE", draft.function);
}

void MakeTriggerFunction(SchemaDraft& draft) {
  draft.trigger_function = draft.Qualified();
  const std::string& name = draft.trigger_function;
  draft.Add("CREATE FUNCTION {}() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$",
            name);
  draft.Damage("function's setting", "ALTER FUNCTION {}() SET search_path = pg_catalog", name);
  draft.Add("REVOKE ALL ON FUNCTION {}() FROM PUBLIC", name);
  draft.Damage("grant on a function", "GRANT ALL ON FUNCTION {}() TO writer", name);
}

// A function with arguments of each mode, with defaults, settings, costs, and an overloaded name.
void MakeManyArguments(SchemaDraft& draft) {
  const std::string name = draft.Qualified();
  const std::string type = draft.random.OneOf(draft.types).name;
  const std::string bare = type.substr(0, type.find(" COLLATE"));
  draft.AddWithLiteral(
      "default of an argument",
      fmt::format(
          "CREATE OR REPLACE FUNCTION {}(\"A b\" {} DEFAULT NULL, INOUT n integer DEFAULT 1234, "
          "OUT t text, VARIADIC rest text[] DEFAULT '{{}}') LANGUAGE plpgsql STABLE SECURITY "
          "DEFINER COST 7.5 SET search_path = public, \"$user\", pg_temp SET work_mem = '8MB' "
          "SET my.odd = 'it''s' AS $body$BEGIN t := 'x'; -- $$\nEND;\n$body$",
          name, bare));
  draft.Add(
      "CREATE FUNCTION {}(text) RETURNS SETOF text LANGUAGE sql ROWS 5 LEAKPROOF PARALLEL "
      "RESTRICTED AS $$SELECT $1 UNION ALL SELECT 'it''s'$$",
      name);
  draft.Add("COMMENT ON FUNCTION {}(text) IS E'two\\nlines \\\\ and a quote '''", name);
  draft.Damage("function's cost", "ALTER FUNCTION {}(text) COST 99", name);
}

void MakeTableFunction(SchemaDraft& draft) {
  const std::string name = draft.Qualified();
  draft.Add(
      "CREATE FUNCTION {}(anyelement, anyarray) RETURNS TABLE (\"order\" anyelement, n bigint) "
      "LANGUAGE sql AS $$SELECT $1, pg_catalog.count(*) FROM pg_catalog.unnest($2)$$",
      name);
  draft.Damage("polymorphic function dropped", "DROP FUNCTION {}(anyelement, anyarray)", name);
}

void MakeProcedure(SchemaDraft& draft) {
  const std::string name = draft.Qualified();
  draft.AddWithLiteral("procedure's body",
                       fmt::format("CREATE OR REPLACE PROCEDURE {}(n integer) LANGUAGE plpgsql AS "
                                   "$$BEGIN PERFORM n + 1234; COMMIT; END$$",
                                   name));
  draft.Add("GRANT EXECUTE ON PROCEDURE {}(integer) TO reader WITH GRANT OPTION", name);
}

// Servers keep the body as a tree, and print it.
void MakeStandardBody(SchemaDraft& draft) {
  if (draft.major < 14) return;
  const std::string name = draft.Qualified();
  draft.AddWithLiteral(
      "standard body",
      fmt::format(
          "CREATE OR REPLACE FUNCTION {}(n integer) RETURNS boolean LANGUAGE sql BEGIN "
          "ATOMIC SELECT 1 WHERE n IN (1234, 5) ORDER BY 1 LIMIT 1; SELECT {}(n) > 2222 AND "
          "(n IS NULL OR n BETWEEN 1 AND 3); END",
          name, draft.function));
}

void MakeAggregate(SchemaDraft& draft) {
  const std::string add = draft.Qualified();
  const std::string total = draft.Qualified();
  draft.Add(
      "CREATE FUNCTION {}(bigint, integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + "
      "$2'",
      add);
  draft.Add(
      "CREATE AGGREGATE {}(integer) (SFUNC = {}, STYPE = bigint, INITCOND = '0', PARALLEL = "
      "SAFE)",
      total, add);
  draft.Damage("aggregate dropped", "DROP AGGREGATE {}(integer)", total);
}

void MakeOperatorAndCast(SchemaDraft& draft) {
  const std::string name = draft.Qualified();
  const std::string type = draft.Qualified();
  draft.Add("CREATE TYPE {} AS (a integer)", type);
  draft.Add("CREATE FUNCTION {0}({1}) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1.a'",
            name, type);
  draft.Add("CREATE CAST ({} AS integer) WITH FUNCTION {}({}) AS ASSIGNMENT", type, name, type);
  draft.Damage("cast dropped", "DROP CAST ({} AS integer)", type);
  draft.Add(
      "CREATE FUNCTION {0}({1}, {1}) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.a > "
      "$2.a'",
      name, type);
  const std::string schema = draft.random.OneOf(draft.schemas);
  draft.Add(
      "CREATE OPERATOR {0}.@#@ (FUNCTION = {1}, LEFTARG = {2}, RIGHTARG = {2}, COMMUTATOR = "
      "OPERATOR({0}.@#@), RESTRICT = scalargtsel)",
      schema, name, type);
  draft.Damage("operator dropped", "DROP OPERATOR {0}.@#@ ({1}, {1})", schema, type);
}

}  // namespace

void MakeRoutines(SchemaDraft& draft) {
  MakeFunction(draft);
  MakeTriggerFunction(draft);
  using Maker = void (*)(SchemaDraft&);
  for (const Maker make : {&MakeManyArguments, &MakeTableFunction, &MakeProcedure,
                           &MakeStandardBody, &MakeAggregate, &MakeOperatorAndCast}) {
    if (draft.random.OneIn(3)) make(draft);
  }
}

}  // namespace gonogo::testing_support
