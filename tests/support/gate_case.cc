// case.json is validated by tables of parameters like a plan, so that a typo is an error and cannot
// switch an expectation off.
#include "tests/support/gate_case.h"

#include <algorithm>
#include <fstream>

#include "core/error.h"
#include "core/text/located_json.h"
#include "core/values/arguments.h"
#include "core/values/object_reader.h"
#include "core/values/parameter.h"
#include "tests/support/case_services.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

Parameter Text(const char* name, const char* description, const char* default_value = "\"\"") {
  return TextParameter(name, description).DefaultJson(default_value);
}

const std::vector<Parameter>& CaseKeys() {
  static const std::vector<Parameter> finding = {
      TextParameter("subject", "").Required(), TextParameter("have", "").Required(),
      TextParameter("want", "").Required(),
      TextParameter("severity", "").Default("required").OneOf({"required", "advisory"})};
  static const std::vector<Parameter> expectation = {
      TextParameter("status", "what the subject comes to")
          .Required()
          .OneOf({"PASS", "FAIL", "ERROR", "NOT RUN"}),
      ObjectListParameter("findings", "all findings, in order", finding).DefaultEmpty(),
      TextParameter("error", "a part of the message"),
      Text("sqlstate", "of the error"),
      TextParameter("not_run", "what it waits for, whole"),
      IntegerParameter("examined", "objects looked at"),
      TextListParameter("notes", "all notes, in order")};
  static const std::vector<Parameter> keys = {
      TextParameter("says", "what it shows").Required(),
      TextParameter("kind", "how it must end")
          .Required()
          .OneOf({"must-pass", "must-fail", "must-err", "must-wait", "must-refuse"}),
      BooleanParameter("strict", "").Default(false),
      BooleanParameter("same_database", "").Default(false),
      TextMapParameter("env", "").DefaultEmpty(),
      ObjectMapParameter("expect", "by subject", expectation).DefaultEmpty(),
      TextParameter("others", "").OneOf({"PASS"}),
      TextParameter("pooler", "before the target")
          .OneOf({"direct", "session", "transaction", "statement", "down"}),
      Text("sslmode", "of the gate's sessions"),
      ObjectMapParameter("services", "beside the databases", ServiceParameters()).DefaultEmpty(),
      Text("refusal", "what is wrong with the plan")};
  return keys;
}

std::string Read(const fs::path& file) {
  std::ifstream in(file);
  if (!in) throw PlanError(file.string() + ": cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

Finding FindingOf(const Json& given) {
  return {
      .subject = given.at("subject"),
      .have = given.at("have"),
      .want = given.at("want"),
      .severity = given.at("severity") == "required" ? Severity::kRequired : Severity::kAdvisory};
}

Expectation ExpectationOf(const Json& given) {
  Expectation expectation{.status = given.at("status")};
  for (const Json& finding : given.at("findings")) {
    expectation.findings.push_back(FindingOf(finding));
  }
  if (given.contains("error")) expectation.error = given.at("error");
  expectation.sqlstate = given.at("sqlstate");
  if (given.contains("not_run")) expectation.not_run = given.at("not_run");
  if (given.contains("examined")) expectation.examined = given.at("examined");
  if (given.contains("notes")) {
    expectation.notes = given.at("notes").get<std::vector<std::string>>();
  }
  return expectation;
}

// The plan part with what every plan has around it.
Json PlanDocument(const LocatedJson& document, const std::string& gate, const std::string& name,
                  bool with_pooler) {
  const Json& part = document.value.at("plan");
  ReadObject(document, "/plan", {},
             {"limits", "relations", "exclude", "flag_file", "check", "more_checks"}, {});
  Json check = {{"id", gate}, {"gate", gate}};
  const Json parameters = part.value("check", Json::object());
  for (const auto& [key, value] : parameters.items()) {
    if (check.contains(key)) document.ThrowAt("/plan/check", "\"" + key + "\" is the folder's name");
    check[key] = value;
  }
  Json plan = {{"gonogo", 1}, {"name", name}, {"limits", part.value("limits", Json::object())}};
  for (const char* side : {"source", "target"}) {
    plan["connections"][side] = {{"url", {{"env", side}}}};
  }
  if (with_pooler) plan["connections"]["pooler"] = {{"url", {{"env", "pooler"}}}};
  for (const char* key : {"relations", "exclude", "flag_file"}) {
    if (part.contains(key)) plan[key] = part.at(key);
  }
  plan["checks"] = Json::array({check});
  const Json more_checks = part.value("more_checks", Json::array());
  for (const Json& more : more_checks) plan["checks"].push_back(more);
  return plan;
}

// A must-fail case fails somewhere; a must-err case errs and fails nowhere; and so on.
void RequireKind(const GateCase& one, const LocatedJson& document) {
  const auto has = [&](const std::string& status) {
    return std::any_of(one.expected.begin(), one.expected.end(),
                       [&](const auto& entry) { return entry.second.status == status; });
  };
  const bool expects = !one.expected.empty() || one.others_pass;
  const bool waits = has("NOT RUN");
  const bool fits = one.kind == "must-pass"   ? expects && !has("FAIL") && !has("ERROR") && !waits
                    : one.kind == "must-fail" ? has("FAIL")
                    : one.kind == "must-err"  ? has("ERROR") && !has("FAIL")
                    : one.kind == "must-wait" ? waits && !has("FAIL") && !has("ERROR")
                                              : !expects;
  if (!fits) document.ThrowAt("/kind", "\"expect\" does not describe a case that is " + one.kind);
  if ((one.kind == "must-refuse") == one.refusal.empty()) {
    document.ThrowAt("/kind", "\"refusal\" belongs to must-refuse, and only there");
  }
}

// Throws PlanError for a file in between, which nobody would read.
std::vector<fs::path> FoldersIn(const fs::path& folder) {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename() == "README.md") continue;
    if (!entry.is_directory()) throw PlanError(entry.path().string() + " isn't a folder");
    folders.push_back(entry.path());
  }
  return folders;
}

}  // namespace

