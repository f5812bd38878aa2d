// The query runs behind a cursor: so it can only be one statement that returns rows, and no more
// rows are fetched than are shown. Each query has its own cursor name, because the session caches
// answers by statement: a second FETCH from the same name would return the first query's rows.
#include "gates/contents/plan_query.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/plan/reading/query_header.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "gates/parser/check_query.h"

namespace gonogo {
namespace {

// Throws PlanError with what `judge` says of the file, unless only a newer parser can read it.
std::vector<Subject> SubjectIn(const Arguments& arguments,
                               std::string (*judge)(const std::string&)) {
  const std::string path = arguments.Text("file");
  const std::string text = ReadTextFile(path);
  const std::string why = HasNewerSyntax(text) ? "" : judge(text);
  if (!why.empty()) throw PlanError(fmt::format("{}: {}", path, why));
  return {{std::filesystem::path(path).stem().string(), ""}};
}

// The file as it is now.
struct PlanQueryFile {
  explicit PlanQueryFile(const Arguments& arguments)
      : path(arguments.Text("file")),
        text(ReadTextFile(path)),
        digest(Sha256(text).substr(0, 12)) {}

  std::string Declaration(const std::string& cursor) const {
    return fmt::format("DECLARE {} NO SCROLL CURSOR FOR\n{}", cursor, text);
  }
  std::string Note() const {
    return fmt::format("asked {} (sha256 {})", std::filesystem::path(path).filename().string(),
                       digest);
  }
  DatabaseError Named(const DatabaseError& error) const {
    return DatabaseError(error.Reworded(fmt::format("{}: {}", path, error.what())));
  }

  std::string path;
  std::string text;
  std::string digest;
};

}  // namespace

Parameter PlanQueryParameter() {
  return PathParameter("file", "a file with one SQL query").Required();
}

Parameter PlanQuerySideParameter() {
  return TextParameter("side", "the side to run it on")
      .Default("target")
      .OneOf({"source", "target"});
}

std::vector<Subject> QuerySubject(const Plan& /*plan*/, const Arguments& arguments) {
  return SubjectIn(arguments, WhyNoQuery);
}

std::vector<Subject> RowsQuerySubject(const Plan& /*plan*/, const Arguments& arguments) {
  return SubjectIn(arguments, WhyNoCheckByRows);
}

SideName QuerySideOf(const Arguments& arguments) {
  return arguments.Text("side") == "source" ? SideName::kSource : SideName::kTarget;
}

std::string RowText(const Rows& rows, std::size_t number, const std::set<std::string>& without) {
  std::vector<std::string> words;
  for (std::size_t column = 0; column < rows.columns.size(); ++column) {
    if (without.contains(rows.columns[column])) continue;
    words.push_back(rows.columns[column] + "=" + rows.values[number][column].value_or("NULL"));
  }
  return words.empty() ? "a row" : Join(words, ", ");
}

QueryAnswer RunPlanQuery(const Inspection& in, SideName side, int limit) {
  const PlanQueryFile file(in.arguments);
  Session& session = in.pair.SessionOf(side);
  const std::string cursor = fmt::format("gonogo_{}_{}", limit, file.digest);
  try {
    session.Query(file.Declaration(cursor), {});
    Rows rows = session.Query(fmt::format("FETCH {} FROM {}", limit, cursor), {});
    session.Query("CLOSE " + cursor, {});
    return {std::move(rows), file.Note()};
  } catch (const DatabaseError& error) {
    throw file.Named(error);
  }
}

std::chrono::microseconds TimePlanQuery(const Inspection& in, SideName side, std::size_t round) {
  const PlanQueryFile file(in.arguments);
  // The number tells the session's cache that each round is another statement.
  const std::string explained = fmt::format(
      "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) /* round {} */\n{}", round, file.text);
  Json plan;
  try {
    plan = ParseJson(in.pair.SessionOf(side).QueryOnce(explained, {}).Only().Text("QUERY PLAN"));
  } catch (const DatabaseError& error) {
    throw file.Named(error);
  }
  if (plan.at(0).at("Plan").at("Actual Rows").get<double>() > 0) {
    return std::chrono::microseconds(
        std::llround(plan.at(0).at("Execution Time").get<double>() * 1'000));
  }
  throw DatabaseError(fmt::format("{}: the query returns no rows on the {}, so its time says "
                                  "nothing: give it values that are there",
                                  file.path, ToString(side)),
                      "");
}

}  // namespace gonogo
