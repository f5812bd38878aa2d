// Emits the objects in the order in which they depend on each other.
#include "tests/support/schemas/random_schema.h"

#include <fmt/format.h>

#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "tests/support/schemas/random_expression.h"

namespace gonogo::testing_support {
namespace {

struct RandomType {
  std::string name;
  std::string value;          // of row i
  std::string default_value;  // a constant
};

// A column besides those that every table has.
struct RandomColumn {
  std::string name;
  RandomType type;
};

struct RandomTable {
  std::string name;  // quoted, with its schema
  std::vector<RandomColumn> columns;
};

const std::vector<RandomType>& Types() {
  static const std::vector<RandomType> types = {
      {"smallint", "i", "3"},
      {"bigint", "i * 1000003::bigint", "-1"},
      {"numeric", "i / 7.0", "1.50"},
      {"numeric(12,4)", "i / 7.0", "1.5"},
      {"real", "i / 7.0", "0.1"},
      {"double precision", "i * 1e10 / 3", "'-Infinity'"},
      {"money", "i::money", "'1'"},
      {"text", "'a' || i || E'\\n\\t\\\\'", "'it''s'"},
      {"text COLLATE \"C\"", "'ä' || i", "''"},
      {"varchar(20)", "'v' || i", "'v'"},
      {"char(8)", "'c' || i % 5", "'c'"},
      {"\"char\"", "chr(65 + i % 20)::\"char\"", "'x'"},
      {"name", "'n' || i", "'n'"},
      {"boolean", "i % 2 = 0", "true"},
      {"date", "DATE '2020-02-29' + i", "'infinity'"},
      {"time", "TIME '00:00' + i * INTERVAL '1 s'", "'24:00'"},
      {"timetz", "TIMETZ '00:00+03' + i * INTERVAL '1 s'", "'12:00+05:30'"},
      {"timestamp(3)", "TIMESTAMP '2020-01-01' + i * INTERVAL '1.234567 s'", "CURRENT_TIMESTAMP"},
      {"timestamptz", "TIMESTAMPTZ '2020-01-01 UTC' + i * INTERVAL '1 h'", "now()"},
      {"interval", "i * INTERVAL '1 mon 2 d 3.5 s'", "'1 day'"},
      {"interval day to second", "i * INTERVAL '1 d'", "'1 day'"},
      {"uuid", "md5(i::text)::uuid", "gen_random_uuid()"},
      {"bytea", "decode(md5(i::text), 'hex')", "'\\x00ff'"},
      {"json", "json_build_object('b', i, 'a', 1)", "'{\"a\":  1}'"},
      {"jsonb", "jsonb_build_object('b', i, 'a', NULL)", "'{}'"},
      {"inet", "'10.0.0.0'::inet + i", "'::1/64'"},
      {"cidr", "'10.0.0.0/8'::cidr", "'10.0.0.0/8'"},
      {"macaddr", "'08:00:2b:01:02:03'::macaddr", "'08:00:2b:01:02:03'"},
      {"bit(8)", "(i % 256)::bit(8)", "B'00000001'"},
      {"bit varying(9)", "(i % 256)::bit(8)", "B'1'"},
      {"point", "point(i, -i)", "'(1,2)'"},
      {"box", "box(point(i, 0), point(0, i))", "'(1,1),(0,0)'"},
      {"int4range", "int4range(i, i + 5)", "'empty'"},
      {"daterange", "daterange(DATE '2020-01-01', DATE '2020-01-01' + i, '[]')", "'(,)'"},
      {"tsvector", "to_tsvector('simple', 'a b ' || i)", "'a:1'"},
      {"pg_lsn", "('0/' || i)::pg_lsn", "'0/1'"},
      {"integer[]", "ARRAY[i, NULL, -i]", "'{}'"},
      {"text[]", "ARRAY['x', i::text]", "ARRAY['a'::text, 'b']"},
      {"oid", "i::oid", "'1'"}};
  return types;
}

class SchemaMaker {
 public:
  explicit SchemaMaker(unsigned seed) : random_(seed), first_name_(random_.Below(100)) {}

