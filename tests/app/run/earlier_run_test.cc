// The run before: of the same plan, phases and checks, and as much a rehearsal.
#include "app/run/earlier_run.h"

#include <gtest/gtest.h>

#include "app/sealing/folder_sums.h"
#include "tests/golden/sample_run.h"
#include "tests/support/chained_lines.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kMore = "{\"type\":\"contradiction\",\"message\":\"one\"}\n";

void Sum(const Scratch& scratch, const std::string& folder) {
  const std::string runs = "runs/" + folder;
  scratch.File(runs + "/SHA256SUMS", SumsText(SumsOf(scratch.Path(runs))));
}

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
  const std::string lines = Chained(ToText(ToJson(header)) + "\n" + kMore);
  verdict["chain"] = ToJson(EndOf(lines));
  scratch.File("runs/" + folder + "/verdict.json", ToText(verdict));
  scratch.File("runs/" + folder + "/evidence.jsonl", lines);
  Sum(scratch, folder);
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

// What was torn, or what somebody edited, says nothing of what changed since.
TEST(EarlierRun, IsNoneThatIsDamaged) {
  const Scratch scratch;
  Write(scratch, "20260101T000000Z-0001", Json::object());
  const std::string newest = "20260101T000000Z-0002";
  const std::string evidence = "runs/" + newest + "/evidence.jsonl";
  const auto with = [&](const std::function<std::string(std::string)>& spoil) {
    Write(scratch, newest, Json::object());
    scratch.File(evidence, spoil(ReadFile(scratch.Path(evidence))));
    return EarlierIn(scratch);
  };
  EXPECT_EQ(with([](auto text) { return text; }), newest);
  EXPECT_EQ(with([](auto text) { return text.substr(0, text.size() / 2); }),
            "20260101T000000Z-0001");
  EXPECT_EQ(with([](auto text) { return text.substr(0, text.find('\n') + 1); }),
            "20260101T000000Z-0001");
  EXPECT_EQ(with([](auto text) { return text + text; }), "20260101T000000Z-0001");
  // Also if all digests of files were made anew.
  const std::string good = ReadFile(scratch.Path("runs/20260101T000000Z-0001/evidence.jsonl"));
  scratch.File(evidence, good.substr(0, good.find('\n') + 1));
  Sum(scratch, newest);
  EXPECT_EQ(EarlierIn(scratch), "20260101T000000Z-0001");
  Write(scratch, newest, Json::object());
  const std::string verdict = "runs/" + newest + "/verdict.json";
  scratch.File(verdict, ReadFile(scratch.Path(verdict)) + " ");
  EXPECT_EQ(EarlierIn(scratch), "20260101T000000Z-0001");
  Write(scratch, newest, Json::object());
  std::filesystem::remove(scratch.Path("runs/" + newest + "/SHA256SUMS"));
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
