// The paths themselves aren't part of the digest, so that a plan has the same one in every folder.
#include "app/plan/plan_digest.h"

#include <filesystem>
#include <set>

#include "core/plan/named_paths.h"
#include "core/text/digest.h"
#include "fixtures/system/path_digest.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::vector<NamedPath> PathsOf(const Plan& plan) {
  std::vector<NamedPath> paths;
  for (const Check& check : plan.checks) {
    for (NamedPath& path : PathsNamedBy(check)) paths.push_back(std::move(path));
  }
  for (const auto& [phase, arguments] : plan.stages) {
    for (NamedPath& path : PathsNamedBy(StageOf(phase), arguments)) {
      paths.push_back(std::move(path));
    }
  }
  return paths;
}

std::string NameOf(const std::string& path, const Plan& plan) {
  const fs::path folder = fs::absolute(plan.file).lexically_normal().parent_path();
  return fs::absolute(path).lexically_normal().lexically_relative(folder).string();
}

}  // namespace

void AddDigest(Plan& plan) {
  std::string text = plan.text_digest + "\n";
  std::set<std::pair<std::string, std::string>> seen;
  for (const NamedPath& named : PathsOf(plan)) {
    std::error_code unknown;
    if (named.is_guess && !fs::is_regular_file(named.path, unknown)) continue;
    if (!seen.insert({named.by, named.path}).second) continue;
    plan.files.push_back({.by = named.by,
                          .name = NameOf(named.path, plan),
                          .path = named.path,
                          .sha256 = PathDigest(named.path)});
    text += named.by + " " + plan.files.back().sha256 + "\n";
  }
  plan.digest = plan.files.empty() ? plan.text_digest : Sha256(text);
}

std::vector<std::string> FilesChangedSinceRead(const Plan& plan) {
  std::set<std::string> changed;
  for (const PlanFile& file : plan.files) {
    if (PathDigest(file.path) != file.sha256) changed.insert(file.name);
  }
  return {changed.begin(), changed.end()};
}

}  // namespace gonogo
