// Which of two versions of an extension is the newer.
#include "gates/catalogue/extension_versions.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(ExtensionVersions, AreComparedNumberByNumber) {
  EXPECT_TRUE(IsAsNew("1.10", "1.9"));
  EXPECT_FALSE(IsAsNew("1.9", "1.10"));
  EXPECT_TRUE(IsAsNew("3.3.2", "3.3"));
  EXPECT_FALSE(IsAsNew("3.3", "3.3.2"));
  EXPECT_TRUE(IsAsNew("2.0", "2.0"));
}

TEST(ExtensionVersions, ThatAreNoNumbersOnlyEqualThemselves) {
  EXPECT_TRUE(IsAsNew("1.0-beta", "1.0-beta"));
  EXPECT_FALSE(IsAsNew("1.1-beta", "1.0-beta"));
  EXPECT_FALSE(IsAsNew("next", "1.0"));
}

}  // namespace
}  // namespace gonogo
