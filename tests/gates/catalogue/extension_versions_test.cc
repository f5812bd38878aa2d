// Tests the comparison of extension versions.
#include "gates/catalogue/extension_versions.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(ExtensionVersions, AreComparedNumberByNumber) {
  EXPECT_TRUE(IsSameOrNewer("1.10", "1.9"));
  EXPECT_FALSE(IsSameOrNewer("1.9", "1.10"));
  EXPECT_TRUE(IsSameOrNewer("3.3.2", "3.3"));
  EXPECT_FALSE(IsSameOrNewer("3.3", "3.3.2"));
  EXPECT_TRUE(IsSameOrNewer("2.0", "2.0"));
}

TEST(ExtensionVersions, WithOtherTextOnlyEqualThemselves) {
  EXPECT_TRUE(IsSameOrNewer("1.0-beta", "1.0-beta"));
  EXPECT_FALSE(IsSameOrNewer("1.1-beta", "1.0-beta"));
  EXPECT_FALSE(IsSameOrNewer("next", "1.0"));
}

}  // namespace
}  // namespace gonogo
