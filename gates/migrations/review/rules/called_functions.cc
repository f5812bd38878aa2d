// What these functions do is in PostgreSQL's documentation.
#include "gates/migrations/review/rules/called_functions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "gates/migrations/review/rules/constants.h"
#include "gates/parser/qualified_name.h"
#include "gates/parser/sql_quotes.h"

namespace gonogo {
namespace {

const std::map<std::string, const char*>& LosingFunctions() {
  static const std::map<std::string, const char*> functions = {
      {"lo_truncate", "cuts off a large object"},
      {"lo_truncate64", "cuts off a large object"},
      {"lo_unlink", "deletes a large object"},
      {"pg_drop_replication_slot", "drops a replication slot"},
      {"pg_logical_slot_get_binary_changes", "takes changes out of a replication slot"},
      {"pg_logical_slot_get_changes", "takes changes out of a replication slot"},
      {"pg_replication_origin_drop", "drops a replication origin"}};
  return functions;
}

// Each runs SQL that it gets as a text.
bool RunsText(const std::string& name) {
  static const std::set<std::string> functions = {"dblink",
                                                  "dblink_exec",
                                                  "dblink_open",
                                                  "dblink_send_query",
                                                  "query_to_xml",
                                                  "query_to_xmlschema",
                                                  "query_to_xml_and_xmlschema",
                                                  "run_command_on_shards",
                                                  "run_command_on_workers"};
  return functions.contains(name);
}

void Collect(const Json& node, std::vector<std::string>& names) {
  if (!node.is_structured()) return;
  for (const auto& [member, value] : node.items()) {
    // CALL has its call without the name of the node.
    if ((member == "FuncCall" || member == "funccall") && value.contains("funcname")) {
      names.push_back(LastName(value.at("funcname")));
    }
    Collect(value, names);
  }
}

// setval() with the highest number in use is usual; a fixed number may be lower.
void AddFixedNumbers(const Json& node, std::vector<Violation>& found) {
  if (!node.is_structured()) return;
  for (const auto& [member, value] : node.items()) {
    AddFixedNumbers(value, found);
    if (member != "FuncCall" || LastName(value.at("funcname")) != "setval") continue;
    const Json arguments = value.value("args", Json::array());
    if (arguments.size() < 2 || !ConstantOf(arguments[1])) continue;
    found.push_back({"destructive",
                     "sets a sequence to a fixed number (setval), so it may give numbers out again",
                     "setval() with the highest number in use"});
  }
}

}  // namespace

bool StoresStatements(const std::string& kind) {
  static const std::set<std::string> kinds = {"CreateFunctionStmt", "CreatePolicyStmt",
                                              "CreateTrigStmt",     "PrepareStmt",
                                              "RuleStmt",           "ViewStmt"};
  return kinds.contains(kind);
}

std::vector<std::string> CalledFunctions(const Json& tree) {
  std::vector<std::string> names;
  Collect(tree, names);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::vector<Violation> LosingCalls(const Json& tree) {
  std::vector<Violation> found;
  AddFixedNumbers(tree, found);
  for (const std::string& name : CalledFunctions(tree)) {
    if (const auto losing = LosingFunctions().find(name); losing != LosingFunctions().end()) {
      found.push_back({"destructive", fmt::format("{} ({})", losing->second, name),
                       "do it in a later release, when nothing uses it and there is a backup"});
    }
    if (RunsText(name)) {
      found.push_back({"not_reviewed", fmt::format("runs SQL that {}() gets as a text", name),
                       "statements that PostgreSQL's parser can read"});
    }
  }
  return found;
}

std::vector<std::string> WordsThatMayCall(const std::string& sql) {
  std::set<std::string> words;
  for (std::size_t at = 0; at < sql.size();) {
    std::size_t end = at;
    while (end < sql.size() && IsSqlWordByte(sql[end])) ++end;
    if (end > at) {
      std::string word = sql.substr(at, end - at);
      std::string lower = word;
      std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
      const std::size_t next = sql.find_first_not_of(" \t\r\n\"", end);
      if (next != std::string::npos && sql[next] == '(') words.insert({word, lower});
    }
    at = std::max(end, at + 1);
  }
  return {words.begin(), words.end()};
}

}  // namespace gonogo
