// Parses the URL with libpq's own parser, so that the rule sees what the client will see.
#include "gates/services/url_rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "fixtures/session/connection_string.h"

namespace gonogo {
namespace {

// From the loosest to the strictest, as libpq documents them.
const std::vector<std::string>& SslModes() {
  static const std::vector<std::string> modes = {"disable", "allow",     "prefer",
                                                 "require", "verify-ca", "verify-full"};
  return modes;
}

std::size_t Strictness(const std::string& sslmode) {
  const auto& modes = SslModes();
  const auto found = std::find(modes.begin(), modes.end(), sslmode);
  return found == modes.end() ? 0 : static_cast<std::size_t>(found - modes.begin());
}

class UrlRule {
 public:
  UrlRule(std::string variable, const ConnectionString& url, const Arguments& rule)
      : variable_(std::move(variable)), url_(url), rule_(rule) {}

  std::vector<Finding> Findings() {
    if (rule_.Has("port")) RequirePort(std::to_string(rule_.Integer("port")));
    if (rule_.Has("sslmode")) RequireSslMode(rule_.Text("sslmode"));
    for (const auto& [name, value] : rule_.Map("parameters").items()) {
      if (url_.Option(name) == value.get<std::string>()) continue;
      Add(url_.Option(name).empty() ? "no " + name : "another " + name,
          name + "=" + value.get<std::string>());
    }
    for (const std::string& name : rule_.Texts("forbidden")) {
      if (url_.options.contains(name) || url_.orm_options.contains(name)) Add(name, "no " + name);
    }
    return std::move(findings_);
  }

 private:
  void RequirePort(const std::string& wanted) {
    const std::string port = url_.Port();
    if (port.empty()) return Add("no port", "port " + wanted);
    if (port != wanted) Add("port " + port, "port " + wanted);
  }

  void RequireSslMode(const std::string& wanted) {
    const std::string sslmode = url_.Option("sslmode");
    if (Strictness(sslmode) >= Strictness(wanted)) return;
    Add(sslmode.empty() ? "no sslmode" : "sslmode=" + sslmode,
        fmt::format("sslmode={} or stricter", wanted));
  }

  void Add(const std::string& have, const std::string& want) {
    findings_.push_back({.subject = variable_, .have = have, .want = want});
  }

  std::string variable_;
  const ConnectionString& url_;
  const Arguments& rule_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Parameter> UrlRuleParameters() {
  return {IntegerParameter("port", "the port; a URL without one has 5432"),
          TextParameter("sslmode", "this mode or a stricter one").OneOf(SslModes()),
          TextMapParameter("parameters", "parameters that the URL must have, with their values")
              .DefaultEmpty(),
          TextListParameter("forbidden", "parameters that the URL must not have").DefaultEmpty()};
}

std::vector<Finding> UrlFindings(const std::string& variable, const std::string& url,
                                 const Arguments& rule) {
  try {
    return UrlRule(variable, ParseEndpoint(url, variable), rule).Findings();
  } catch (const PlanError&) {
    return {{.subject = variable,
             .have = "malformed",
             .want = "a connection string with host and database"}};
  }
}

}  // namespace gonogo
