// dns: names lead where they should, caches keep them no longer than they should, and nobody has
// the answer from before that any more.
//
// The system's hosts file isn't asked, because it is only this machine's.
#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/text/utc.h"
#include "fixtures/services/dns_client.h"
#include "gates/inspection.h"

namespace gonogo::dns {
namespace {

[[noreturn]] void CanNotTell(const std::string& reason) {
  throw DatabaseError(reason + ": give \"leads_to\" an address", "");
}

void RequireDemands(const std::string& name, const Arguments& demands) {
  if (IsIpAddress(name)) throw PlanError(fmt::format("{} is an address, not a name", name));
  if (demands.Has("leads_to") && NormalisedHost(demands.Text("leads_to")) == NormalisedHost(name)) {
    throw PlanError(
        fmt::format("{} leads to itself: give \"leads_to\" an address or another name", name));
  }
  if (demands.Has("old_ttl_s") != demands.Has("lowered_at")) {
    throw PlanError(fmt::format("give {} both \"old_ttl_s\" and \"lowered_at\", or neither", name));
  }
  if (demands.Has("lowered_at") && !ParseTimeWithZone(demands.Text("lowered_at"))) {
    throw PlanError(
        fmt::format("\"lowered_at\" of {} isn't a time such as 2026-02-21T22:00+01:00", name));
  }
  const auto has = [&](const char* demand) { return demands.Has(demand); };
  if (has("leads_to") || has("max_ttl_s") || has("min_ttl_s") || has("old_ttl_s")) return;
  throw PlanError(
      fmt::format("{} demands nothing: give \"leads_to\", \"max_ttl_s\" or \"min_ttl_s\"", name));
}

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const auto& [name, demands] : arguments.Map("names").items()) {
    RequireDemands(name, Arguments(demands));
    subjects.push_back({name, ""});
  }
  if (subjects.empty()) throw PlanError("\"names\" lists none");
  return subjects;
}

// Where a name should lead.
struct Destination {
  std::string words;  // "the target's host"
  std::vector<std::string> hosts;
  std::vector<std::string> addresses;
};

void AddHost(const std::string& host, Destination& to) {
  to.hosts.push_back(NormalisedHost(host));
  const auto found = AddressesOf(host);
  to.addresses.insert(to.addresses.end(), found.begin(), found.end());
}

// `name` is what should lead there.
Destination OfSide(const ConnectionString& endpoint, const std::string& side,
                   const std::string& name) {
  Destination to{.words = fmt::format("an address of the {}'s host", side)};
  if (const std::string given = endpoint.Option("hostaddr"); !given.empty()) {
    for (const std::string& address : Split(given, ',')) AddHost(address, to);
    return to;
  }
  for (const std::string& host : Split(HostOf(endpoint), ',')) {
    if (host.empty() || host.starts_with('/') || host.starts_with('@')) {
      CanNotTell(fmt::format("the URL of the {} has no host", side));
    }
    if (host == name) {
      CanNotTell(
          fmt::format("{} is the host in the URL of the {}, whatever it leads to", name, side));
    }
    AddHost(host, to);
  }
  return to;
}

bool Overlap(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::any_of(some.begin(), some.end(), [&](const std::string& one) {
    return std::find(others.begin(), others.end(), one) != others.end();
  });
}

// The other side may be gone, or have no host.
std::vector<std::string> AddressesIfAny(const ConnectionString& endpoint) {
  try {
    return OfSide(endpoint, "", "").addresses;
  } catch (const DatabaseError&) {
    return {};
  }
}

Destination DestinationOf(const Inspection& in, const Arguments& demands) {
  const std::string given = demands.Text("leads_to");
  const std::string name = NormalisedHost(in.subject.name);
  if (given == "source" || given == "target") {
    const bool to_target = given == "target";
    const auto endpoint = [&](SideName side) { return in.pair.Of(side).endpoint; };
    Destination to =
        OfSide(endpoint(to_target ? SideName::kTarget : SideName::kSource), given, name);
    const auto others = AddressesIfAny(endpoint(to_target ? SideName::kSource : SideName::kTarget));
    if (Overlap(to.addresses, others)) {
      CanNotTell("source and target have the same address, so that no name leads to only one");
    }
    return to;
  }
  Destination to{.words = "an address of " + demands.Shown("leads_to")};
  AddHost(given, to);
  return to;
}

