// Asks for subscriptions only if a publication differs.
#include "gates/catalogue/migration_publications.h"

#include <algorithm>
#include <regex>
#include <string_view>

#include "core/values/relation_name.h"
#include "gates/reading/migration_tools.h"
#include "sql/catalogue.h"

namespace gonogo {
namespace {

constexpr std::string_view kKind = "publication ";

bool IsPublication(const Finding& finding) { return finding.subject.starts_with(kKind); }

}  // namespace

std::vector<std::string> MigrationPublications(const Inspection& in) {
  std::vector<std::string> names = PublicationsOfMigration(in.plan);
  const BothRows subscribed = in.pair.Query(sql::kPublicationsSubscribed, {});
  for (const SideName side : kBothSides) {
    for (const std::string& name : subscribed[side].Texts("name")) names.push_back(name);
  }
  return names;
}

Outcome WithoutMigrationPublications(const Inspection& in, Outcome outcome) {
  if (std::ranges::none_of(outcome.findings, IsPublication)) return outcome;
  const std::vector<std::string> names = MigrationPublications(in);
  const std::regex of_tools(NamesOfTools());
  std::erase_if(outcome.findings, [&](const Finding& finding) {
    if (!IsPublication(finding)) return false;
    const std::string name = Unquoted(finding.subject.substr(kKind.size()));
    const bool is_left_out =
        std::ranges::find(names, name) != names.end() || std::regex_search(name, of_tools);
    if (is_left_out) outcome.notes.push_back("the migration's own: publication " + name);
    return is_left_out;
  });
  return outcome;
}

}  // namespace gonogo
