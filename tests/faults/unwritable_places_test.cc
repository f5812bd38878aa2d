// Nothing that gonogo writes can be written, wherever it is: on a disk that is read-only, and on
// one that has no room. Every command then says what it can't write, and isn't GO.
#include <gtest/gtest.h>
#include <unistd.h>

#include <functional>

#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

// A command that writes below the folder `out`, which exists.
struct Writing {
  std::string name;
  Words words;
  std::string prepared_by = {};  // a command of the shell, in which $gonogo, $plan and $out are set
};

void PrintTo(const Writing& one, std::ostream* out) { *out << one.name; }

const std::vector<Writing>& Writings() {
  static const std::vector<Writing> all = {
      {"run", {"run", "gate", "--plan", "$plan", "--out", "$out/run"}},
      {"stage", {"stage", "preflight", "--plan", "$plan", "--out", "$out"}},
      {"later_stage",
       {"stage", "schema", "--plan", "$plan", "--out", "$out"},
       "$gonogo stage preflight --plan $plan --out $out"},
      {"sign", {"sign", "--plan", "$plan", "--out", "$out", "--item", "ready", "--by", "somebody"}},
      {"waive",
       {"waive", "--plan", "$plan", "--out", "$out", "--check", "signed", "--subject", "ready",
        "--finding", "*", "--reason", "a test", "--owner", "nobody", "--until", "2999-01-01",
        "--yes"}},
      {"shard_plan",
       {"shard", "plan", "gate", "--plan", "$plan", "--shards", "2", "--set", "$out/set"}},
      {"shard_run",
       {"shard", "run", "--plan", "$plan", "--set", "$out/set", "--shard", "1"},
       "$gonogo shard plan gate --plan $plan --shards 2 --set $out/set"},
      {"keygen", {"keygen", "$out/key"}},
      {"evidence_sign",
       {"evidence", "sign", "$out/run", "--sign-key", "$out/key"},
       "$gonogo keygen $out/key; $gonogo run gate --plan $plan --out $out/run; true"},
      {"evidence_merge",
       {"evidence", "merge", "$out/parts", "--plan", "$plan", "--out", "$out/merged"},
       "$gonogo run gate --plan $plan --out $out/parts/one; true"},
      {"watch",
       {"watch", "--plan", "$plan", "--for", "0s", "--recheck", "0s", "--out",
        "$out/series.jsonl"}},
      {"baseline",
       {"baseline", "take", "--plan", "$in_place", "--target", "$SRC_DB_URL", "--out",
        "$out/baseline.json"}},
      {"diff", {"diff", "--relation", "public.owners", "--patch", "$out/patch.sql"}},
      {"init", {"init", "$out/new", "--yes"}},
      {"pipeline", {"plan", "pipeline", "github", "--plan", "$plan", "--out", "$out"}},
      {"docs_pages", {"docs", "pages", "--out", "$out"}},
      {"docs_man", {"docs", "man", "--out", "$out"}},
      {"gates_new", {"gates", "new", "mine", "--folder", "$out"}},
  };
  return all;
}

// Makes everything below $out read-only, for the words that follow.
constexpr const char* kReadOnly =
    "exec unshare --mount bash -c 'mount --bind \"$out\" \"$out\" && "
    "mount -o remount,bind,ro \"$out\" && exec \"$@\"' -";

// Puts what is in $out on a disk of its own that has no block left, for the words that follow.
constexpr const char* kFull =
    "exec unshare --mount bash -c 'mount -t tmpfs -o size=1m full /mnt && cp -a \"$out\"/. /mnt && "
    "{ cat /dev/zero > /mnt/filler 2> /dev/null; mount --move /mnt \"$out\" && exec \"$@\"; }' -";

