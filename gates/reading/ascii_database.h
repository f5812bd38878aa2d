// Texts of databases whose encoding is SQL_ASCII. Such a server takes any bytes for text, and
// gonogo can't read those that aren't UTF-8.
#pragma once

#include <string>

#include "core/values/rows.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Matches, in a database of that encoding and with COLLATE "C", the texts that are valid UTF-8.
inline constexpr const char* kUtf8Pattern =
    "^([\\u0001-\\u007f]|[\\u00c2-\\u00df][\\u0080-\\u00bf]|\\u00e0[\\u00a0-\\u00bf][\\u0080-\\u00bf]|"
    "[\\u00e1-\\u00ec\\u00ee\\u00ef][\\u0080-\\u00bf]{2}|\\u00ed[\\u0080-\\u009f][\\u0080-\\u00bf]|"
    "\\u00f0[\\u0090-\\u00bf][\\u0080-\\u00bf]{2}|[\\u00f1-\\u00f3][\\u0080-\\u00bf]{3}|"
    "\\u00f4[\\u0080-\\u008f][\\u0080-\\u00bf]{2})*$";

inline constexpr const char* kAscii = "SQL_ASCII";

// Returns the name of the database's encoding. Throws DatabaseError.
std::string EncodingOf(Session& session);

// Returns kUtf8Pattern if the encoding is SQL_ASCII. Otherwise NULL, because the server ensures
// that every text is valid.
Value PatternOfValidText(Session& session);

}  // namespace gonogo
