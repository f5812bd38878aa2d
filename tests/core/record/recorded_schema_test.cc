// A recorded schema is read as it was written, and nothing else is taken for one.
#include "core/record/recorded_schema.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

TEST(RecordedSchema, IsReadAsItWasWritten) {
  const RecordedSchema schema{
      .taken_at = "2026-11-27T08:00:00.000Z",
      .system_identifier = "7",
      .database_oid = "5",
      .objects = {{"", {{"function a.f()", "d1"}}}, {"a.t", {{"column id", "d2"}}}}};
  const RecordedSchema read = ParseRecordedSchema(ToText(ToJson(schema)), "s.json");
  EXPECT_EQ(read.taken_at, schema.taken_at);
  EXPECT_EQ(read.system_identifier, schema.system_identifier);
  EXPECT_EQ(read.database_oid, schema.database_oid);
  EXPECT_EQ(read.objects, schema.objects);
  const RecordedSchema hidden{"now", {}, "5", {}};
  EXPECT_FALSE(ParseRecordedSchema(ToText(ToJson(hidden)), "s.json").system_identifier);
}

TEST(RecordedSchema, IsNothingElse) {
  for (const char* text :
       {"", "{}", "[]", R"({"schema": 2, "taken_at": "a", "system_identifier": null,
                           "database_oid": "5", "objects": {}})",
        R"({"schema": 1, "taken_at": "a", "system_identifier": null, "database_oid": "5",
            "objects": {"a.t": {"column id": 1}}})",
        R"({"schema": 1, "taken_at": "a", "database_oid": "5", "objects": {}})"}) {
    EXPECT_THROW(ParseRecordedSchema(text, "s.json"), PlanError) << text;
  }
}

}  // namespace
}  // namespace gonogo
