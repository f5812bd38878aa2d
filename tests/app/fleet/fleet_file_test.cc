// What is wrong with the file of a fleet is an error with its place, before any server is asked.
#include "app/fleet/fleet_file.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

class FleetFile : public testing::Test {
 protected:
  // The message, in which the scratch folder is left out.
  std::string ErrorOf(const std::string& name, const std::string& text) const {
    try {
      ReadFleet(scratch_.File(name, text));
      return "";
    } catch (const PlanError& error) {
      std::string message = error.what();
      const std::string folder = scratch_.Path("");
      for (std::size_t at = message.find(folder); at != std::string::npos;
           at = message.find(folder)) {
        message.erase(at, folder.size());
      }
      return message;
    }
  }

  Scratch scratch_;
};

TEST_F(FleetFile, IsCsvOrJsonWithTheSameMeaning) {
  const Fleet csv = ReadFleet(scratch_.File(
      "f.csv", "name,TGT_DB_URL,env_file,same_target_as\nacme,a,,\nglobex,,globex.env,acme\n"));
  const Fleet json = ReadFleet(scratch_.File("f.json", R"([
    {"name": "acme", "TGT_DB_URL": "a"},  // the first
    {"name": "globex", "env_file": "globex.env", "same_target_as": "acme"}])"));
  ASSERT_EQ(csv.databases.size(), 2U);
  ASSERT_EQ(json.databases.size(), 2U);
  EXPECT_EQ(csv.databases[0].values, json.databases[0].values);
  EXPECT_EQ(csv.databases[0].values.at("TGT_DB_URL"), "a");
  EXPECT_EQ(csv.databases[1].env_file, scratch_.Path("globex.env"));
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(csv.databases[i].member, json.databases[i].member);
    EXPECT_EQ(csv.databases[i].env_file, json.databases[i].env_file);
  }
}

TEST_F(FleetFile, MustHaveDatabases) {
  EXPECT_EQ(ErrorOf("f.csv", ""), "f.csv is empty: its first line names the columns");
  EXPECT_EQ(ErrorOf("f.csv", "name,A\n"), "f.csv has no databases: a fleet needs at least one");
  EXPECT_EQ(ErrorOf("f.json", "[]"), "f.json has no databases: a fleet needs at least one");
  EXPECT_EQ(ErrorOf("f.txt", "name\na\n"), "f.txt: the file of a fleet is a *.csv or a *.json");
}

TEST_F(FleetFile, MustNameEachDatabaseOnceAndSafely) {
  EXPECT_EQ(ErrorOf("f.csv", "name,A\nacme,1\nAcme,2\n"),
            "f.csv:3: the name Acme is already at f.csv:2, perhaps in other capitals");
  for (const char* name :
       {"", ".", "..", "../x", "a/b", "-x", "a b", "x.", ".x", "\xC3\xA9", "#x"}) {
    EXPECT_EQ(ErrorOf("f.csv", std::string("name,A\n") + name + ",1\n"),
              std::string("f.csv:2: the name \"") + name +
                  "\" can't be that of a folder: give letters, digits, and . _ - between them, at "
                  "most 100");
  }
  EXPECT_EQ(ErrorOf("f.csv", "name,A\n" + std::string(101, 'x') + ",1\n").substr(0, 20),
            "f.csv:2: the name \"x");
  EXPECT_EQ(ErrorOf("f.json", "[\n{\"A\": \"1\"}]"), "f.json:2: the database has no \"name\"");
}

TEST_F(FleetFile, MustBeATable) {
  EXPECT_EQ(ErrorOf("f.csv", "name;A\nacme;1\n"), "f.csv:1: separate the columns by commas");
  EXPECT_EQ(ErrorOf("f.csv", "name,A,A\nacme,1,2\n"), "f.csv:1: there are two columns A");
  EXPECT_EQ(ErrorOf("f.csv", "name,\nacme,1\n"), "f.csv:1: a column has no name");
  EXPECT_EQ(ErrorOf("f.csv", "name,A\nacme\n"),
            "f.csv:2: the row has 1 cell, and the header 2 columns");
  EXPECT_EQ(ErrorOf("f.json", "{\"name\": \"acme\"}"),
            "f.json:1: a fleet is an array of objects: [{\"name\": \"acme\", ...}]");
  EXPECT_EQ(ErrorOf("f.json", "[\"acme\"]"), "f.json:1: a database is an object");
  EXPECT_EQ(ErrorOf("f.json", "[{\"name\": \"acme\", \"A\": 1}]"),
            "f.json:1: \"A\" must be a text, as variables are");
}

TEST_F(FleetFile, MustHaveValues) {
  EXPECT_EQ(ErrorOf("f.csv", "name,A\nacme,\n"),
            "f.csv:2: acme: A is empty: give a value, or an env_file that has it");
  EXPECT_EQ(ErrorOf("f.csv", "name,A,same_target_as\nacme,1,acme\n"),
            "f.csv:2: acme: \"same_target_as\" names no other database of the fleet");
  EXPECT_EQ(ErrorOf("f.csv", "name,A,same_target_as\nacme,1,globex\n"),
            "f.csv:2: acme: \"same_target_as\" names no other database of the fleet");
}

}  // namespace
}  // namespace gonogo::testing_support
