// The schema for editors accepts what gonogo accepts, and knows each gate's parameters.
#include "reporters/pages/plan_schema.h"

#include <gtest/gtest.h>

#include "app/plan/plan_file.h"
#include "gates/gate_table.h"

namespace gonogo {
namespace {

Json Schema() { return Json::parse(SchemaOfPlans()); }

TEST(PlanSchema, HasTheParametersOfEachGate) {
  const Json check = Schema().at("properties").at("checks").at("anyOf").at(0).at("items");
  ASSERT_EQ(check.at("allOf").size(), AllGates().size());
  EXPECT_EQ(check.at("properties").at("gate").at("enum").size(), AllGates().size());
  for (const Json& of_gate : check.at("allOf")) {
    if (of_gate.at("if").at("properties").at("gate").at("const") != "row_count") continue;
    const Json& then = of_gate.at("then");
    EXPECT_EQ(then.at("additionalProperties"), false);
    EXPECT_EQ(then.at("properties").at("tolerance").at("anyOf").at(0),
              Json::parse(R"({"anyOf": [{"type": "integer", "minimum": 0},
                                        {"$ref": "#/definitions/environment"}]})"));
    EXPECT_TRUE(then.at("properties").contains("id"));
    return;
  }
  ADD_FAILURE() << "row_count is missing";
}

TEST(PlanSchema, KnowsStagesAndConnections) {
  const Json properties = Schema().at("properties");
  EXPECT_EQ(properties.at("stages").at("properties").size(), AllPhases().size());
  const Json source = properties.at("connections")
                          .at("anyOf")
                          .at(0)
                          .at("properties")
                          .at("source")
                          .at("anyOf")
                          .at(0);
  EXPECT_EQ(source.at("properties").at("url").at("anyOf").at(0), Json({{"type", "string"}}));
  EXPECT_TRUE(properties.contains("$schema"));
}

}  // namespace
}  // namespace gonogo
