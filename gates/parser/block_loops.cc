// In a loop, neither a key in WHERE nor a LIMIT bounds how many rows are written in the end.
#include "gates/parser/block_loops.h"

#include <algorithm>
#include <set>

#include "gates/parser/dynamic_sql.h"
#include "gates/parser/psql_text.h"

namespace gonogo {
namespace {

using Words = std::vector<std::string>;

std::string QueryIn(const Json& holder) { return holder.at("PLpgSQL_expr").value("query", ""); }

// Returns the text of EXECUTE, or "" if nobody knows it: then the block counts as unread anyway.
std::string DynamicText(const Json& holder) {
  const auto read = ReadDynamicSql(QueryIn(holder));
  return read ? read->sql : "";
}

// Adds the statements and expressions below a node.
void CollectSql(const Json& node, std::vector<std::string>& texts) {
  if (!node.is_structured()) return;
  for (const auto& [member, value] : node.items()) {
    if (member == "PLpgSQL_stmt_dynexecute") {
      texts.push_back(DynamicText(value.at("query")));
    } else if (member == "PLpgSQL_expr") {
      texts.push_back(value.value("query", ""));
    } else {
      CollectSql(value, texts);
    }
  }
}

// Returns where the words delete or overwrite rows: not in FOR UPDATE, ON DELETE, DO UPDATE.
Words::const_iterator WriteIn(const Words& words) {
  static const std::set<std::string> others = {"AFTER", "BEFORE", "DO", "FOR",
                                               "KEY",   "OF",     "ON", "OR"};
  return std::find_if(words.begin(), words.end(), [&](const std::string& word) {
    const bool writes = word == "DELETE" || word == "UPDATE";
    const bool is_first = &word == &words.front();
    return writes && (is_first || !others.contains(*(&word - 1)));
  });
}

std::string Verb(const std::string& word) {
  return word == "DELETE" ? "deletes" : "overwrites rows";
}

// Returns true if a subquery chooses the rows and doesn't have a WHERE of its own.
bool IsBatchOfAll(const Words& words, Words::const_iterator write) {
  const auto where = std::find(write, words.end(), "WHERE");
  const bool chooses = std::find(where, words.end(), "SELECT") != words.end() ||
                       std::find(words.begin(), write, "SELECT") != write;
  return chooses && std::ranges::count(words, "WHERE") < 2;
}

// Returns the queries over whose rows the loop goes. A cursor's stands elsewhere.
std::vector<std::string> QueriesOf(const std::string& kind, const Json& loop) {
  if (kind == "fors") return {QueryIn(loop.at("query"))};
  if (kind == "dynfors") return {DynamicText(loop.at("query"))};
  std::vector<std::string> queries;
  for (const char* const member : {"upper", "lower", "expr", "cond"}) {  // fori, foreach_a, while
    if (loop.contains(member)) queries.push_back("SELECT " + QueryIn(loop[member]));
  }
  return queries;
}

// Returns whether the body fetches from a cursor.
bool Fetches(const Json& node) {
  if (!node.is_structured()) return false;
  const auto& members = node.items();
  return std::any_of(members.begin(), members.end(), [](const auto& member) {
    return member.key() == "PLpgSQL_stmt_fetch" || Fetches(member.value());
  });
}

}  // namespace

bool IsLoop(const std::string& kind) {
  static const std::set<std::string> loops = {"dynfors", "forc", "foreach_a", "fori",
                                              "fors",    "loop", "while"};
  return loops.contains(kind);
}

std::vector<WritingLoop> WritingLoops(const std::string& kind, const Json& loop) {
  std::vector<WritingLoop> found;
  std::vector<std::string> texts;
  const Json body = loop.value("body", Json());
  CollectSql(body, texts);
  const bool is_over_cursor = kind == "forc" || Fetches(body);
  for (const std::string& text : texts) {
    const Words words = WordsOfSql(text);
    const auto write = WriteIn(words);
    if (write == words.end()) continue;
    if (is_over_cursor) {
      const std::string verb = *write == "DELETE" ? "deletes" : "overwrites";
      found.push_back({verb + " rows of a cursor", ""});
      continue;
    }
    if (IsBatchOfAll(words, write)) found.push_back({Verb(*write), ""});
    for (const std::string& query : QueriesOf(kind, loop)) found.push_back({Verb(*write), query});
  }
  return found;
}

}  // namespace gonogo
