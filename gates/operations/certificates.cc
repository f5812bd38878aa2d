// certificates: those of both databases and of the services are trusted, and outlive the migration.
//
// A database's chain and name are judged as far as its URL lets clients verify them.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "fixtures/services/certificate_chain.h"
#include "gates/reading/judged_rows.h"
#include "gates/records/in_rehearsal.h"
#include "gates/services/service_request.h"
#include "gates/subjects.h"

namespace gonogo::certificates {
namespace {

constexpr std::chrono::milliseconds kLongest{10'000};

// One server, and what its clients verify.
struct Wanted {
  TlsEndpoint endpoint;
  std::string ca_file;  // empty: the system's
  bool has_trusted_chain = true;
  bool has_name = true;
};

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  std::vector<Subject> subjects;
  if (arguments.Boolean("databases")) subjects = OneForEachSide(plan, arguments);
  for (const auto& [name, given] : arguments.Map("services").items()) {
    if (name == "source" || name == "target") {
      throw PlanError(fmt::format("a service can't be called \"{}\", as a database is", name));
    }
    subjects.push_back({name, ""});
  }
  if (subjects.empty()) throw PlanError("\"databases\" is false and \"services\" lists none");
  return subjects;
}

// Returns one for each host of a database's URL; none for a Unix-domain socket.
std::vector<Wanted> OfDatabase(const Inspection& in, const ConnectionString& database) {
  const std::string ca = in.arguments.Has("ca") ? in.arguments.Text("ca") : "";
  const std::string roots = ca.empty() ? database.Option("sslrootcert") : ca;
  const auto hosts = Split(HostOf(database), ',');
  const auto ports = Split(database.Port(), ',');
  const auto addresses = Split(database.Option("hostaddr"), ',');
  std::vector<Wanted> wanted;
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    if (hosts[i].empty() || hosts[i].starts_with('/') || hosts[i].starts_with('@')) continue;
    wanted.push_back({.endpoint = {.host = hosts[i],
                                   .port = ports.size() == hosts.size() ? ports[i] : ports.front(),
                                   .address = addresses.size() == hosts.size() ? addresses[i] : "",
                                   .is_postgres = true},
                      .ca_file = roots == "system" ? "" : roots,
                      .has_trusted_chain = !roots.empty(),
                      .has_name = database.Option("sslmode") == "verify-full"});
  }
  return wanted;
}

std::vector<Wanted> OfService(const Inspection& in, const Json& given) {
  const std::string url = UrlOf(given, in.environment);
  if (url.starts_with("postgres://") || url.starts_with("postgresql://")) {
    return OfDatabase(in, ParseEndpoint(url, in.subject.name));
  }
  const auto endpoint = TlsEndpointOf(url);
  if (!endpoint) {
    throw PlanError(fmt::format("the URL of {} isn't an https://, rediss:// or postgresql:// URL",
                                in.subject.name));
  }
  return {
      {.endpoint = *endpoint, .ca_file = in.arguments.Has("ca") ? in.arguments.Text("ca") : ""}};
}

std::vector<Wanted> WantedOf(const Inspection& in) {
  const std::string& name = in.subject.name;
  if (name == "source" || name == "target") {
    return OfDatabase(in, in.pair.Of(SideOf(in)).endpoint);
  }
  return OfService(in, in.arguments.Member("services", name).Map("url"));
}

void JudgeTime(const Inspection& in, const Certificate& certificate, Outcome& outcome) {
  const UtcTime now = ParseUtc(in.pair.LatestTime()).value();
  const auto days = std::chrono::floor<std::chrono::days>(certificate.valid_until - now).count();
  const std::int64_t wanted = in.arguments.Integer("days");
  const std::string until = UtcText(certificate.valid_until);
  if (certificate.valid_from > now) {
    outcome.findings.push_back(
        {certificate.name, "valid from " + UtcText(certificate.valid_from), "valid now"});
  } else if (certificate.valid_until < now) {
    outcome.findings.push_back({certificate.name, "expired at " + until, "valid now"});
  } else if (days < wanted) {
    outcome.findings.push_back({certificate.name,
                                fmt::format("valid until {}, {}", until, Counted(days, "more day")),
                                fmt::format("at least {}", Counted(wanted, "more day"))});
  } else {
    outcome.notes.push_back(fmt::format("{}: valid until {}", certificate.name, until));
  }
}

void JudgeChain(const Inspection& in, const Wanted& wanted, const CertificateChain& chain,
                Outcome& outcome) {
  const std::string& name = in.subject.name;
  for (const Certificate& certificate : chain.certificates) JudgeTime(in, certificate, outcome);
  if (!wanted.has_trusted_chain) {
    outcome.notes.push_back(name + ": no sslrootcert or \"ca\" says whom to trust");
  } else if (!chain.fault.empty()) {
    outcome.findings.push_back({name, chain.fault, "a certificate of a trusted authority"});
  }
  if (wanted.has_name && !chain.is_for_host) {
    outcome.findings.push_back({name, "the certificate isn't for this host",
                                "the host of its URL among the certificate's names"});
  }
}

// Those of a rehearsal last as long as it does, and speak no TLS.
bool AreOfARehearsal(const Inspection& in) {
  if (!in.migration.is_given) return false;
  try {
    return IsInRehearsal(in);
  } catch (const DatabaseError&) {  // perhaps because of its certificate
    return false;
  }
}

Outcome Run(const Inspection& in) {
  if (AreOfARehearsal(in)) {
    return {.examined = 1,
            .findings = {},
            .notes = {"not asked: servers and services of a rehearsal have no certificates"}};
  }
  Outcome outcome;
  const std::vector<Wanted> servers = WantedOf(in);
  if (servers.empty()) {
    return {.examined = 1, .notes = {"no host: there is no TLS in a Unix-domain socket"}};
  }
  for (const Wanted& wanted : servers) {
    TransferTerms terms = TermsOf(in, kLongest);
    terms.ca_file = wanted.ca_file;
    const auto answer = FetchCertificates(wanted.endpoint, terms);
    ++outcome.examined;
    if (const auto* const none = std::get_if<Unanswered>(&answer)) {
      outcome.findings.push_back({in.subject.name, none->words, "a certificate"});
    } else {
      JudgeChain(in, wanted, std::get<CertificateChain>(answer), outcome);
    }
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "certificates",
      .summary = "The certificates of databases and services are trusted and stay valid.",
      .meaning = "Clients refuse to connect, at once or when the certificate expires.",
      .remedy = "Renew the certificate, send its whole chain, and connect by a name that it has.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters =
          {IntegerParameter("days", "how many more days each must be valid, also on the way back")
               .Default(30)
               .AtLeast(1),
           BooleanParameter("databases", "whether to examine source and target").Default(true),
           ObjectMapParameter(
               "services", "other servers by name, poolers too",
               {UrlParameter("url", "an https://, rediss:// or postgresql:// URL").Required()})
               .DefaultEmpty(),
           CaParameter()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::certificates
