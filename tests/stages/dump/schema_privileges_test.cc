// The order of a script's entries.
#include "stages/dump/schema_privileges.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

std::string Entry(const std::string& name, const std::string& type, const std::string& sql) {
  return "--\n-- Name: " + name + "; Type: " + type + "; Schema: -; Owner: app\n--\n\n" + sql +
         "\n";
}

TEST(WithSchemaPrivilegesFirst, PutsThemBehindTheSchemas) {
  const std::string head = "SET check_function_bodies = false;\n\n";
  const std::string schema = Entry("shop", "SCHEMA", "CREATE SCHEMA shop;");
  const std::string table = Entry("SCHEMA", "TABLE", "CREATE TABLE shop.\"SCHEMA\" ();");
  const std::string late = Entry("late", "SCHEMA", "CREATE SCHEMA late;");
  const std::string of_table = Entry("TABLE t", "ACL", "GRANT SELECT ON TABLE shop.t TO app;");
  const std::string of_schema = Entry("SCHEMA shop", "ACL", "GRANT CREATE ON SCHEMA shop TO app;");
  EXPECT_EQ(WithSchemaPrivilegesFirst(head + schema + table + late + of_table + of_schema),
            head + schema + late + of_schema + table + of_table);
}

TEST(WithSchemaPrivilegesFirst, KeepsOtherScripts) {
  EXPECT_EQ(WithSchemaPrivilegesFirst(""), "");
  EXPECT_EQ(WithSchemaPrivilegesFirst("SELECT 1;\n--\n"), "SELECT 1;\n--\n");
}

}  // namespace
}  // namespace gonogo
