// The main of every test program: green only where tests ran, and none of them was skipped or
// disabled. GoogleTest alone is content with none.
#include <gtest/gtest.h>

#include <iostream>

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc > 1) {
    std::cerr << "unknown argument: " << argv[1] << "\n";
    return 2;
  }
  const int failed = RUN_ALL_TESTS();
  const testing::UnitTest& tests = *testing::UnitTest::GetInstance();
  if (tests.test_to_run_count() == 0 || tests.skipped_test_count() > 0 ||
      tests.reportable_disabled_test_count() > 0) {
    std::cerr << "no test ran, or one was skipped or disabled\n";
    return 1;
  }
  return failed;
}
