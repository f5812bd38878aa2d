// Reads plans from their files. A plan names other files relative to itself.
#include "app/plan/plan_file.h"

#include "app/plan/plan_digest.h"
#include "app/plan/query_checks.h"
#include "core/error.h"
#include "core/plan/reading/plan_extension.h"
#include "core/plan/reading/plan_keys.h"
#include "core/plan/reading/plan_reader.h"
#include "core/plan/shown_command.h"
#include "core/text/digest.h"
#include "fixtures/system/text_file.h"
#include "gates/gate_table.h"
#include "reporters/pages/plan_schema.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kDeepestExtends = 8;

// What was read on the way.
struct ReadFiles {
  std::string texts;
  std::vector<fs::path> paths;
};

// Returns the document with what it extends.
LocatedJson ReadDocument(const fs::path& path, ReadFiles& read, std::size_t depth) {
  const std::string text = ReadTextFile(path);
  read.texts += text;
  read.paths.push_back(path);
  LocatedJson document = ParseLocated(text, path.string());
  if (!document.value.is_object()) document.ThrowAt("", "a plan must be an object");
  if (!document.value.contains("extends")) return document;
  if (!document.value["extends"].is_string()) document.ThrowAt("/extends", "must be a text");
  if (depth == kDeepestExtends) document.ThrowAt("/extends", "plans extend each other in a circle");
  const fs::path base = path.parent_path() / document.value["extends"].get<std::string>();
  if (!fs::exists(base)) {
    document.ThrowAt("/extends", "file " + base.string() + " doesn't exist");
  }
  return ExtendedPlan(ReadDocument(base, read, depth + 1), document);
}

std::string FixtureOf(const LocatedJson& document) {
  const Json given = document.value.value("fixture", Json(""));
  const std::string fixture = given.is_string() ? given.get<std::string>() : "";
  if (fixture.empty()) return "";
  const fs::path folder = fs::path(document.At("/fixture").file).parent_path();
  return fs::absolute(folder / fixture).lexically_normal().string();
}

}  // namespace

PlanDocument ReadPlanDocument(const fs::path& path) {
  ReadFiles read;
  LocatedJson json = ReadDocument(path, read, 0);
  AddQueryChecks(read.paths, json);
  std::string fixture = FixtureOf(json);
  return {std::move(json), path.string(), Sha256(read.texts), std::move(fixture)};
}

Plan ReadPlan(const PlanDocument& document, const Environment& environment) {
  Plan plan = ReadPlan(document.json, AllGates(), AllStages(), environment);
  plan.file = document.file;
  plan.env_file = ValueOf(environment, kEnvFileRead);
  plan.text_digest = document.digest;
  plan.fixture = document.fixture;
  AddDigest(plan, environment);
  return plan;
}

Plan LoadPlan(const fs::path& path, const Environment& environment) {
  return ReadPlan(ReadPlanDocument(path), environment);
}

std::string SchemaOfPlans() {
  const PlanKeyTables keys{PlanKeys(), ConnectionKeys(), CheckKeys(), StageKeys()};
  return PlanSchema(keys, AllGates(), AllStages()).dump() + "\n";
}

}  // namespace gonogo