  RandomSchema Make() {
    MakeSchemasAndTypes();
    MakeFunctions();
    for (std::size_t i = 1 + random_.Below(3); i > 0; --i) MakeTable();
    if (random_.OneIn(2)) MakePartitions();
    if (random_.OneIn(3)) MakeInheritance();
    MakeSequence();
    for (std::size_t i = 1 + random_.Below(4); i > 0; --i) MakeView();
    if (random_.OneIn(2)) MakeForeignTable();
    if (random_.OneIn(2)) MakePublication();
    return std::move(schema_);
  }

 private:
  static ExpressionColumns Columns() {
    return {.numbers = {"id", "\"user\""}, .texts = {"label", "\"select\""}, .dates = {"\"Day\""}};
  }

  template <typename... Values>
  void Add(fmt::format_string<Values...> format, Values&&... values) {
    schema_.sql += fmt::format(format, std::forward<Values>(values)...) + ";\n";
  }

  template <typename... Values>
  void Damage(const std::string& what, fmt::format_string<Values...> format, Values&&... values) {
    schema_.damages.push_back({what, fmt::format(format, std::forward<Values>(values)...)});
  }

  // Adds a definition, and a damage that drops it and makes it anew with another literal. Without
  // `drop`, the definition replaces itself.
  void AddWithLiteral(const std::string& what, const std::string& definition,
                      const std::string& drop = "") {
    schema_.sql += definition + ";\n";
    const std::string changed = WithAnotherLiteral(definition, random_);
    schema_.damages.push_back({what, drop.empty() ? changed : drop + "; " + changed});
  }

  // Returns a new quoted name. Some are words that only some majors reserve.
  std::string Name() {
    static const std::vector<std::string> words = {
        "order",
        "json",
        "json_array",
        "json_object",
        "merge_action",
        "Mixed Case",
        "with\"quote",
        "ünï",
        "a-b.c",
        "value",
        "lateral",
        "plain",
        "xmltable",
        "x%s",
        "a name that is as long as a name of PostgreSQL may be: 63 bytes"};
    const std::size_t number = names_++;
    const std::string& word = words[(number + first_name_) % words.size()];
    return QuoteIdentifier(number < words.size() ? word : fmt::format("{}{:.40}", number, word));
  }

  std::string Qualified() { return random_.OneOf(schemas_) + "." + Name(); }

  // Returns a condition with at least one literal.
  std::string Truth(int depth) {
    return fmt::format("({} AND id <> {})", RandomExpressions(random_, columns_).Truth(depth),
                       1000 + random_.Below(4000));
  }

  void MakeSchemasAndTypes() {
    schemas_.emplace_back("public");
    if (random_.OneIn(2)) {
      schemas_.push_back(Name());
      Add("CREATE SCHEMA {}", schemas_.back());
    }
    types_ = Types();
    const std::string mood = Qualified();
    Add("CREATE TYPE {} AS ENUM ('low', 'it''s', 'High')", mood);
    Add("ALTER TYPE {} ADD VALUE 'first' BEFORE 'low'", mood);
    Damage("enum value", "ALTER TYPE {} ADD VALUE 'last'", mood);
    types_.push_back({mood, "(ARRAY['low', 'High'])[1 + i % 2]::" + mood, "'it''s'"});
    const std::string domain = Qualified();
    AddWithLiteral("domain's check",
                   fmt::format("CREATE DOMAIN {} AS integer DEFAULT 5 CONSTRAINT positive CHECK "
                               "(VALUE BETWEEN 0 AND 4999999 AND (VALUE <> 1234 OR VALUE > 0))",
                               domain),
                   "DROP DOMAIN " + domain + " CASCADE");
    types_.push_back({domain, "i", "7"});
    const std::string composite = Qualified();
    Add("CREATE TYPE {} AS (a integer, \"B\" varchar(9))", composite);
    Damage("composite type", "ALTER TYPE {} ADD ATTRIBUTE c text CASCADE", composite);
    types_.push_back({composite, "ROW(i, 'b')::" + composite, "'(1,b)'"});
    const std::string range = Qualified();
    Add("CREATE TYPE {} AS RANGE (subtype = text, collation = \"C\")", range);
    types_.push_back({range, fmt::format("{}('a', 'b' || i)", range), "'[a,b)'"});
    Damage("comment", "COMMENT ON TYPE {} IS 'another'", range);
  }

