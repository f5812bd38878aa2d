// creation_order: the plan's order of creation works with the objects that exist: no object depends
// on one that a later step creates.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/values/relation_name.h"
#include "gates/inspection.h"
#include "gates/reading/read_privilege.h"
#include "sql/declared.h"

namespace gonogo::creation_order {
namespace {

// The members of a step, in the order in which it creates their objects, and the kind of each.
constexpr std::pair<const char*, const char*> kKindsOfStep[] = {{"extensions", "extension"},
                                                                {"types", "type"},
                                                                {"relations", "relation"},
                                                                {"indexes", "index"}};

struct CreationPlace {
  std::size_t step = 0;
  std::size_t position = 0;  // among the objects of all steps
};

// Objects are known by kind and name: "relation public.users".
using Order = std::map<std::string, CreationPlace>;    // by object
using PlanNames = std::map<std::string, std::string>;  // of objects that the plan renames

std::string ObjectNamed(const std::string& name, const std::string& kind) {
  return fmt::format("{} {}", kind, kind == "extension" ? name : Normalised(name));
}

// Returns the plan's (source) names of the relations on that side.
PlanNames PlanNamesOn(SideName side, const Plan& plan) {
  PlanNames names;
  if (side == SideName::kSource) return names;
  for (const Relation& relation : plan.relations) {
    names[ObjectNamed(relation.target, "relation")] = ObjectNamed(relation.source, "relation");
  }
  return names;
}

// Returns the object in the columns prefix + kind, schema and name, by the plan's name.
std::string ObjectOf(const Row& row, const std::string& prefix, const PlanNames& plan_names) {
  const Value& schema = row.Maybe(prefix + "schema");
  const std::string& name = row.Text(prefix + "name");
  const std::string object =
      fmt::format("{} {}", row.Text(prefix + "kind"), schema ? QuotedName({*schema, name}) : name);
  const auto found = plan_names.find(object);
  return found == plan_names.end() ? object : found->second;
}

std::vector<std::string> ObjectsOf(const Json& step) {
  std::vector<std::string> objects;
  for (const auto& [member, kind] : kKindsOfStep) {
    for (const std::string& name : step.at(member).get<std::vector<std::string>>()) {
      objects.push_back(ObjectNamed(name, kind));
    }
  }
  return objects;
}

Order OrderOf(const Json& steps) {
  Order order;
  for (std::size_t step = 0; step < steps.size(); ++step) {
    for (const std::string& object : ObjectsOf(steps[step])) {
      if (order.emplace(object, CreationPlace{step, order.size()}).second) continue;
      throw PlanError(fmt::format("{} is created twice", object));
    }
  }
  return order;
}

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  const Order order = OrderOf(arguments.Map("steps"));
  for (const Relation& relation : plan.relations) {
    if (order.contains(ObjectNamed(relation.source, "relation"))) continue;
    throw PlanError(fmt::format("no step creates relation {}", relation.source));
  }
  std::vector<Subject> subjects;
  for (const Json& step : arguments.Map("steps")) {
    const auto name = step.at("name").get<std::string>();
    if (ObjectsOf(step).empty()) {
      throw PlanError(fmt::format("step \"{}\" creates nothing", name));
    }
    subjects.push_back({name, ""});
  }
  return subjects;
}

// Examines the dependencies of the step's objects. Reports those on an object that is created later
// or not at all.
void CheckDependencies(const Rows& dependencies, const std::set<std::string>& of_step,
                       const Json& steps, const PlanNames& plan_names, Outcome& outcome) {
  const Order order = OrderOf(steps);
  for (const Row row : dependencies) {
    const std::string dependent = ObjectOf(row, "", plan_names);
    const std::string needed = ObjectOf(row, "needs_", plan_names);
    if (!of_step.contains(dependent)) continue;
    ++outcome.examined;
    const auto place = order.find(needed);
    if (place == order.end()) {
      outcome.findings.push_back({dependent,
                                  fmt::format("a dependency on {}, which no step creates", needed),
                                  "a step that creates it"});
    } else if (place->second.position > order.at(dependent).position) {
      const auto step = steps[place->second.step].at("name").get<std::string>();
      outcome.findings.push_back(
          {dependent, fmt::format("a dependency on {}, created later in step {}", needed, step),
           fmt::format("{} created first", needed)});
    }
  }
}

Outcome Run(const Inspection& in) {
  const SideName side =
      in.arguments.Text("side") == "source" ? SideName::kSource : SideName::kTarget;
  RequireReadable(in, side, in.plan);
  Session& session = in.pair.SessionOf(side);
  const PlanNames plan_names = PlanNamesOn(side, in.plan);
  const Json& steps = in.arguments.Map("steps");
  const auto step = std::find_if(steps.begin(), steps.end(), [&](const Json& one) {
    return one.at("name") == in.subject.name;
  });
  const std::vector<std::string> objects = ObjectsOf(*step);

  std::set<std::string> existing;
  for (const Row row : session.Query(sql::kCreationOrderObjects, {})) {
    existing.insert(ObjectOf(row, "", plan_names));
  }
  Outcome outcome{.examined = static_cast<std::int64_t>(objects.size())};
  for (const std::string& object : objects) {
    if (existing.contains(object)) continue;
    outcome.findings.push_back(
        {object, fmt::format("none on the {}", ToString(side)), "one, as the step creates it"});
  }
  CheckDependencies(session.Query(sql::kCreationOrderDependencies, {}),
                    {objects.begin(), objects.end()}, steps, plan_names, outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  const auto names = [](const char* name, const char* description) {
    return TextListParameter(name, description).DefaultEmpty();
  };
  return {
      .name = "creation_order",
      .summary = "In the plan's order of creation, no object depends on a later one.",
      .meaning =
          "Creating the objects in this order fails, or the plan names one that doesn't exist.",
      .remedy =
          "Put the object behind what it depends on in the parameter steps, or correct its name "
          "there.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {ObjectListParameter(
                         "steps", "what is created, step by step",
                         {TextParameter("name", "the step's name").Required(),
                          names("extensions", "extensions that the step creates"),
                          names("types", "enums that the step creates"),
                          names("relations", "tables that the step creates, in order"),
                          names("indexes", "indexes that the step creates")})
                         .Required(),
                     TextParameter("side", "the side whose catalogue has the objects")
                         .Default("source")
                         .OneOf({"source", "target"})},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::creation_order
