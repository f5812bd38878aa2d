// encrypted_columns: columns that the application encrypts contain only encrypted values, on both
// sides. Checks the prefix, encoding, length and entropy of every value on its server; values are
// neither shown nor sent.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "core/values/side.h"
#include "gates/contents/foreign_partitions.h"
#include "gates/inspection.h"
#include "sql/contents.h"

namespace gonogo::encrypted_columns {
namespace {

constexpr std::int64_t kLongest = 2147483647;

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const auto& [name, column] : arguments.Map("columns").items()) {
    const Arguments one(column);
    if (one.Integer("shortest") > one.Integer("longest")) {
      throw PlanError(
          fmt::format("column \"{}\": \"shortest\" must not be greater than \"longest\"", name));
    }
    subjects.push_back({name, ""});
  }
  if (subjects.empty()) throw PlanError("\"columns\" is empty");
  return subjects;
}

const char* PatternOf(const std::string& encoding) {
  if (encoding == "hex") return "^([0-9A-Fa-f]{2})+$";
  if (encoding == "base64") return "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";
  if (encoding == "base64url") return "^[A-Za-z0-9_-]+={0,2}$";
  return "^";  // any
}

// Returns the relation's name on one side: on the target the plan may give it another one.
std::string NameOn(SideName side, const Plan& plan, const std::string& source_name) {
  if (side == SideName::kSource) return source_name;
  for (const Relation& relation : plan.relations) {
    if (Normalised(relation.source) == Normalised(source_name)) return relation.target;
  }
  return source_name;
}

// 3.500000 becomes 3.5.
std::string Shortest(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

// Returns the one row of counts. Throws DatabaseError if there is no such column.
Rows CountValues(Session& session, const std::string& name, const RelationName& relation,
                 const Arguments& column) {
  const Rows written = session.Query(
      sql::kEncryptedColumns,
      {relation.schema, relation.name, column.Text("column"), column.Text("prefix"),
       PatternOf(column.Text("encoding")), std::to_string(column.Integer("shortest")),
       std::to_string(column.Integer("longest")), Shortest(column.Number("entropy"))});
  const Value& statement = written.Only().Maybe("statement");
  if (!statement) throw DatabaseError(name + ": no such column", "42703");
  return session.Query(*statement, {});
}

// Returns the number of values.
std::int64_t Judge(const std::string& name, const Arguments& column, const Row& counts,
                   Outcome& outcome) {
  const std::int64_t values = counts.Integer("values");
  outcome.examined += 1 + values;
  outcome.notes.push_back(name + ": " + Counted(values, "value"));
  const std::pair<const char*, std::string> rules[] = {
      {"without_prefix", "the prefix " + column.Text("prefix")},
      {"otherwise_encoded", "the encoding " + column.Text("encoding")},
      {"of_other_length", fmt::format("a length of {} to {} characters", column.Integer("shortest"),
                                      column.Integer("longest"))},
      {"too_plain", fmt::format("an entropy of at least {} bits per character",
                                Shortest(column.Number("entropy")))}};
  for (const auto& [kind, want] : rules) {
    const std::int64_t count = counts.Integer(kind);
    if (count == 0) continue;
    outcome.findings.push_back(
        {name, fmt::format("{} of {} without {}", count, Counted(values, "value"), want),
         want + " in each"});
  }
  return values;
}

// Of a column without values nobody can say whether the application encrypts it.
void RequireValues(const std::string& name, const Arguments& column,
                   const PerSide<std::int64_t>& values, Outcome& outcome) {
  if (values.target > 0 || column.Boolean("may_be_empty")) return;
  if (values.source > 0) {
    outcome.findings.push_back(
        {name, "no value", Counted(values.source, "value") + ", as on the source"});
    return;
  }
  throw DatabaseError(name +
                          ": neither side has a value that could be looked at; run the check "
                          "when there is one, or set \"may_be_empty\"",
                      "");
}

Outcome Run(const Inspection& in) {
  const Arguments column = in.arguments.Member("columns", in.subject.name);
  Outcome outcome;
  PerSide<std::int64_t> values{};
  std::string name;  // at the end, of the target's
  for (const SideName side : kBothSides) {
    Session& session = in.pair.SessionOf(side);
    const RelationName relation = ParseRelationName(NameOn(side, in.plan, column.Text("relation")));
    name = fmt::format("{}: {}.{}", ToString(side), QuotedName(relation), column.Text("column"));
    values[side] =
        Judge(name, column, CountValues(session, name, relation, column).Only(), outcome);
    const std::string on_side = QuotedName(relation);
    NoteForeignPartitions(in, side, {.source = on_side, .target = on_side}, outcome);
  }
  RequireValues(name, column, values, outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "encrypted_columns",
      .summary = "Columns that the application encrypts contain only encrypted values.",
      .meaning =
          "Somebody can read secrets in plain text, or the application can't decrypt its values.",
      .remedy =
          "Let the application encrypt these values again, or correct how the check describes "
          "the column.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters =
          {ObjectMapParameter(
               "columns", "by any name: a column and how its values are encrypted",
               {TextParameter("relation", "schema.table, as on the source").Required(),
                TextParameter("column", "the name of the column").Required(),
                TextParameter("prefix", "what every value begins with").DefaultEmpty(),
                TextParameter("encoding", "of the text after the prefix")
                    .Default("any")
                    .OneOf({"any", "base64", "base64url", "hex"}),
                IntegerParameter("shortest", "minimum number of characters after the prefix")
                    .Default(1)
                    .AtLeast(0),
                IntegerParameter("longest", "maximum number of characters after the prefix")
                    .Default(kLongest)
                    .AtLeast(0),
                NumberParameter("entropy",
                                "minimum bits per character; 0 skips this, which is much "
                                "faster")
                    .Default(0)
                    .AtLeast(0),
                BooleanParameter("may_be_empty", "whether the column may have no value at all")
                    .Default(false)})
               .Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::encrypted_columns
