// Reads gate cases. case.json is validated with tables of parameters, like a plan, so a misspelled
// key is an error and doesn't disable an expectation.
#include "gates/cases/gate_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "core/error.h"
#include "core/json/located_json.h"
#include "core/values/arguments.h"
#include "core/values/object_reader.h"
#include "core/values/parameter.h"
#include "gates/cases/case_services.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

Parameter OptionalText(const char* name, const char* description,
                       const char* default_value = "\"\"") {
  return TextParameter(name, description).DefaultJson(default_value);
}

const std::vector<Parameter>& CaseKeys() {
  static const std::vector<Parameter> finding = {
      TextParameter("subject", "").Required(), TextParameter("have", "").Required(),
      TextParameter("want", "").Required(),
      TextParameter("severity", "").Default("required").OneOf({"required", "advisory"})};
  static const std::vector<Parameter> expectation = {
      TextParameter("status", "the result of the subject")
          .Required()
          .OneOf({"PASS", "FAIL", "ERROR", "NOT RUN"}),
      ObjectListParameter("findings", "all findings, in order", finding).DefaultEmpty(),
      TextParameter("error", "a part of the message"),
      OptionalText("sqlstate", "of the error"),
      TextParameter("not_run", "what it waits for, complete"),
      IntegerParameter("examined", "objects examined"),
      TextListParameter("notes", "all notes, in order")};
  static const std::vector<Parameter> keys = {
      TextParameter("says", "what the case shows").Required(),
      TextParameter("kind", "which results the case must have")
          .Required()
          .OneOf({"must-pass", "must-fail", "must-err", "must-wait", "must-refuse"}),
      IntegerParameter("from_major", "the first that has what the case is about").Default(13),
      BooleanParameter("strict", "").Default(false),
      BooleanParameter("same_database", "").Default(false),
      BooleanParameter("moved", "").Default(false),
      TextMapParameter("env", "").DefaultEmpty(),
      ObjectMapParameter("expect", "by subject", expectation).DefaultEmpty(),
      TextParameter("others", "").OneOf({"PASS"}),
      TextParameter("pooler", "in front of the target")
          .OneOf({"direct", "session", "transaction", "statement", "down"}),
      OptionalText("sslmode", "of the gate's sessions"),
      TextListParameter("ascii", "the sides whose encoding is SQL_ASCII").DefaultEmpty(),
      ObjectMapParameter("services", "besides the databases", ServiceParameters()).DefaultEmpty(),
      TextMapParameter("server_settings", "of the target's server").DefaultEmpty(),
      ObjectMapParameter("standbys", "of the target",
                         {IntegerParameter("bytes_behind", "").Default(0)})
          .DefaultEmpty(),
      OptionalText("refusal", "the error of ReadPlan"),
      OptionalText("twin_of", "the case whose nearest harmless change this one is")};
  return keys;
}

