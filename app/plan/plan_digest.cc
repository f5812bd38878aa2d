// The paths themselves aren't part of the digest, so that a plan has the same one in every folder.
#include "app/plan/plan_digest.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "core/plan/named_paths.h"
#include "core/text/digest.h"
#include "fixtures/system/path_digest.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::vector<NamedPath> PathsOf(const Plan& plan, const Environment& environment) {
  std::vector<NamedPath> paths;
  for (const Check& check : plan.checks) {
    for (NamedPath& path : PathsNamedBy(check, environment)) paths.push_back(std::move(path));
  }
  for (const auto& [phase, arguments] : plan.stages) {
    for (NamedPath& path : PathsNamedBy(StageOf(phase), arguments, environment)) {
      paths.push_back(std::move(path));
    }
  }
  return paths;
}

bool IsIn(const fs::path& folder, const fs::path& path) {
  const fs::path below =
      fs::weakly_canonical(path).lexically_relative(fs::weakly_canonical(folder));
  return !below.empty() && *below.begin() != "..";
}

// Returns why a folder that a word names can't count, or "". What a run writes isn't input, and a
// digest is made by every command.
std::string ReasonAgainst(const NamedPath& named, const Plan& plan) {
  constexpr int kMostFiles = 2000;
  if (IsIn(named.path, fs::absolute(plan.file).parent_path())) return "holds the plan";
  if (IsIn(named.path, named.folder)) return "holds the folder in which the program runs";
  int files = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(named.path, error), end; !error && entry != end;
       entry.increment(error)) {
    if (++files > kMostFiles) return fmt::format("has more than {} files", kMostFiles);
  }
  return "";
}

// Sets the path to the folder if the word names its files: sql/*.sql.
NamedPath WithoutPattern(NamedPath named) {
  const std::size_t star = named.path.find('*');
  if (star != std::string::npos) named.path = named.path.substr(0, named.path.rfind('/', star));
  return named;
}

bool IsCovered(const NamedPath& named, const Plan& plan) {
  std::error_code unknown;
  if (!named.is_guess || fs::is_regular_file(named.path, unknown)) return true;
  return fs::is_directory(named.path, unknown) && ReasonAgainst(named, plan).empty();
}

std::string NameOf(const std::string& path, const Plan& plan) {
  const fs::path folder = fs::absolute(plan.file).lexically_normal().parent_path();
  return fs::absolute(path).lexically_normal().lexically_relative(folder).string();
}

}  // namespace

void AddDigest(Plan& plan, const Environment& environment) {
  std::string text = plan.text_digest + "\n";
  std::set<std::pair<std::string, std::string>> seen;
  for (const NamedPath& path : PathsOf(plan, environment)) {
    const NamedPath named = path.is_guess ? WithoutPattern(path) : path;
    if (!IsCovered(named, plan)) continue;
    if (!seen.insert({named.by, named.path}).second) continue;
    plan.files.push_back({.by = named.by,
                          .name = NameOf(named.path, plan),
                          .path = named.path,
                          .sha256 = PathDigest(named.path)});
    text += named.by + " " + plan.files.back().sha256 + "\n";
  }
  plan.digest = plan.files.empty() ? plan.text_digest : Sha256(text);
}

std::vector<UncoveredWord> UncoveredWords(const Plan& plan, const Environment& environment) {
  std::vector<UncoveredWord> words;
  std::set<std::pair<std::string, std::string>> seen;
  for (const NamedPath& path : PathsOf(plan, environment)) {
    if (!path.is_guess) continue;
    const NamedPath named = WithoutPattern(path);
    const std::string variable = VariableIn(named.path);
    std::error_code unknown;
    const bool leads_elsewhere = fs::is_directory(named.path, unknown) && !IsCovered(named, plan);
    if (variable.empty() && !leads_elsewhere) continue;
    if (!seen.insert({path.by, path.word}).second) continue;
    if (!variable.empty()) {
      words.push_back({path.by, path.word, "has " + variable + ", which the program isn't given"});
    } else {
      words.push_back({path.by, path.word, "is a folder that " + ReasonAgainst(named, plan)});
    }
  }
  return words;
}

std::vector<std::string> FilesChangedSinceRead(const Plan& plan) {
  std::set<std::string> changed;
  for (const PlanFile& file : plan.files) {
    if (PathDigest(file.path) != file.sha256) changed.insert(file.name);
  }
  return {changed.begin(), changed.end()};
}

}  // namespace gonogo
