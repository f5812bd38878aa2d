// gonogo run --fleet on databases of one pair: one verdict, which no database can be missing from.
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <future>
#include <sstream>
#include <thread>

#include "app/sealing/folder_sums.h"
#include "tests/support/chained_lines.h"
#include "tests/support/faults/marked_processes.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {
namespace fs = std::filesystem;

constexpr const char* kPlan = R"({"gonogo": 1, "name": "shop",
  "connections": {"source": {"url": {"env": "SRC_DB_URL"}}, "target": {"url": {"env": "TGT_DB_URL"}}},
  "limits": {"lock_timeout_ms": 60000},
  "relations": [{"source": "public.users", "key": ["id"]}],
  "checks": [{"id": "columns", "gate": "columns", "phases": ["gate"]},
             {"id": "row_count", "gate": "row_count", "phases": ["gate"]}]})";

// Databases a, b, ... on both sides, with the same rows.
class FleetOnPair : public testing::Test {
 protected:
  ~FleetOnPair() override {
    for (const std::string& name : names_) DropDatabases(Named(name));
  }

  static std::string Named(const std::string& name) { return "fleet_" + name; }

  void Create(const std::vector<std::string>& names) {
    names_ = names;
    for (const std::string& name : names) {
      CreateDatabases(Named(name));
      for (const Cluster* cluster : {&TestPair().source, &TestPair().target}) {
        Execute(*cluster, Named(name),
                "CREATE TABLE users (id integer PRIMARY KEY);"
                "INSERT INTO users SELECT generate_series(1, 9)");
      }
    }
  }

  static std::string Source(const std::string& name) {
    return UrlOf(TestPair().source, Named(name));
  }
  static std::string Target(const std::string& name) {
    return UrlOf(TestPair().target, Named(name));
  }
  static std::string Row(const std::string& name) {
    return name + "," + Source(name) + "," + Target(name) + "\n";
  }
  std::string Rows() const {
    std::string rows = "name,SRC_DB_URL,TGT_DB_URL\n";
    for (const std::string& name : names_) rows += Row(name);
    return rows;
  }

  // Runs the fleet of that file's text into the folder out.
  ProcessResult Run(const std::string& text, const Words& more = {},
                    const Variables& environment = {}) const {
    Words words = {"run",     "gate",
                   "--plan",  scratch_.File("plan.json", kPlan),
                   "--fleet", scratch_.File("fleet.csv", text)};
    words.insert(words.end(), {"--out", Out()});
    words.insert(words.end(), more.begin(), more.end());
    Variables variables = environment;
    variables.insert({{"GONOGO_PLAN", ""}, {kMark, Out()}});
    variables.emplace("GONOGO_MIGRATION", scratch_.Path("migration"));
    return RunGonogo(words, variables);
  }
  std::string Out() const { return scratch_.Path("out"); }
  std::string DatabaseFolder(const std::string& name) const { return Out() + "/databases/" + name; }

