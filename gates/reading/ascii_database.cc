// Asks for the encoding of the database, which no setting of a session changes.
#include "gates/reading/ascii_database.h"

#include "sql/session.h"

namespace gonogo {

std::string EncodingOf(Session& session) {
  return session.Query(sql::kEncoding, {}).Only().Text("encoding");
}

Value PatternOfValidText(Session& session) {
  return EncodingOf(session) == kAscii ? Value(kUtf8Pattern) : std::nullopt;
}

}  // namespace gonogo
