// Tests how often the catalogue's statements run: once for all relations, as long as they are in
// use.
#include "gates/objects/relation_catalogue.h"

#include <gtest/gtest.h>

#include <map>

namespace gonogo {
namespace {

// Lists two relations, and counts how often it was asked.
class CountingServer : public Session {
 public:
  explicit CountingServer(std::map<std::string, int>& asked) : asked_(asked) {}

  Rows Query(std::string_view statement, const std::vector<Value>&) override {
    ++asked_[std::string(statement)];
    return {.columns = {"schema", "relation"}, .values = {{"public", "b"}, {"public", "a"}}};
  }
  std::string ExportSnapshot() override { return ""; }
  void Cancel() noexcept override {}

 private:
  std::map<std::string, int>& asked_;
};

class CountedCatalogue {
 public:
  CountedCatalogue() : pair_(Source(), Side()), catalogue_(pair_, plan_) {}

  void Ask(std::string_view statement, const std::string& relation) {
    const Rows rows = catalogue_.RowsOf({.source = relation, .target = relation}, SideName::kSource,
                                        statement, {});
    EXPECT_EQ(rows.Only().Text("relation"), relation.substr(relation.find('.') + 1));
  }

  int asked(const std::string& statement) const { return asked_.at(statement); }

 private:
  Side Source() {
    Side side;
    side.session = std::make_unique<CountingServer>(asked_);
    return side;
  }

  std::map<std::string, int> asked_;
  Plan plan_;
  Pair pair_;
  RelationCatalogue catalogue_;
};

TEST(RelationCatalogue, AsksOnceForAllRelations) {
  CountedCatalogue catalogue;
  for (int i = 0; i < 3; ++i) {
    catalogue.Ask("columns", "public.a");
    catalogue.Ask("columns", "public.b");
    catalogue.Ask("sizes", "public.b");
  }
  EXPECT_EQ(catalogue.asked("columns"), 1);
  EXPECT_EQ(catalogue.asked("sizes"), 1);
}

// With thousands of relations, the answers to all statements of a run take a hundred megabytes.
TEST(RelationCatalogue, ForgetsOnlyWhatNobodyHasUsedForLong) {
  const std::vector<std::string> later = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"};
  CountedCatalogue catalogue;
  catalogue.Ask("columns", "public.a");
  for (const std::string& statement : later) {
    catalogue.Ask(statement, "public.a");
    catalogue.Ask("sizes", "public.a");
  }
  catalogue.Ask("sizes", "public.b");
  EXPECT_EQ(catalogue.asked("sizes"), 1);
  catalogue.Ask("columns", "public.b");
  EXPECT_EQ(catalogue.asked("columns"), 2);
}

}  // namespace
}  // namespace gonogo
