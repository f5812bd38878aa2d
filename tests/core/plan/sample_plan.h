// A small plan with made-up gates and stages, for the tests of the plan readers.
#pragma once

#include <string>
#include <vector>

#include "core/error.h"
#include "core/plan/reading/plan_reader.h"

namespace gonogo {

inline std::vector<Subject> EachRelation(const Plan& plan, const Arguments& arguments) {
  if (arguments.Integer("tolerance") < 0) throw PlanError("a tolerance cannot be negative");
  std::vector<Subject> subjects;
  for (const Relation& relation : plan.relations) {
    subjects.push_back({relation.source, relation.source});
  }
  return subjects;
}

inline std::vector<Subject> EachName(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const std::string& name : arguments.Texts("names")) subjects.push_back({name, ""});
  return subjects;
}

inline const std::vector<Gate>& Gates() {
  static const Parameter names =
      TextListParameter("names", "what to look at").DefaultJson("[\"one\"]");
  static const std::vector<Gate> gates = {
      {.name = "row_count",
       .summary = "",
       .meaning = "",
       .remedy = "",
       .phases = {Phase::kVerify, Phase::kGate},
       .parameters = {IntegerParameter("tolerance", "in rows").Default(0)},
       .subjects = EachRelation,
       .run = nullptr},
      {.name = "names",
       .summary = "",
       .meaning = "",
       .remedy = "",
       .phases = {Phase::kGate},
       .parameters = {names},
       .subjects = EachName,
       .run = nullptr},
      {.name = "timeless",
       .summary = "",
       .meaning = "",
       .remedy = "",
       .phases = {},
       .parameters = {names},
       .subjects = EachName,
       .run = nullptr}};
  return gates;
}

inline const std::vector<Stage>& Stages() {
  static const std::vector<Stage> stages = {
      {.phase = Phase::kBackfill,
       .summary = "",
       .parameters = {IntegerParameter("jobs", "at once").Default(2)},
       .act = nullptr},
      {.phase = Phase::kFinalize,
       .summary = "",
       .needs_checks = true,
       .parameters = {},
       .act = nullptr}};
  return stages;
}

// A plan with replaceable parts. Each part begins on the line that its comment gives.
struct PlanText {
  std::string format = "1";  // line 2
  std::string connections =  // line 3
      R"({"source": {"url": {"env": "SRC"}}, "target": {"url": {"env": "TGT"}}})";
  std::string relations = R"([{"source": "public.users"}])";        // line 4
  std::string exclude = "[]";                                       // line 5
  std::string limits = "{}";                                        // line 6
  std::string checks = R"([{"id": "rows", "gate": "row_count"}])";  // line 7
  std::string more;                                                 // line 8

  std::string Text() const {
    return "{\"name\": \"moving\",\n\"gonogo\": " + format + ",\n\"connections\": " + connections +
           ",\n\"relations\": " + relations + ",\n\"exclude\": " + exclude +
           ",\n\"limits\": " + limits + ",\n\"checks\": " + checks + more + "\n}\n";
  }
};

inline Plan ParsedText(const std::string& text, const Environment& environment = {}) {
  return ReadPlan(ParseLocated(text, "plan.json"), Gates(), Stages(), environment);
}

inline Plan Parsed(const PlanText& plan) { return ParsedText(plan.Text()); }

inline std::string ErrorMessageOfText(const std::string& text,
                                      const Environment& environment = {}) {
  try {
    ParsedText(text, environment);
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

inline std::string ErrorMessage(const PlanText& plan) { return ErrorMessageOfText(plan.Text()); }

// Returns the error message for a plan with only this check, which begins on line 7.
inline std::string ErrorMessageOfCheck(const std::string& check) {
  return ErrorMessage(PlanText{.checks = "[" + check + "]"});
}

}  // namespace gonogo
