// Lists the catalogue objects of the plan's relations. Each statement runs once per side for all
// relations; each case takes the part of its relation. Every `statement` is a constant of sql/.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/plan/plan.h"
#include "core/values/relation_name.h"
#include "core/values/side.h"
#include "fixtures/pair.h"
#include "gates/objects/object_comparison.h"
#include "gates/objects/renaming.h"

namespace gonogo {

class RelationCatalogue {
 public:
  RelationCatalogue(Pair& pair, const Plan& plan) : pair_(pair), renaming_(plan) {}

  // Reads the extensions of both sides when it is first called. Throws DatabaseError.
  const Renaming& renaming();

  // Returns the relation's objects on both sides, those of the source under the target's names.
  // `statement` takes no parameters and returns schema, relation, object (NULL: the relation has
  // none), properties and doubt, as ReadObject expects them. Throws as Pair::Query does, and
  // DatabaseError if a side doesn't list the relation or lists an object twice.
  PerSide<Objects> ObjectsOf(const Relation& relation, std::string_view statement);

  // Returns the same of a relation that the plan needn't list, named as each side names it. Of a
  // side where `statement` doesn't list the relation, returns no objects.
  PerSide<Objects> ObjectsOf(const PerSide<RelationName>& relation, std::string_view statement);

  // Returns the relation's rows from the answer of one side. `statement` also returns schema and
  // relation. Throws as Session::Query does, and DatabaseError if the side doesn't list the
  // relation.
  Rows RowsOf(const Relation& relation, SideName side, std::string_view statement,
              const std::vector<Value>& values);

 private:
  // A statement with its values.
  using Question = std::tuple<SideName, std::string_view, std::vector<Value>>;
  struct Answer {
    Rows rows;                   // sorted by relation
    std::int64_t last_used = 0;  // the number of that use
  };

  PerSide<Rows> BothRowsOf(const PerSide<RelationName>& relation, std::string_view statement);
  PerSide<Objects> Read(const PerSide<RelationName>& relation, const PerSide<Rows>& rows);
  // Returns rows sorted by relation, until the next call.
  const Rows& AllRows(SideName side, std::string_view statement, const std::vector<Value>& values);
  // Keeps the answer, and forgets the one that wasn't used for longest if there are many.
  Answer& Keep(const Question& question, Rows rows);

  Pair& pair_;
  Renaming renaming_;
  bool knows_extensions_ = false;
  std::int64_t uses_ = 0;
  std::map<Question, Answer> answers_;
};

}  // namespace gonogo
