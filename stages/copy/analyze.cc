// One statement for all, so that one transaction is enough.
#include "stages/copy/analyze.h"

#include "core/text/text.h"
#include "fixtures/session/writing_session.h"
#include "fixtures/system/interrupt.h"
#include "sql/copy.h"

namespace gonogo {

std::vector<std::string> AnalyzeAll(const ConnectionString& database, const Limits& limits,
                                    const std::vector<RelationName>& analyzed) {
  WritingSession session(database, "target", limits);
  const OnInterrupt cancel([&session] { session.Cancel(); });
  Transaction transaction(session);
  const auto relations =
      session.Query(sql::kRelationsToAnalyze, {JsonListOf(analyzed)}).Texts("quoted");
  if (relations.empty()) return {};  // ANALYZE without a name reads all tables
  auto remarks = session.Execute("ANALYZE " + Join(relations, ", "));
  transaction.Commit();
  return remarks;
}

}  // namespace gonogo