  // Waits for the process that gates the database, which can't go on.
  int ProcessOf(const std::string& name) const {
    for (int i = 0; i < 1000; ++i) {
      for (const MarkedProcess& one : ProcessesMarked(Out())) {
        std::error_code missing;
        const auto written = fs::file_size(DatabaseFolder(name) + "/evidence.jsonl", missing);
        const bool has_begun = !missing && written > 0;  // has the line of the run
        if (has_begun && one.command.find("/databases/" + name + " ") != std::string::npos) {
          return one.pid;
        }
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ADD_FAILURE() << "no process gates " << name;
    return 0;
  }

  static std::string TextOf(const Json& verdict, const std::string& database) {
    for (const Json& one : verdict["databases"]) {
      if (one["database"] == database) return one["text"];
    }
    return "";
  }

  Scratch scratch_;
  std::vector<std::string> names_;
};

TEST_F(FleetOnPair, IsGoWithEvidenceThatSomebodyCanVerify) {
  Create({"a", "b", "c", "d", "e"});
  RunGonogo({"keygen", scratch_.Path("key")});
  scratch_.File("b.env", "SRC_DB_URL=" + Source("b") + "\nTGT_DB_URL=" + Target("b") + "\n");
  const std::string rows = "name,SRC_DB_URL,TGT_DB_URL,env_file\n";
  std::string text = rows + "b,,,b.env\n";
  for (const char* name : {"a", "c", "d", "e"}) {
    text += std::string(name) + "," + Source(name) + "," + Target(name) + ",\n";
  }
  const ProcessResult run = Run(text, {"--sign-key", scratch_.Path("key")});
  ASSERT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(run.output.starts_with("rehearsal on the throw-away pair: not release evidence\n"))
      << run.output;
  EXPECT_TRUE(OutputHas(run, "\nGO  5 databases GO, 0 NO-GO, 0 not judged\n")) << run.output;
  const Json verdict = VerdictIn(Out());
  EXPECT_EQ(verdict["verdict"], "GO");
  EXPECT_EQ(verdict["counts"]["rows"], 5);
  for (const std::string& name : names_) {
    EXPECT_EQ(VerdictIn(DatabaseFolder(name))["verdict"], "GO");
    EXPECT_NE(ReadFile(Out() + "/report.html").find("href=\"databases/" + name + "/report.html\""),
              std::string::npos);
  }
  for (const auto& entry : fs::recursive_directory_iterator(Out())) {
    if (!entry.is_regular_file()) continue;
    const std::string bytes = ReadFile(entry.path().string());
    EXPECT_EQ(bytes.find(TestPair().source.password), std::string::npos) << entry.path();
    EXPECT_EQ(bytes.find(TestPair().target.password), std::string::npos) << entry.path();
  }
  const auto verify = [&] {
    return RunGonogo(
        {"evidence", "verify", Out(), "--key", scratch_.Path("key.pub"), "--require", "go"});
  };
  const ProcessResult verified = verify();
  EXPECT_EQ(verified.status, 0) << verified.output;
  EXPECT_TRUE(verified.output.ends_with("VERIFIED: GO\n")) << verified.output;

  // Without its line and its folder, the rest is sound, but one is missing.
  fs::remove_all(Out() + "/signatures");
  fs::remove_all(DatabaseFolder("c"));
  std::string lines;
  for (const std::string& line : {"\"fleet\"", "\"a\"", "\"b\"", "\"d\"", "\"e\""}) {
    std::istringstream all(ReadFile(Out() + "/fleet.jsonl"));
    for (std::string one; std::getline(all, one);) {
      const bool is_header = one.find("\"type\":\"fleet\"") != std::string::npos;
      const bool is_wanted =
          line == "\"fleet\"" ? is_header : one.find("\"database\":" + line) != std::string::npos;
      if (is_wanted) lines += one + "\n";
    }
  }
  scratch_.File("out/fleet.jsonl", Chained(lines));
  scratch_.File("out/SHA256SUMS", SumsText(SumsOf(Out())));
  const ProcessResult cut = verify();
  EXPECT_EQ(cut.status, 1) << cut.output;  // verdict.json is that of five
  EXPECT_TRUE(OutputHas(cut, "c: it did not run")) << cut.output;
  EXPECT_TRUE(
      OutputHas(cut, "verdict.json: \"verdict\" isn't what follows from the lines in fleet.jsonl"))
      << cut.output;
}

TEST_F(FleetOnPair, IsSignedAfterwardsIfItIsSound) {
  Create({"a", "b"});
  ASSERT_EQ(Run(Rows()).status, 0);
  RunGonogo({"keygen", scratch_.Path("key")});
  const auto sign = [&] {
    return RunGonogo({"evidence", "sign", Out(), "--sign-key", scratch_.Path("key")});
  };
  const auto verify = [&] {
    return RunGonogo({"evidence", "verify", Out(), "--key", scratch_.Path("key.pub")});
  };
  EXPECT_EQ(verify().status, 3);
  const ProcessResult is_signed = sign();
  EXPECT_EQ(is_signed.status, 0) << is_signed.output;
  EXPECT_TRUE(is_signed.output.starts_with("signed GO of run ")) << is_signed.output;
  const ProcessResult verified = verify();
  EXPECT_EQ(verified.status, 0) << verified.output;
  EXPECT_TRUE(OutputHas(verified, "signed gonogo/fleet-verdict/v1")) << verified.output;

  fs::remove_all(Out() + "/signatures");
  const std::string page = ReadFile(DatabaseFolder("b") + "/report.html");
  scratch_.File("out/databases/b/report.html", page + " ");
  const ProcessResult edited = sign();
  EXPECT_EQ(edited.status, 2) << edited.output;
  EXPECT_TRUE(OutputHas(edited, "it isn't signed: databases/b/report.html isn't as SHA256SUMS"))
      << edited.output;
  scratch_.File("out/databases/b/report.html", page);
  fs::remove(Out() + "/verdict.json");
  fs::remove(Out() + "/SHA256SUMS");
  const ProcessResult broke_off = sign();
  EXPECT_EQ(broke_off.status, 2) << broke_off.output;
  EXPECT_TRUE(OutputHas(broke_off, "has no SHA256SUMS")) << broke_off.output;
  EXPECT_FALSE(fs::exists(Out() + "/signatures"));
}

TEST_F(FleetOnPair, IsNoGoForOneThatIsDamagedAndOneThatIsNotReached) {
  Create({"a", "b"});
  Execute(TestPair().target, Named("b"), "DELETE FROM users WHERE id = 7");
  const std::string nobody =
      "gone," + Source("a") + ",postgresql://nobody:hidden-word@127.0.0.1:1/none\n";
  const ProcessResult run = Run(Rows() + nobody, {"--quiet"});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run,
                        "NO-GO  1 database GO, 1 NO-GO, 1 not judged\n"
                        "  b: FAIL row_count.public.users: have 8 rows, want 9 rows"))
      << run.output;
  EXPECT_TRUE(OutputHas(run, "  gone: not reached: ERROR")) << run.output;
  EXPECT_TRUE(OutputHas(run, " --database b --database gone\n")) << run.output;
  EXPECT_FALSE(OutputHas(run, "hidden-word"));
  const Json verdict = VerdictIn(Out());
  EXPECT_EQ(TextOf(verdict, "a"), "GO");
  EXPECT_EQ(TextOf(verdict, "b"), "NO-GO");
  EXPECT_EQ(TextOf(verdict, "gone"), "NO-GO (not reached)");
  const std::string junit = ReadFile(Out() + "/junit/fleet.xml");
  EXPECT_NE(junit.find("tests=\"4\" failures=\"1\" errors=\"1\""), std::string::npos) << junit;
  const ProcessResult verified = RunGonogo({"evidence", "verify", Out()});
  EXPECT_TRUE(OutputHas(verified, "gone: its evidence is sound: NO-GO (could not decide)"))
      << verified.output;
  const ProcessResult shown = RunGonogo({"evidence", "show", Out()});
  EXPECT_EQ(shown.status, 1) << shown.output;