// An authoritative server may know the name's alias, but not the addresses of that. Throws
// DatabaseError if nobody does, or if the alias stands for the name again: whatever the TTL is,
// nobody gets anywhere.
std::vector<std::string> AddressesIn(const DnsAnswer& answer) {
  if (!answer.addresses.empty()) return answer.addresses;
  try {
    return AddressesOf(answer.names.back());
  } catch (const DatabaseError&) {
    throw DatabaseError(
        fmt::format("DNS: {} stands for {}, which has no address from here: correct "
                    "the record, or run the check where that name is known",
                    answer.names.front(), answer.names.back()),
        "");
  }
}

void JudgeDestination(const std::string& name, const DnsAnswer& answer,
                      const std::vector<std::string>& addresses, const Destination& to,
                      Outcome& outcome) {
  if (answer.names.size() > 1 &&
      Overlap({answer.names.begin() + 1, answer.names.end()}, to.hosts)) {
    return;
  }
  for (const std::string& address : addresses) {
    if (!Overlap({address}, to.addresses)) {
      outcome.findings.push_back({name, "leads to " + address, to.words});
    }
  }
}

// Of what a cache answers, nobody knows the TTL that new answers will have.
void JudgeTtl(const std::string& name, const DnsAnswer& answer, const Arguments& demands,
              Outcome& outcome) {
  if (!demands.Has("max_ttl_s") && !demands.Has("min_ttl_s")) return;
  if (!answer.is_authoritative) {
    throw DatabaseError(
        "DNS: the answer is from a cache, where the TTL counts down: name a server of the name's "
        "own zone as \"nameserver\"",
        "");
  }
  const std::string have = fmt::format("TTL {} s", answer.ttl.count());
  if (demands.Has("max_ttl_s") && answer.ttl.count() > demands.Integer("max_ttl_s")) {
    outcome.findings.push_back(
        {name, have, fmt::format("at most {} s", demands.Integer("max_ttl_s"))});
  }
  if (demands.Has("min_ttl_s") && answer.ttl.count() < demands.Integer("min_ttl_s")) {
    outcome.findings.push_back(
        {name, have, fmt::format("at least {} s", demands.Integer("min_ttl_s"))});
  }
}

void JudgeElapsed(const Inspection& in, const Arguments& demands, Outcome& outcome) {
  if (!demands.Has("lowered_at")) return;
  const UtcTime lowered = ParseTimeWithZone(demands.Text("lowered_at")).value();
  const UtcTime until = lowered + std::chrono::seconds(demands.Integer("old_ttl_s"));
  if (ParseUtc(in.pair.LatestTime()).value() >= until) return;
  outcome.findings.push_back({in.subject.name, "caches keep the old answer until " + UtcText(until),
                              "the old TTL has elapsed"});
}

Outcome Run(const Inspection& in) {
  const std::string& name = in.subject.name;
  const Arguments demands = in.arguments.Member("names", name);
  const DnsAnswer answer =
      AskDns(name, {.nameserver = in.arguments.Text("nameserver"),
                    .timeout = std::chrono::seconds(in.arguments.Integer("timeout_s")),
                    .is_cancelled = [&] { return in.pair.cancellation().IsCancelled(); }});
  const auto addresses = AddressesIn(answer);
  Outcome outcome{.examined = 1};
  if (demands.Has("leads_to")) {
    JudgeDestination(name, answer, addresses, DestinationOf(in, demands), outcome);
  }
  JudgeTtl(name, answer, demands, outcome);
  JudgeElapsed(in, demands, outcome);
  if (answer.is_authoritative) outcome.notes = {fmt::format("TTL {} s", answer.ttl.count())};
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "dns",
      .summary = "Names lead where they should, and caches keep them no longer than they should.",
      .meaning = "After the switch, clients go on to the old server, some of them for hours.",
      .remedy = "Correct the record at the zone's provider, then wait as long as its old TTL.",
      .phases = {Phase::kGate},
      .parameters =
          {ObjectMapParameter(
               "names", "what is demanded of each name",
               {TextParameter("leads_to", "source, target, an address, or another name"),
                IntegerParameter("max_ttl_s",
                                 "seconds of its TTL at most, such as 60 before the switch")
                    .AtLeast(0),
                IntegerParameter("min_ttl_s",
                                 "seconds of its TTL at least, such as 3600 afterwards")
                    .AtLeast(0),
                IntegerParameter("old_ttl_s", "the TTL before it was lowered").AtLeast(1),
                TextParameter("lowered_at",
                              "when it was lowered, such as 2026-02-21T22:00+01:00; the old TTL "
                              "must have elapsed since")})
               .Required(),
           TextParameter("nameserver",
                         "the server to ask, ADDRESS or ADDRESS:PORT, such as one of the zone's "
                         "own; else this system's")
               .DefaultEmpty(),
           IntegerParameter("timeout_s", "seconds within which it must answer")
               .Default(5)
               .AtLeast(1)},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::dns