std::string FilledIn(std::string text, const std::map<std::string, std::string>& facts) {
  for (const auto& [name, value] : facts) {
    const std::string placeholder = "${" + name + "}";
    for (std::size_t at = text.find(placeholder); at != std::string::npos;
         at = text.find(placeholder)) {
      text.replace(at, placeholder.size(), value);
    }
  }
  return text;
}

void FillIn(Json& node, const std::map<std::string, std::string>& facts) {
  if (node.is_string()) node = FilledIn(node.get<std::string>(), facts);
  if (node.is_structured()) {
    for (Json& member : node) FillIn(member, facts);
  }
}

void FillIn(GateCase& one, const std::map<std::string, std::string>& facts) {
  FillIn(one.plan, facts);
  for (auto& [variable, value] : one.environment) value = FilledIn(value, facts);
}

std::vector<fs::path> CaseFolders(const fs::path& cases) {
  std::vector<fs::path> folders;
  for (const fs::path& family : FoldersIn(cases)) {
    for (const fs::path& gate : FoldersIn(family)) {
      for (const fs::path& one : FoldersIn(gate)) folders.push_back(one);
    }
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

GateCase ReadGateCase(const fs::path& folder) {
  GateCase one{.file = (folder / "case.json").string(),
               .gate = folder.parent_path().filename().string()};
  const LocatedJson document = ParseLocated(Read(one.file), one.file);
  const Arguments keys(ReadObject(document, "", CaseKeys(), {"plan"}, {}));
  if (!document.value.contains("plan")) document.ThrowAt("", "\"plan\" is missing");
  one.kind = keys.Text("kind");
  one.strict = keys.Boolean("strict");
  one.same_database = keys.Boolean("same_database");
  one.sslmode = keys.Text("sslmode");
  one.refusal = keys.Text("refusal");
  one.others_pass = keys.Has("others");
  if (keys.Has("pooler")) one.pooler = keys.Text("pooler");
  one.plan = PlanDocument(document, one.gate, folder.filename().string(), keys.Has("pooler"));
  one.environment = keys.Map("env").get<Environment>();
  FillIn(one, {{"project", GONOGO_SOURCE_DIR}});
  one.services = keys.Map("services");
  for (const auto& [subject, given] : keys.Map("expect").items()) {
    one.expected[subject] = ExpectationOf(given);
  }
  RequireKind(one, document);
  const std::map<std::string, std::string*> sql = {{"both.sql", &one.both_sql},
                                                   {"source.sql", &one.source_sql},
                                                   {"target.sql", &one.target_sql},
                                                   {"source_meanwhile.sql", &one.source_meanwhile},
                                                   {"target_meanwhile.sql", &one.target_meanwhile}};
  for (const auto& file : fs::directory_iterator(folder)) {
    const auto found = sql.find(file.path().filename().string());
    if (found != sql.end()) {
      *found->second = Read(file);
    } else if (file.path().filename() != "case.json") {
      throw PlanError(file.path().string() + ": no file of a case");
    }
  }
  return one;
}

}  // namespace gonogo::testing_support
