// The main of every test program: it fails if no test ran, or one was skipped or disabled.
// GoogleTest alone would pass.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

namespace {

// GoogleTest has read its shard by then. A gonogo that a test starts would restart itself to get
// rid of these variables.
class WithoutShards : public testing::EmptyTestEventListener {
  void OnTestProgramStart(const testing::UnitTest&) override {
    unsetenv("GTEST_TOTAL_SHARDS");
    unsetenv("GTEST_SHARD_INDEX");
  }
};

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc > 1) {
    std::cerr << "unknown argument: " << argv[1] << "\n";
    return 2;
  }
  testing::UnitTest& tests = *testing::UnitTest::GetInstance();
  tests.listeners().Append(new WithoutShards);  // GoogleTest deletes it
  const int failed = RUN_ALL_TESTS();
  if (tests.test_to_run_count() == 0 || tests.skipped_test_count() > 0 ||
      tests.reportable_disabled_test_count() > 0) {
    std::cerr << "no test ran, or one was skipped or disabled\n";
    return 1;
  }
  return failed;
}