std::string Read(const fs::path& file) {
  std::ifstream in(file);
  if (!in) throw PlanError(file.string() + " can't be read");
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

// Returns a complete plan with the case's "plan" in it.
Json PlanDocument(const LocatedJson& document, const std::string& gate, const std::string& name,
                  bool with_pooler) {
  const Json& part = document.value.at("plan");
  ReadObject(document, "/plan", {},
             {"limits", "relations", "exclude", "extensions", "reading_roles", "flag_file",
              "providers", "check", "more_checks"},
             {});
  Json check = {{"id", gate}, {"gate", gate}};
  const Json parameters = part.value("check", Json::object());
  for (const auto& [key, value] : parameters.items()) {
    if (check.contains(key)) {
      document.ThrowAt("/plan/check",
                       fmt::format("remove \"{}\", because the folder's name sets it", key));
    }
    check[key] = value;
  }
  Json plan = {{"gonogo", 1}, {"name", name}, {"limits", part.value("limits", Json::object())}};
  const Json providers = part.value("providers", Json::object());
  for (const char* side : {"source", "target"}) {
    plan["connections"][side] = {{"url", {{"env", side}}}};
    if (providers.contains(side)) plan["connections"][side]["provider"] = providers.at(side);
  }
  if (with_pooler) plan["connections"]["pooler"] = {{"url", {{"env", "pooler"}}}};
  for (const char* key : {"relations", "exclude", "extensions", "reading_roles", "flag_file"}) {
    if (part.contains(key)) plan[key] = part.at(key);
  }
  plan["checks"] = Json::array({check});
  const Json more_checks = part.value("more_checks", Json::array());
  for (const Json& more : more_checks) plan["checks"].push_back(more);
  return plan;
}

// Throws PlanError if the expected results contradict the kind. A must-fail case, for example,
// needs a subject with FAIL; a must-err case needs one with ERROR and none with FAIL.
void RequireKind(const GateCase& gate_case, const LocatedJson& document) {
  const auto has = [&](const std::string& status) {
    return std::any_of(gate_case.expected.begin(), gate_case.expected.end(),
                       [&](const auto& entry) { return entry.second.status == status; });
  };
  const bool expects = !gate_case.expected.empty() || gate_case.others_pass;
  const bool waits = has("NOT RUN");
  const std::string& kind = gate_case.kind;
  const bool fits = kind == "must-pass"   ? expects && !has("FAIL") && !has("ERROR") && !waits
                    : kind == "must-fail" ? has("FAIL")
                    : kind == "must-err"  ? has("ERROR") && !has("FAIL")
                    : kind == "must-wait" ? waits && !has("FAIL") && !has("ERROR")
                                          : !expects;
  if (!fits) document.ThrowAt("/kind", "\"expect\" contradicts \"kind\": " + kind);
  if ((kind == "must-refuse") == gate_case.refusal.empty()) {
    document.ThrowAt("/kind", "must-refuse needs \"refusal\"; other kinds can't have it");
  }
  if (!gate_case.twin_of.empty() && kind != "must-pass") {
    document.ThrowAt("/twin_of", "only a case that must pass can be a harmless twin");
  }
}

// Throws PlanError if there is a file beside the folders, because it would be ignored.
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

std::string Substituted(std::string text, const std::map<std::string, std::string>& facts) {
  for (const auto& [name, value] : facts) {
    const std::string placeholder = "${" + name + "}";
    for (std::size_t at = text.find(placeholder); at != std::string::npos;
         at = text.find(placeholder)) {
      text.replace(at, placeholder.size(), value);
    }
  }
  return text;
}

void Substitute(Json& node, const std::map<std::string, std::string>& facts) {
  if (node.is_string()) node = Substituted(node.get<std::string>(), facts);
  if (node.is_structured()) {
    for (Json& member : node) Substitute(member, facts);
  }
}

void Substitute(GateCase& gate_case, const std::map<std::string, std::string>& facts) {
  Substitute(gate_case.plan, facts);
  gate_case.refusal = Substituted(gate_case.refusal, facts);
  for (auto& [variable, value] : gate_case.environment) value = Substituted(value, facts);
}

std::vector<fs::path> CaseFoldersOfGates(const fs::path& cases) {
  std::vector<fs::path> folders;
  for (const fs::path& gate : FoldersIn(cases)) {
    for (const fs::path& gate_case : FoldersIn(gate)) folders.push_back(gate_case);
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::vector<fs::path> CaseFolders(const fs::path& cases) {
  std::vector<fs::path> folders;
  for (const fs::path& family : FoldersIn(cases)) {
    const auto of_family = CaseFoldersOfGates(family);
    folders.insert(folders.end(), of_family.begin(), of_family.end());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

GateCase ReadGateCase(const fs::path& folder, const std::string& project) {
  GateCase gate_case{.file = (folder / "case.json").string(),
                     .gate = folder.parent_path().filename().string()};
  const LocatedJson document = ParseLocated(Read(gate_case.file), gate_case.file);
  const Arguments keys(ReadObject(document, "", CaseKeys(), {"plan"}, {}));
  if (!document.value.contains("plan")) document.ThrowAt("", "\"plan\" is missing");
  gate_case.kind = keys.Text("kind");
  gate_case.from_major = keys.Integer("from_major");
  gate_case.strict = keys.Boolean("strict");
  gate_case.same_database = keys.Boolean("same_database");
  gate_case.moved = keys.Boolean("moved");
  gate_case.sslmode = keys.Text("sslmode");
  gate_case.ascii = keys.Texts("ascii");
  gate_case.refusal = keys.Text("refusal");
  gate_case.twin_of = keys.Text("twin_of");
  gate_case.others_pass = keys.Has("others");
  if (keys.Has("pooler")) gate_case.pooler = keys.Text("pooler");
  gate_case.plan =
      PlanDocument(document, gate_case.gate, folder.filename().string(), keys.Has("pooler"));
  gate_case.environment = keys.Map("env").get<Environment>();
  Substitute(gate_case, {{"project", project}});
  gate_case.services = keys.Map("services");
  gate_case.server_settings = keys.Map("server_settings").get<std::map<std::string, std::string>>();
  for (const auto& [name, standby] : keys.Map("standbys").items()) {
    gate_case.standbys[name] = standby.at("bytes_behind");
  }
  for (const auto& [subject, given] : keys.Map("expect").items()) {
    gate_case.expected[subject] = ExpectationOf(given);
  }
  RequireKind(gate_case, document);
  const std::map<std::string, std::string*> sql = {
      {"both.sql", &gate_case.both_sql},
      {"source.sql", &gate_case.source_sql},
      {"target.sql", &gate_case.target_sql},
      {"source_meanwhile.sql", &gate_case.source_concurrent_sql},
      {"target_meanwhile.sql", &gate_case.target_concurrent_sql},
      {"source_later.sql", &gate_case.source_later_sql},
      {"target_later.sql", &gate_case.target_later_sql}};
  for (const auto& file : fs::directory_iterator(folder)) {
    const auto found = sql.find(file.path().filename().string());
    if (found != sql.end()) {
      *found->second = Read(file);
    } else if (file.path().filename() != "case.json") {
      throw PlanError(file.path().string() + ": a case can't have a file of this name");
    }
  }
  return gate_case;
}

}  // namespace gonogo
