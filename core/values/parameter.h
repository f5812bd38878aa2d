// What a gate can be told. A gate's table of parameters is at once the schema of its checks, their
// validation, and the text of `gonogo gates NAME` and docs/gates.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/text/environment.h"
#include "core/text/json.h"
#include "core/text/located_json.h"

namespace gonogo {

enum class Kind {
  kText,
  kInteger,
  kNumber,
  kBoolean,
  kPath,  // of a file or folder; relative to the file that names it
  kUrl,   // a text without credentials, or {"env": NAME}, kept so: what NAME holds may be secret
  kTextList,
  kRelations,    // "*" for all relations of the plan, or a list of their names
  kObject,       // members as in `fields`
  kObjectList,   // a list of such objects
  kTextMap,      // a map of names to texts
  kTextListMap,  // a map of names to lists of texts
  kObjectMap,    // a map of names to such objects
};

struct Parameter {
  std::string name;
  Kind kind = Kind::kText;
  std::string description;
  std::string default_value = {};            // as JSON; empty: none
  bool required = false;                     // without default, must be given
  std::vector<std::string> choices = {};     // of a text, if not every text will do
  std::optional<std::int64_t> minimum = {};  // of a number
  bool literal = false;  // stands in the plan: it is shown, so the environment can't give it
  std::vector<Parameter> fields = {};  // of an object

  // A table of parameters reads as a list of
  //   IntegerParameter("minutes", "how long it may take").Default(15).AtLeast(1)
  Parameter Default(const char* text) &&;
  Parameter Default(std::int64_t number) &&;
  Parameter Default(int number) && { return std::move(*this).Default(std::int64_t{number}); }
  Parameter Default(bool boolean) &&;
  Parameter DefaultJson(std::string json) &&;
  // The empty text, list, map or object; of an object, its members' defaults.
  Parameter DefaultEmpty() &&;
  Parameter Required(bool is_required = true) &&;
  Parameter OneOf(std::vector<std::string> texts) &&;
  Parameter AtLeast(std::int64_t number) &&;
  Parameter Literal(bool is_literal = true) &&;
};

Parameter TextParameter(std::string name, std::string description);
Parameter IntegerParameter(std::string name, std::string description);
Parameter NumberParameter(std::string name, std::string description);
Parameter BooleanParameter(std::string name, std::string description);
Parameter PathParameter(std::string name, std::string description);
Parameter UrlParameter(std::string name, std::string description);
Parameter TextListParameter(std::string name, std::string description);
Parameter RelationListParameter(std::string name, std::string description);
Parameter TextMapParameter(std::string name, std::string description);
Parameter TextListMapParameter(std::string name, std::string description);
Parameter ObjectParameter(std::string name, std::string description, std::vector<Parameter> fields);
Parameter ObjectListParameter(std::string name, std::string description,
                              std::vector<Parameter> fields);
Parameter ObjectMapParameter(std::string name, std::string description,
                             std::vector<Parameter> fields);

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
