// What the catalogues of both sides list of the plan's relations: asked once and read once for all
// of them, whichever relation a case is about.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/plan.h"
#include "fixtures/pair.h"
#include "gates/objects/object_comparison.h"
#include "gates/objects/renaming.h"

namespace gonogo {

class Catalogues {
 public:
  Catalogues(Pair& pair, const Plan& plan) : pair_(pair), renaming_(plan) {}

  // The plan's names.
  const Renaming& renaming() const { return renaming_; }

  struct BothSides {
    const Objects& source;  // as they should stand on the target
    const Objects& target;
  };

  // The relation's objects. `statement` takes no values and returns schema, relation, object (NULL:
  // the relation has none), properties and doubt, as ReadObject wants them.
  // Throws as Pair::Query does, and DatabaseError where a side has no such relation, or two objects
  // of one name in one.
  BothSides ObjectsOf(const Relation& relation, std::string_view statement);

  // The relation's rows of what `statement` answers on one side; it returns schema and relation,
  // too. Throws as Session::Query does, and DatabaseError where the side has no such relation.
  const Rows& RowsOnSource(const Relation& relation, std::string_view statement,
                           const std::vector<Value>& values);
  const Rows& RowsOnTarget(const Relation& relation, std::string_view statement,
                           const std::vector<Value>& values);

 private:
  using ObjectsByRelation = std::map<std::string, Objects>;  // by the relation's spelling
  using RowsByRelation = std::map<std::string, Rows>;
  struct Listed {
    ObjectsByRelation source;
    ObjectsByRelation target;
  };

  Pair& pair_;
  Renaming renaming_;
  std::map<std::string, Listed, std::less<>> listed_;
  std::map<std::string, RowsByRelation> answered_;  // by side, statement and values
};

}  // namespace gonogo