  // Alone, what isn't reached is NO-GO, too, with the status of one run.
  fs::remove_all(Out());
  const ProcessResult alone = Run(Rows() + nobody, {"--database", "a", "--database", "gone"});
  EXPECT_EQ(alone.status, 3) << alone.output;
  EXPECT_TRUE(OutputHas(alone, "NO-GO (could not decide)  1 database GO, 0 NO-GO, 1 not judged"));
  fs::remove_all(Out());
  const ProcessResult part = Run(Rows() + nobody, {"--database", "a"});
  EXPECT_EQ(part.status, 0) << part.output;
  EXPECT_TRUE(OutputHas(part, "GO for 1 of 3 databases")) << part.output;
}

TEST_F(FleetOnPair, IsNotGoIfAProcessIsKilled) {
  Create({"a", "b"});
  std::future<ProcessResult> run;
  {
    const OpenTransaction holds_up(Target("b"), "LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
    run = std::async(std::launch::async, [&] { return Run(Rows()); });
    if (const int process = ProcessOf("b"); process > 0) kill(process, SIGKILL);
    run.wait();
  }
  const ProcessResult ended = run.get();
  EXPECT_EQ(ended.status, 3) << ended.output;
  EXPECT_EQ(TextOf(VerdictIn(Out()), "b"), "NO-GO (no verdict)");
  EXPECT_TRUE(OutputHas(ended, "b: no verdict: its run broke off")) << ended.output;
  const ProcessResult verified = RunGonogo({"evidence", "verify", Out()});
  EXPECT_EQ(verified.status, 3) << verified.output;
  EXPECT_TRUE(OutputHas(verified, "b: there is no verdict.json: the run broke off"));
}

TEST_F(FleetOnPair, LeavesNoVerdictAndNoChildIfItIsInterrupted) {
  Create({"a", "b"});
  std::future<ProcessResult> run;
  {
    const OpenTransaction holds_up(Target("b"), "LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
    run = std::async(std::launch::async, [&] { return Run(Rows(), {"--fleet-jobs", "2"}); });
    ProcessOf("b");
    for (const MarkedProcess& one : ProcessesMarked(Out())) {
      if (one.command.find(" --fleet ") != std::string::npos) kill(one.pid, SIGINT);
    }
    run.wait();
  }
  const ProcessResult ended = run.get();
  EXPECT_EQ(ended.status, 130) << ended.output;
  EXPECT_TRUE(ProcessesMarked(Out()).empty());
  EXPECT_FALSE(fs::exists(Out() + "/verdict.json"));
  EXPECT_EQ(RunGonogo({"evidence", "verify", Out()}).status, 3);
  const ProcessResult shown = RunGonogo({"evidence", "show", Out()});
  EXPECT_EQ(shown.status, 3) << shown.output;
  EXPECT_TRUE(OutputHas(shown, "NO VERDICT")) << shown.output;
}

// The same target under two names, one of them by another spelling of the host.
TEST_F(FleetOnPair, IsNoGoIfTwoDatabasesHaveOneTarget) {
  Create({"a"});
  std::string other = Target("a");
  const std::size_t host = other.find("127.0.0.1");
  other.replace(host, 9, "localhost");
  const std::string rows = Rows() + "again," + Source("a") + "," + other + "\n";
  const ProcessResult run = Run(rows);
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "  a and again have the same target (")) << run.output;
  EXPECT_NE(ReadFile(Out() + "/junit/fleet.xml").find("failures=\"0\" errors=\"1\""),
            std::string::npos);
}

