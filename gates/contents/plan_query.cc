// The query runs behind a cursor: so it can only be one statement that returns rows, and no more
// rows are fetched than are shown. Each query has its own cursor name, because the session caches
// answers by statement: a second FETCH from the same name would return the first query's rows.
#include "gates/contents/plan_query.h"

#include <fmt/format.h>

#include <filesystem>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/digest.h"
#include "fixtures/system/text_file.h"

namespace gonogo {

std::vector<Parameter> PlanQueryParameters() {
  return {
      PathParameter("file", "a file with one SQL query").Required(),
      TextParameter("side", "the side to run it on").Default("target").OneOf({"source", "target"})};
}

std::vector<Subject> QuerySubject(const Plan& /*plan*/, const Arguments& arguments) {
  const std::string path = arguments.Text("file");
  ReadTextFile(path);
  return {{std::filesystem::path(path).stem().string(), ""}};
}

QueryAnswer RunPlanQuery(const Inspection& in, int limit) {
  const std::string path = in.arguments.Text("file");
  const std::string text = ReadTextFile(path);
  Session& session = in.arguments.Text("side") == "source" ? in.pair.Source() : in.pair.Target();
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
