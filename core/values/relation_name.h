// Relation and column names as a plan spells them: `issuer.users`, or `issuer."Weird.Name"`.
// Only a name with a dot or a quote needs quotes. Letters keep their case.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

struct RelationName {
  std::string schema;  // "public" if the plan doesn't name one
  std::string name;
};

// Returns the name in double quotes, as SQL always accepts it: "Weird""Name".
std::string QuoteIdentifier(std::string_view name);

// Returns the name without its double quotes, or the text if it has none around it.
std::string Unquoted(std::string_view part);

RelationName ParseRelationName(std::string_view text);

// Returns the text that ParseRelationName reads back, with quotes only if a name needs them.
std::string QuotedName(const RelationName& relation);

// A column as a plan spells it: `issuer.users.email`, quoted as relations are.
struct ColumnName {
  RelationName relation;
  std::string name;
};

// Returns nothing if the text has no dot between a column and its relation.
std::optional<ColumnName> ParseColumnName(std::string_view text);

// Returns the same text for every spelling of one relation.
std::string Normalised(std::string_view text);

// Returns a JSON list of {"schema", "name"}, as statements take relations in one parameter.
std::string JsonListOf(const std::vector<RelationName>& relations);

}  // namespace gonogo
