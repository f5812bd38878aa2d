// GitHub knows files by their paths in the repository, whatever the job's folder is.
#include "app/run/published.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "reporters/annotations.h"
#include "reporters/metrics.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::string VariableOf(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string PathInRepository(const std::string& file) {
  const std::string repository = VariableOf("GITHUB_WORKSPACE");
  if (repository.empty()) return file;
  const fs::path relative =
      fs::weakly_canonical(file).lexically_relative(fs::weakly_canonical(repository));
  return relative.empty() || *relative.begin() == ".." ? file : relative.string();
}

}  // namespace

void PublishOptions::AddTo(CLI::App& command) {
  command.add_option("--prometheus", prometheus, "write metrics for Prometheus into this file")
      ->option_text("FILE");
  command
      .add_option("--annotations", annotations,
                  "print GitHub's annotations; auto: in jobs of GitHub Actions")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("auto|always|never")
      ->capture_default_str();
}

void RemovePublished(const PublishOptions& options) {
  if (!options.prometheus.empty()) fs::remove(options.prometheus);
}

void PrepareMetrics(const RunReport& report, const PublishOptions& options, PreparedFiles& files) {
  if (!options.prometheus.empty()) files.Add(options.prometheus, PrometheusMetrics(report));
}

void PrintAnnotations(const RunReport& report, const PublishOptions& options, bool json) {
  PrintAnnotations(GithubAnnotations(report, PathInRepository), options, json);
}

void PrintAnnotations(const std::string& annotations, const PublishOptions& options, bool json) {
  const bool is_wanted = options.annotations == "always" ||
                         (options.annotations == "auto" && VariableOf("GITHUB_ACTIONS") == "true");
  if (!is_wanted) return;
  (json ? std::cerr : std::cout) << annotations << std::flush;
}

}  // namespace gonogo
