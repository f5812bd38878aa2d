// Writes what the schema of Jenkins' xUnit plugin allows, as the report on one run does.
#include "reporters/fleet/fleet_junit.h"

#include <fmt/format.h>

#include <chrono>
#include <pugixml.hpp>
#include <sstream>

#include "core/text/text.h"
#include "core/text/utc.h"

namespace gonogo {
namespace {

struct FleetTotals {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::chrono::milliseconds time{0};
};

void SetAttribute(pugi::xml_node element, const char* name, const std::string& value) {
  element.append_attribute(name) = Printable(value).c_str();
}

void AddFleetProperty(pugi::xml_node properties, const char* name, const std::string& value) {
  const pugi::xml_node property = properties.append_child("property");
  SetAttribute(property, "name", name);
  SetAttribute(property, "value", value);
}

std::string SecondsIn(std::chrono::milliseconds time) {
  return fmt::format("{}.{:03}", time.count() / 1000, time.count() % 1000);
}

std::chrono::milliseconds TookOf(const DatabaseVerdict& one) {
  const auto began = one.result ? ParseUtc(one.result->evidence.started) : std::nullopt;
  const auto ended = one.result ? ParseUtc(one.result->evidence.finished) : std::nullopt;
  return began && ended && *ended >= *began ? *ended - *began : std::chrono::milliseconds(0);
}

void AddProblemTo(pugi::xml_node test, const char* kind, const std::string& type,
                  const std::vector<std::string>& reasons) {
  const pugi::xml_node problem = test.append_child(kind);
  SetAttribute(problem, "message", reasons.empty() ? type : reasons.front());
  SetAttribute(problem, "type", type);
  problem.text() = Printable(Join(reasons, "\n")).c_str();
}

pugi::xml_node AddTest(pugi::xml_node suite, const std::string& class_name, const std::string& name,
                       std::chrono::milliseconds time, FleetTotals& totals) {
  ++totals.tests;
  totals.time += time;
  pugi::xml_node test = suite.append_child("testcase");
  SetAttribute(test, "classname", class_name);
  SetAttribute(test, "name", name);
  SetAttribute(test, "time", SecondsIn(time));
  return test;
}

void SetTotalsOf(pugi::xml_node element, const FleetTotals& totals) {
  element.append_attribute("tests") = totals.tests;
  element.append_attribute("failures") = totals.failures;
  element.append_attribute("errors") = totals.errors;
  SetAttribute(element, "time", SecondsIn(totals.time));
}

void AddDatabases(const FleetReport& report, pugi::xml_node suite, const std::string& class_name,
                  FleetTotals& totals) {
  for (const DatabaseVerdict& one : report.verdict.databases) {
    const pugi::xml_node test = AddTest(suite, class_name, one.database, TookOf(one), totals);
    if (one.decision == Decision::kNoGo) {
      ++totals.failures;
      AddProblemTo(test, "failure", one.text, one.reasons);
    } else if (one.decision != Decision::kGo) {
      ++totals.errors;
      AddProblemTo(test, "error", one.text, one.reasons);
    }
  }
}

void AddWhole(const FleetReport& report, pugi::xml_node suite, const std::string& class_name,
              FleetTotals& totals) {
  const bool is_red = totals.failures + totals.errors > 0;
  const pugi::xml_node test = AddTest(suite, class_name, "the fleet as a whole", {}, totals);
  std::vector<std::string> reasons = report.doubts;
  const auto& of_fleet = report.verdict.fleet_reasons;
  reasons.insert(reasons.end(), of_fleet.begin(), of_fleet.end());
  if (reasons.empty() && (is_red || DecisionOf(report) == Decision::kGo)) return;
  ++totals.errors;
  AddProblemTo(test, "error", HeadlineOf(report), reasons);
}

}  // namespace

std::string FleetJunitXml(const FleetReport& report) {
  const FleetHeader& fleet = report.record.fleet;
  const std::string name = fleet.plan + ".fleet";
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("testsuites");
  SetAttribute(root, "name", "gonogo");
  pugi::xml_node suite = root.append_child("testsuite");
  SetAttribute(suite, "name", name);
  SetAttribute(suite, "timestamp", fleet.started.substr(0, 19));
  const pugi::xml_node properties = suite.append_child("properties");
  AddFleetProperty(properties, "verdict", HeadlineOf(report));
  AddFleetProperty(properties, "partial", report.verdict.partial ? "true" : "false");
  AddFleetProperty(properties, "databases", std::to_string(fleet.databases.size()));
  AddFleetProperty(properties, "plan_digest", fleet.plan_digest);
  AddFleetProperty(properties, "run", fleet.run);
  AddFleetProperty(properties, "tool", fleet.tool);
  if (report.verdict.rehearsal) AddFleetProperty(properties, "rehearsal", "true");
  FleetTotals totals;
  AddDatabases(report, suite, name, totals);
  AddWhole(report, suite, name, totals);
  SetTotalsOf(suite, totals);
  suite.append_attribute("skipped") = 0;
  SetTotalsOf(root, totals);
  std::ostringstream text;
  document.save(text, "  ", pugi::format_indent, pugi::encoding_utf8);
  return text.str();
}

}  // namespace gonogo
