// The run before: of the same plan, phases and checks, and as much a rehearsal.
#include "app/run/earlier_run.h"

#include <gtest/gtest.h>

#include "tests/golden/sample_run.h"
#include "tests/support/chained_lines.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

// A run that ended, as its folder has it.
void Write(const Scratch& scratch, const std::string& folder, const Json& changed) {
  RunHeader header = SampleHeader();
  std::filesystem::create_directories(scratch.Path("runs/" + folder));
  Json verdict = {{"plan", header.plan},
                  {"run", folder},
                  {"phases", header.phases},
                  {"checks", header.checks},
                  {"rehearsal", true},
                  {"started", "2026-01-01T00:00:00Z"},
                  {"text", "NO-GO"},
                  {"red_since", Json::object()},
                  {"took_ms", {{"row_count", 1200}}}};
  verdict["red_since"]["row_count.public.keys"] = "2025-12-31T00:00:00Z";
  verdict.update(changed);
  scratch.File("runs/" + folder + "/verdict.json", ToText(verdict));
  scratch.File("runs/" + folder + "/evidence.jsonl", Chained(ToText(ToJson(header)) + "\n"));
}

std::string EarlierIn(const Scratch& scratch) {
  MigrationFolder migration = MigrationFolderAt(scratch.Path(""));
  migration.is_given = true;
  const auto earlier = EarlierRunOf(SampleHeader(), migration);
  return earlier ? earlier->run : "none";
}

TEST(EarlierRun, IsTheNewestThatBeganBefore) {
  const Scratch scratch;
  EXPECT_EQ(EarlierIn(scratch), "none");
  Write(scratch, "20260101T000000Z-0001", Json::object());
  Write(scratch, "20260101T000000Z-0002", {{"phases", {"schema"}}});
  Write(scratch, "20260101T000000Z-0003", {{"checks", {"row_count"}}});
  Write(scratch, "20260101T000000Z-0004", {{"rehearsal", false}});
  Write(scratch, "20260101T000000Z-0005", {{"plan", "another"}});
  Write(scratch, "20260101T000000Z-0006", {{"started", "2026-02-01T00:00:00Z"}});
  Write(scratch, "20260101T000000Z-0007", Json::object());
  scratch.File("runs/20260101T000000Z-0007/verdict.json", "{");
  EXPECT_EQ(EarlierIn(scratch), "20260101T000000Z-0001");
}

// A plan may be that of many databases.
TEST(EarlierRun, IsOfTheSameTarget) {
  const Scratch scratch;
  MigrationFolder migration = MigrationFolderAt(scratch.Path(""));
  migration.is_given = true;
  RunHeader run = SampleHeader();
  for (Server& server : run.servers) {
    server.throw_away = false;
    server.error = "";
    server.address = "owner@new.example:5432/" + server.side;
  }
  const auto before = [&](const std::string& address) {
    const Json server = {{"side", "target"}, {"address", address}};
    Write(scratch, "20260101T000000Z-0001",
          {{"rehearsal", false}, {"servers", Json::array({server})}});
    return EarlierRunOf(run, migration).has_value();
  };
  EXPECT_TRUE(before("owner@new.example:5432/target"));
  EXPECT_FALSE(before("owner@elsewhere:5432/shop"));
}

TEST(EarlierRun, HasItsCasesAndSinceWhenTheyWereRed) {
  const Scratch scratch;
  Write(scratch, "20260101T000000Z-0001", Json::object());
  MigrationFolder migration = MigrationFolderAt(scratch.Path(""));
  migration.is_given = true;
  const auto earlier = EarlierRunOf(SampleHeader(), migration);
  ASSERT_TRUE(earlier);
  EXPECT_EQ(earlier->cases.size(), SampleHeader().declared.size());
  EXPECT_EQ(earlier->cases.front(), "row_count.public.users");
  EXPECT_EQ(earlier->red.at("row_count.public.keys"), "2025-12-31T00:00:00Z");
  EXPECT_EQ(earlier->took.at("row_count"), std::chrono::milliseconds(1200));
}

}  // namespace
}  // namespace gonogo::testing_support
