// The names of the kinds of parameters.
#include "core/values/parameter.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(KindName, DescribesEachKind) {
  const std::vector<std::pair<Kind, std::string>> names = {
      {Kind::kText, "text"},
      {Kind::kInteger, "integer"},
      {Kind::kNumber, "number"},
      {Kind::kBoolean, "boolean"},
      {Kind::kPath, "path"},
      {Kind::kUrl, "URL"},
      {Kind::kTextList, "list of texts"},
      {Kind::kPathList, "list of paths"},
      {Kind::kRelations, "\"*\" or list of relations"},
      {Kind::kObject, "object"},
      {Kind::kObjectList, "list of objects"},
      {Kind::kTextMap, "map of texts"},
      {Kind::kTextListMap, "map of lists of texts"},
      {Kind::kObjectMap, "map of objects"}};
  for (const auto& [kind, name] : names) EXPECT_EQ(KindName(kind), name);
}

}  // namespace
}  // namespace gonogo
