// Tests how each migration tool's folder and history table are read.
#include "gates/migrations/history/tools.h"

#include <gtest/gtest.h>

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
    return ToolNamed(tool).committed(scratch_.Path("."));
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
  EXPECT_EQ(history.migrations[1].checksums, Texts{Sha256("SELECT 2;\n")});
  EXPECT_TRUE(history.problems.empty());
}

TEST(Drizzle, ReportsAnEntryThatIsntNewerThanTheOneBefore) {
  const Folder folder;
  folder.Write("meta/_journal.json",
               R"({"entries": [{"when": 20, "tag": "0000_a"}, {"when": 10, "tag": "0001_b"}]})");
  folder.Write("0000_a.sql", "");
  folder.Write("0001_b.sql", "");
  EXPECT_EQ(folder.ReadBy("drizzle").problems,
            Texts{"0001_b: its time in the journal isn't later than the times before it"});
}

TEST(Drizzle, NamesMigrationsByTheirFoldersFromVersion1On) {
  const Folder folder;
  folder.Write("20260101000000_a/migration.sql", "SELECT 1;\n");
  EXPECT_EQ(Names(folder.ReadBy("drizzle")), Texts{"20260101000000_a"});
  const Json row = {{"id", 1}, {"hash", "aa"}, {"created_at", 10}, {"name", "20260101000000_a"}};
  EXPECT_EQ(ToolNamed("drizzle").applied(row).name, "20260101000000_a");
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
  EXPECT_EQ(ToolNamed("prisma").applied(row).name, "");
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
  EXPECT_EQ(Names(history), (Texts{"V1__a.sql", "V2__b.sql"}));
  EXPECT_EQ(history.migrations[0].checksums, Texts{"-623083431"});
  EXPECT_EQ(history.migrations[1].checksums, Texts{"1455298515"});
}

TEST(Alembic, HasOnlyTheHeads) {
  const Folder folder;
  folder.Write("a.py", "revision: str = 'aa'\ndown_revision: Union[str, None] = None\n");
  folder.Write("b.py", "revision = \"bb\"\ndown_revision = \"aa\"\n");
  folder.Write("c.py", "revision = 'cc'\ndown_revision = ('aa', 'bb')\n");
  EXPECT_EQ(Names(folder.ReadBy("alembic")), Texts{"cc"});
}

TEST(RailsAndSupabase, NameMigrationsByTheirVersion) {
  const Folder folder;
  folder.Write("20260101_create_users.rb", "");
  folder.Write("20260102_more.sql", "");
  EXPECT_EQ(Names(folder.ReadBy("rails")), Texts{"20260101"});
  EXPECT_EQ(Names(folder.ReadBy("supabase")), Texts{"20260102"});
}

TEST(Knex, NamesMigrationsByTheirFiles) {
  const Folder folder;
  folder.Write("20260101_a.js", "");
  EXPECT_EQ(Names(folder.ReadBy("knex")), Texts{"20260101_a.js"});
}

TEST(MigrationTools, ThrowIfTheFolderDoesntExist) {
  for (const std::string& tool : ToolNames()) {
    EXPECT_THROW(ToolNamed(tool).committed("/no/such/folder"), std::runtime_error) << tool;
  }
}

}  // namespace
}  // namespace gonogo
