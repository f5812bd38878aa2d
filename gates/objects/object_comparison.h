// Compares the catalogue objects of both sides: columns, functions, grants and so on.
#pragma once

#include <map>
#include <string>

#include "core/plan/plan.h"
#include "core/values/outcome.h"
#include "core/values/rows.h"
#include "gates/objects/definition.h"
#include "gates/objects/renaming.h"

namespace gonogo {

// One property of an object, and how it is compared and shown.
struct Property {
  // What a difference means.
  enum class Rule {
    kSame,      // a required finding
    kOwn,       // nothing if both texts are what the side's server or extension chose by itself
    kAtLeast,   // a required finding, but if only the target has the property, an advisory one
    kOrNone,    // a required finding, also if a side without the property lacks the whole object
    kReported,  // an advisory finding
  };

  Value text;  // NULL: the object doesn't have the property
  // The text if names that an extension and users share are those of the extension, which has
  // another schema on the target. NULL: there are none.
  Value text_if_moved;
  DefinitionKind kind = DefinitionKind::kText;
  Rule rule = Rule::kSame;
  bool is_shown = true;  // if false, findings show a digest, because the text may hold a secret
};

struct Object {
  std::map<std::string, Property> properties;
  Value doubt;  // what is wrong with the object itself, whatever the other side has
};

using Objects = std::map<std::string, Object>;  // by name

// Reads the columns "properties" and "doubt" of a row. "properties" is a JSON object whose members
// are a text, NULL, {KIND: text} with the name of a DefinitionKind, {"unshown": text} or
// {"unshown_KIND": text} (not shown), or {"own": text}, {"at_least": text}, {"or_none": text} or
// {"reported": text} (see Property::Rule). Throws DatabaseError if "properties" is NULL.
Object ReadObject(const Row& row);

// Returns the source's object with the names that its relations have on the target. `around` is the
// relation of the source to which it belongs, if there is one.
Object OnTarget(Object object, const Renaming& renaming, const RelationName& around = {});

// Reports each object that one side lacks and each property that differs. If both sides are equal,
// a doubt is only a note: the source had it before the migration. The parts of a missing object,
// whose names begin with its name, are missing with it. `prefix` precedes each name.
// `additions` is the severity of an object that only the target has.
Outcome CompareObjects(const std::string& prefix, const Objects& source, const Objects& target,
                       Severity additions = Severity::kRequired);

// Returns the severity that the plan gives to objects that only the target has.
Severity SeverityOfAdditions(const Plan& plan);

}  // namespace gonogo
