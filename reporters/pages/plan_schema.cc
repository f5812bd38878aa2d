#include "reporters/pages/plan_schema.h"

#include <string>

namespace gonogo {
namespace {

Json SchemaOf(const Parameter& parameter);

// In a plan that extends another one null removes a member.
Json OrNull(Json schema) {
  Json both = {{"anyOf", {Json(), {{"type", "null"}}}}};
  for (const char* key : {"description", "default"}) {
    if (!schema.contains(key)) continue;
    both[key] = std::move(schema[key]);
    schema.erase(key);
  }
  both["anyOf"][0] = std::move(schema);
  return both;
}

// Returns an object with these keys and no others. None is required, because a plan that extends
// another one has only what differs.
Json ObjectWith(const std::vector<Parameter>& parameters) {
  Json properties = Json::object();
  for (const Parameter& parameter : parameters) {
    properties[parameter.name] = OrNull(SchemaOf(parameter));
  }
  return {
      {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json ListOf(const Json& items) { return {{"type", "array"}, {"items", items}}; }

Json MapOf(const Json& values) { return {{"type", "object"}, {"additionalProperties", values}}; }

Json Text() { return {{"type", "string"}}; }

// Returns the values themselves, without those that come from the environment.
Json ValuesOf(const Parameter& parameter) {
  switch (parameter.kind) {
    case Kind::kText:
    case Kind::kPath:
      return Text();
    case Kind::kInteger:
      return {{"type", "integer"}};
    case Kind::kNumber:
      return {{"type", "number"}};
    case Kind::kBoolean:
      return {{"type", "boolean"}};
    case Kind::kUrl:
      return {{"anyOf", {Text(), ObjectWith({VariableName()})}}};
    case Kind::kTextList:
    case Kind::kPathList:
      return ListOf(Text());
    case Kind::kRelations:
      return {{"anyOf", {{{"const", "*"}}, ListOf(Text())}}};
    case Kind::kObject:
      return ObjectWith(parameter.fields);
    case Kind::kObjectList:
      return ListOf(ObjectWith(parameter.fields));
    case Kind::kTextMap:
      return MapOf(Text());
    case Kind::kTextListMap:
      return MapOf(ListOf(Text()));
    case Kind::kObjectMap:
      return MapOf(ObjectWith(parameter.fields));
  }
  return Json::object();
}

bool MayComeFromTheEnvironment(const Parameter& parameter) {
  switch (parameter.kind) {
    case Kind::kText:
    case Kind::kInteger:
    case Kind::kNumber:
    case Kind::kBoolean:
    case Kind::kPath:
      return !parameter.literal;
    default:
      return false;
  }
}

Json SchemaOf(const Parameter& parameter) {
  Json schema = ValuesOf(parameter);
  if (!parameter.choices.empty()) schema["enum"] = parameter.choices;
  if (parameter.minimum) schema["minimum"] = *parameter.minimum;
  if (const auto maximum = MaximumOf(parameter)) schema["maximum"] = *maximum;
  if (MayComeFromTheEnvironment(parameter)) {
    schema = {{"anyOf", {std::move(schema), {{"$ref", "#/definitions/environment"}}}}};
  }
  schema["description"] = parameter.description;
  if (!parameter.default_value.empty()) schema["default"] = ParseJson(parameter.default_value);
  return schema;
}

Json EnvironmentSchema() {
  return {{"type", "object"},
          {"description", "the value of an environment variable"},
          {"properties", {{"env", Text()}, {"default", Json::object()}}},
          {"required", {"env"}},
          {"additionalProperties", false}};
}

std::vector<Parameter> Together(std::vector<Parameter> first,
                                const std::vector<Parameter>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

// Returns the keys that a check with this gate may have. Those of every check are described once.
Json KeysWith(const Gate& gate, const std::vector<Parameter>& common) {
  Json keys = ObjectWith(gate.parameters);
  for (const Parameter& key : common) keys["properties"][key.name] = true;
  return keys;
}

// An editor offers the gates first, and then the keys of the gate.
Json CheckSchema(const std::vector<Parameter>& common, std::span<const Gate> gates) {
  Json names = Json::array();
  Json descriptions = Json::array();
  Json of_gates = Json::array();
  for (const Gate& gate : gates) {
    names.push_back(gate.name);
    descriptions.push_back(gate.summary);
    of_gates.push_back(
        {{"if", {{"properties", {{"gate", {{"const", gate.name}}}}}, {"required", {"gate"}}}},
         {"then", KeysWith(gate, common)}});
  }
  Json schema = ObjectWith(common);
  schema.erase("additionalProperties");
  schema["required"] = {"id"};
  schema["allOf"] = std::move(of_gates);
  schema["properties"]["gate"] = {{"enum", std::move(names)},
                                  {"enumDescriptions", std::move(descriptions)}};
  schema["properties"]["phases"] = OrNull(ListOf({{"enum", PhaseNames(AllPhases())}}));
  return schema;
}

Json StagesSchema(const std::vector<Parameter>& common, std::span<const Stage> stages) {
  Json properties = Json::object();
  for (const Stage& stage : stages) {
    Json schema = ObjectWith(Together(common, stage.parameters));
    schema["description"] = stage.summary;
    properties[PhaseName(stage.phase)] = OrNull(std::move(schema));
  }
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

Json ConnectionsSchema(const std::vector<Parameter>& common) {
  Json connection = ObjectWith(common);
  connection["properties"]["url"] = {
      {"anyOf", {Text(), ObjectWith({VariableName()})}},
      {"description", "{\"env\": NAME}, or \"service=NAME\" without a password"}};
  Json properties = Json::object();
  for (const char* name : {"source", "target", "pooler"}) {
    properties[name] = OrNull(connection);
  }
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

}  // namespace

Json PlanSchema(const PlanKeyTables& keys, std::span<const Gate> gates,
                std::span<const Stage> stages) {
  Json schema = ObjectWith(keys.plan);
  Json& properties = schema["properties"];
  properties["connections"] = OrNull(ConnectionsSchema(keys.connection));
  properties["checks"] = OrNull(ListOf(CheckSchema(keys.check, gates)));
  properties["stages"] = StagesSchema(keys.stage, stages);
  schema["$schema"] = "http://json-schema.org/draft-07/schema#";
  schema["title"] = "A plan of gonogo";
  schema["definitions"] = {{"environment", EnvironmentSchema()}};
  return schema;
}

}  // namespace gonogo
