// The page of the pipeline's job, where its host tells it.
#include "app/pipeline_url.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(PipelineUrl, IsThatOfEachHost) {
  EXPECT_EQ(PipelineUrl({{"GITHUB_SERVER_URL", "https://github.com"},
                         {"GITHUB_REPOSITORY", "a/b"},
                         {"GITHUB_RUN_ID", "7"}}),
            "https://github.com/a/b/actions/runs/7");
  EXPECT_EQ(PipelineUrl({{"CI_JOB_URL", "https://gitlab.com/a/-/jobs/7"}}),
            "https://gitlab.com/a/-/jobs/7");
  EXPECT_EQ(PipelineUrl({{"BUILDKITE_BUILD_URL", "https://buildkite.com/a/b/builds/7"}}),
            "https://buildkite.com/a/b/builds/7");
  EXPECT_EQ(PipelineUrl({{"BUILD_URL", "http://jenkins:8080/job/a/7/"}}),
            "http://jenkins:8080/job/a/7/");
  EXPECT_EQ(PipelineUrl({{"SYSTEM_COLLECTIONURI", "https://dev.azure.com/a/"},
                         {"SYSTEM_TEAMPROJECT", "b"},
                         {"BUILD_BUILDID", "7"}}),
            "https://dev.azure.com/a/b/_build/results?buildId=7");
}

TEST(PipelineUrl, IsLeftOutIfItIsNoPlainUrl) {
  EXPECT_EQ(PipelineUrl({}), "");
  EXPECT_EQ(PipelineUrl({{"GITHUB_SERVER_URL", "https://github.com"}}), "");
  for (const char* url :
       {"javascript:alert(1)", "https://me:secret@ci/job/7", "https://ci/a b", "https://ci/\n"}) {
    EXPECT_EQ(PipelineUrl({{"BUILD_URL", url}}), "") << url;
  }
}

}  // namespace
}  // namespace gonogo
