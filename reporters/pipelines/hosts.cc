// Forms name files of forms/; paths are those of the user's repository.
#include "reporters/pipelines/hosts.h"

#include <algorithm>

#include "core/error.h"

namespace gonogo {
namespace {

constexpr const char* kGitLabStep = R"(# @title@
- |
  @shell it
)";

constexpr const char* kJenkinsStep = R"(sh label: '@title@', script: '''#!/bin/sh
  @shell it
'''
)";

constexpr const char* kAzureStep = R"(- bash: |
    @shell it
  displayName: @title@
)";

constexpr const char* kAzureSecrets = R"(  env:
    CONFIRM: ${{ parameters.confirm }}
    @each @variable@: $(@variable@)
)";

}  // namespace

const std::vector<Host>& Hosts() {
  static const FormFile rehearsal = {"github-rehearsal.yml",
                                     ".github/workflows/gonogo-rehearsal.yml"};
  static const FormFile action = {"github-action.yml", ".github/actions/gonogo/action.yml"};
  static const std::string gate = ".github/workflows/gonogo-gate.yml";
  static const std::vector<Host> hosts = {
      {.name = "github",
       .files = {rehearsal, {"github-gate.yml", gate}, action},
       .sharded = {rehearsal, {"github-shards.yml", gate}, action},
       .step = "",
       .by = {"\"$GITHUB_OUTPUT\"", "summary_github"}},
      {.name = "gitlab",
       .files = {{"gitlab.yml", ".gitlab-ci.yml"}},
       .sharded = {{"gitlab-shards.yml", ".gitlab-ci.yml"}},
       .step = kGitLabStep,
       .sets_options = false,
       .by = {"gonogo.env", ""}},
      {.name = "jenkins",
       .files = {{"Jenkinsfile", "Jenkinsfile"}},
       .sharded = {},
       .step = kJenkinsStep,
       .escapes = true,
       .by = {"\"$BUILD_TAG.env\"", ""}},
      {.name = "azure",
       .files = {{"azure.yml", "azure-pipelines.yml"}},
       .sharded = {},
       .step = kAzureStep,
       .secrets = kAzureSecrets,
       .between = "\n",
       .by = {"gonogo.env", "summary_azure"}},
      {.name = "kubernetes",
       .files = {{"kubernetes.yaml", "gonogo.yaml"}},
       .sharded = {},
       .step = "",
       .by = {"/dev/termination-log", ""}}};
  return hosts;
}

const Host& HostCalled(const std::string& name) {
  const auto host = std::ranges::find(Hosts(), name, &Host::name);
  if (host == Hosts().end()) throw PlanError("no pipelines of " + name);
  return *host;
}

}  // namespace gonogo
