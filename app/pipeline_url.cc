// Each host has its own variables. None is trusted: what isn't a plain URL is left out.
#include "app/pipeline_url.h"

#include <algorithm>

namespace gonogo {
namespace {

constexpr std::size_t kLongest = 500;

// Without a user or a password.
bool IsPlainUrl(const std::string& url) {
  return (url.starts_with("https://") || url.starts_with("http://")) && url.size() <= kLongest &&
         url.find('@') == std::string::npos &&
         std::all_of(url.begin(), url.end(), [](char one) { return one > ' ' && one <= '~'; });
}

// "" if one of the values is missing.
std::string Joined(const Environment& environment, const char* server, const std::string& between,
                   const char* project, const std::string& before_run, const char* run) {
  const std::string base = ValueOf(environment, server);
  const std::string name = ValueOf(environment, project);
  const std::string id = ValueOf(environment, run);
  if (base.empty() || name.empty() || id.empty()) return "";
  return base + between + name + before_run + id;
}

}  // namespace

std::string PipelineUrl(const Environment& environment) {
  for (const std::string& url :
       {Joined(environment, "GITHUB_SERVER_URL", "/", "GITHUB_REPOSITORY", "/actions/runs/",
               "GITHUB_RUN_ID"),
        ValueOf(environment, "CI_JOB_URL"), ValueOf(environment, "BUILDKITE_BUILD_URL"),
        ValueOf(environment, "BUILD_URL"),
        Joined(environment, "SYSTEM_COLLECTIONURI", "", "SYSTEM_TEAMPROJECT",
               "/_build/results?buildId=", "BUILD_BUILDID")}) {
    if (IsPlainUrl(url)) return url;
  }
  return "";
}

}  // namespace gonogo
