// encrypted_columns: columns that an application encrypts hold nothing but what it encrypts into,
// on both sides: the envelope's prefix, encoding, length and disorder. A value is never shown, and
// never leaves its server.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/inspection.h"
#include "sql/contents.h"

namespace gonogo {
namespace {

constexpr std::int64_t kLongest = 2147483647;

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const auto& [name, column] : arguments.Map("columns").items()) {
    const Arguments one(column);
    if (one.Integer("shortest") > one.Integer("longest")) {
      throw PlanError("column \"" + name + "\": \"shortest\" is above \"longest\"");
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

// The relation's name on a side: the plan's where it moves it, else the one given.
std::string NameOn(const std::string& side, const Plan& plan, const std::string& given) {
  for (const Relation& relation : plan.relations) {
    if (side == "target" && Normalised(relation.source) == Normalised(given)) {
      return relation.target;
    }
  }
  return given;
}

std::string Number(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

class EnvelopeCase {
 public:
  EnvelopeCase(const Inspection& in, const Arguments& column) : in_(in), column_(column) {}

  Outcome Look() {
    Look("source", in_.pair.Source());
    Look("target", in_.pair.Target());
    return std::move(outcome_);
  }

 private:
  void Look(const std::string& side, Session& session) {
    const RelationName relation =
        ParseRelationName(NameOn(side, in_.plan, column_.Text("relation")));
    const std::string& column = column_.Text("column");
    const std::string name = side + ": " + QuotedName(relation) + "." + column;
    const Rows written = session.Query(
        sql::kEncryptedColumns,
        {relation.schema, relation.name, column, column_.Text("prefix"),
         PatternOf(column_.Text("encoding")), std::to_string(column_.Integer("shortest")),
         std::to_string(column_.Integer("longest")), Number(column_.Number("entropy"))});
    const Value& statement = written.Only().Maybe("statement");
    if (!statement) throw DatabaseError(name + ": no such column", "42703");
    const Rows answer = session.Query(*statement, {});
    Judge(name, answer.Only());
  }

  void Judge(const std::string& name, const Row& counts) {
    const std::int64_t values = counts.Integer("values");
    outcome_.examined += 1 + values;  // that there is none is an answer
    outcome_.notes.push_back(name + ": " + Counted(values, "value"));
    const std::pair<const char*, std::string> demands[] = {
        {"without_prefix", "the prefix " + column_.Text("prefix")},
        {"otherwise_encoded", "the encoding " + column_.Text("encoding")},
        {"of_other_length", std::to_string(column_.Integer("shortest")) + " to " +
                                std::to_string(column_.Integer("longest")) + " characters"},
        {"too_plain", Number(column_.Number("entropy")) + " bits a character or more"}};
    for (const auto& [kind, want] : demands) {
      const std::int64_t count = counts.Integer(kind);
      if (count == 0) continue;
      outcome_.findings.push_back(
          {name, std::to_string(count) + " of " + Counted(values, "value") + " without " + want,
           want + " in each"});
    }
  }

  const Inspection& in_;
  const Arguments& column_;
  Outcome outcome_;
};

Outcome Run(const Inspection& in) {
  const Arguments column = in.arguments.Member("columns", in.subject.name);
  return EnvelopeCase(in, column).Look();
}

}  // namespace

Gate encrypted_columns() {
  return {
      .name = "encrypted_columns",
      .summary = "Columns that the application encrypts hold nothing but its envelope.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters = {ObjectMapParameter(
                         "columns", "by any name, the columns and their envelope",
                         {TextParameter("relation", "schema.table, as on the source").Required(),
                          TextParameter("column", "a column of it").Required(),
                          TextParameter("prefix", "what every value begins with").DefaultEmpty(),
                          TextParameter("encoding", "of what stands after the prefix")
                              .Default("any")
                              .OneOf({"any", "base64", "base64url", "hex"}),
                          IntegerParameter("shortest", "characters after the prefix, at least")
                              .Default(1)
                              .AtLeast(0),
                          IntegerParameter("longest", "characters after the prefix, at most")
                              .DefaultJson(std::to_string(kLongest))
                              .AtLeast(0),
                          NumberParameter("entropy",
                                          "bits a character, at least; 0: not asked, which is "
                                          "much faster")
                              .Default(0)
                              .AtLeast(0)})
                         .Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo
