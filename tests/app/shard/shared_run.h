// A run on small tables that tests share out to shards.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "core/text/digest.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {

// A plan with 13 cases: two for each of six tables, and a query. A test may add tables.
class SharedRun : public testing::Test {
 protected:
  SharedRun() : databases_("shared_out") {
    scratch_.File("one.sql", "SELECT count(*) FROM public.t1");
    AddTables(kTables);
  }

  static constexpr int kTables = 6;

  // The plan has the tables t1 to that one. Creates those that don't exist.
  void AddTables(int last) {
    databases_.OnBoth(
        "DO $$ BEGIN FOR i IN 1.." + std::to_string(last) +
        " LOOP IF to_regclass('public.t' || i) IS NULL THEN EXECUTE format('CREATE TABLE public.t%s "
        "(id int PRIMARY KEY); INSERT INTO public.t%1$s SELECT generate_series(1, 9)', i); "
        "COMMIT; END IF; END LOOP; END $$");
    Json relations = Json::array();
    for (int i = 1; i <= last; ++i) {
      relations.push_back({{"source", "public.t" + std::to_string(i)}, {"key", {"id"}}});
    }
    scratch_.File("plan.json", ToText(PlanOf(relations)));
  }

  std::string InSet(const std::string& name) const {
    return scratch_.Path(name.empty() ? "set" : "set/" + name);
  }
  std::string SetId() const { return Sha256(ReadFile(InSet("shards.json"))); }

  Variables Urls() const {
    return {{"SRC_DB_URL", databases_.SourceUrl()}, {"TGT_DB_URL", databases_.TargetUrl()}};
  }

  // Shares the run out, which must work.
  void Plan(int shards, const Words& more = {}) const {
    Words words = With({"shard", "plan", "gate", "--shards", std::to_string(shards)});
    words.insert(words.end(), more.begin(), more.end());
    const ProcessResult planned = RunGonogo(words, Urls());
    ASSERT_EQ(planned.status, 0) << planned.output;
  }

  ProcessResult Run(int shard, const Variables& other = {}) const {
    Variables variables = other;
    variables.merge(Urls());
    return RunGonogo(With({"shard", "run", "--shard", std::to_string(shard)}), variables);
  }

  ProcessResult Merged() const { return RunGonogo(With({"shard", "merge"}), Urls()); }

  // The shell's commands that set the URLs, and that write a row to both sides.
  std::string Exported() const {
    return "export SRC_DB_URL='" + databases_.SourceUrl() + "' TGT_DB_URL='" +
           databases_.TargetUrl() + "'; ";
  }
  static std::string Psql() {
    return "for url in \"$SRC_DB_URL\" \"$TGT_DB_URL\"; do psql -qX \"$url\" -c 'INSERT INTO "
           "public.t1 VALUES (77)'; done; ";
  }

  BothDatabases databases_;
  Scratch scratch_;

 private:
  Words With(Words words) const {
    words.insert(words.end(), {"--set", InSet(""), "--plan", scratch_.Path("plan.json")});
    return words;
  }

  static Json PlanOf(const Json& relations) {
    const auto url = [](const char* name) { return Json{{"url", {{"env", name}}}}; };
    return {{"gonogo", 1},
            {"name", "shared"},
            {"connections", {{"source", url("SRC_DB_URL")}, {"target", url("TGT_DB_URL")}}},
            {"relations", relations},
            {"checks",
             {{{"id", "rows"}, {"gate", "row_count"}, {"phases", {"gate"}}},
              {{"id", "contents"}, {"gate", "row_checksum"}, {"phases", {"gate"}}},
              {{"id", "nine"},
               {"gate", "scalar"},
               {"file", "one.sql"},
               {"equals", "9"},
               {"phases", {"gate"}}}}}};
  }
};

}  // namespace gonogo::testing_support