  void MakeFunctions() {
    function_ = Qualified();
    const std::string body =
        fmt::format("SELECT CASE WHEN $1 % {} = 0 THEN 1 ELSE $1 END", 1000 + random_.Below(4000));
    AddWithLiteral(
        "function's body",
        fmt::format("CREATE OR REPLACE FUNCTION {}(integer) RETURNS integer LANGUAGE sql "
                    "IMMUTABLE {} AS '{}'",
                    function_, random_.OneIn(2) ? "STRICT" : "PARALLEL SAFE", body));
    Damage("function's volatility", "ALTER FUNCTION {}(integer) STABLE", function_);
    trigger_function_ = Qualified();
    Add("CREATE FUNCTION {}() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$",
        trigger_function_);
    Damage("function's setting", "ALTER FUNCTION {}() SET search_path = pg_catalog",
           trigger_function_);
    Add("REVOKE ALL ON FUNCTION {}() FROM PUBLIC", trigger_function_);
    Damage("grant on a function", "GRANT ALL ON FUNCTION {}() TO writer", trigger_function_);
  }

  std::string ColumnList(RandomTable& table) {
    std::string list;
    for (std::size_t i = random_.Below(6); i > 0; --i) {
      const RandomColumn column{Name(), random_.OneOf(types_)};
      list += fmt::format(", {} {}", column.name, column.type.name);
      if (random_.OneIn(2)) list += " DEFAULT " + column.type.default_value;
      table.columns.push_back(column);
    }
    return list;
  }

  void Fill(const RandomTable& table) {
    std::string names;
    std::string values;
    for (const RandomColumn& column : table.columns) {
      names += ", " + column.name;
      values += fmt::format(", CASE WHEN i % {} > 0 THEN {} END", 2 + random_.Below(9),
                            column.type.value);
    }
    Add("INSERT INTO {} (id, \"user\", label, \"select\", \"Day\"{}) SELECT i, i % 10, 'l' || i, "
        "'s' || i % 3, DATE '2021-01-01' + i{} FROM generate_series(1, {}) AS g (i)",
        table.name, names, values, 1 + random_.Below(60));
    Damage("row deleted", "DELETE FROM {} WHERE id = 1", table.name);
    Damage("value changed", "UPDATE {} SET label = label || 'x' WHERE id = 1", table.name);
  }

  static std::string FirstColumns() {
    return "id bigint NOT NULL, \"user\" integer DEFAULT 1 NOT NULL, label text DEFAULT 'l', "
           "\"select\" varchar(30) DEFAULT 's'::varchar, \"Day\" date";
  }

  void MakeTable() {
    RandomTable table{.name = Qualified(), .columns = {}};
    Add("CREATE TABLE {} ({}{})", table.name, FirstColumns(), ColumnList(table));
    Fill(table);
    if (random_.OneIn(2)) MakeGenerated(table);
    MakeKeys(table);
    MakeChecks(table);
    MakeIndexes(table);
    MakeTriggers(table.name);
    MakePolicies(table);
    MakeProperties(table);
    tables_.push_back(table);
  }

