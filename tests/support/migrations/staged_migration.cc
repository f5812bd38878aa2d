// Creates a migration with stages. The source is created with the same SQL as the target's steps.
#include "tests/support/migrations/staged_migration.h"

#include "core/json/json.h"
#include "fixtures/system/flag_file.h"
#include "stages/ledger/ledger_file.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kTypes = R"(CREATE TYPE public.state AS ENUM ('open', 'closed');
)";

constexpr const char* kTables = R"(CREATE TABLE public.owners (
  id bigserial PRIMARY KEY,
  name text NOT NULL UNIQUE
);
CREATE TABLE public.accounts (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner_id bigint NOT NULL REFERENCES public.owners,
  parent_id integer REFERENCES public.accounts,
  state public.state NOT NULL,
  touched integer NOT NULL DEFAULT 0
);
CREATE TABLE public.entries (
  id bigint PRIMARY KEY,
  account_id integer NOT NULL REFERENCES public.accounts,
  amount numeric NOT NULL,
  note text
);
CREATE TABLE public.notes (body text);
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.touched := NEW.touched + 1;
  RETURN NEW;
END
$$;
CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON public.accounts
  FOR EACH ROW EXECUTE FUNCTION public.touch();
)";

constexpr const char* kIndexes = R"(CREATE INDEX entries_account_id ON public.entries (account_id);
)";

constexpr const char* kRows = R"(
INSERT INTO public.owners (name) SELECT 'owner ' || n FROM generate_series(1, 500) AS n;
INSERT INTO public.accounts (owner_id, parent_id, state)
  SELECT n % 500 + 1, nullif(n / 10, 0), (ARRAY['open', 'closed'])[n % 2 + 1]::public.state
  FROM generate_series(1, 1000) AS n;
INSERT INTO public.entries SELECT n, n % 1000 + 1, n / 7.0, repeat('note ', n % 20)
  FROM generate_series(1, 4000) AS n;
INSERT INTO public.notes SELECT 'note ' || n FROM generate_series(1, 1000) AS n;
ANALYZE;
)";

Json Step(const std::string& name) { return {{"name", name}, {"file", "steps/" + name + ".sql"}}; }

Json PlanWith(const Json& more) {
  Json stages = {{"preflight", {{"free_disk_percent", 1}}},
                 {"schema", {{"steps", {Step("types"), Step("tables"), Step("indexes")}}}},
                 {"backfill", {{"mode", {{"env", "MODE"}, {"default", "run"}}}}},
                 {"verify", Json::object()},
                 {"gate", Json::object()}};
  stages.merge_patch(more);
  const auto relation = [](const char* name) { return Json{{"source", name}}; };
  return {{"gonogo", 1},
          {"name", "small"},
          {"flag_file", {{"env", "FLAG_FILE"}, {"default", "migration/flags.env"}}},
          {"connections",
           {{"source", {{"url", {{"env", "SRC_DB_URL"}}}}},
            {"target", {{"url", {{"env", "TGT_DB_URL"}}}}}}},
          {"relations",
           {relation("public.owners"), relation("public.accounts"), relation("public.entries"),
            relation("public.notes")}},
          {"checks",
           {{{"id", "row_count"},
             {"gate", "row_count"},
             {"phases", {"verify", "gate"}},
             {"tolerance", {{"env", "ROWCOUNT_TOLERANCE"}, {"default", 0}}}},
            {{"id", "right_database"},
             {"gate", "right_database"},
             {"phases", {"cutover", "rollback"}},
             {"minimum_version", {{"env", "MINIMUM_VERSION"}, {"default", 13}}}},
            {{"id", "row_checksum"}, {"gate", "row_checksum"}, {"phases", {"gate", "cutover"}}},
            {{"id", "triggers"}, {"gate", "triggers"}, {"phases", {"gate", "finalize"}}},
            {{"id", "sequence_headroom"}, {"gate", "sequence_headroom"}, {"phases", {"gate"}}}}},
          {"stages", stages}};
}

// Filling the tables takes much longer than copying their database, so it is done once.
std::string SourceTemplate() {
  static const std::string filled = [] {
    const std::string name = "staged_migration";
    Execute(TestPair().source, "postgres", "CREATE DATABASE " + name);
    Execute(TestPair().source, name, {kTypes, kTables, kIndexes, kRows});
    return name;
  }();
  return filled;
}

}  // namespace

StagedMigration::StagedMigration(const std::string& name, const Json& more)
    : databases_(name, TestPair(), SourceTemplate()) {
  std::filesystem::create_directories(scratch_.Path("steps"));
  RewriteStep("types.sql", kTypes);
  RewriteStep("tables.sql", kTables);
  RewriteStep("indexes.sql", kIndexes);
  scratch_.File("plan.json", ToText(PlanWith(more), 2));
  std::filesystem::create_directories(folder());
  SetFlags(folder() + "/flags.env", {{"WRITE_TO", "source"}});
}

void StagedMigration::RewriteStep(const std::string& file, const std::string& sql) const {
  scratch_.File("steps/" + file, sql);
}

ProcessResult StagedMigration::Stage(const Words& words, const Variables& environment) const {
  Words all = {"stage", "--plan", scratch_.Path("plan.json"), "--out", folder()};
  all.insert(all.begin() + 1, words.begin(), words.end());
  Variables variables = environment;
  variables.insert(
      {{"SRC_DB_URL", databases_.SourceUrl()}, {"TGT_DB_URL", databases_.TargetUrl()}});
  return RunGonogo(all, variables);
}

bool StagedMigration::StageAllAndKill(int milliseconds) const {
  const std::string seconds = std::to_string(milliseconds / 1000) + "." +
                              std::to_string(milliseconds % 1000 + 1000).substr(1);
  const ProcessResult run = RunCommand(
      {.words = {"timeout", "--foreground", "--signal=KILL", seconds, GONOGO_PROGRAM, "stage",
                 "all", "--plan", scratch_.Path("plan.json"), "--out", folder(), "--quiet"},
       .environment = {{"SRC_DB_URL", databases_.SourceUrl()},
                       {"TGT_DB_URL", databases_.TargetUrl()}}});
  if (run.status != 137 && run.status != 0) throw std::runtime_error(run.output);
  return run.status == 0;
}

ProcessResult StagedMigration::Diff() const {
  return RunGonogo(
      {"diff", "--source", databases_.SourceUrl(), "--target", databases_.TargetUrl()});
}

Ledger StagedMigration::LedgerLines() const { return ReadLedger(folder() + "/ledger.jsonl"); }

}  // namespace gonogo::testing_support
