// A plan names other files relative to itself.
#include "app/plan/plan_file.h"

#include "core/error.h"
#include "core/plan/plan_reader.h"
#include "core/text/digest.h"
#include "fixtures/system/text_file.h"
#include "gates/gate_table.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kDeepestExtends = 8;

// The document with what it extends; `texts` collects every text read, for the digest.
LocatedJson LoadDocument(const fs::path& path, std::string& texts, std::size_t depth) {
  const std::string text = ReadTextFile(path);
  texts += text;
  LocatedJson document = ParseLocated(text, path.string());
  if (!document.value.is_object()) document.Refuse("", "a plan is an object");
  if (!document.value.contains("extends")) return document;
  if (!document.value["extends"].is_string()) document.Refuse("/extends", "must be a text");
  if (depth == kDeepestExtends) document.Refuse("/extends", "plans extend each other in a circle");
  const fs::path base = path.parent_path() / document.value["extends"].get<std::string>();
  if (!fs::exists(base)) document.Refuse("/extends", "there is no file " + base.string());
  return Extended(LoadDocument(base, texts, depth + 1), document);
}

// The folder that "fixture" names, made absolute; "" where there is none.
std::string FixtureIn(const LocatedJson& document) {
  const Json given = document.value.value("fixture", Json(""));
  const std::string fixture = given.is_string() ? given.get<std::string>() : "";
  if (fixture.empty()) return "";
  const fs::path folder = fs::path(document.At("/fixture").file).parent_path();
  return fs::absolute(folder / fixture).lexically_normal().string();
}

}  // namespace

Plan LoadPlan(const fs::path& path, const Environment& environment) {
  std::string texts;
  const LocatedJson document = LoadDocument(path, texts, 0);
  Plan plan = ReadPlan(document, AllGates(), AllStages(), environment);
  plan.file = path.string();
  plan.digest = Sha256(texts);
  plan.fixture = FixtureIn(document);
  return plan;
}

std::string FixtureOf(const fs::path& path) {
  std::string texts;
  return FixtureIn(LoadDocument(path, texts, 0));
}

}  // namespace gonogo