  void MakeGenerated(const RandomTable& table) {
    const std::string definition = fmt::format(
        "ALTER TABLE {} ADD COLUMN \"generated\" boolean GENERATED ALWAYS AS ({}) STORED",
        table.name, Truth(3));
    AddWithLiteral("generated column", definition,
                   fmt::format("ALTER TABLE {} DROP COLUMN \"generated\" CASCADE", table.name));
    Add("ALTER TABLE {} ADD COLUMN number integer GENERATED BY DEFAULT AS IDENTITY (START 100 "
        "INCREMENT 5)",
        table.name);
    Damage("identity", "ALTER TABLE {} ALTER number SET GENERATED ALWAYS", table.name);
    Damage("position of an identity", "ALTER TABLE {} ALTER number RESTART", table.name);
  }

  void MakeKeys(const RandomTable& table) {
    const std::string key = Name();
    Add("ALTER TABLE {} ADD CONSTRAINT {} {} (id){}", table.name, key,
        random_.OneIn(4) ? "UNIQUE" : "PRIMARY KEY", random_.OneIn(4) ? " DEFERRABLE" : "");
    Damage("key", "ALTER TABLE {} DROP CONSTRAINT {} CASCADE", table.name, key);
    if (tables_.empty() || random_.OneIn(2)) return;
    const std::string foreign_key = Name();
    Add("INSERT INTO {0} (id) SELECT id FROM {1} AS r WHERE NOT EXISTS (SELECT FROM {0} AS o WHERE "
        "o.id = r.id)",
        tables_.front().name, table.name);
    // A deferrable key can't be referred to.
    Add("CREATE UNIQUE INDEX ON {} (id)", tables_.front().name);
    Add("ALTER TABLE {} ADD CONSTRAINT {} FOREIGN KEY (id) REFERENCES {} (id) ON DELETE {}{}",
        table.name, foreign_key, tables_.front().name, random_.OneIn(2) ? "CASCADE" : "RESTRICT",
        random_.OneIn(3) ? " NOT VALID" : "");
    Damage("foreign key", "ALTER TABLE {} DROP CONSTRAINT {}", table.name, foreign_key);
  }

  void MakeChecks(const RandomTable& table) {
    for (std::size_t i = random_.Below(3); i > 0; --i) {
      const std::string name = Name();
      AddWithLiteral("check",
                     fmt::format("ALTER TABLE {} ADD CONSTRAINT {} CHECK ({} OR id IS NOT NULL)",
                                 table.name, name, Truth(3)),
                     fmt::format("ALTER TABLE {} DROP CONSTRAINT {}", table.name, name));
    }
  }

  void MakeIndexes(const RandomTable& table) {
    for (std::size_t i = random_.Below(3); i > 0; --i) {
      const std::string name = Name();
      RandomExpressions expressions(random_, columns_);
      AddWithLiteral("index",
                     fmt::format("CREATE INDEX {} ON {} USING btree (({}), label text_pattern_ops "
                                 "DESC, (\"left\"(label, 2 + 1000))) INCLUDE (id) WHERE {}",
                                 name, table.name, expressions.Number(2), expressions.Truth(2)),
                     fmt::format("DROP INDEX {}.{}", SchemaOf(table.name), name));
    }
    Add("CREATE INDEX ON {} (({}(\"user\")))", table.name, function_);
    if (random_.OneIn(2)) {
      const std::string name = Name();
      Add("CREATE STATISTICS {}.{} ON id, label, \"user\" FROM {}", SchemaOf(table.name), name,
          table.name);
      Damage("statistics object", "DROP STATISTICS {}.{}", SchemaOf(table.name), name);
    }
  }

