// What a random database has besides tables, views and routines.
#pragma once

#include "tests/support/schemas/schema_draft.h"

namespace gonogo::testing_support {

void MakeSchemas(SchemaDraft& draft);
void MakeSequences(SchemaDraft& draft);
void MakeForeignTable(SchemaDraft& draft);
void MakePublication(SchemaDraft& draft);
void MakeLargeObjects(SchemaDraft& draft);
void MakeTextSearch(SchemaDraft& draft);
void MakeExtension(SchemaDraft& draft);
void MakeEventTrigger(SchemaDraft& draft);

}  // namespace gonogo::testing_support
