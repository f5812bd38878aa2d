// Grants to roles that the target lacks are left out of a script, and nothing else is.
#include "stages/dump/reader_grants.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(ReaderGrants, AreLeftOutOfEntriesOfPrivileges) {
  const std::string script = R"(-- Name: f(); Type: FUNCTION; Schema: public; Owner: app
CREATE FUNCTION public.f() RETURNS void LANGUAGE sql AS $$
GRANT SELECT ON TABLE public.t TO reader;
$$;
-- Name: TABLE t; Type: ACL; Schema: public; Owner: app
GRANT SELECT ON TABLE public.t TO reader;
GRANT SELECT ON TABLE public.t TO "reader";
GRANT SELECT ON TABLE public.t TO other_reader;
GRANT SELECT ON TABLE public.t TO reader WITH GRANT OPTION;
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: public; Owner: app
ALTER DEFAULT PRIVILEGES FOR ROLE app IN SCHEMA public GRANT SELECT ON TABLES TO reader;
)";
  const ScriptWithoutGrants without = WithoutGrantsTo({"reader"}, script);
  EXPECT_EQ(without.left_out, 3);
  EXPECT_EQ(without.sql, R"(-- Name: f(); Type: FUNCTION; Schema: public; Owner: app
CREATE FUNCTION public.f() RETURNS void LANGUAGE sql AS $$
GRANT SELECT ON TABLE public.t TO reader;
$$;
-- Name: TABLE t; Type: ACL; Schema: public; Owner: app
GRANT SELECT ON TABLE public.t TO other_reader;
GRANT SELECT ON TABLE public.t TO reader WITH GRANT OPTION;
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: public; Owner: app
)");
}

TEST(ReaderGrants, StayIfTheTargetHasTheRole) {
  const std::string script =
      "-- Name: TABLE t; Type: ACL; Schema: public; Owner: app\n"
      "GRANT SELECT ON TABLE public.t TO reader;\n";
  EXPECT_EQ(WithoutGrantsTo({}, script).sql, script);
}

}  // namespace
}  // namespace gonogo
