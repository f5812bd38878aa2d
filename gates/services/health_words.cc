// A word such as "error" is a setting in one place and a status in another, so it counts only in
// members that have a status.
#include "gates/services/health_words.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>

#include "core/text/text.h"

namespace gonogo {
namespace {

using Words = std::set<std::string>;

// "Is-Healthy" and "isHealthy" become "healthy", "Status_Code" "statuscode".
std::string Plain(const std::string& member) {
  std::string plain = InLowerCase(Trim(member));
  std::erase_if(plain, [](char c) { return c == '_' || c == '-' || c == ' '; });
  return plain.starts_with("is") ? plain.substr(2) : plain;
}

// Words that nothing else is called by.
bool IsIllWord(const std::string& word) {
  static const Words words = {
      "critical",      "dead",        "degraded",    "down",           "failing",
      "nok",           "not healthy", "not ok",      "not ready",      "not_ok",
      "not_ready",     "offline",     "outage",      "out of service", "out_of_service",
      "shutting_down", "unhealthy",   "unavailable", "unreachable"};
  return words.contains(word);
}

bool IsIllStatus(const std::string& word) {
  static const Words words = {"500",           "501",          "502",     "503",         "504",
                              "bad",           "disconnected", "error",   "fail",        "failed",
                              "failure",       "false",        "ko",      "maintenance", "red",
                              "shutting down", "starting",     "stopped", "stopping"};
  return IsIllWord(word) || words.contains(word);
}

bool HasStatus(const std::string& member) {
  static const Words names = {"health", "healthstatus", "overall",   "overallstatus",
                              "state",  "status",       "statuscode"};
  return names.contains(member);
}

bool IsDatabase(const std::string& member) {
  static const Words names = {"database", "databases", "db",        "mysql",
                              "pg",       "postgres",  "postgresql"};
  return names.contains(member);
}

// Members whose value is a status if it is a word, as in {"database": "error"}.
bool IsComponent(const std::string& member) {
  static const Words names = {"broker", "cache", "elasticsearch", "kafka", "queue",  "rabbitmq",
                              "redis",  "s3",    "search",        "smtp",  "storage"};
  return IsDatabase(member) || names.contains(member);
}

// Members that have one member for each component, as in {"checks": {"mail": false}}.
bool HasComponents(const std::string& member) {
  static const Words names = {"checks",       "components", "dependencies",
                              "healthchecks", "probes",     "services"};
  return names.contains(member);
}

// Members that are true if the service is well.
bool SaysWell(const std::string& member) {
  static const Words names = {"alive",     "connected", "healthy", "ok", "operational",
                              "reachable", "ready",     "success", "up"};
  return names.contains(member);
}

bool IsNothing(const std::string& word) {
  static const Words none = {"", "0", "false", "no", "none", "null", "off", "ok"};
  return none.contains(word);
}

// Members that are true, or have a text, if it isn't.
bool SaysIll(const std::string& member) {
  static const Words names = {"dead",   "degraded", "down",     "error",
                              "failed", "failing",  "unhealthy"};
  return names.contains(member);
}

// "error: no connection", "Failed to connect"; not "500 requests" or "red team".
bool BeginsIll(const std::string& word) {
  static const Words words = {"disconnected", "error", "fail", "failed", "failure"};
  const auto end =
      std::ranges::find_if(word, [](unsigned char c) { return std::isalnum(c) == 0 && c != '_'; });
  const bool is_whole = end == word.end() || *end == ' ' || *end == ':' || *end == ',';
  const std::string first(word.begin(), end);  // not of a name, as in error-logs
  return is_whole && (IsIllWord(first) || words.contains(first));
}

// Returns what the member means inside that group.
std::string InGroup(const std::string& group, const std::string& member, const Json& value) {
  const bool is_status = HasComponents(group) && !SaysIll(member) && member != "maintenance" &&
                         (value.is_boolean() || value.is_string());
  return is_status && !SaysWell(member) ? "status" : member;
}

bool IsIll(const std::string& member, const Json& value) {
  constexpr double kFirstServerError = 500;
  if (value.is_boolean()) {
    const bool is_well = HasStatus(member) || SaysWell(member) || IsDatabase(member);
    return value.get<bool>() ? SaysIll(member) || member == "maintenance" : is_well;
  }
  if (value.is_number()) {
    const auto number = value.get<double>();
    return HasStatus(member) ? number >= kFirstServerError : SaysWell(member) && number == 0;
  }
  if (value.is_array()) return member == "errors" && !value.empty();
  if (value.is_object()) return (member == "error" || member == "errors") && !value.empty();
  if (!value.is_string()) return false;
  const std::string word = InLowerCase(Trim(value.get_ref<const std::string&>()));
  if (HasStatus(member) || SaysWell(member)) return IsIllStatus(word) || BeginsIll(word);
  if (IsComponent(member) && (IsIllStatus(word) || BeginsIll(word))) return true;
  return IsIllWord(word) || ((SaysIll(member) || member == "errors") && !IsNothing(word));
}

class JsonReader {
 public:
  explicit JsonReader(const Json& judged) : judged_(judged) {}

