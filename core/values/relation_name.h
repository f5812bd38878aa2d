// A relation's name as a plan spells it: `issuer.users`, or with quotes where a name holds a dot:
// `issuer."Weird.Name"`. Letters keep their case; nothing is folded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gonogo {

struct RelationName {
  std::string schema;  // "public" where the plan names none
  std::string name;
};

RelationName ParseRelationName(std::string_view text);

// The spelling that ParseRelationName reads back: quoted only where it must be.
std::string QuotedName(const RelationName& relation);

// A column as a plan spells it, `issuer.users.email`, quoted as relations are.
struct ColumnName {
  RelationName relation;
  std::string name;
};

// Nothing where the text has no dot that could part the column from its relation.
std::optional<ColumnName> ParseColumnName(std::string_view text);

// One spelling for all that name the same relation.
std::string Normalised(std::string_view text);

}  // namespace gonogo