  void MakeTriggers(const std::string& table) {
    if (random_.OneIn(2)) {
      const std::string name = Name();
      AddWithLiteral(
          "trigger",
          fmt::format("CREATE TRIGGER {} BEFORE UPDATE OF label ON {} FOR EACH ROW WHEN "
                      "(NEW.id > 1234 AND (OLD.label <> 'x' AND NEW.id BETWEEN 1 AND 2)) "
                      "EXECUTE FUNCTION {}('a', '1111')",
                      name, table, trigger_function_),
          fmt::format("DROP TRIGGER {} ON {}", name, table));
      Damage("trigger disabled", "ALTER TABLE {} DISABLE TRIGGER {}", table, name);
    }
    if (random_.OneIn(3)) {
      const std::string name = Name();
      AddWithLiteral(
          "rule",
          fmt::format("CREATE RULE {} AS ON INSERT TO {} WHERE NEW.id BETWEEN 4444444 AND "
                      "4444445 AND NEW.label <> 'x1234' DO INSTEAD NOTHING",
                      name, table),
          fmt::format("DROP RULE {} ON {}", name, table));
    }
  }

  void MakePolicies(const RandomTable& table) {
    if (!random_.OneIn(3)) return;
    const std::string name = Name();
    Add("ALTER TABLE {} ENABLE ROW LEVEL SECURITY", table.name);
    AddWithLiteral(
        "policy",
        fmt::format("CREATE POLICY {} ON {} FOR UPDATE TO reader, writer USING ({}) WITH "
                    "CHECK ({})",
                    name, table.name, Truth(2), Truth(2)),
        fmt::format("DROP POLICY {} ON {}", name, table.name));
    Damage("row security", "ALTER TABLE {} DISABLE ROW LEVEL SECURITY", table.name);
  }

  void MakeProperties(const RandomTable& table) {
    Damage("NOT NULL", "ALTER TABLE {} ALTER \"user\" DROP NOT NULL", table.name);
    Damage("default", "ALTER TABLE {} ALTER label SET DEFAULT 'another'", table.name);
    Damage("column", "ALTER TABLE {} ADD COLUMN another integer", table.name);
    Damage("unlogged", "ALTER TABLE {} SET UNLOGGED", table.name);
    Damage("owner", "ALTER TABLE {} OWNER TO writer", table.name);
    if (random_.OneIn(2)) {
      Add("GRANT SELECT (id, label), UPDATE ON {} TO reader WITH GRANT OPTION", table.name);
      Damage("grant", "REVOKE SELECT (label) ON {} FROM reader CASCADE", table.name);
    }
    if (random_.OneIn(2)) {
      Add("ALTER TABLE {} SET (fillfactor = 70, toast.autovacuum_enabled = false)", table.name);
      Damage("storage option", "ALTER TABLE {} RESET (toast.autovacuum_enabled)", table.name);
      Add("ALTER TABLE {} ALTER label SET STATISTICS 55, ALTER label SET STORAGE EXTERNAL, ALTER "
          "label SET (n_distinct = -0.5)",
          table.name);
      Damage("statistics target", "ALTER TABLE {} ALTER label SET STATISTICS 56", table.name);
      Damage("storage", "ALTER TABLE {} ALTER label SET STORAGE MAIN", table.name);
    }
    if (random_.OneIn(2)) {
      Add("ALTER TABLE {} REPLICA IDENTITY FULL", table.name);
      Damage("replica identity", "ALTER TABLE {} REPLICA IDENTITY NOTHING", table.name);
    }
    if (random_.OneIn(2)) {
      Add("COMMENT ON COLUMN {}.label IS 'it''s a label'", table.name);
      Damage("comment on a column", "COMMENT ON COLUMN {}.label IS 'it is a label'", table.name);
    }
  }

