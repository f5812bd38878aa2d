// Repeatedly takes the first table whose references have all been taken.
#include "core/plan/source_schema.h"

#include <algorithm>
#include <set>

namespace gonogo {

std::vector<SourceTable> InReferenceOrder(std::vector<SourceTable> tables) {
  const auto by_name = [](const SourceTable& one, const SourceTable& other) {
    return QuotedName(one.name) < QuotedName(other.name);
  };
  std::sort(tables.begin(), tables.end(), by_name);
  std::set<std::string> waiting;
  for (const SourceTable& table : tables) waiting.insert(QuotedName(table.name));
  const auto is_ready = [&](const SourceTable& table) {
    return std::none_of(
        table.refers_to.begin(), table.refers_to.end(),
        [&](const RelationName& name) { return waiting.contains(QuotedName(name)); });
  };
  std::vector<SourceTable> ordered;
  while (!tables.empty()) {
    auto next = std::find_if(tables.begin(), tables.end(), is_ready);
    if (next == tables.end()) next = tables.begin();  // a cycle
    waiting.erase(QuotedName(next->name));
    ordered.push_back(std::move(*next));
    tables.erase(next);
  }
  return ordered;
}

}  // namespace gonogo
