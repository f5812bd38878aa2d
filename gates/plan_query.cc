// Behind a cursor there can only be one statement that returns rows, and no more of them come than
// are shown.
#include "gates/plan_query.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/digest.h"
#include "core/error.h"
#include "core/gate.h"

namespace gonogo {
namespace {

std::string TextOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) throw PlanError(path + ": cannot read the query");
  return text.str();
}

}  // namespace

std::vector<Parameter> PlanQueryParameters() {
  return {
      {.name = "file", .kind = Kind::kPath, .description = "one query, as SQL", .required = true},
      {.name = "side",
       .kind = Kind::kText,
       .description = "the side that is asked",
       .default_value = "\"target\"",
       .choices = {"source", "target"}}};
}

std::vector<Subject> TheQuery(const Plan& /*plan*/, const Arguments& arguments) {
  const std::string path = arguments.Text("file");
  TextOf(path);
  return {{std::filesystem::path(path).stem().string(), ""}};
}

Answered AskPlanQuery(const Inspection& in, int most) {
  const std::string path = in.arguments.Text("file");
  const std::string text = TextOf(path);
  Session& session = in.arguments.Text("side") == "source" ? in.pair.Source() : in.pair.Target();
  try {
    session.Query("DECLARE gonogo_query NO SCROLL CURSOR FOR\n" + text, {});
    Rows rows = session.Query("FETCH " + std::to_string(most) + " FROM gonogo_query", {});
    session.Query("CLOSE gonogo_query", {});
    return {std::move(rows), "asked " + std::filesystem::path(path).filename().string() +
                                 " (sha256 " + Sha256(text).substr(0, 12) + ")"};
  } catch (const DatabaseError& error) {
    throw DatabaseError(path + ": " + error.what(), error.sqlstate());
  }
}

}  // namespace gonogo