  void MakePartitions() {
    RandomTable table{.name = Qualified(), .columns = {}};
    const bool by_hash = random_.OneIn(3);
    const bool two_columns = !by_hash && random_.OneIn(2);
    Add("CREATE TABLE {} ({}{}) PARTITION BY {} (id{})", table.name, FirstColumns(),
        ColumnList(table), by_hash ? "HASH" : "RANGE", two_columns ? ", \"user\"" : "");
    const std::string leaf = Qualified();
    const std::string other = Qualified();
    if (by_hash) {
      Add("CREATE TABLE {} PARTITION OF {} FOR VALUES WITH (MODULUS 2, REMAINDER 0)", leaf,
          table.name);
      Add("CREATE TABLE {} PARTITION OF {} FOR VALUES WITH (MODULUS 2, REMAINDER 1)", other,
          table.name);
    } else {
      Add("CREATE TABLE {} PARTITION OF {} FOR VALUES FROM (MINVALUE{}) TO (30{})", leaf,
          table.name, two_columns ? ", MINVALUE" : "", two_columns ? ", 5" : "");
      Add("CREATE TABLE {} PARTITION OF {} DEFAULT PARTITION BY LIST ((id % 2))", other,
          table.name);
      const std::string even = Qualified();
      Add("CREATE TABLE {} PARTITION OF {} FOR VALUES IN (0)", even, other);
      Add("CREATE TABLE {} PARTITION OF {} DEFAULT", Qualified(), other);
      Damage("unlogged leaf", "ALTER TABLE {} SET UNLOGGED", even);
      Damage("detached leaf", "ALTER TABLE {} DETACH PARTITION {}", other, even);
    }
    Fill(table);
    Add("CREATE INDEX ON {} (label, (id % 7))", table.name);
    MakeChecks(table);
    MakeTriggers(table.name);
    MakeLeafProperties(leaf);
    tables_.push_back(table);
  }

  void MakeLeafProperties(const std::string& leaf) {
    Add("ALTER TABLE {} ALTER label SET DEFAULT 'leaf'", leaf);
    Damage("default of a leaf", "ALTER TABLE {} ALTER label SET DEFAULT 'l'", leaf);
    const std::string index = Name();
    Add("CREATE INDEX {} ON {} (\"Day\")", index, leaf);
    Damage("index of a leaf", "DROP INDEX {}.{}", SchemaOf(leaf), index);
    Damage("NOT NULL of a leaf", "ALTER TABLE {} ALTER label SET NOT NULL", leaf);
    Damage("storage option of a leaf", "ALTER TABLE {} SET (fillfactor = 55)", leaf);
    Damage("check of a leaf", "ALTER TABLE {} ADD CHECK (id > -100)", leaf);
    Damage("grant on a leaf", "GRANT SELECT ON {} TO reader", leaf);
    Damage("replica identity of a leaf", "ALTER TABLE {} REPLICA IDENTITY FULL", leaf);
  }

  void MakeInheritance() {
    RandomTable parent{.name = Qualified(), .columns = {}};
    Add("CREATE TABLE {} ({}{}, PRIMARY KEY (id))", parent.name, FirstColumns(),
        ColumnList(parent));
    RandomTable child{.name = Qualified(), .columns = parent.columns};
    Add("CREATE TABLE {} (extra integer, PRIMARY KEY (id)) INHERITS ({})", child.name, parent.name);
    Fill(parent);
    Fill(child);  // its keys are those of the parent's own rows
    MakeChecks(parent);
    Damage("inheritance", "ALTER TABLE {} NO INHERIT {}", child.name, parent.name);
    Damage("row of a child", "DELETE FROM ONLY {} WHERE id = 1", child.name);
  }

  void MakeSequence() {
    const std::string sequence = Qualified();
    const bool down = random_.OneIn(3);
    Add("CREATE SEQUENCE {} INCREMENT {} CACHE 3{}", sequence, down ? -2 : 2,
        random_.OneIn(2) ? " CYCLE" : "");
    Add("SELECT setval('{}', {})", DoubledQuotes(sequence), down ? -400 : 400);
    Damage("position of a sequence", "SELECT setval('{}', {})", DoubledQuotes(sequence),
           down ? -300 : 300);
    Damage("parameter of a sequence", "ALTER SEQUENCE {} CACHE 4", sequence);
    Damage("sequence dropped", "DROP SEQUENCE {}", sequence);
  }

