// The order in which to copy relations so that no foreign key is violated.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gonogo {

// A foreign key that references a copied relation. Relations are numbers.
struct Reference {
  std::optional<std::size_t> child;  // nothing if the child isn't copied
  std::size_t parent = 0;
  std::string on_child;  // the child's table, for a statement
  std::string name;      // of the key, for a statement
  bool deferrable = false;
  bool deferred = false;  // INITIALLY DEFERRED
};

// The relations to copy in one transaction: one, or several that reference each other in a cycle.
struct Unit {
  std::vector<std::size_t> relations;
  std::set<std::size_t> after;         // units to copy before this one
  std::vector<Reference> inner;        // between different relations of the unit, each key once
  std::vector<std::string> referrers;  // other tables that reference the unit, each once
};

// Returns the units of `count` relations, in the order of their first relations.
std::vector<Unit> UnitsOf(std::size_t count, const std::vector<Reference>& references);

}  // namespace gonogo
