// Tests how each migration tool's folder and history table are read.
#include "gates/migrations/history/tools.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "core/text/digest.h"
#include "tests/support/gonogo_program.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

// A temporary folder of migrations.
class Folder {
 public:
  void Write(const std::string& file, const std::string& text) const {
    fs::create_directories(fs::path(scratch_.Path(file)).parent_path());
    std::ofstream(scratch_.Path(file), std::ios::binary) << text;
  }
  CommittedHistory ReadBy(const std::string& tool) const {
    return ToolNamed(tool).committed({scratch_.Path(".")});
  }

 private:
  testing_support::Scratch scratch_;
};

std::vector<std::string> Names(const CommittedHistory& history) {
  std::vector<std::string> names;
  for (const CommittedMigration& migration : history.migrations) names.push_back(migration.name);
  return names;
}

using Texts = std::vector<std::string>;

TEST(Drizzle, NamesMigrationsByTheTimesInTheJournal) {
  const Folder folder;
  folder.Write("meta/_journal.json",
               R"({"entries": [{"when": 10, "tag": "0000_a"}, {"when": 20, "tag": "0001_b"}]})");
  folder.Write("0000_a.sql", "SELECT 1;\n");
  folder.Write("0001_b.sql", "SELECT 2;\n");
  const CommittedHistory history = folder.ReadBy("drizzle");
  EXPECT_EQ(Names(history), (Texts{"10", "20"}));
  EXPECT_EQ(history.migrations[1].label, "0001_b");
  EXPECT_EQ(history.migrations[1].checksums,
            (Texts{Sha256("SELECT 2;\n"), Sha256("SELECT 2;\r\n")}));
  EXPECT_TRUE(history.problems.empty());
}

TEST(Drizzle, NamesMigrationsByTheirFoldersFromVersion1On) {
  const Folder folder;
  folder.Write("20260101000000_a/migration.sql", "SELECT 1;\n");
  EXPECT_EQ(Names(folder.ReadBy("drizzle")), Texts{"20260101000000_a"});
  const Json row = {{"id", 1}, {"hash", "aa"}, {"created_at", 10}, {"name", "20260101000000_a"}};
  EXPECT_EQ(ToolNamed("drizzle").applied({row}).migrations.at(0).name, "20260101000000_a");
}

TEST(Prisma, AcceptsOtherLineEndsAndDigestsWithoutLeadingZeros) {
  const Folder folder;
  folder.Write("20260101000000_a/migration.sql", "SELECT 1;\r\n");
  const Texts checksums = folder.ReadBy("prisma").migrations.at(0).checksums;
  const auto accepts = [&](const std::string& checksum) {
    return std::find(checksums.begin(), checksums.end(), checksum) != checksums.end();
  };
  EXPECT_TRUE(accepts(Sha256("SELECT 1;\r\n")));
  EXPECT_TRUE(accepts(Sha256("SELECT 1;\n")));
  EXPECT_FALSE(accepts(Sha256("SELECT 2;\n")));
  const std::string padded = Sha256("SELECT 1;\n");
  std::string unpadded;
  for (std::size_t i = 0; i < padded.size(); i += 2) {
    unpadded += padded[i] == '0' ? padded.substr(i + 1, 1) : padded.substr(i, 2);
  }
  EXPECT_TRUE(accepts(unpadded));
}

TEST(Prisma, IgnoresARolledBackMigration) {
  const Json row = {{"migration_name", "a"}, {"checksum", "x"}, {"rolled_back_at", "2026-01-01"}};
  EXPECT_TRUE(ToolNamed("prisma").applied({row}).migrations.empty());
}

