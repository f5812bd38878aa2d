// Tests which sizes the statement returns: which relations are read together depends on them, but
// no answer of a gate does.
#include <gtest/gtest.h>

#include "sql/contents.h"
#include "tests/support/faults/faulty_server.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kRelations =
    "CREATE TABLE small (id int); INSERT INTO small VALUES (1);"
    "CREATE TABLE wide (words text); ALTER TABLE wide ALTER words SET STORAGE EXTERNAL;"
    "INSERT INTO wide SELECT repeat('x', 20000);"
    "CREATE SCHEMA other; CREATE TABLE other.small (id int);"
    "CREATE MATERIALIZED VIEW kept AS SELECT id FROM small; CREATE VIEW viewed AS SELECT 1 AS n;"
    "CREATE TABLE heir (more int) INHERITS (small); INSERT INTO heir VALUES (2, 2);"
    "CREATE TABLE parted (id int) PARTITION BY RANGE (id);"
    "CREATE TABLE part PARTITION OF parted FOR VALUES FROM (0) TO (10);"
    "CREATE TABLE parts PARTITION OF parted DEFAULT PARTITION BY RANGE (id);"
    "CREATE TABLE part_of_parts PARTITION OF parts DEFAULT;"
    "INSERT INTO parted VALUES (1), (11);"
    "CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;"
    "CREATE TABLE mixed (id int) PARTITION BY RANGE (id);"
    "CREATE FOREIGN TABLE far PARTITION OF mixed DEFAULT SERVER files "
    "OPTIONS (filename '/dev/null');"
    "CREATE TABLE taken_parts (id int) PARTITION BY RANGE (id);"
    "CREATE TABLE taken PARTITION OF taken_parts DEFAULT;"
    // Of these, nobody asks the size.
    "CREATE INDEX ON small (id); CREATE SEQUENCE counted; CREATE TYPE pair AS (a int, b int)";

// Returns it as "public.small 8192".
std::vector<std::string> Sizes(Session& session) {
  std::vector<std::string> sizes;
  const Rows rows = session.Query(sql::kBytesOfRelations, {});
  for (const Row row : rows) {
    sizes.push_back(row.Text("schema") + "." + row.Text("relation") + " " +
                    row.Maybe("bytes").value_or("?"));
  }
  return sizes;
}

TEST(BytesOfRelations, CountToastAndPartitionsAndNothingThatIsLocked) {
  const BothDatabases databases("bytes_of_relations");
  databases.OnTarget(kRelations);
  const OtherSession other(TestPair().target, "bytes_of_relations", "LOCK TABLE taken");
  Pair pair = databases.Open();
  EXPECT_EQ(Sizes(pair.Target()),
            (std::vector<std::string>{
                "other.small 0", "public.far ?", "public.heir 8192", "public.kept 8192",
                "public.mixed ?", "public.part 8192", "public.part_of_parts 8192",
                "public.parted 16384", "public.parts 8192", "public.small 8192", "public.taken ?",
                "public.taken_parts ?", "public.viewed ?", "public.wide 32768"}));
}

}  // namespace
}  // namespace gonogo::testing_support
