// A relation's name as a plan spells it: `issuer.users`, or with quotes where a name holds a dot:
// `issuer."Weird.Name"`. Letters keep their case; nothing is folded.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

struct RelationName {
  std::string schema;  // "public" where the plan names none
  std::string name;
};

RelationName ParseRelationName(std::string_view text);

// The spelling that ParseRelationName reads back: quoted only where it must be.
std::string Spelling(const RelationName& relation);

// One spelling for all that name the same relation.
std::string Normalised(std::string_view text);

}  // namespace gonogo
