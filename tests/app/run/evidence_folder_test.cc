// A run that can't write all that belongs to its verdict leaves nothing that says GO: neither the
// verdict nor a page.
#include "app/run/evidence_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <system_error>

#include "tests/app/shard/shared_run.h"

namespace gonogo::testing_support {
namespace {
namespace fs = std::filesystem;
using Names = std::set<std::string>;

Names FilesIn(const std::string& folder) {
  Names names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_directory()) names.insert(entry.path().lexically_relative(folder).string());
  }
  return names;
}

// As a killed process leaves it: what hasn't appeared has another name.
Names NamedFilesIn(const std::string& folder) {
  Names names = FilesIn(folder);
  std::erase_if(names, [](const std::string& name) { return name.ends_with(".new"); });
  return names;
}

TEST(EvidenceFolder, ShowsNothingOfItsEndBeforeAllIsWritten) {
  const Scratch scratch;
  EvidenceFolder folder(scratch.Path("out"), false);
  PreparedFiles files;
  folder.PrepareEnd({{"verdict", "GO"}}, {{"junit/gtest.xml", "<x/>"}, {"report.html", "GO"}},
                    files);
  EXPECT_EQ(NamedFilesIn(scratch.Path("out")), Names{"evidence.jsonl"});
  files.Appear();
  EXPECT_EQ(FilesIn(scratch.Path("out")), (Names{"evidence.jsonl", "junit/gtest.xml", "report.html",
                                                 "SHA256SUMS", "verdict.json"}));
}

TEST(EvidenceFolder, ShowsNoPageWithoutItsVerdictAndNoSumsWithoutThePage) {
  const Scratch scratch;
  EvidenceFolder folder(scratch.Path("out"), false);
  fs::create_directory(scratch.Path("out/report.html"));
  PreparedFiles files;
  folder.PrepareEnd({{"verdict", "GO"}}, {{"report.html", "GO"}}, files);
  EXPECT_THROW(files.Appear(), std::system_error);
  EXPECT_EQ(NamedFilesIn(scratch.Path("out")), (Names{"evidence.jsonl", "verdict.json"}));
}

class EndedRuns : public SharedRun {
 protected:
  std::string Out() const { return scratch_.Path("out"); }

  Words Command() const {
    return {"run",
            "gate",
            "--quiet",
            "--plan",
            scratch_.Path("plan.json"),
            "--out",
            Out(),
            "--prometheus",
            scratch_.Path("metrics.prom")};
  }

  void ExpectNothingSaysGo() const {
    EXPECT_EQ(NamedFilesIn(Out()), Names{"evidence.jsonl"});
    const ProcessResult shown = RunGonogo({"evidence", "show", Out()});
    EXPECT_EQ(shown.status, 3);
    EXPECT_TRUE(OutputHas(shown, "the run broke off before it wrote verdict.json")) << shown.output;
    const ProcessResult verified = RunGonogo({"evidence", "verify", Out()});
    EXPECT_EQ(verified.status, 3);
    EXPECT_TRUE(OutputHas(verified, "there is no verdict.json: the run broke off"))
        << verified.output;
  }
};

TEST_F(EndedRuns, SayNothingIfTheirMetricsCannotBeWritten) {
  fs::create_directory(scratch_.Path("metrics.prom.new"));
  const ProcessResult run = RunGonogo(Command(), Urls());
  EXPECT_EQ(run.status, 3);
  EXPECT_TRUE(OutputHas(run, "can't write " + scratch_.Path("metrics.prom.new"))) << run.output;
  EXPECT_FALSE(OutputHas(run, "GO  ")) << run.output;
  EXPECT_EQ(FilesIn(Out()), Names{"evidence.jsonl"});
  ExpectNothingSaysGo();
}

// A pipe holds the run up while it writes its metrics, the last of what it writes.
TEST_F(EndedRuns, SayNothingIfTheyAreKilledWhileTheyWriteTheirEnd) {
  std::string command;
  for (const std::string& word : Command()) command += " '" + word + "'";
  const std::string pipe = scratch_.Path("metrics.prom.new");
  const ProcessResult run =
      Shell("mkfifo '" + pipe + "'; " + Exported() + "$gonogo" + command +
            " & run=$!; for i in $(seq 400); do ls '" + Out() +
            "'/*.html* && break; sleep 0.05; done; sleep 0.3; kill -KILL $run; wait $run");
  EXPECT_EQ(run.status, 137) << run.output;
  ExpectNothingSaysGo();
}

}  // namespace
}  // namespace gonogo::testing_support
