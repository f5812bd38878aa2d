// Tests what the gate dns makes of the hosts in the URLs of source and target.
#include <gtest/gtest.h>

#include "core/error.h"
#include "fixtures/services/dns_client.h"
#include "gates/cases/case_services.h"
#include "tests/gates/running_gate.h"

namespace gonogo::testing_support {
namespace {

// The cache asks the zone's server, and relays its first answer as it is.
constexpr const char* kServers = R"({
  "zone": {"dns": ["local=/example.com/", "host-record=db.example.com,127.0.0.3,60"]},
  "cache": {"dns": ["server=127.0.0.1#${zone.port}"]}
})";

class Dns : public testing::Test {
 protected:
  static Side At(const std::string& side, const std::string& host) {
    return {.name = side, .endpoint = {.options = {{"host", host}, {"dbname", "d"}}}};
  }

  // Checks that db.example.com, which is 127.0.0.3, leads to the side.
  Outcome Check(const std::string& leads_to, const std::string& source, const std::string& target) {
    Pair pair(At("source", source), At("target", target));
    const Json check = {{"gate", "dns"},
                        {"nameserver", services_.facts().at("zone.address")},
                        {"names", {{"db.example.com", {{"leads_to", leads_to}}}}}};
    return RunningGate(check, {}).Run(pair);
  }

  std::string Error(const std::string& source, const std::string& target) {
    try {
      Check("target", source, target);
    } catch (const DatabaseError& error) {
      return error.what();
    }
    return "";
  }

  const CaseServices services_{Json::parse(kServers)};
};

TEST_F(Dns, TellsWhichSideANameLeadsTo) {
  EXPECT_TRUE(Check("target", "127.0.0.2", "127.0.0.3").findings.empty());
  EXPECT_TRUE(Check("source", "127.0.0.3", "127.0.0.2").findings.empty());
  EXPECT_EQ(Check("target", "127.0.0.3", "127.0.0.2").findings,
            (std::vector<Finding>{
                {"db.example.com", "leads to 127.0.0.3", "an address of the target's host"}}));
}

TEST_F(Dns, ComparesWithTheAddressThatAUrlGivesBesidesItsHost) {
  Side target = At("target", "db.example.com");
  target.endpoint.options["hostaddr"] = "0:0:0:0:0:FFFF:7F00:0003,127.0.0.3";
  Pair pair(At("source", "127.0.0.2"), std::move(target));
  const Json check = {{"gate", "dns"},
                      {"nameserver", services_.facts().at("zone.address")},
                      {"names", {{"db.example.com", {{"leads_to", "target"}}}}}};
  EXPECT_TRUE(RunningGate(check, {}).Run(pair).findings.empty());
}

TEST_F(Dns, DoesNotNeedTheSourceToExist) {
  EXPECT_TRUE(Check("target", "gone.invalid", "127.0.0.3").findings.empty());
}

TEST_F(Dns, DoesNotCompareANameWithItself) {
  EXPECT_EQ(Error("127.0.0.2", "DB.example.com."),
            "db.example.com is the host in the URL of the target, whatever it leads to: give "
            "\"leads_to\" an address");
}

TEST_F(Dns, DoesNotTakeWhatIsLeftInACacheForTheTtl) {
  const DnsTerms terms{.nameserver = services_.facts().at("cache.address")};
  EXPECT_TRUE(AskDns("db.example.com", terms).is_authoritative);
  EXPECT_FALSE(AskDns("db.example.com", terms).is_authoritative);
  Pair pair(At("source", "127.0.0.2"), At("target", "127.0.0.3"));
  for (const char* demand : {"max_ttl_s", "min_ttl_s"}) {
    const Json check = {{"gate", "dns"},
                        {"nameserver", terms.nameserver},
                        {"names", {{"db.example.com", {{demand, 60}}}}}};
    try {
      RunningGate(check, {}).Run(pair);
      ADD_FAILURE() << demand;
    } catch (const DatabaseError& error) {
      EXPECT_STREQ(error.what(),
                   "DNS: the answer is from a cache, where the TTL counts down: name a server of "
                   "the name's own zone as \"nameserver\"");
    }
  }
}

TEST_F(Dns, CanNotTellWhereASocketIs) {
  EXPECT_EQ(Error("127.0.0.2", "/run/postgresql"),
            "the URL of the target has no host: give \"leads_to\" an address");
}

}  // namespace
}  // namespace gonogo::testing_support
