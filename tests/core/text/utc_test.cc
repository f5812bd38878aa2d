// Times are read back as they were written. Other forms are rejected.
#include "core/text/utc.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(Utc, ReadsBackWhatItWrites) {
  for (const char* text : {"2026-02-21T09:30:00.123Z", "2024-02-29T23:59:59.999Z",
                           "1970-01-01T00:00:00.000Z", "1969-12-31T23:59:59.001Z"}) {
    const auto time = ParseUtc(text);
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(UtcText(*time), text);
  }
}

TEST(Utc, CalculatesWithTimes) {
  const auto time = ParseUtc("2026-02-28T23:30:00.000Z");
  ASSERT_TRUE(time);
  EXPECT_EQ(UtcText(*time + std::chrono::hours(1)), "2026-03-01T00:30:00.000Z");
}

TEST(Utc, ReadsWhatPeopleWriteWithItsZone) {
  const auto read = [](const char* text) {
    const auto time = ParseTimeWithZone(text);
    return time ? UtcText(*time) : "";
  };
  EXPECT_EQ(read("2026-02-28T23:30Z"), "2026-02-28T23:30:00.000Z");
  EXPECT_EQ(read("2026-02-28T23:30:15Z"), "2026-02-28T23:30:15.000Z");
  EXPECT_EQ(read("2026-02-28T23:30:15.250Z"), "2026-02-28T23:30:15.250Z");
  EXPECT_EQ(read("2026-03-01T00:30+01:00"), "2026-02-28T23:30:00.000Z");
  EXPECT_EQ(read("2026-02-28T18:00:00-05:30"), "2026-02-28T23:30:00.000Z");
  for (const char* text :
       {"", "Z", "+01:00", "2026-02-28T23:30", "2026-02-28 23:30Z", "2026-02-28T23:30 01:00",
        "2026-02-28T23:30+0100", "2026-02-28T23Z", "2026-02-28T23:30+16:00", "2026-02-30T23:30Z"}) {
    EXPECT_EQ(read(text), "") << text;
  }
}

TEST(Utc, RejectsOtherForms) {
  for (const char* text :
       {"", "2026-02-21", "2026-02-21T09:30:00Z", "2026-02-21T09:30:00.123",
        "2026-02-30T09:30:00.123Z", "2026-02-21T24:00:00.000Z", "2026-02-21T09:60:00.000Z",
        "2026-02-21T09:30:60.000Z", "2026-02-21T09:30:00.123Z ", "2026-02-21 09:30:00.123Z",
        "2026-02-21T09:30:00.-23Z"}) {
    EXPECT_FALSE(ParseUtc(text)) << text;
  }
}

TEST(Date, IsAnExistingDay) {
  for (const char* text : {"2026-02-28", "2024-02-29"}) EXPECT_TRUE(IsDate(text)) << text;
  for (const char* text : {"", "2026-02-29", "2026-13-01", "2026-00-01", "2026-2-1", "26-02-01",
                           "2026-02-28T00:00:00.000Z"}) {
    EXPECT_FALSE(IsDate(text)) << text;
  }
}

}  // namespace
}  // namespace gonogo
