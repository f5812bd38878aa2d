// Starts the services of a gate case. A service's key is its kind: http, metrics, redis,
// prometheus, alertmanager, dns or down.
#include "gates/cases/case_services.h"

#include <chrono>
#include <fstream>
#include <optional>
#include <thread>

#include "core/text/utc.h"
#include "fixtures/rehearsal/http_server.h"
#include "fixtures/rehearsal/loopback_certificate.h"
#include "fixtures/rehearsal/running_server.h"
#include "fixtures/services/http_client.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/free_port.h"
#include "gates/cases/gate_case.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr const char* kLoopback = "127.0.0.1:";

HttpReply ReplyOf(const Json& given) {
  return {.status = given.at("status"),
          .body = given.at("body"),
          .location = given.at("location"),
          .delay = milliseconds(given.at("delay_ms").get<int>())};
}

// Returns a handler that gives the replies of each path in order, and repeats the last one.
HttpServer::Answer ReplyHandler(const Json& replies) {
  std::map<std::string, std::vector<Json>> by_path;
  for (const Json& reply : replies) by_path[reply.at("path")].push_back(reply);
  return [by_path, next = std::map<std::string, std::size_t>()](
             const ReceivedRequest& request) mutable -> HttpReply {
    const auto found = by_path.find(request.path);
    if (found == by_path.end()) return {.status = 404};
    std::size_t& number = next[request.path];
    const Json& reply = found->second.at(std::min(number++, found->second.size() - 1));
    const std::string token = reply.at("token");
    if (!token.empty() && request.authorization != "Bearer " + token) return {.status = 401};
    const std::string required = reply.at("demands");
    if (request.body.find(required) == std::string::npos) return {.status = 400};
    return ReplyOf(reply);
  };
}

// Returns a handler that reports counters. They start at 0 now and grow at the given rates per
// second.
HttpServer::Answer CounterHandler(const Json& rates) {
  return [rates, start = steady_clock::now()](const ReceivedRequest&) -> HttpReply {
    const std::chrono::duration<double> elapsed = steady_clock::now() - start;
    std::string text;
    for (const auto& [counter, rate] : rates.items()) {
      const double value = std::stod(rate.get<std::string>()) * elapsed.count();
      text += counter + " " + std::to_string(value) + "\n";
    }
    return {.status = 200, .body = text};
  };
}

ServerLaunch Redis(const Arguments& redis) {
  const auto prepare = [redis](const fs::path& folder, int port) {
    const bool tls = redis.Boolean("tls");
    std::ofstream file(folder / "redis.conf");
    file << "bind 127.0.0.1\nsave \"\"\ndir " << folder.string() << "\n"
         << (tls ? "port 0\ntls-port " : "port ") << port << "\n";
    if (tls) {
      file << "tls-cert-file " << CertificateForLoopback().file << "\ntls-key-file "
           << CertificateForLoopback().key << "\ntls-auth-clients no\ntls-ca-cert-file "
           << CertificateForLoopback().file << "\n";
    }
    if (redis.Has("password")) file << "requirepass " << redis.Text("password") << "\n";
    for (const std::string& line : redis.Texts("configuration")) file << line << "\n";
    return std::vector<std::string>{"redis-server", (folder / "redis.conf").string()};
  };
  return {.prepare = prepare, .answers = AcceptsConnections};
}

// Returns true if an HTTP server answers well, with a body that has the part.
bool ReplyContains(int port, const std::string& path, const std::string& part) {
  const auto answer =
      SendHttpRequest({.url = "http://127.0.0.1:" + std::to_string(port) + path}, {});
  const auto* const reply = std::get_if<HttpAnswer>(&answer);
  return reply != nullptr && reply->IsGood() && reply->body.find(part) != std::string::npos;
}

// The server counts as started once it has scraped often enough to compute rates. With nothing to
// scrape, it is as soon as it is ready.
ServerLaunch Prometheus(const std::string& scraped) {
  const auto prepare = [scraped](const fs::path& folder, int port) {
    std::ofstream file(folder / "prometheus.yml");
    file << "global: {scrape_interval: 200ms, scrape_timeout: 200ms}\n";
    if (!scraped.empty()) {
      file << "scrape_configs:\n"
           << "- {job_name: service, static_configs: [{targets: ['" << scraped << "']}]}\n";
    }
    return std::vector<std::string>{"prometheus",
                                    "--config.file=" + (folder / "prometheus.yml").string(),
                                    "--storage.tsdb.path=" + (folder / "data").string(),
                                    "--web.listen-address=127.0.0.1:" + std::to_string(port)};
  };
  const auto answers = [scraped](int port) {
    if (scraped.empty()) return ReplyContains(port, "/-/ready", "");
    const std::string query = PercentEncoded("count_over_time(up[1m]) > 5");
    return ReplyContains(port, "/api/v1/query?query=" + query, "\"value\"");
  };
  return {.prepare = prepare, .answers = answers};
}

