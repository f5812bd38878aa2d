// Creates a migration with items to sign. Both sides have the same rows.
#include "tests/support/migrations/signed_migration.h"

#include "core/json/json.h"

namespace gonogo::testing_support {
namespace {

Json SignedPlanWith(const Json& more) {
  const auto item = [](const char* text, const char* role) {
    return Json{{"text", text}, {"role", role}};
  };
  Json plan = {{"gonogo", 1},
               {"name", "signed"},
               {"connections",
                {{"source", {{"url", {{"env", "SRC_DB_URL"}}}}},
                 {"target", {{"url", {{"env", "TGT_DB_URL"}}}}}}},
               {"relations", {{{"source", "public.t"}}}},
               {"checks",
                {{{"id", "row_count"}, {"gate", "row_count"}, {"phases", {"gate"}}},
                 {{"id", "approvals"},
                  {"gate", "signoff"},
                  {"items",
                   {{"team_lead", item("The rollback was rehearsed.", "team lead")},
                    {"dba", item("The restore was tried.", "administrator")}}}}}}};
  plan.update(more);
  return plan;
}

}  // namespace

SignedMigration::SignedMigration(const std::string& name, const Json& more) : databases_(name) {
  databases_.OnBoth("CREATE TABLE t AS SELECT generate_series(1, 9) AS id");
  ChangePlan(more);
}

void SignedMigration::ChangePlan(const Json& more) {
  scratch_.File("plan.json", ToText(SignedPlanWith(more), 2));
}

ProcessResult SignedMigration::RunProgram(const Words& words, const Variables& environment) const {
  Words all = words;
  all.insert(all.end(), {"--plan", plan()});
  Variables variables = environment;
  variables.insert({{"SRC_DB_URL", databases_.SourceUrl()},
                    {"TGT_DB_URL", databases_.TargetUrl()},
                    {"GONOGO_MIGRATION", folder()}});
  return RunGonogo(all, variables);
}

ProcessResult SignedMigration::Run(const Words& more, const Variables& environment) {
  ++runs_;
  Words words = {"run", "gate", "--out", evidence()};
  words.insert(words.end(), more.begin(), more.end());
  return RunProgram(words, environment);
}

ProcessResult SignedMigration::SignBoth() const {
  return RunProgram({"sign", "--item", "team_lead", "--item", "dba", "--by", "the lead"});
}

}  // namespace gonogo::testing_support
