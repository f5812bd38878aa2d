// Somebody else changes the schema between the moment when a run lists what there is and the moment
// when it reads it: the run says so, or has read everything as it was before.
#include <gtest/gtest.h>

#include "core/record/evidence.h"
#include "fixtures/throwaway/cluster_sql.h"
#include "tests/support/faults/struck_migration.h"

namespace gonogo::testing_support {
namespace {

struct Ddl {
  const char* name;
  const char* sql;
};

void PrintTo(const Ddl& ddl, std::ostream* out) { *out << ddl.sql; }

// Returns how much each case of the run has examined.
std::string ExaminedBy(const StruckMigration& migration) {
  const std::string file = migration.migration().folder() + "/runs/struck/evidence.jsonl";
  std::string all;
  for (const CaseResult& one : ParseEvidence(ReadFile(file), file).cases) {
    all += one.check + "." + one.subject + ": " + std::to_string(one.outcome.examined) + "\n";
  }
  return all;
}

class DdlUnderWay : public testing::TestWithParam<Ddl> {
 protected:
  // Changes the schema of the databases of `changed` when the target has sent that part of what it
  // sends in a run that nothing disturbs, and expects nothing false of the run.
  static void ExpectNothingFalse(double part, const std::vector<const Cluster*>& changed) {
    const StruckMigration migration(KindNamed("everything"));
    const StruckRun before = migration.Run({{}, {}});
    ASSERT_EQ(before.result.status, 0) << before.result.output;
    const std::string all = ExaminedBy(migration);
    std::filesystem::remove_all(migration.migration().folder() + "/runs/struck");
    const Strike ddl{
        .at_byte = static_cast<std::int64_t>(static_cast<double>(before.bytes.target) * part),
        .act = [&] {
          for (const Cluster* const one : changed) Execute(*one, "struck", GetParam().sql);
        }};
    const StruckRun run = migration.Run({{}, ddl});
    ASSERT_TRUE(run.is_struck.target);
    const int status = run.result.status;
    EXPECT_TRUE(status == 0 || status == 1 || status == 3) << run.result.output;
    if (status == 0) {
      EXPECT_EQ(ExaminedBy(migration), all) << run.result.output;
    }
    // Whatever was changed on both sides is no difference.
    if (changed.size() == 2) {
      EXPECT_NE(status, 1) << run.result.output;
    }
    for (const char* const words : {"::", "_M_", "XX000", "cache lookup failed"}) {
      EXPECT_FALSE(OutputHas(run.result, words)) << run.result.output;
    }
  }
};

TEST_P(DdlUnderWay, IsToldOrTheRunHasReadWhatWasThereBefore) {
  for (const double part : {0.1, 0.3, 0.5, 0.7, 0.9}) {
    SCOPED_TRACE(testing::Message() << GetParam().sql << " at " << part);
    ExpectNothingFalse(part, {&TestPair().target});
    ExpectNothingFalse(part, {&TestPair().source, &TestPair().target});
  }
}

constexpr Ddl kDdl[] = {
    {"drop_table", "DROP TABLE public.notes"},
    {"add_column", "ALTER TABLE public.entries ADD COLUMN later integer"},
    {"add_column_with_rewrite",
     "ALTER TABLE public.entries ADD COLUMN later uuid DEFAULT "
     "gen_random_uuid()"},
    {"truncate", "TRUNCATE public.notes"},
    {"change_type", "ALTER TABLE public.entries ALTER COLUMN amount TYPE double precision"},
    {"rename", "ALTER TABLE public.notes RENAME TO remarks"},
    {"drop_column", "ALTER TABLE public.entries DROP COLUMN note"},
    {"drop_constraint", "ALTER TABLE public.entries DROP CONSTRAINT entries_account_id_fkey"},
    {"drop_index", "DROP INDEX public.entries_account_id"},
    {"drop_trigger", "DROP TRIGGER touch ON public.accounts"},
    {"replace_table",
     "ALTER TABLE public.notes RENAME TO remarks; CREATE TABLE public.notes (body text)"},
    {"move", "CREATE SCHEMA away; ALTER TABLE public.notes SET SCHEMA away"},
    {"new_label", "ALTER TYPE public.state ADD VALUE 'lost'"},
    {"vacuum", "VACUUM FULL public.notes"},
};

std::string NameOfDdl(const testing::TestParamInfo<Ddl>& one) { return one.param.name; }

INSTANTIATE_TEST_SUITE_P(Slow, DdlUnderWay, testing::ValuesIn(kDdl), NameOfDdl);

}  // namespace
}  // namespace gonogo::testing_support