class UnwritablePlaces : public testing::TestWithParam<Writing> {
 protected:
  UnwritablePlaces() {
    const std::string file = migration_.scratch().Path("plan.json");
    Json plan = ParseJson(ReadFile(file));
    plan["checks"].push_back(
        {{"id", "signed"},
         {"gate", "signoff"},
         {"items", {{"ready", {{"text", "All is ready."}, {"role", "somebody"}}}}}});
    migration_.scratch().File("plan.json", ToText(plan, 2));
    plan["connections"].erase("source");
    plan.erase("stages");
    plan["baseline"] = {{"max_age_hours", 1}};
    plan["checks"] = {{{"id", "row_count"}, {"gate", "row_count"}, {"phases", {"gate"}}}};
    migration_.scratch().File("in_place.json", ToText(plan, 2));
    std::filesystem::create_directories(migration_.scratch().Path("out"));
  }

  ProcessResult InShell(const std::string& command, const Words& words = {}) const {
    Words all = {"bash", "-c", command, "bash"};
    all.insert(all.end(), words.begin(), words.end());
    return RunCommand({.words = all,
                       .environment = {{"gonogo", GONOGO_PROGRAM},
                                       {"plan", migration_.scratch().Path("plan.json")},
                                       {"in_place", migration_.scratch().Path("in_place.json")},
                                       {"out", migration_.scratch().Path("out")},
                                       {"SRC_DB_URL", migration_.databases().SourceUrl()},
                                       {"TGT_DB_URL", migration_.databases().TargetUrl()}}});
  }

  // Runs the command after `before`, and expects that it says why it can't write.
  void ExpectTold(const std::string& before, const std::string& reason) const {
    std::string line = before + " \"$gonogo\"";
    for (const std::string& word : GetParam().words) line += " \"" + word + "\"";
    const ProcessResult run = InShell(line);
    EXPECT_TRUE(run.status == 2 || run.status == 3) << run.status << "\n" << run.output;
    EXPECT_TRUE(OutputHas(run, reason)) << run.output;
    EXPECT_TRUE(OutputHas(run, migration_.scratch().Path("out"))) << run.output;
    for (const char* const words : {"::", "filesystem error", "basic_", "\nGO "}) {
      EXPECT_FALSE(OutputHas(run, words)) << run.output;
    }
  }

  StagedMigration migration_{"unwritable"};
};

TEST_P(UnwritablePlaces, AreToldByTheCommandThatWritesThere) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can mount a folder again";
  if (!GetParam().prepared_by.empty()) {
    const ProcessResult before = InShell(GetParam().prepared_by);
    ASSERT_EQ(before.status, 0) << before.output;
  }
  ExpectTold(kReadOnly, "Read-only file system");
  ExpectTold(kFull, "No space left on device");
}

// What takes minutes tells before it begins. The words come after those of the command.
TEST(UnwritableFolders, AreToldBeforeServersStart) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can mount a folder again";
  const Scratch scratch;
  const auto tells = [&](const std::string& command, const std::string& words) {
    const ProcessResult run = RunCommand({.words = {"bash", "-c", kReadOnly + (" " + command)},
                                          .environment = {{"gonogo", GONOGO_PROGRAM},
                                                          {"project", GONOGO_SOURCE_DIR},
                                                          {"out", scratch.Path("")}}});
    EXPECT_EQ(run.status, 3) << run.output;
    EXPECT_TRUE(OutputHas(run, words)) << run.output;
    EXPECT_TRUE(OutputHas(run, ": Read-only file system")) << run.output;
    EXPECT_FALSE(OutputHas(run, "starting the throw-away pair")) << run.output;
  };
  const std::string out = scratch.Path("");
  tells("\"$gonogo\" rehearse --plan \"$project/plans/credity/plan.json\" --out \"$out/new/one\"",
        "can't write into " + out + "/new/one");
  tells("\"$gonogo\" selftest --only 'table dropped*' --out \"$out/new\"",
        "can't write into " + out + "/new");
  tells("env TMPDIR=\"$out\" \"$gonogo\" pair up --name unwritable", "can't create " + out);
}

std::string NameOfWriting(const testing::TestParamInfo<Writing>& one) { return one.param.name; }

INSTANTIATE_TEST_SUITE_P(Slow, UnwritablePlaces, testing::ValuesIn(Writings()), NameOfWriting);

}  // namespace
}  // namespace gonogo::testing_support
