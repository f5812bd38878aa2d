// Reads rows by their keys, in any snapshot.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compare/forms/compared_relation.h"
#include "compare/passes/row_values.h"
#include "fixtures/session/session.h"

namespace gonogo {

using Key = std::vector<Value>;
using RowValues = std::vector<Value>;
// The rows of each key, sorted. A key that isn't unique may have several.
using RowsByKey = std::map<Key, std::vector<RowValues>>;

// Returns two expressions for RowsOfKeys: SHA-256 of a row's values, and their bytes.
std::vector<std::string> DigestAndBytes(std::size_t columns);

// Returns the rows with these keys that fulfil `where`: of each what the expressions `wanted` give.
// Throws DatabaseError.
RowsByKey RowsOfKeys(Session& session, const RelationShape& shape, const PairedColumns& columns,
                     const std::string& where, SideName side, const std::vector<Key>& keys,
                     const std::vector<std::string>& wanted);

}  // namespace gonogo
