// In which order relations can be copied so that no foreign key is hurt; pure.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gonogo {

// A foreign key that leads to a relation which is copied; relations are numbers.
struct Reference {
  std::optional<std::size_t> child;  // nothing: from a table that is not copied
  std::size_t parent = 0;
  std::string on_child;  // the table that has the key, for a statement
  std::string name;      // of the key, for a statement
  bool deferrable = false;
  bool deferred = false;  // initially
};

// What is copied in one transaction: a relation, or several that refer to one another in a circle.
struct Unit {
  std::vector<std::size_t> relations;
  std::set<std::size_t> after;         // units that must be there before
  std::vector<Reference> inner;        // between different relations of it, each key once
  std::vector<std::string> referrers;  // tables outside of it that refer to it, each once
};

// The units of `count` relations, in the order of their first relations.
std::vector<Unit> UnitsOf(std::size_t count, const std::vector<Reference>& references);

}  // namespace gonogo
