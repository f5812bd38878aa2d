// Which entries of a dump a target can restore.
#include "stages/dump/restorable_entries.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

const std::vector<std::string> kList = {
    "; Archive created at 2026-11-26",
    "3; 3079 16385 EXTENSION - citext ",
    "3500; 0 0 COMMENT - EXTENSION citext ",
    "4; 3079 16386 EXTENSION - citext_more ",
    "7; 2615 16400 SCHEMA - extensions app",
    "3600; 0 0 ACL - SCHEMA extensions app",
    "8; 2615 16401 SCHEMA - app app",
    "3601; 0 0 COMMENT - SCHEMA app app",
    "9; 3466 16410 EVENT TRIGGER - on_ddl app",
    "10; 3466 16411 EVENT TRIGGER - pgrst_ddl_watch app",
    "11; 1259 16412 TABLE public EXTENSION - citext app",
};

DumpTarget Managed(const char* provider) {
  return {.provider = FindProvider(provider),
          .schemas = {"extensions", "public"},
          .event_triggers = {"pgrst_ddl_watch"}};
}

TEST(RestorableEntries, LeaveOutWhatASupabaseServerHasAndItsRoleMayNot) {
  const auto entries = EntriesFor(Managed("supabase"), kList);
  EXPECT_EQ(entries.left_out,
            (std::vector<std::string>{"COMMENT ON EXTENSION citext: the target's role may not",
                                      "schema extensions: the target has it",
                                      "privileges on schema extensions: the target's role may not",
                                      "event trigger pgrst_ddl_watch: the target has it"}));
  EXPECT_EQ(entries.lines, (std::vector<std::string>{kList[0], kList[1], kList[3], kList[6],
                                                     kList[7], kList[8], kList[10]}));
}

TEST(RestorableEntries, LeaveOutEventTriggersWhereOnlySuperusersCreateThem) {
  DumpTarget target = Managed("heroku");
  target.event_triggers = {};
  const auto entries = EntriesFor(target, {kList[8]});
  EXPECT_EQ(entries.left_out,
            (std::vector<std::string>{"event trigger on_ddl app: the target's role may not"}));
}

TEST(RestorableEntries, KeepNamesThatOnlyBeginLikeOnesOfTheServer) {
  DumpTarget target = Managed("supabase");
  target.source_names = {"extensions", "extensions of ours", "pgrst_ddl_watch too"};
  const std::vector<std::string> list = {
      "7; 2615 16400 SCHEMA - extensions of ours app",
      "8; 0 0 ACL - SCHEMA extensions of ours app",
      "9; 0 0 COMMENT - SCHEMA extensions of ours app",
      "10; 3466 16411 EVENT TRIGGER - pgrst_ddl_watch too app",
  };
  EXPECT_EQ(EntriesFor(target, list).lines, list);
  EXPECT_EQ(EntriesFor(target, {"7; 2615 16400 SCHEMA - extensions of"}).left_out,
            std::vector<std::string>{"schema extensions: the target has it"});
}

TEST(RestorableEntries, KeepAllForASuperuserOfAnEmptyTarget) {
  const auto entries = EntriesFor({.is_superuser = true}, kList);
  EXPECT_TRUE(entries.left_out.empty());
  EXPECT_EQ(entries.lines, kList);
}

}  // namespace
}  // namespace gonogo