  std::string Find(const Json& node, const Json::json_pointer& at, const std::string& member) {
    if (judged_.contains(at.to_string())) return "";
    if (IsIll(member, node)) return at.to_string();
    if (!node.is_structured()) return "";
    std::size_t index = 0;
    for (const auto& [name, value] : node.items()) {
      const bool is_named = node.is_object();
      const auto place = is_named ? at / name : at / index++;
      // What a list has is called as the list is.
      std::string found = Find(value, place,
                               is_named             ? InGroup(member, Plain(name), value)
                               : member == "errors" ? ""
                               : HasComponents(member) && value.is_object() ? ""
                                                                            : member);
      if (!found.empty()) return found;
    }
    return "";
  }

 private:
  const Json& judged_;
};

// "Database: DOWN", "ERROR - no connection", "status=fail", "the service is down".
bool IsIllLine(std::string_view text) {
  const std::string line = InLowerCase(Trim(text));
  if (IsIllStatus(line)) return true;
  const std::size_t colon = line.find_first_of(":=");
  if (colon != std::string::npos) {
    const std::string value = InLowerCase(Trim(std::string_view(line).substr(colon + 1)));
    const std::string name = Plain(line.substr(0, colon));
    const bool is_status = HasStatus(name) || SaysWell(name) || IsComponent(name);
    if (IsIllWord(value) || (is_status && (IsIllStatus(value) || BeginsIll(value)))) return true;
    if (IsNothing(value)) return false;  // "Failed jobs: 0"
  }
  std::string words = line;
  std::ranges::replace_if(
      words, [](unsigned char c) { return std::isalnum(c) == 0 && c != '_'; }, ' ');
  words = std::string(Trim(words));
  const std::size_t first = words.find(' ');
  const std::size_t last = words.rfind(' ');
  if (first == std::string::npos) return IsIllStatus(words);
  const std::string beginning = words.substr(0, first);
  return (IsIllStatus(beginning) && beginning != "red") ||
         (IsIllWord(words.substr(last + 1)) && words.substr(0, last).ends_with("is"));
}

bool IsIllText(const std::string& body) {
  if (body.starts_with('<')) return false;  // a page for people
  const auto lines = Split(body, '\n');
  return std::ranges::any_of(lines, [](const std::string& line) { return IsIllLine(line); });
}

}  // namespace

std::string IllPlace(const std::string& body, const Json& judged) {
  const Json json = TryParseJson(body);
  if (json.is_structured()) return JsonReader(judged).Find(json, Json::json_pointer(), "");
  const std::string text = json.is_string() ? json.get<std::string>() : body;
  return judged.contains("") || !IsIllText(text) ? "" : "the answer";
}

}  // namespace gonogo
