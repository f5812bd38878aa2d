// Which lines of a script get the roles that replace the source's.
#include "stages/dump/replaced_roles.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

const std::map<std::string, std::string> kRoles = {{"app", "postgres"}, {"Old App", "new app"}};

std::string Entry(const std::string& type, const std::string& statements) {
  return "-- Name: TABLE t; Type: " + type + "; Schema: public; Owner: -\n" + statements + "\n";
}

TEST(WithRolesReplaced, ReplacesGranteesAndOwnersOfDefaultPrivileges) {
  EXPECT_EQ(
      WithRolesReplaced(
          kRoles,
          Entry("ACL",
                "GRANT SELECT ON TABLE public.\"TO app\" TO app WITH GRANT OPTION;\n"
                "REVOKE ALL ON TABLE public.t FROM \"Old App\";\n"
                "GRANT SELECT ON TABLE public.t TO app2;") +
              Entry("DEFAULT ACL",
                    "ALTER DEFAULT PRIVILEGES FOR ROLE app GRANT SELECT ON TABLES TO app;\n"
                    "ALTER DEFAULT PRIVILEGES FOR ROLE dba GRANT SELECT ON TABLES TO app;")),
      Entry("ACL",
            "GRANT SELECT ON TABLE public.\"TO app\" TO \"postgres\" WITH GRANT OPTION;\n"
            "REVOKE ALL ON TABLE public.t FROM \"new app\";\n"
            "GRANT SELECT ON TABLE public.t TO app2;") +
          Entry("DEFAULT ACL",
                "ALTER DEFAULT PRIVILEGES FOR ROLE \"postgres\" GRANT SELECT ON TABLES TO "
                "\"postgres\";\n"
                "ALTER DEFAULT PRIVILEGES FOR ROLE dba GRANT SELECT ON TABLES TO \"postgres\";") +
          "\n");
}

TEST(WithRolesReplaced, ReplacesGrantorsAndRolesOfPolicies) {
  EXPECT_EQ(WithRolesReplaced(kRoles, Entry("ACL",
                                            "SET SESSION AUTHORIZATION app;\n"
                                            "GRANT SELECT ON TABLE public.t TO other;\n"
                                            "RESET SESSION AUTHORIZATION;")),
            Entry("ACL",
                  "SET SESSION AUTHORIZATION \"postgres\";\n"
                  "GRANT SELECT ON TABLE public.t TO other;\n"
                  "RESET SESSION AUTHORIZATION;") +
                "\n");
  const std::string policy = "CREATE POLICY \"a TO app\" ON public.t FOR SELECT";
  EXPECT_EQ(WithRolesReplaced(
                {{"app", "postgres"}, {"Old App", "postgres"}},
                Entry("POLICY", policy + " TO app, other, \"Old App\" USING ((a = ' TO app'))\n"
                                         " WITH CHECK (true);")),
            Entry("POLICY",
                  policy + " TO \"postgres\", other USING ((a = ' TO app'))\n WITH CHECK (true);") +
                "\n");
  for (const char* const text : {" TO app", " TO app, app, other"}) {
    const std::string of_all = Entry("POLICY", policy + " USING ((a = '" + text + "'));");
    EXPECT_EQ(WithRolesReplaced(kRoles, of_all), of_all + "\n");
  }
}

// The text of a function isn't a privilege.
TEST(WithRolesReplaced, LeavesOtherEntriesAsTheyAre) {
  const std::string function = Entry("FUNCTION", "GRANT SELECT ON TABLE public.t TO app;");
  EXPECT_EQ(WithRolesReplaced(kRoles, function), function + "\n");
}

}  // namespace
}  // namespace gonogo