class RefusedFleet : public FleetOnPair {
 protected:
  // The fleet is refused with these words, before anything is written.
  void Expect(const std::string& rows, const std::string& words, const Words& more = {},
              const Variables& environment = {}) const {
    const ProcessResult run = Run(rows, more, environment);
    EXPECT_EQ(run.status, 2) << run.output;
    EXPECT_TRUE(OutputHas(run, words)) << words << "\n" << run.output;
    EXPECT_FALSE(OutputHas(run, "hidden-word")) << run.output;
    EXPECT_FALSE(fs::exists(Out()));
  }
};

TEST_F(RefusedFleet, SaysWhatIsWrongWithoutValues) {
  const std::string url = "postgresql://u:hidden-word@127.0.0.1:1/";
  const std::string header = "name,SRC_DB_URL,TGT_DB_URL\n";
  const std::string good = "acme," + url + "s1," + url + "t1\n";
  Expect("name,SRC_DB_URL,TGT_DB_ULR\nacme," + url + "s," + url + "t\n",
         ":2: acme: the plan names no variable \"TGT_DB_ULR\": correct the column");
  Expect("name,SRC_DB_URL\nacme," + url + "s\n",
         ":2: acme: no target: give TGT_DB_URL in its row or its env_file", {},
         {{"TGT_DB_URL", url + "t"}});
  Expect(header + good + "globex," + url + "s2," + url + "t1\n",
         ":3: globex: it has the same target as acme: correct its URL");
  Expect(header + good + "globex," + url + "s2,hidden-word\nx,hidden-word," + url + "t3\n",
         "fleet.csv:4: x: SRC_DB_URL");
  scratch_.File("acme.env", "TGT_DB_URL=" + url + "t\n");
  Expect("name,SRC_DB_URL,TGT_DB_URL,env_file\nacme," + url + "s," + url + "t,acme.env\n",
         "TGT_DB_URL is in the fleet's file and in ");
  Expect("name,SRC_DB_URL,env_file\nacme,,acme.env\n", "SRC_DB_URL is empty, and ");
  Expect("name,SRC_DB_URL,env_file\nacme,,none.env\n", "none.env");
  Expect(header + good, "database \"globex\" is unknown", {"--database", "globex"});
  Expect(header + good, "--fleet", {"--target", url + "t"});
  Expect(header + good, "--prometheus", {"--prometheus", scratch_.Path("m.prom")});
  Expect(header + good, "row_cuont", {"--check", "row_cuont"});
  Expect("name\n", "has no databases");
}

}  // namespace
}  // namespace gonogo::testing_support
