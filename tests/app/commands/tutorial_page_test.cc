// docs/tutorial.md is the transcript of its own commands. To write it again:
//   GONOGO_REGENERATE=1 build/dev/tests/app_tests --gtest_filter='*TutorialPage*'
#include <gtest/gtest.h>

#include "tests/support/transcript.h"

namespace gonogo::testing_support {
namespace {

// Slow, because it moves a database, breaks it, mends it, cuts over and goes back.
TEST(SlowTutorialPage, ShowsWhatItsCommandsPrint) {
  ExpectTranscript("tutorial.md", {}, "gonogo pair down --name tutorial >/dev/null 2>&1");
}

}  // namespace
}  // namespace gonogo::testing_support
