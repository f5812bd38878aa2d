// The parameters of gates, stages and plan keys. One table of parameters is the schema, the
// validation, and the text of `gonogo gates NAME` and docs/gates.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gonogo {

enum class Kind {
  kText,
  kInteger,
  kNumber,
  kBoolean,
  kPath,  // a file or folder, relative to the file that names it
  kUrl,   // a text without credentials, or {"env": NAME}. ReadObject doesn't replace NAME by its
          // value, because that may be a secret.
  kTextList,
  kPathList,     // paths, as kPath
  kRelations,    // "*" for all relations of the plan, or a list of their names
  kObject,       // its members are `fields`
  kObjectList,   // a list of such objects
  kTextMap,      // a map from names to texts
  kTextListMap,  // a map from names to lists of texts
  kObjectMap,    // a map from names to such objects
};

struct Parameter {
  std::string name;
  Kind kind = Kind::kText;
  std::string description;
  std::string default_value = {};            // as JSON; empty: no default
  bool required = false;                     // must be given; has no default
  std::vector<std::string> choices = {};     // the allowed texts; empty: any
  std::optional<std::int64_t> minimum = {};  // of a number
  bool is_written = false;                   // of a path: runs or the application write there
  bool literal = false;                // can't come from the environment, because reports show it
  std::vector<Parameter> fields = {};  // of an object

  // The setters return the changed parameter, so that a table of parameters is a list of
  //   IntegerParameter("minutes", "how long it may take").Default(15).AtLeast(1)
  Parameter Default(const char* text) &&;
  Parameter Default(std::int64_t number) &&;
  Parameter Default(int number) && { return std::move(*this).Default(std::int64_t{number}); }
  Parameter Default(bool boolean) &&;
  Parameter DefaultJson(std::string json) &&;
  // Sets the empty text, list, map or object. The members of an object get their own defaults.
  Parameter DefaultEmpty() &&;
  Parameter Required(bool is_required = true) &&;
  Parameter OneOf(std::vector<std::string> texts) &&;
  Parameter AtLeast(std::int64_t number) &&;
  Parameter Literal(bool is_literal = true) &&;
  // Of a path: its contents change while the plan is carried out. All other paths are input, and
  // their contents are part of the plan's digest.
  Parameter Written() &&;
};

Parameter TextParameter(std::string name, std::string description);
Parameter IntegerParameter(std::string name, std::string description);
Parameter NumberParameter(std::string name, std::string description);
Parameter BooleanParameter(std::string name, std::string description);
Parameter PathParameter(std::string name, std::string description);
Parameter UrlParameter(std::string name, std::string description);
Parameter PathListParameter(std::string name, std::string description);
Parameter TextListParameter(std::string name, std::string description);
Parameter RelationListParameter(std::string name, std::string description);
Parameter TextMapParameter(std::string name, std::string description);
Parameter TextListMapParameter(std::string name, std::string description);
Parameter ObjectParameter(std::string name, std::string description, std::vector<Parameter> fields);
Parameter ObjectListParameter(std::string name, std::string description,
                              std::vector<Parameter> fields);
Parameter ObjectMapParameter(std::string name, std::string description,
                             std::vector<Parameter> fields);

// Returns the parameter "env" of an object that names an environment variable.
Parameter VariableName();

// Returns the largest number that the parameter may have, by the unit that its name ends with: what
// is longer overflows in the server or on a clock. Nothing: it has no unit.
std::optional<std::int64_t> MaximumOf(const Parameter& parameter);

// Returns the kind in words: "integer", "list of texts".
std::string KindName(Kind kind);

}  // namespace gonogo
