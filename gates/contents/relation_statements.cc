// Keeps what was read for other cases until they ask for it. If a statement of a batch fails, the
// whole batch has no answer, and each of its cases asks for itself.
#include "gates/contents/relation_statements.h"

#include <unordered_map>

#include "core/error.h"
#include "core/text/text.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo {
namespace {

// The locks on the relations of a batch are held while it runs: a tenth of a second, as a rule.
constexpr std::size_t kMostStatements = 100;
constexpr std::int64_t kMostBytes = 8'000'000;

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
  SmallRelations(const Inspection& in, SideName side, const RelationStatements& statements)
      : in_(in), side_(side), statements_(statements) {}

  Answers ReadAll() {
    for (const Subject& subject : OneForEachRelation(in_.plan, in_.arguments)) {
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
    const Value& size = sizes.Only().Maybe("bytes");
    const std::int64_t bytes = size ? ParseInteger(*size).value_or(kMostBytes) : kMostBytes;
    for (const Row row :
         in_.catalogue.RowsOf(relation, side_, statements_.query, statements_.values)) {
      const Value& statement = row.Maybe(statements_.column);
      if (statement && bytes < kMostBytes) Add(*statement, bytes);
    }
  }

  void Add(const std::string& statement, std::int64_t bytes) {
    if (!batch_.HasRoomFor(bytes)) Read(in_.pair.SessionOf(side_), batch_, answers_);
    batch_.statements.push_back(statement);
    batch_.bytes += bytes;
  }

  const Inspection& in_;
  SideName side_;
  const RelationStatements& statements_;
  Batch batch_;
  Answers answers_;
};

}  // namespace

Rows AnswerTo(const Inspection& in, SideName side, const RelationStatements& statements,
              const Row& row) {
  ReadAhead& ahead =
      in.memory.Get<PerSide<ReadAhead>>(in.arguments, [] { return PerSide<ReadAhead>(); })[side];
  // A check of one relation, or of one that failed on the other side, reads no more than that.
  if (++ahead.asked == 2) ahead.answers = SmallRelations(in, side, statements).ReadAll();
  const std::string& statement = row.Text(statements.column);
  auto known = ahead.answers.extract(statement);
  if (!known.empty()) return std::move(known.mapped());
  return in.pair.SessionOf(side).Query(statement, {});
}

}  // namespace gonogo
