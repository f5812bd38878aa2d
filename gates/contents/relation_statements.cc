// Keeps what was read for other cases until they ask for it. If a statement of a batch fails, the
// whole batch has no answer, and each of its cases asks for itself.
#include "gates/contents/relation_statements.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/error.h"
#include "core/json/json.h"
#include "core/values/relation_name.h"
#include "fixtures/system/at_once.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo {
namespace {

// The locks on the relations of a batch are held while it runs: a tenth of a second, as a rule.
constexpr std::size_t kMostStatements = 100;
constexpr std::int64_t kMostBytes = 8'000'000;

// Returns the statements that a check runs about a relation.
using StatementsAbout = std::function<std::vector<std::string>(const Relation&)>;

using Answers = std::unordered_map<std::string, Rows>;  // by statement

// What a check knows of one side.
struct ReadAhead {
  int asked = 0;  // statements
  Answers answers;
};

struct Batch {
  std::vector<std::string> statements;
  std::int64_t bytes = 0;

  bool HasRoomFor(std::int64_t more) const {
    return statements.size() < kMostStatements && bytes + more <= kMostBytes;
  }
};

void Read(Session& session, Batch& batch, Answers& answers) {
  try {
    std::vector<Rows> rows = session.QueryAll(batch.statements);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      answers.insert_or_assign(std::move(batch.statements[i]), std::move(rows[i]));
    }
  } catch (const DatabaseError&) {
    // The case whose statement it is runs into the same error.
  }
  batch = {};
}

class SmallRelations {
 public:
  SmallRelations(const Inspection& in, SideName side, const StatementsAbout& about)
      : in_(in), side_(side), about_(about) {}

  Answers ReadAll() {
    for (const Subject& subject : OneForEachRelation(in_.plan, in_.arguments)) {
      if (in_.asked != nullptr && !in_.asked->contains(subject.relation)) continue;
      const Relation& relation = in_.plan.RelationNamed(subject.relation);
      try {
        RequireReadable(in_, side_, relation);
        Add(relation);
      } catch (const DatabaseError&) {
        // The relation's own case says so.
      }
    }
    Read(in_.pair.SessionOf(side_), batch_, answers_);
    return std::move(answers_);
  }

 private:
  void Add(const Relation& relation) {
    const Rows& sizes = in_.catalogue.RowsOf(relation, side_, sql::kBytesOfRelations, {});
    if (!sizes.Only().Maybe("bytes")) return;
    const std::int64_t bytes = sizes.Only().Integer("bytes");
    if (bytes > kMostBytes) return;
    for (std::string& statement : about_(relation)) {
      if (!batch_.HasRoomFor(bytes)) Read(in_.pair.SessionOf(side_), batch_, answers_);
      batch_.statements.push_back(std::move(statement));
      batch_.bytes += bytes;
    }
  }

  const Inspection& in_;
  SideName side_;
  const StatementsAbout& about_;
  Batch batch_;
  Answers answers_;
};

PerSide<ReadAhead>& AheadOf(const Inspection& in) {
  return in.memory.Get<PerSide<ReadAhead>>(in.arguments, [] { return PerSide<ReadAhead>(); });
}

// Returns what was read ahead for the statement, if it was. The `patience`th call reads.
std::optional<Rows> ReadBefore(const Inspection& in, SideName side, const std::string& statement,
                               int patience, const StatementsAbout& about) {
  ReadAhead& ahead = AheadOf(in)[side];
  if (++ahead.asked == patience) ahead.answers = SmallRelations(in, side, about).ReadAll();
  auto known = ahead.answers.extract(statement);
  return known.empty() ? std::nullopt : std::optional(std::move(known.mapped()));
}

using ByRelation = std::map<std::string, Value>;  // by the relation's name on the source

ByRelation ReadStatements(const Inspection& in, SideName side, const ListedStatements& listed,
                          const std::vector<Subject>& subjects) {
  Json wanted = Json::array();
  for (const Subject& subject : subjects) {
    const Relation& relation = in.plan.RelationNamed(subject.relation);
    const RelationName name = ParseRelationName(NameOn(side, relation));
    Json& one = wanted.emplace_back(listed.more(relation));
    one["schema"] = name.schema;
    one["name"] = name.name;
  }
  const Rows rows = in.pair.SessionOf(side).Query(listed.query, {ToParameter(wanted)});
  ByRelation statements;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    statements.emplace(subjects[i].relation, rows[i].Maybe("statement"));
  }
  return statements;
}

PerSide<ByRelation> ReadStatements(const Inspection& in, const ListedStatements& listed,
                                   const std::vector<Subject>& subjects) {
  return AtOnce([&](SideName side) { return ReadStatements(in, side, listed, subjects); });
}

PerSide<std::string> StatementsFor(const Relation& relation, const PerSide<ByRelation>& all) {
  PerSide<std::string> statements;
  for (const SideName side : kBothSides) {
    const Value& statement = all[side].at(relation.source);
    if (!statement) throw NoSuchRelation(ToString(side), NameOn(side, relation));
    statements[side] = *statement;
  }
  return statements;
}

}  // namespace

Rows AnswerTo(const Inspection& in, SideName side, const WrittenStatements& written,
              const Row& row) {
  const std::string& statement = row.Text(written.column);
  // After a finding, a check asks the other side about one relation.
  const int patience = AheadOf(in)[OtherSide(side)].asked > 0 ? 2 : 1;
  const auto known = ReadBefore(in, side, statement, patience, [&](const Relation& relation) {
    std::vector<std::string> statements;
    for (const Row one : in.catalogue.RowsOf(relation, side, written.query, written.values)) {
      if (one.Maybe(written.column)) statements.push_back(one.Text(written.column));
    }
    return statements;
  });
  return known ? *known : in.pair.SessionOf(side).Query(statement, {});
}

BothRows AnswersTo(const Inspection& in, const ListedStatements& listed) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  in.pair.RequireComparable();
  // A baseline has answers about single relations: the plan may have got more since.
  if (!in.plan.has_source()) {
    return in.pair.Query(StatementsFor(relation, ReadStatements(in, listed, {in.subject})));
  }
  const PerSide<ByRelation>& all = in.memory.Get<PerSide<ByRelation>>(in.arguments, [&] {
    return ReadStatements(in, listed, OneForEachRelation(in.plan, in.arguments));
  });
  const PerSide<std::string> statements = StatementsFor(relation, all);
  PerSide<std::optional<Rows>> known;
  for (const SideName side : kBothSides) {
    known[side] = ReadBefore(in, side, statements[side], 1, [&](const Relation& one) {
      const Value& statement = all[side].at(one.source);
      return statement ? std::vector{*statement} : std::vector<std::string>();
    });
  }
  if (!known.source || !known.target) return in.pair.Query(statements);
  return {std::move(*known.source), std::move(*known.target)};
}

}  // namespace gonogo
