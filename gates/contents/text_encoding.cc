// text_encoding: finds rows whose texts aren't valid in the other side's encoding. A server whose
// encoding is SQL_ASCII holds any bytes; a restore into UTF8 ends at the first row that isn't
// valid.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/contents/foreign_partitions.h"
#include "gates/contents/relation_statements.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/reading/ascii_database.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::text_encoding {
namespace {

using Keys = std::map<std::string, Value>;

// The smallest key of a row with invalid text, by column; nothing without a primary key.
Keys KeysOf(Session& session, const Row& row) {
  Keys keys;
  const Rows rows = session.Query(row.Text("key_statement"), {});
  for (const Row key : rows) keys[key.Text("column")] = key.Maybe("key");
  return keys;
}

std::string KeyText(const Value& key) {
  return key ? ", the first has the key " + *key : ", and no primary key to tell which by";
}

void Count(const Inspection& in, SideName side, const Row& row, Outcome& outcome) {
  const Rows counts =
      AnswerTo(in, side, {sql::kTextEncoding, {kUtf8Pattern}, "count_statement"}, row);
  const bool shows_keys = in.arguments.Boolean("show_values") && !counts.empty();
  const Keys keys = shows_keys ? KeysOf(in.pair.SessionOf(side), row) : Keys();
  for (const Row count : counts) {
    const std::string& column = count.Text("column");
    const std::int64_t rows = count.Integer("count");
    std::string have =
        fmt::format("{} that {} valid UTF-8", Counted(rows, "row"), rows == 1 ? "isn't" : "aren't");
    if (shows_keys) have += KeyText(keys.at(column));
    outcome.findings.push_back(
        {fmt::format("{}: {}.{}", ToString(side),
                     NameOn(side, in.plan.RelationNamed(in.subject.relation)), column),
         have, "none"});
  }
}

void InspectSide(const Inspection& in, SideName side, const std::string& other_encoding,
                 Outcome& outcome) {
  if (other_encoding != "UTF8") {
    throw DatabaseError(
        fmt::format("{}: the encoding is SQL_ASCII; which texts are valid in the other side's, {}, "
                    "can't be told: gonogo knows only UTF8",
                    ToString(side), other_encoding),
        "");
  }
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadable(in, side, relation);
  for (const Row row : in.catalogue.RowsOf(relation, side, sql::kTextEncoding, {kUtf8Pattern})) {
    if (row.Maybe("count_statement")) Count(in, side, row, outcome);
  }
  NoteForeignPartitions(in, side, relation, outcome);
}

Outcome Run(const Inspection& in) {
  PerSide<std::string> encodings;
  for (const SideName side : kBothSides) encodings[side] = EncodingOf(in.pair.SessionOf(side));
  Outcome outcome{.examined = 1,
                  .findings = {},
                  .notes = {fmt::format("the source's encoding is {}, the target's {}",
                                        encodings.source, encodings.target)}};
  // Between two of SQL_ASCII, texts move as they are. All others have only valid texts.
  if (encodings.source == encodings.target) return outcome;
  for (const SideName side : kBothSides) {
    if (encodings[side] == kAscii) InspectSide(in, side, encodings[OtherSide(side)], outcome);
  }
  return outcome;
}

std::vector<Parameter> Parameters() {
  std::vector<Parameter> parameters = RelationObjectParameters();
  parameters.push_back(
      BooleanParameter("show_values", "whether the evidence may show the key of such a row")
          .Default(false));
  return parameters;
}

}  // namespace

Gate Definition() {
  return {
      .name = "text_encoding",
      .summary = "The texts of an SQL_ASCII database are valid in the other side's encoding, UTF8.",
      .meaning =
          "The copy into a UTF8 database fails at these rows, or the application reads broken "
          "text.",
      .remedy =
          "Rewrite the values as UTF8 with convert(), from the encoding in which the application "
          "wrote them.",
      .phases = {Phase::kPreflight, Phase::kVerify, Phase::kGate},
      .parameters = Parameters(),
      .subjects = OneForEachRelation,
      .run = Run};
}

}  // namespace gonogo::text_encoding
