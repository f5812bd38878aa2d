// Splits SQL text into tokens, and writes names and definitions in one way for all versions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

// Returns the identifiers, literals, operators and brackets of a text that a server printed, as
// parts of `sql`. What is between them is white space.
std::vector<std::string_view> SqlTokens(std::string_view sql);

// Returns the text without quotes around identifiers that need them only as keywords. Each version
// other keywords: 16 and newer print a column json as "json", and 17 and newer the type
// pg_catalog.json as json. Here it is json too.
std::string WithoutKeywordQuotes(std::string_view sql);

// Returns the text without what only newer versions write although it is the default: NO INDENT.
std::string WithoutDefaults(std::string_view sql);

// Returns the tokens in a normal form: nested AND and nested OR as one list, casts of arrays as
// casts of their elements, no keyword quotes, no defaults. For syntax that the parser of
// PostgreSQL 15 can't read.
std::string NormalTokens(std::string_view sql);

}  // namespace gonogo
