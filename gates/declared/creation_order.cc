// creation_order: the plan's order of creation is one that the live catalogue can follow: nothing
// needs what only a later step makes.
#include <algorithm>
#include <map>
#include <set>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/values/relation_name.h"
#include "gates/inspection.h"
#include "gates/read_privilege.h"
#include "sql/declared.h"

namespace gonogo {
namespace {

// Each step makes objects of these kinds, in this order.
const std::vector<std::pair<std::string, std::string>>& KindsOfStep() {
  static const std::vector<std::pair<std::string, std::string>> kinds = {
      {"extensions", "extension"},
      {"types", "type"},
      {"relations", "relation"},
      {"indexes", "index"}};
  return kinds;
}

struct CreationPlace {
  std::size_t step = 0;
  std::size_t position = 0;  // within all objects
};

using Order = std::map<std::string, CreationPlace>;  // by "kind name"

std::string Object(const std::string& kind, const std::string& name) {
  return kind + " " + (kind == "extension" ? name : Normalised(name));
}

// What the plan calls the relations of a catalogue that has them under other names.
using Renamed = std::map<std::string, std::string>;

Renamed RenamedOn(const std::string& side, const Plan& plan) {
  Renamed renamed;
  if (side == "source") return renamed;
  for (const Relation& relation : plan.relations) {
    renamed[Object("relation", relation.target)] = Object("relation", relation.source);
  }
  return renamed;
}

std::string Object(const Row& row, const std::string& prefix, const Renamed& renamed) {
  const std::string kind = row.Text(prefix + "kind");
  const Value& schema = row.Maybe(prefix + "schema");
  const std::string& name = row.Text(prefix + "name");
  const std::string object = kind + " " + (schema ? QuotedName({*schema, name}) : name);
  const auto found = renamed.find(object);
  return found == renamed.end() ? object : found->second;
}

std::vector<std::string> ObjectsOf(const Json& step) {
  std::vector<std::string> objects;
  for (const auto& [key, kind] : KindsOfStep()) {
    for (const std::string& name : step.at(key).get<std::vector<std::string>>()) {
      objects.push_back(Object(kind, name));
    }
  }
  return objects;
}

Order OrderOf(const Arguments& arguments) {
  Order order;
  const Json& steps = arguments.Map("steps");
  for (std::size_t step = 0; step < steps.size(); ++step) {
    for (const std::string& object : ObjectsOf(steps[step])) {
      if (!order.emplace(object, CreationPlace{step, order.size()}).second) {
        throw PlanError(object + " is created twice");
      }
    }
  }
  return order;
}

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  const Order order = OrderOf(arguments);
  for (const Relation& relation : plan.relations) {
    if (!order.contains(Object("relation", relation.source))) {
      throw PlanError("no step creates relation " + relation.source);
    }
  }
  std::vector<Subject> subjects;
  for (const Json& step : arguments.Map("steps")) {
    if (ObjectsOf(step).empty()) {
      throw PlanError("step \"" + step.at("name").get<std::string>() + "\" creates nothing");
    }
    subjects.push_back({step.at("name"), ""});
  }
  return subjects;
}

void FindForwardReferences(const Rows& dependencies, const Order& order, const Json& steps,
                           const std::set<std::string>& of_step, const Renamed& renamed,
                           Outcome& outcome) {
  for (std::size_t i = 0; i < dependencies.size(); ++i) {
    const std::string dependent = Object(dependencies[i], "", renamed);
    const std::string needed = Object(dependencies[i], "needs_", renamed);
    if (!of_step.contains(dependent)) continue;
    ++outcome.examined;
    const auto place = order.find(needed);
    if (place == order.end()) {
      outcome.findings.push_back(
          {dependent, "needs " + needed + ", which no step creates", "a step that creates it"});
    } else if (place->second.position > order.at(dependent).position) {
      const auto later = steps[place->second.step].at("name").get<std::string>();
      outcome.findings.push_back(
          {dependent, "needs " + needed + " of step " + later, needed + " created before it"});
    }
  }
}

Outcome Run(const Inspection& in) {
  const std::string side = in.arguments.Text("side");
  if (side == "source") {
    RequireReadableSource(in.pair, in.plan);
  } else {
    RequireReadableTarget(in.pair, in.plan);
  }
  Session& session = side == "source" ? in.pair.Source() : in.pair.Target();
  const Renamed renamed = RenamedOn(side, in.plan);
  const Order order = OrderOf(in.arguments);
  const Json& steps = in.arguments.Map("steps");
  const auto step = std::find_if(steps.begin(), steps.end(), [&](const Json& one) {
    return one.at("name") == in.subject.name;
  });
  const auto objects = ObjectsOf(*step);

  std::set<std::string> existing;
  const Rows catalogue = session.Query(sql::kCreationOrderObjects, {});
  for (std::size_t i = 0; i < catalogue.size(); ++i)
    existing.insert(Object(catalogue[i], "", renamed));

  Outcome outcome{.examined = static_cast<std::int64_t>(objects.size())};
  for (const std::string& object : objects) {
    if (!existing.contains(object)) {
      outcome.findings.push_back({object, "not on the " + side, "what the step creates"});
    }
  }
  FindForwardReferences(session.Query(sql::kCreationOrderDependencies, {}), order, steps,
                        {objects.begin(), objects.end()}, renamed, outcome);
  return outcome;
}

}  // namespace

Gate creation_order() {
  const auto names = [](const char* name, const char* description) {
    return TextListParameter(name, description).DefaultEmpty();
  };
  return {.name = "creation_order",
          .summary = "The plan's order of creation is one that the live catalogue can follow.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {ObjectListParameter(
                             "steps", "what is created, step by step",
                             {TextParameter("name", "the step's name").Required(),
                              names("extensions", "extensions that the step creates"),
                              names("types", "enums that the step creates"),
                              names("relations", "tables that the step creates, in order"),
                              names("indexes", "indexes that the step creates")})
                             .Required(),
                         TextParameter("side", "whose catalogue is asked")
                             .Default("source")
                             .OneOf({"source", "target"})},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
