// Objects of a catalogue - columns, functions, grants - as both sides describe them, compared.
#pragma once

#include <map>
#include <string>

#include "core/values/outcome.h"
#include "core/values/rows.h"
#include "gates/objects/renaming.h"

namespace gonogo {

// One text that describes an object, and how it is compared and shown.
struct Property {
  Value text;             // NULL: the object has none
  bool is_query = false;  // compared as SQL that may be spelled in two ways (see SameQuery)
  bool is_shown = true;   // else it may hold a secret, and findings show its digest
};

struct Object {
  std::map<std::string, Property> properties;
  Value doubt;  // what is wrong with the object in itself
};

using Objects = std::map<std::string, Object>;  // by name

// The object that a row describes by properties and doubt. `properties` is a JSON object; a member
// is a text or NULL; {"query": text} is compared as a query, {"unshown": text} and
// {"unshown_query": text} are not shown. Texts are written as a restore does
// (AsRestored). Throws DatabaseError for a NULL in properties.
Object ReadObject(const Row& row);

// The source's object as it should stand on the target: its texts under the target's names.
Object OnTarget(Object object, const Renaming& renaming);

// Each object that one side lacks is a finding, and each property that differs. What is doubtful on
// both sides was so before: it is noted. `prefix` stands before each name.
Outcome CompareObjects(const std::string& prefix, const Objects& source, const Objects& target);

}  // namespace gonogo
