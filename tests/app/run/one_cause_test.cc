// What people see if one thing is wrong: at most ten lines on a console of 80 columns, against a
// golden file.
#include <gtest/gtest.h>

#include <regex>

#include "core/text/text.h"
#include "tests/golden/golden.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kShopPlan = R"({
  "gonogo": 1,
  "name": "shop",
  "connections": {
    "source": {"url": {"env": "SRC_DB_URL"}},
    "target": {"url": {"env": "TGT_DB_URL"}}
  },
  "limits": {"lock_timeout_ms": 20},
  "relations": [
    {"source": "public.users", "key": ["id"]},
    {"source": "public.orders", "key": ["id"]},
    {"source": "public.items", "key": ["id"]}
  ],
  "checks": [
    {"id": "inventory", "gate": "inventory", "phases": ["gate"]},
    {"id": "columns", "gate": "columns", "phases": ["gate"]},
    {"id": "constraints", "gate": "constraints", "phases": ["gate"]},
    {"id": "owners", "gate": "owners", "phases": ["gate"]},
    {"id": "row_count", "gate": "row_count", "phases": ["gate"]},
    {"id": "row_checksum", "gate": "row_checksum", "phases": ["gate"]}
  ]
})";

constexpr const char* kShopTables =
    "CREATE TABLE users (id int PRIMARY KEY, name text DEFAULT 'x');"
    "CREATE TABLE orders (id int PRIMARY KEY, name text DEFAULT 'x');"
    "CREATE TABLE items (id int PRIMARY KEY, name text DEFAULT 'x');"
    "INSERT INTO users SELECT generate_series(1, 20);"
    "INSERT INTO orders SELECT generate_series(1, 20);"
    "INSERT INTO items SELECT generate_series(1, 20);";

// Lines that a console of 80 columns shows.
std::size_t LinesOn80Columns(const std::string& text) {
  constexpr std::size_t kColumns = 80;
  std::size_t lines = 0;
  for (const std::string& line : Split(text, '\n'))
    lines += (line.size() + kColumns - 1) / kColumns;
  return lines;
}

class OneCause : public testing::Test {
 protected:
  OneCause() : databases_("one_cause") {
    databases_.OnBoth(kShopTables);
    scratch_.File("plan.json", kShopPlan);
  }
  // Runs gonogo, and adds to the golden text what it prints.
  void Show(const std::string& title, const Words& words, int status, Variables changed = {}) {
    changed.emplace("SRC_DB_URL", databases_.SourceUrl());
    changed.emplace("TGT_DB_URL", databases_.TargetUrl());
    const ProcessResult run = RunGonogo(words, changed);
    std::filesystem::remove_all(scratch_.Path("out"));
    EXPECT_EQ(run.status, status) << title << "\n" << run.output;
    const std::string shown = Constant(run.output);
    EXPECT_LE(LinesOn80Columns(shown), 10U) << title << "\n" << shown;
    shown_ += "== " + title + " (exit " + std::to_string(run.status) + ")\n" + shown;
  }

  void ShowGate(const std::string& title, int status, const Variables& changed = {}) {
    Show(title,
         {"run", "gate", "--quiet", "--plan", scratch_.Path("plan.json"), "--out",
          scratch_.Path("out")},
         status, changed);
  }

  // Replaces what differs from run to run.
  std::string Constant(std::string text) const {
    const auto replace = [&](const std::string& pattern, const std::string& by) {
      text = std::regex_replace(text, std::regex(pattern), by);
    };
    replace(scratch_.Path(""), "/work/");
    replace("127\\.0\\.0\\.1:[0-9]{4,}", "127.0.0.1:5432");
    replace("pid [0-9]+", "pid 4711");
    replace("PostgreSQL [0-9.]+", "PostgreSQL 15.1");
    replace("sha256 [0-9a-f]+", "sha256 0123456789ab");
    replace("[0-9-]+ [0-9:]+ UTC", "2026-01-02 03:04:05 UTC");
    replace("  [0-9]+ ms", "  1 ms");
    return text;
  }

  BothDatabases databases_;
  Scratch scratch_;
  std::string shown_;
};

TEST_F(OneCause, IsShownInTenLines) {
  const std::string target = databases_.TargetUrl();
  const std::string at = target.substr(target.find('@'));
  // The test's servers ask for passwords only there.
  ShowGate("wrong password", 3,
           {{"TGT_DB_URL",
             "postgresql://gonogo:wrong-password" + at.substr(0, at.find('/')) + "/postgres"}});
  ShowGate("unreachable host", 3,
           {{"TGT_DB_URL", "postgresql://gonogo:some-password@127.0.0.1:1/shop"}});
  ShowGate("unknown database", 3, {{"TGT_DB_URL", target + "s"}});
  ShowGate("TLS refused", 3, {{"TGT_DB_URL", target + "?sslmode=verify-full&sslrootcert=/none"}});

  databases_.OnTarget(
      "DO $$ BEGIN CREATE ROLE shop_reader LOGIN PASSWORD 'shop-password'; EXCEPTION WHEN "
      "duplicate_object THEN NULL; END $$; GRANT SELECT ON users TO shop_reader");
  ShowGate("missing grant", 3, {{"TGT_DB_URL", "postgresql://shop_reader:shop-password" + at}});
  databases_.OnTarget("DROP OWNED BY shop_reader");
  {
    const OpenTransaction lock(target, "LOCK TABLE public.orders");
    ShowGate("locked table", 3);
  }
  databases_.OnTarget("DELETE FROM orders WHERE id = 7");
  ShowGate("a row missing", 1);
  databases_.OnTarget("UPDATE items SET name = 'y'");
  databases_.OnTarget("INSERT INTO orders VALUES (7)");
  ShowGate("a column that differs in all rows", 1);
  databases_.OnTarget("UPDATE items SET name = 'x'; DROP TABLE orders");
  ShowGate("a table missing", 1);

  Show("a typo in the command", {"rnu", "gate"}, 2);
  Show("a typo in a flag", {"run", "gate", "--paln", "plan.json"}, 2);
  std::string plan = kShopPlan;
  plan.replace(plan.find("row_checksum"), 12, "row_cheksum");
  plan.replace(plan.find("\"row_checksum\""), 14, "\"row_cheksum\"");
  Show("a typo in the plan", {"run", "gate", "--plan", scratch_.File("typo.json", plan)}, 2);
  ShowGate("a typo in a URL", 2, {{"TGT_DB_URL", "postgersql://gonogo@127.0.0.1/shop"}});
  ExpectGolden("one_cause.txt", shown_);
}

// A part of the checks says so.
TEST_F(OneCause, OfAPartIsCalledThat) {
  const ProcessResult part =
      RunGonogo({"run", "gate", "--plan", scratch_.Path("plan.json"), "--out", scratch_.Path("out"),
                 "--check", "row_count", "--source", databases_.SourceUrl(), "--target",
                 databases_.TargetUrl()});
  EXPECT_EQ(part.status, 0) << part.output;
  EXPECT_TRUE(OutputHas(part, "\nGO for 3 of 17 cases  3 passed, 0 failed,")) << part.output;
  const Json verdict = VerdictIn(scratch_.Path("out"));
  EXPECT_EQ(verdict["partial"], true);
  EXPECT_EQ(verdict["cases"]["planned"], 17);
  EXPECT_EQ(verdict["text"], "GO for 3 of 17 cases");
}

}  // namespace
}  // namespace gonogo::testing_support
