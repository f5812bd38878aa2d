// Names stay out of the statements' parameters: a baseline has the answers to statements, and
// subscriptions may end after it was taken.
#include "gates/catalogue/migration_publications.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <string_view>

#include "core/values/relation_name.h"
#include "gates/reading/migration_tools.h"
#include "sql/catalogue.h"

namespace gonogo {

std::vector<std::string> MigrationPublications(const Inspection& in) {
  std::vector<std::string> names = PublicationsOfMigration(in.plan);
  const BothRows subscribed = in.pair.Query(sql::kPublicationsSubscribed, {});
  for (const SideName side : kBothSides) {
    for (const std::string& name : subscribed[side].Texts("name")) names.push_back(name);
  }
  return names;
}

LeaveOut WithoutMigrationPublications(const Inspection& in) {
  std::optional<std::vector<std::string>> names;  // asked for only if there is a publication
  return [&in, names](const std::string& object) mutable {
    constexpr std::string_view kKind = "publication ";
    if (!object.starts_with(kKind)) return false;
    static const std::regex of_tools(NamesOfTools());
    if (!names) names = MigrationPublications(in);
    const std::string name = Unquoted(object.substr(kKind.size()));
    return std::ranges::find(*names, name) != names->end() || std::regex_search(name, of_tools);
  };
}

}  // namespace gonogo
