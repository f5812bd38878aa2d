// Behind a cursor there can only be one statement that returns rows, and no more of them come than
// are shown. The session remembers answers by their statements, so each query has a cursor of its
// own: FETCH from one that another query had would be answered with that one's rows.
#include "gates/contents/plan_query.h"

#include <filesystem>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/digest.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
std::vector<Parameter> PlanQueryParameters() {
  return {PathParameter("file", "one query, as SQL").Required(),
          TextParameter("side", "the side that is asked")
              .Default("target")
              .OneOf({"source", "target"})};
}

std::vector<Subject> TheQuery(const Plan& /*plan*/, const Arguments& arguments) {
  const std::string path = arguments.Text("file");
  ReadTextFile(path);
  return {{std::filesystem::path(path).stem().string(), ""}};
}

Answered AskPlanQuery(const Inspection& in, int most) {
  const std::string path = in.arguments.Text("file");
  const std::string text = ReadTextFile(path);
  Session& session = in.arguments.Text("side") == "source" ? in.pair.Source() : in.pair.Target();
  const std::string digest = Sha256(text).substr(0, 12);
  const std::string cursor = "gonogo_" + std::to_string(most) + "_" + digest;
  try {
    session.Query("DECLARE " + cursor + " NO SCROLL CURSOR FOR\n" + text, {});
    Rows rows = session.Query("FETCH " + std::to_string(most) + " FROM " + cursor, {});
    session.Query("CLOSE " + cursor, {});
    return {std::move(rows), "asked " + std::filesystem::path(path).filename().string() +
                                 " (sha256 " + digest + ")"};
  } catch (const DatabaseError& error) {
    throw DatabaseError(path + ": " + error.what(), error.sqlstate());
  }
}

}  // namespace gonogo