ServerLaunch Alertmanager() {
  const auto prepare = [](const fs::path& folder, int port) {
    std::ofstream(folder / "alertmanager.yml")
        << "{route: {receiver: none}, receivers: [{name: none}]}";
    return std::vector<std::string>{
        "prometheus-alertmanager", "--config.file=" + (folder / "alertmanager.yml").string(),
        "--storage.path=" + (folder / "data").string(),
        "--cluster.listen-address=", "--web.listen-address=127.0.0.1:" + std::to_string(port)};
  };
  return {.prepare = prepare,
          .answers = [](int port) { return ReplyContains(port, "/-/ready", ""); }};
}

// Silences alerts with these labels from now on.
void Silence(int port, const Json& silence) {
  Json matchers = Json::array();
  for (const auto& [label, value] : silence.at("labels").items()) {
    matchers.push_back({{"name", label}, {"value", value}, {"isRegex", false}, {"isEqual", true}});
  }
  const UtcTime now = ParseUtc(UtcNow()).value();
  const UtcTime until = now + std::chrono::minutes(silence.at("minutes").get<int>());
  const Json body = {{"matchers", matchers},
                     {"startsAt", UtcText(now)},
                     {"endsAt", UtcText(until)},
                     {"createdBy", "case"},
                     {"comment", "a gate case"}};
  const auto answer =
      SendHttpRequest({.url = "http://127.0.0.1:" + std::to_string(port) + "/api/v2/silences",
                       .json = ToText(body)},
                      {});
  const auto* const reply = std::get_if<HttpAnswer>(&answer);
  if (reply == nullptr || !reply->IsGood()) throw std::runtime_error("alertmanager: no silence");
}

// A name server that knows what its lines of configuration say, and nothing else.
ServerLaunch NameServer(const std::vector<std::string>& lines) {
  const auto prepare = [lines](const fs::path& folder, int port) {
    std::ofstream file(folder / "dnsmasq.conf");
    file << "no-resolv\nno-hosts\nlisten-address=127.0.0.1\nbind-interfaces\nport=" << port << "\n";
    for (const std::string& line : lines) file << line << "\n";
    return std::vector<std::string>{"dnsmasq", "--no-daemon",
                                    "--conf-file=" + (folder / "dnsmasq.conf").string()};
  };
  return {.prepare = prepare, .answers = AcceptsConnections};
}

Parameter Text(const char* name, const char* default_value = "\"\"") {
  return TextParameter(name, "").DefaultJson(default_value);
}

}  // namespace

struct CaseServices::Running {
  std::optional<HttpServer> http;
  std::optional<RunningServer> server;

  int Port() const { return http ? http->port() : server->port(); }
};

std::vector<Parameter> ServiceParameters() {
  return {ObjectListParameter(
              "http", "replies",
              {TextParameter("path", "").Required(), IntegerParameter("status", "").Default(200),
               Text("body"), Text("location"), Text("demands"), Text("token"),
               IntegerParameter("delay_ms", "").Default(0)}),
          BooleanParameter("tls", "").Default(false),
          TextMapParameter("metrics", "rates of counters"),
          ObjectParameter("redis", "",
                          {TextParameter("password", ""),
                           TextListParameter("configuration", "lines").DefaultEmpty(),
                           BooleanParameter("tls", "").Default(false)}),
          TextParameter("prometheus", "the service to scrape"),
          ObjectListParameter("alertmanager", "silences",
                              {TextMapParameter("labels", "").Required(),
                               IntegerParameter("minutes", "").Required()}),
          TextListParameter("dns", "lines of dnsmasq's configuration"),
          BooleanParameter("down", "nothing answers")};
}

CaseServices::CaseServices(const Json& services) {
  if (!services.empty()) facts_["certificate"] = CertificateForLoopback().file;
  for (const auto& [name, given] : services.items()) {
    const int port = Start(Arguments(given));
    facts_[name + ".port"] = std::to_string(port);
    facts_[name + ".address"] = kLoopback + std::to_string(port);
  }
}

int CaseServices::Start(const Arguments& service) {
  if (service.Has("down")) return FreePort();
  Running& running = *running_.emplace_back(std::make_unique<Running>());
  if (service.Has("http")) {
    running.http.emplace(
        ReplyHandler(service.Map("http")),
        service.Boolean("tls") ? std::optional(CertificateForLoopback()) : std::nullopt);
  } else if (service.Has("metrics")) {
    running.http.emplace(CounterHandler(service.Map("metrics")));
  } else if (service.Has("redis")) {
    running.server.emplace(Redis(service.Member("redis")));
  } else if (service.Has("alertmanager")) {
    running.server.emplace(Alertmanager());
    for (const Json& silence : service.Map("alertmanager"))
      Silence(running.server->port(), silence);
  } else if (service.Has("dns")) {
    std::vector<std::string> lines = service.Texts("dns");
    for (std::string& line : lines) line = Substituted(line, facts_);
    running.server.emplace(NameServer(lines));
  } else {
    const std::string scraped = service.Text("prometheus");
    running.server.emplace(Prometheus(scraped.empty() ? "" : facts_.at(scraped + ".address")));
  }
  return running.Port();
}

CaseServices::~CaseServices() {
  // Stop in reverse order, because a service may use an earlier one.
  while (!running_.empty()) running_.pop_back();
}

}  // namespace gonogo
