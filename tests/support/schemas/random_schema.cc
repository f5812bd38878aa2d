// Makes the objects in the order in which they depend on each other.
#include "tests/support/schemas/random_schema.h"

#include "tests/support/schemas/random_objects.h"
#include "tests/support/schemas/random_partitions.h"
#include "tests/support/schemas/random_routines.h"
#include "tests/support/schemas/random_tables.h"
#include "tests/support/schemas/random_types.h"
#include "tests/support/schemas/random_views.h"

namespace gonogo::testing_support {
namespace {

// How many databases in a hundred have such objects.
struct RandomKind {
  std::size_t percent;
  void (*make)(SchemaDraft& draft);
};

constexpr std::size_t kMostTables = 3;
constexpr std::size_t kMostViews = 4;

void MakeSome(SchemaDraft& draft, std::size_t most, void (*make)(SchemaDraft& draft)) {
  for (std::size_t i = 1 + draft.random.Below(most); i > 0; --i) make(draft);
}

}  // namespace

RandomSchema MakeRandomSchema(unsigned seed, int major) {
  SchemaDraft draft(seed, major);
  MakeSchemas(draft);
  MakeTypes(draft);
  MakeRoutines(draft);
  MakeSome(draft, kMostTables, MakeTable);
  for (const RandomKind& kind : {RandomKind{50, MakePartitions}, RandomKind{33, MakeInheritance},
                                 RandomKind{33, MakeOddTable}, RandomKind{20, MakeExtension}}) {
    if (draft.random.Below(100) < kind.percent) kind.make(draft);
  }
  MakeSequences(draft);
  MakeSome(draft, kMostViews, MakeView);
  for (const RandomKind& kind :
       {RandomKind{33, MakeOddView}, RandomKind{50, MakeForeignTable},
        RandomKind{50, MakePublication}, RandomKind{25, MakeLargeObjects},
        RandomKind{25, MakeTextSearch}, RandomKind{20, MakeEventTrigger}}) {
    if (draft.random.Below(100) < kind.percent) kind.make(draft);
  }
  return std::move(draft.schema);
}

}  // namespace gonogo::testing_support
