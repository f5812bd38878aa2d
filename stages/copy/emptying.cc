// The tables are locked before they are looked at, so no row can come in between.
#include "stages/copy/emptying.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/text.h"
#include "sql/copy.h"

namespace gonogo {
namespace {

bool AnyHasRows(WritingSession& writer, const std::vector<std::string>& tables) {
  std::vector<std::string> selects = {"false"};
  for (const std::string& table : tables) {
    selects.push_back(fmt::format("EXISTS (SELECT FROM {})", table));
  }
  return writer.Query(fmt::format("SELECT {} AS has_rows", Join(selects, " OR ")), {})
      .Only()
      .Boolean("has_rows");
}

std::vector<std::string> MissingIndexes(const Rows& tables) {
  std::vector<std::string> remarks;
  for (const Row row : tables) {
    if (!row.Maybe("unindexed")) continue;
    remarks.push_back(
        fmt::format("rows of an earlier run are deleted, which takes long without an index of {} "
                    "for the foreign key {}: create one, or empty the target's tables yourself",
                    row.Text("name"), row.Text("unindexed")));
  }
  return remarks;
}

}  // namespace

std::vector<std::string> EmptyAtOnce(WritingSession& writer, const std::vector<RelationName>& begun,
                                     const std::vector<RelationName>& copied) {
  Transaction transaction(writer);
  const Rows tables = writer.Query(sql::kTablesToEmpty, {JsonListOf(begun), JsonListOf(copied)});
  std::vector<std::string> all;
  std::vector<std::string> own;
  std::vector<std::string> others;
  bool may_truncate = true;
  for (const Row row : tables) {
    all.push_back(row.Text("on_table"));
    (row.Boolean("is_given") ? own : others).push_back(row.Text("on_table"));
    may_truncate = may_truncate && row.Boolean("may_truncate");
  }
  if (all.empty() || !AnyHasRows(writer, own)) return {};
  if (!may_truncate) return MissingIndexes(tables);
  const std::string names = Join(all, ", ");
  writer.Execute(fmt::format("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE", names));
  if (AnyHasRows(writer, others)) return MissingIndexes(tables);
  writer.Execute("TRUNCATE " + names);
  transaction.Commit();
  return {};
}

}  // namespace gonogo
