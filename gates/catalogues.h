// What the catalogues of both sides list, read once for all relations of a plan.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "fixtures/pair.h"
#include "gates/objects.h"

namespace gonogo {

class Catalogues {
 public:
  explicit Catalogues(Pair& pair) : pair_(pair) {}

  // By the relation's spelling (core/relation_name.h); one without such objects has an empty map.
  using OfRelations = std::map<std::string, Objects>;
  struct BothSides {
    OfRelations source;
    OfRelations target;
  };

  // What `statement` lists. It takes no values and returns schema, relation, object (NULL: the
  // relation has none), properties and doubt, as ReadObject wants them.
  // Throws as Pair::Query does, and DatabaseError where a relation has two objects of one name.
  const BothSides& Read(std::string_view statement);

 private:
  Pair& pair_;
  std::map<std::string, BothSides, std::less<>> read_;
};

}  // namespace gonogo
