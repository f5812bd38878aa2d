// Copies large objects, also again, and refuses to overwrite.
#include "stages/copy/large_object_copy.h"

#include <gtest/gtest.h>

#include "fixtures/session/snapshot_session.h"
#include "tests/stages/copied.h"

namespace gonogo::testing_support {
namespace {

struct CopiedOnce {
  CopiedLargeObjects copied;
  std::string error;
};

CopiedOnce CopyOnce(const BothDatabases& databases) {
  const Pair pair = databases.Open();
  const auto source = OpenSnapshot(pair.Of(SideName::kSource).endpoint, "source", {});
  WritingSession target(pair.Of(SideName::kTarget).endpoint, "target", {});
  CopiedOnce once;
  try {
    once.copied = CopyLargeObjects(*source, target);
  } catch (const DatabaseError& error) {
    once.error = error.what();
  }
  return once;
}

std::string Sum(const std::string& oid) {
  return "SELECT length(lo_get(" + oid + ")) || ' ' || md5(lo_get(" + oid + "))";
}

TEST(LargeObjectCopy, CopiesContentsOwnersAndPrivileges) {
  const BothDatabases databases("large_objects");
  databases.OnBoth("CREATE ROLE lo_team; CREATE ROLE lo_reader");
  databases.OnSource(
      "SELECT lo_from_bytea(4242, 'small'); SELECT lo_create(4243); "
      "SELECT lo_from_bytea(4244, decode(repeat('00ff41', 1500001), 'hex')); "
      "ALTER LARGE OBJECT 4242 OWNER TO lo_team; "
      "GRANT SELECT ON LARGE OBJECT 4242 TO lo_reader WITH GRANT OPTION; "
      "GRANT SELECT ON LARGE OBJECT 4243 TO PUBLIC");
  databases.OnTarget("SELECT lo_create(4242)");
  const CopiedOnce first = CopyOnce(databases);
  EXPECT_EQ(first.error, "");
  EXPECT_TRUE(first.copied.remarks.empty());
  EXPECT_EQ(first.copied.objects, 3);
  EXPECT_EQ(first.copied.bytes, 5 + 4500003);
  EXPECT_EQ(OnTargetNow(databases, Sum("4242")), "5 eb5c1399a871211c7e7ed732d15e3a8b");
  EXPECT_EQ(OnTargetNow(databases,
                        "SELECT (lo_get(4244) = decode(repeat('00ff41', 1500001), 'hex'))::text"),
            "true");
  EXPECT_EQ(OnTargetNow(databases,
                        "SELECT string_agg(lomowner::regrole || ' ' || lomacl::text, ', ' "
                        "ORDER BY oid) FROM pg_largeobject_metadata WHERE lomacl IS NOT NULL"),
            "lo_team {lo_team=rw/lo_team,lo_reader=r*/lo_team}, "
            "gonogo {gonogo=rw/gonogo,=r/gonogo}");
  const CopiedOnce again = CopyOnce(databases);
  EXPECT_EQ(again.error, "");
  EXPECT_EQ(again.copied.objects, 0);
  databases.OnBoth("DROP OWNED BY lo_team, lo_reader; DROP ROLE lo_team, lo_reader");
}

// PostgreSQL can't return more than 1 GB at once.
TEST(SlowLargeObjectCopy, ComparesMoreThanOneGigabyte) {
  const BothDatabases databases("large_objects");
  databases.OnBoth("SELECT lo_create(4242); SELECT lo_put(4242, 1200000000, 'end')");
  const CopiedOnce equal = CopyOnce(databases);
  EXPECT_EQ(equal.error, "");
  EXPECT_EQ(equal.copied.objects, 0);
  databases.OnTarget("SELECT lo_put(4242, 1200000002, '!')");
  EXPECT_EQ(CopyOnce(databases).error,
            "target: large object 4242 has contents that aren't the source's");
}

TEST(LargeObjectCopy, LeavesContentsThatArentTheSources) {
  const BothDatabases databases("large_objects");
  databases.OnSource("SELECT lo_from_bytea(4242, 'ours'); SELECT lo_create(4243)");
  databases.OnTarget("SELECT lo_from_bytea(4242, 'theirs')");
  EXPECT_EQ(CopyOnce(databases).error,
            "target: large object 4242 has contents that aren't the source's");
  EXPECT_EQ(OnTargetNow(databases, "SELECT count(*) FROM pg_largeobject_metadata"), "1");
}

TEST(LargeObjectCopy, SaysWhichRightsItCouldntGive) {
  const BothDatabases databases("large_objects");
  databases.OnSource(
      "CREATE ROLE lo_only_there; SELECT lo_from_bytea(4242, 'x'); "
      "ALTER LARGE OBJECT 4242 OWNER TO lo_only_there");
  const CopiedOnce once = CopyOnce(databases);
  EXPECT_EQ(once.error, "");
  ASSERT_EQ(once.copied.remarks.size(), 1U);
  EXPECT_TRUE(once.copied.remarks[0].starts_with(
      "not given the owner and privileges of the source: 1 large object: target: ERROR:  role "
      "\"lo_only_there\" does not exist"))
      << once.copied.remarks[0];
  EXPECT_EQ(OnTargetNow(databases, Sum("4242")), "1 9dd4e461268c8034f5c8564e155c67a6");
  databases.OnSource("DROP OWNED BY lo_only_there; DROP ROLE lo_only_there");
}

}  // namespace
}  // namespace gonogo::testing_support
