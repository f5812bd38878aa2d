// gonogo init writes a folder that the next commands accept, and overwrites nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPassword = "password=secret-password";

std::string WithPassword(const std::string& url) {
  return url + (url.find('?') == std::string::npos ? "?" : "&") + kPassword;
}

Words FilesIn(const std::string& folder) {
  Words files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), folder).string());
  }
  std::ranges::sort(files);
  return files;
}

TEST(Init, WritesTheFolderOfAMigration) {
  const BothDatabases databases("started");
  databases.OnSource("CREATE TABLE t (id int PRIMARY KEY)");
  const Scratch scratch;
  const std::string folder = scratch.Path("shop");
  const Words init = {"init",     folder,
                      "--source", WithPassword(databases.SourceUrl()),
                      "--target", WithPassword(databases.TargetUrl()),
                      "--yes",    "--pipeline",
                      "github"};
  Words dry = init;
  dry.emplace_back("--dry-run");
  const ProcessResult shown = RunGonogo(dry);
  EXPECT_TRUE(OutputHas(shown, "==> " + folder + "/plan.json <==")) << shown.output;
  EXPECT_FALSE(fs::exists(folder));
  const ProcessResult written = RunGonogo(init);
  ASSERT_EQ(written.status, 0) << written.output;
  EXPECT_TRUE(OutputHas(written, "gonogo: tables: none yet\n")) << written.output;
  EXPECT_EQ(FilesIn(folder),
            (Words{".github/actions/gonogo/action.yml", ".github/workflows/gonogo-gate.yml",
                   ".github/workflows/gonogo-rehearsal.yml", ".gitignore", "env.example",
                   "plan.json", "plan.schema.json"}));
  for (const std::string& file : FilesIn(folder)) {
    EXPECT_EQ(ReadFile(folder + "/" + file).find("secret-password"), std::string::npos) << file;
  }
  const ProcessResult lint =
      RunGonogo({"plan", "lint", "--strict", "--plan", folder + "/plan.json"});
  EXPECT_EQ(lint.status, 0) << lint.output;
  const ProcessResult shut = RunGonogo(init);
  EXPECT_EQ(shut.status, 2) << shut.output;
  EXPECT_TRUE(OutputHas(shut, folder + "/.github/actions/gonogo/action.yml exists; gonogo init "))
      << shut.output;
  const ProcessResult gate =
      RunGonogo({"list", "--plan", folder + "/plan.json", "--env-file", folder + "/env.example"});
  EXPECT_EQ(gate.status, 0) << gate.output;
}

TEST(Init, TakesAServiceAndSaysWhatNobodySeesInPlace) {
  const BothDatabases databases("started");
  databases.OnTarget("SELECT lo_create(7); CREATE MATERIALIZED VIEW v AS SELECT 1 AS n");
  const Scratch scratch;
  ConnectionString endpoint = ParseEndpoint(databases.TargetUrl(), "TGT_DB_URL");
  endpoint.options["sslmode"] = "disable";  // on this host no plan demands TLS
  std::string service = "[changed]\n";
  for (const auto& [key, value] : endpoint.options) service += key + "=" + value + "\n";
  const ProcessResult run = RunGonogo({"init", scratch.Path("shop"), "--in-place", "--target",
                                       "changed", "--stages", "none", "--yes", "--dry-run"},
                                      {{"PGSERVICEFILE", scratch.File("services", service)}});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run,
                        "gonogo: warning: in place, no check sees a change of contents of "
                        "materialized views, contents of large objects\n"))
      << run.output;
  EXPECT_TRUE(OutputHas(run, "\nTGT_DB_URL=\"service=changed\"\n")) << run.output;
  EXPECT_FALSE(OutputHas(run, "\"gate\": \"tls\"")) << run.output;
}

TEST(Init, AsksForWhatIsMissing) {
  const ProcessResult without_target = RunGonogo({"init", "--source", "postgresql://h/d"});
  EXPECT_EQ(without_target.status, 2);
  EXPECT_EQ(without_target.output, "gonogo: no target: give --target URL, or set TGT_DB_URL\n");
  const ProcessResult without_source = RunGonogo({"init", "--target", "postgresql://h/d"});
  EXPECT_EQ(without_source.status, 2);
  EXPECT_EQ(without_source.output,
            "gonogo: no source: give --source URL, set SRC_DB_URL, or give --in-place\n");
}

}  // namespace
}  // namespace gonogo::testing_support
