// Compares the catalogue objects of both sides: columns, functions, grants and so on.
#pragma once

#include <map>
#include <string>

#include "core/values/outcome.h"
#include "core/values/rows.h"
#include "gates/objects/renaming.h"

namespace gonogo {

// One property of an object, and how it is compared and shown.
struct Property {
  Value text;             // NULL: the object doesn't have the property
  bool is_query = false;  // compared with SameQuery, because servers print one query in two ways
  bool is_shown = true;   // if false, findings show a digest, because the text may hold a secret
};

struct Object {
  std::map<std::string, Property> properties;
  Value doubt;  // what is wrong with the object itself, whatever the other side has
};

using Objects = std::map<std::string, Object>;  // by name

// Reads the columns "properties" and "doubt" of a row. "properties" is a JSON object whose members
// are a text, NULL, {"query": text} (compared as a query), {"unshown": text} or
// {"unshown_query": text} (not shown). Texts become NormalizedExpressions. Throws DatabaseError if
// "properties" is NULL.
Object ReadObject(const Row& row);

// Returns the source's object with the names that its relations have on the target.
Object OnTarget(Object object, const Renaming& renaming);

// Reports each object that one side lacks and each property that differs. If both sides are equal,
// a doubt is only a note: the source had it before the migration. `prefix` precedes each name.
Outcome CompareObjects(const std::string& prefix, const Objects& source, const Objects& target);

}  // namespace gonogo