  void MakeView() {
    const std::string& table = random_.OneOf(tables_).name;
    const std::string view = Qualified();
    RandomExpressions expressions(random_, columns_);
    const std::string columns = fmt::format(
        "id, \"user\", label, \"select\", \"Day\", {} AS \"json_array\", {} AS x, NULL AS empty",
        expressions.Number(2), expressions.Truth(2));
    const std::string from = views_.empty() || random_.OneIn(2) ? table : random_.OneOf(views_);
    const std::string query =
        fmt::format("SELECT {} FROM {} AS t WHERE {}", columns, from, expressions.Truth(3));
    if (random_.OneIn(3)) {
      Add("CREATE MATERIALIZED VIEW {} AS {} AND id > -1111", view, query);
      const std::string index = Name();
      Add("CREATE INDEX {} ON {} (id)", index, view);
      Damage("index of a materialized view", "DROP INDEX {}.{}", SchemaOf(view), index);
      Damage("materialized view not populated", "REFRESH MATERIALIZED VIEW {} WITH NO DATA", view);
    } else {
      AddWithLiteral(
          "view", fmt::format("CREATE OR REPLACE VIEW {} AS {} AND id > -1111 UNION ALL SELECT "
                              "id, \"user\", label, \"select\", \"Day\", 1, true, 'none' FROM {}",
                              view, query, from));
      MakeViewTrigger(view);
      views_.push_back(view);
    }
    Damage("grant on a view", "GRANT SELECT ON {} TO writer", view);
  }

  void MakeViewTrigger(const std::string& view) {
    const std::string name = Name();
    Add("CREATE TRIGGER {} INSTEAD OF INSERT ON {} FOR EACH ROW EXECUTE FUNCTION {}()", name, view,
        trigger_function_);
    Damage("trigger on a view", "DROP TRIGGER {} ON {}", name, view);
  }

  void MakeForeignTable() {
    const std::string wrapper = Name();
    const std::string server = Name();
    const std::string table = Qualified();
    Add("CREATE FOREIGN DATA WRAPPER {}", wrapper);
    Add("CREATE SERVER {} VERSION '1' FOREIGN DATA WRAPPER {} OPTIONS (fetch_size '10')", server,
        wrapper);
    Add("CREATE FOREIGN TABLE {} (id bigint NOT NULL, label text OPTIONS (column_name 'l')) SERVER {} "
        "OPTIONS (table_name 't')",
        table, server);
    Damage("option of a server", "ALTER SERVER {} OPTIONS (SET fetch_size '20')", server);
    Damage("option of a foreign table", "ALTER FOREIGN TABLE {} OPTIONS (SET table_name 'u')",
           table);
    Damage("foreign table dropped", "DROP FOREIGN TABLE {}", table);
  }

  void MakePublication() {
    const std::string name = Name();
    const std::string& table = tables_.front().name;
    Add("CREATE PUBLICATION {} FOR TABLE {} WITH (publish = 'insert, truncate')", name, table);
    Damage("publication dropped", "DROP PUBLICATION {}", name);
    Damage("publication's tables", "ALTER PUBLICATION {} DROP TABLE {}", name, table);
    Damage("publication's operations", "ALTER PUBLICATION {} SET (publish = 'insert')", name);
  }

  // Returns the schema of a quoted name.
  std::string SchemaOf(const std::string& qualified) const {
    for (const std::string& schema : schemas_) {
      if (qualified.starts_with(schema + ".")) return schema;
    }
    return "public";
  }

  static std::string DoubledQuotes(std::string text) {
    for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += 2) {
      text.insert(at, 1, '\'');
    }
    return text;
  }

  RandomChoice random_;
  std::size_t first_name_;
  RandomSchema schema_;
  ExpressionColumns columns_ = Columns();
  std::vector<RandomType> types_;
  std::vector<std::string> schemas_;
  std::vector<RandomTable> tables_;
  std::vector<std::string> views_;
  std::string function_;
  std::string trigger_function_;
  std::size_t names_ = 0;
};

}  // namespace

RandomSchema MakeRandomSchema(unsigned seed) { return SchemaMaker(seed).Make(); }

}  // namespace gonogo::testing_support
