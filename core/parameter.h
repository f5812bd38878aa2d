// What a gate can be told. A gate's table of parameters is at once the schema of its checks, their
// validation, and the text of `gonogo gates NAME` and docs/gates.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/environment.h"
#include "core/json.h"
#include "core/located_json.h"

namespace gonogo {

enum class Kind {
  kText,
  kInteger,
  kNumber,
  kBoolean,
  kPath,  // of a file or folder; relative to the file that names it
  kUrl,   // a text without credentials, or {"env": NAME}, kept so: what NAME holds may be secret
  kTextList,
  kRelations,   // "*" for all relations of the plan, or a list of their names
  kObject,      // members as in `fields`
  kObjectList,  // a list of such objects
  kTexts,       // a map of names to texts
  kTextLists,   // a map of names to lists of texts
  kObjects,     // a map of names to such objects
};

struct Parameter {
  std::string name;
  Kind kind;
  std::string description;
  std::string default_value;            // as JSON; empty: none
  bool required = false;                // without default, must be given
  std::vector<std::string> choices;     // of a text, where not every text will do
  std::optional<std::int64_t> minimum;  // of a number
  bool literal = false;  // stands in the plan: it is shown, so the environment cannot give it
  std::vector<Parameter> fields;  // of an object
};

// The member "env" of what reads the environment.
Parameter VariableName();

// "integer", "list of texts": the kind in words.
std::string KindName(Kind kind);

// The object at `pointer` of `document` as `parameters` describe it: every member known and of its
// kind, {"env": NAME, "default": VALUE} replaced by what the environment holds (a variable that is
// unset or empty gives the default), defaults filled in, paths resolved. Members named in `others`
// are left out. Throws PlanError with file, line and what to do.
Json ReadObject(const LocatedJson& document, const std::string& pointer,
                const std::vector<Parameter>& parameters, const std::vector<std::string>& others,
                const Environment& environment);

}  // namespace gonogo
