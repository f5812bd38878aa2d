// The query runs behind a cursor: so it can only be one statement that returns rows, and no more
// rows are fetched than are shown. Each query has its own cursor name, because the session caches
// answers by statement: a second FETCH from the same name would return the first query's rows.
#include "gates/contents/plan_query.h"

#include <fmt/format.h>

#include <filesystem>

#include "core/error.h"
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
  const std::string path = in.arguments.Text("file");
  const std::string text = ReadTextFile(path);
  Session& session = side == SideName::kSource ? in.pair.Source() : in.pair.Target();
  const std::string digest = Sha256(text).substr(0, 12);
  const std::string cursor = fmt::format("gonogo_{}_{}", limit, digest);
  try {
    session.Query(fmt::format("DECLARE {} NO SCROLL CURSOR FOR\n{}", cursor, text), {});
    Rows rows = session.Query(fmt::format("FETCH {} FROM {}", limit, cursor), {});
    session.Query("CLOSE " + cursor, {});
    const std::string file = std::filesystem::path(path).filename().string();
    return {std::move(rows), fmt::format("asked {} (sha256 {})", file, digest)};
  } catch (const DatabaseError& error) {
    throw DatabaseError(error.Reworded(fmt::format("{}: {}", path, error.what())));
  }
}

}  // namespace gonogo