// The numbers are zlib's crc32 of the lines, one after the other.
TEST(Flyway, ComputesTheChecksumWithoutLineEnds) {
  const Folder folder;
  folder.Write("V1__a.sql", "CREATE TABLE a (id int);\n");
  folder.Write("V2__b.sql",
               "\xEF\xBB\xBF"
               "CREATE TABLE a (id int);\r\nSELECT 1;\n");
  folder.Write("notes.sql", "SELECT 1;");
  const CommittedHistory history = folder.ReadBy("flyway");
  EXPECT_EQ(Names(history), (Texts{"1", "2"}));
  EXPECT_EQ(history.migrations[0].checksums, Texts{"-623083431"});
  EXPECT_EQ(history.migrations[1].checksums, Texts{"1455298515"});
}

// Returns the names that a file with that text has below its revision.
Texts Implied(const std::string& text) {
  const Folder folder;
  for (const std::string name : {"a", "b", "long"}) {
    folder.Write(name + ".py", "revision = '" + name + "'\ndown_revision = None\n");
  }
  folder.Write("m.py", text);
  for (const CommittedMigration& migration : folder.ReadBy("alembic").migrations) {
    if (migration.name == "m") return migration.implies;
  }
  return {"not read"};
}

TEST(Alembic, ReadsRevisionsAsPythonWould) {
  EXPECT_EQ(Implied("revision = \"m\"\ndown_revision = ('a',\n  # x\n  \"b\")\n"),
            (Texts{"a", "b"}));
  EXPECT_EQ(Implied("revision: str = 'm'\r\ndown_revision: Union[str, None] = 'a'\r\n"),
            Texts{"a"});
  EXPECT_EQ(Implied("'''\nrevision = 'x'\n'''\nrevision = 'm'\ndown_revision = [\n'a']\n"),
            Texts{"a"});
  EXPECT_EQ(Implied("revision = 'm'\ndown_revision = None\ndepends_on = ('lo', 'b')\n"),
            (Texts{"long", "b"}));
  EXPECT_EQ(Implied("revision = \\\n  'm'\ndown_revision = None  # 'a'\n"), Texts{});
  EXPECT_EQ(Implied("revision = 'm'\n"), Texts{"not read"});
}

TEST(Alembic, ReportsWhatItCannotFollow) {
  const Folder folder;
  folder.Write("a.py", "revision = 'a'\ndown_revision = PREVIOUS\n");
  folder.Write("b.py", "revision = 'b'\ndown_revision = 'gone'\n");
  EXPECT_EQ(folder.ReadBy("alembic").problems,
            (Texts{"a.py: its down_revision isn't written out, so it can't be read",
                   "b.py: no file has the revision gone below it"}));
}

// Flyway reads the file in its configured encoding, and computes the checksum of UTF-8.
TEST(Flyway, AcceptsTheChecksumOfAFileInLatin1) {
  const Folder folder;
  folder.Write("V1__a.sql", "-- \xE9\r\n");
  const Texts checksums = folder.ReadBy("flyway").migrations.at(0).checksums;
  EXPECT_NE(std::find(checksums.begin(), checksums.end(), "-625233302"), checksums.end());
}

TEST(Flyway, ReportsTwoFilesOfOneVersion) {
  const Folder folder;
  folder.Write("V1__a.sql", "");
  folder.Write("more/V01.0__b.sql", "");
  EXPECT_EQ(folder.ReadBy("flyway").problems,
            Texts{"V1__a.sql and more/V01.0__b.sql are the same migration to Flyway"});
}

TEST(Flyway, ReadsEachFormOfAVersion) {
  const Folder folder;
  for (const char* const name : {"V1_2__a.sql", "V001.3.0__b.sql", "V20260101120000__c.sql",
                                 "R__d_e.sql", "U1__f.sql", "V1b__g.sql", "beforeMigrate.sql"}) {
    folder.Write(name, "SELECT 1;\n");
  }
  Texts names = Names(folder.ReadBy("flyway"));
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (Texts{"1.2", "1.3", "20260101120000", "R d e"}));
}

TEST(MigrationTools, ThrowIfTheFolderDoesntExist) {
  for (const std::string& tool : ToolNames()) {
    EXPECT_THROW(ToolNamed(tool).committed({"/no/such/folder"}), std::runtime_error) << tool;
  }
}

}  // namespace
}  // namespace gonogo
