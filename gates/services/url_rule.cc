// Parses the URL with libpq's own parser, so that the rule sees what the client will see.
#include "gates/services/url_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/connection/connection_string.h"

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

// A parameter of a URL as it is written, and its value.
using Written = std::pair<std::string, std::string>;

void AddIfGiven(const std::string& name, std::string_view value, std::vector<Written>& written) {
  if (!value.empty()) written.emplace_back(name, value);
}

// Returns all parameters of a URI, those before its query too, one for each time that it has them.
std::vector<Written> WrittenInUri(std::string_view uri) {
  std::vector<Written> written;
  std::string_view rest = uri.substr(uri.find("://") + 3);
  const std::size_t query = std::min(rest.find('?'), rest.size());
  const std::string_view before = rest.substr(0, query);
  const std::size_t slash = std::min(before.find('/'), before.size());
  const std::string_view authority = before.substr(0, slash);
  const std::size_t at = authority.rfind('@');
  if (at != std::string_view::npos) {
    const std::string_view user = authority.substr(0, at);
    const std::size_t colon = std::min(user.find(':'), user.size());
    AddIfGiven("user", user.substr(0, colon), written);
    if (colon < user.size()) AddIfGiven("password", user.substr(colon + 1), written);
  }
  const std::string_view host = authority.substr(at == std::string_view::npos ? 0 : at + 1);
  const std::size_t port = host.rfind(':');
  const bool has_port = port != std::string_view::npos && host.find(']', port) == host.npos;
  AddIfGiven("host", host.substr(0, has_port ? port : host.size()), written);
  if (has_port) AddIfGiven("port", host.substr(port + 1), written);
  if (slash < before.size()) AddIfGiven("dbname", before.substr(slash + 1), written);
  if (query == rest.size()) return written;
  for (const std::string& pair : Split(std::string(rest.substr(query + 1)), '&')) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    written.emplace_back(pair.substr(0, equals), pair.substr(std::min(equals + 1, pair.size())));
  }
  return written;
}

// Returns the parameters of key=value pairs. Values may be quoted.
std::vector<Written> WrittenInPairs(const std::string& text) {
  std::vector<Written> written;
  for (std::size_t at = 0; (at = text.find_first_not_of(" \t\r\n", at)) != std::string::npos;) {
    const std::size_t equals = text.find('=', at);
    if (equals == std::string::npos) break;
    const std::string name(Trim(text.substr(at, equals - at)));
    std::size_t begin = text.find_first_not_of(" \t\r\n", equals + 1);
    if (begin == std::string::npos) begin = text.size();
    const bool is_quoted = begin < text.size() && text[begin] == '\'';
    std::size_t end = is_quoted ? begin + 1 : begin;
    while (end < text.size() &&
           (is_quoted ? text[end] != '\''
                      : std::isspace(static_cast<unsigned char>(text[end])) == 0)) {
      end += text[end] == '\\' ? 2 : 1;
    }
    end = std::min(end + (is_quoted ? 1 : 0), text.size());
    written.emplace_back(name, text.substr(begin, end - begin));
    at = end;
  }
  return written;
}

// Returns the names of parameters that the URL has with two values: some clients take the first one
// and some the last.
std::vector<std::string> GivenTwice(const std::string& url) {
  const bool is_uri = url.find("://") != std::string::npos && !url.starts_with(' ');
  std::map<std::string, std::string> seen;
  std::set<std::string> twice;
  for (const auto& [name, value] : is_uri ? WrittenInUri(url) : WrittenInPairs(url)) {
    const auto [first, is_new] = seen.emplace(name, value);
    if (!is_new && first->second != value) twice.insert(name);
  }
  return {twice.begin(), twice.end()};
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
    std::vector<Finding> findings =
        UrlRule(variable, ParseEndpoint(url, variable), rule).Findings();
    for (const std::string& name : GivenTwice(url)) {
      findings.push_back({variable, "two values of " + Printable(name),
                          "one, because some clients take the first and some the last"});
    }
    return findings;
  } catch (const PlanError&) {
    return {{.subject = variable,
             .have = "malformed",
             .want = "a connection string with host and database"}};
  }
}

}  // namespace gonogo
