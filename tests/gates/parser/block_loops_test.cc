// Tests loops as PostgreSQL 17's parser prints them, whichever parser is linked.
#include "gates/parser/block_loops.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

Json Expression(const std::string& query) { return {{"PLpgSQL_expr", {{"query", query}}}}; }

Json Execute(const std::string& sql) {
  return {{"PLpgSQL_stmt_execsql", {{"sqlstmt", Expression(sql)}}}};
}

const Json kFetch = {{"PLpgSQL_stmt_fetch", {{"curvar", 1}}}};

std::vector<std::string> Does(const std::string& kind, const Json& body) {
  std::vector<std::string> does;
  for (const WritingLoop& loop : WritingLoops(kind, {{"body", body}})) {
    EXPECT_EQ(loop.query, "");
    does.push_back(loop.does);
  }
  return does;
}

TEST(BlockLoops, OverACursorWriteRowsThatNobodyKnows) {
  using Texts = std::vector<std::string>;
  EXPECT_TRUE(IsLoop("forc"));
  for (const char* const where : {"WHERE CURRENT OF c", "WHERE id = r.id"}) {
    const Json removes = Json::array({Execute(std::string("DELETE FROM a ") + where)});
    EXPECT_EQ(Does("forc", removes), Texts{"deletes rows of a cursor"}) << where;
  }
  EXPECT_EQ(Does("loop", Json::array({kFetch, Execute("UPDATE a SET n = 1 WHERE CURRENT OF c")})),
            Texts{"overwrites rows of a cursor"});
  EXPECT_EQ(Does("while", Json::array({kFetch, Execute("INSERT INTO b VALUES (r.id)")})), Texts{});
  EXPECT_EQ(Does("loop", Json::array({Execute("UPDATE a SET n = 1 WHERE id = 1")})), Texts{});
}

}  // namespace
}  // namespace gonogo
