// Names one object: all others are to be looked at with a newer gonogo, too.
#include "gates/reading/known_codes.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/text.h"
#include "sql/gates.h"

namespace gonogo {
namespace {

struct UnknownCodes {
  std::string example;  // "" : there are none
};

UnknownCodes ReadUnknownCodes(Session& session) {
  const Rows rows = session.Query(sql::kUnknownCodes, {});
  if (rows.empty()) return {};
  const Row row = *rows.begin();
  return {fmt::format("code \"{}\" in pg_catalog.{} ({}, {} in all)", row.Text("code"),
                      row.Text("place"), row.Text("object"), Counted(rows.size(), "code"))};
}

}  // namespace

void RequireKnownCodes(const Inspection& in, SideName side) {
  const auto& unknown =
      in.memory.Get<UnknownCodes>(side, [&] { return ReadUnknownCodes(in.pair.SessionOf(side)); });
  if (unknown.example.empty()) return;
  throw DatabaseError(
      fmt::format(
          "{}: this gonogo doesn't know {}, and can't tell what it means for the move; use a "
          "gonogo that is tested with this server's version",
          ToString(side), unknown.example),
      "");
}

}  // namespace gonogo
