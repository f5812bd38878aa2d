// Definitions that were dumped and restored, within a major version and to another, are the same.
// With one word changed they aren't.
#include <gtest/gtest.h>

#include <map>

#include "core/text/text.h"
#include "fixtures/system/process.h"
#include "fixtures/system/text_file.h"
#include "gates/objects/object_comparison.h"
#include "gates/parser/sql_tokens.h"
#include "sql/catalogue.h"
#include "tests/support/schemas/changed_words.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

struct Majors {
  std::string source;
  std::string target;
};

void PrintTo(const Majors& majors, std::ostream* out) {
  *out << majors.source << " to " << majors.target;
}

std::string DataFile(const std::string& name) {
  return ReadTextFile(GONOGO_SOURCE_DIR "/tests/data/definitions/" + name);
}

// Returns the lines without comments.
std::vector<std::string> LinesOf(const std::string& name) {
  std::vector<std::string> lines;
  for (const std::string& line : Split(DataFile(name), '\n')) {
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  }
  return lines;
}

// Returns the lines "16|text" up to a major, without the number.
std::vector<std::string> LinesUpTo(const std::string& major, const std::string& name) {
  std::vector<std::string> lines;
  for (const std::string& line : LinesOf(name)) {
    if (line.substr(0, 2) <= major) lines.push_back(line.substr(3));
  }
  return lines;
}

// Each expression as a check, and in a view.
std::string SqlOfExpressions(const std::vector<std::string>& expressions) {
  std::string sql;
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    const std::string condition = "((" + expressions[i] + ") IS NOT NULL)";
    const std::string name = "e" + std::to_string(i);
    sql += "ALTER TABLE t ADD CONSTRAINT " + name + " CHECK " + condition + ";\n";
    sql += "CREATE VIEW v" + name + " AS SELECT id, " + condition + " AS k FROM t;\n";
  }
  return sql;
}

std::string SqlOfViews(const std::vector<std::string>& views) {
  constexpr std::string_view kHead = "CREATE VIEW q";
  std::string sql;
  for (std::size_t i = 0; i < views.size(); ++i) {
    sql += std::string(kHead) + std::to_string(i) + views[i].substr(kHead.size()) + ";\n";
  }
  return sql;
}

// Returns all objects of a side that have definitions.
Objects ReadObjects(Session& session) {
  Objects objects;
  for (const std::string_view statement :
       {sql::kColumns, sql::kConstraints, sql::kIndexes, sql::kTriggers, sql::kPartitions,
        sql::kRowSecurity, sql::kExtendedStatistics, sql::kTypes, sql::kFunctions, sql::kViews}) {
    const Rows rows = session.Query(statement, {});
    for (const Row row : rows) {
      const Value& name = row.Maybe("object");
      const std::string relation = row.Maybe("relation").value_or("") + ": ";
      if (name) objects.emplace(WithoutKeywordQuotes(relation + *name), ReadObject(row));
    }
  }
  return objects;
}

std::vector<std::string> Differences(const Objects& source, const Objects& target) {
  std::vector<std::string> differences;
  for (const Finding& finding : CompareObjects("", source, target).findings) {
    differences.push_back(finding.subject + ": have " + finding.have + ", want " + finding.want);
  }
  return differences;
}

// Returns the changes of one word that the comparison doesn't find. `step`: tries each so manieth.
std::vector<std::string> UnseenChanges(const Objects& objects, std::size_t step) {
  std::vector<std::string> unseen;
  std::size_t tried = 0;
  for (const auto& [name, object] : objects) {
    for (const auto& [property, definition] : object.properties) {
      if (!definition.text || definition.kind == DefinitionKind::kText) continue;
      const std::string normal = NormalForm(definition.kind, *definition.text);
      for (const std::string& changed : WithChangedWords(*definition.text)) {
        if (tried++ % step != 0) continue;
        if (NormalForm(definition.kind, changed) == normal) {
          unseen.push_back(name + " " + property + ": " + changed);
        }
      }
    }
  }
  EXPECT_GT(tried, 500);
  return unseen;
}

// A pair of two majors, which runs until the program ends. Servers of Debian's version on both
// sides are those of the test program.
const ThrowAwayPair& PairOf(const Majors& majors) {
  struct Lasting {
    explicit Lasting(const Majors& majors)
        : pair(StartPair(folder, {ProgramsOf(majors.source), ProgramsOf(majors.target)})) {}
    std::filesystem::path folder = MakePairFolder();
    PairGuard guard{folder};
    ThrowAwayPair pair;
  };
  if (majors.source == "15" && majors.target == "15") return TestPair();
  static std::map<std::string, Lasting> pairs;
  return pairs.try_emplace(majors.source + "to" + majors.target, majors).first->second.pair;
}

class Definitions : public testing::TestWithParam<Majors> {
 protected:
  Definitions() : databases_("definitions", PairOf(GetParam())) {}

  PerSide<Objects> ReadBoth() const {
    Pair pair = databases_.Open();
    return {ReadObjects(pair.Source()), ReadObjects(pair.Target())};
  }

  BothDatabases databases_;
};

using DumpedDefinitions = Definitions;

// Quotes the names because some words are keywords on the target only.
constexpr const char* kCopy =
    "set -e -o pipefail; pg_dump --format=custom --quote-all-identifiers --dbname=\"$source\" | "
    "pg_restore --exit-on-error --dbname=\"$target\"";

TEST_P(DumpedDefinitions, AreTheSameUnlessAWordWasChanged) {
  const std::vector<std::string> expressions = LinesOf("expressions.txt");
  const std::vector<std::string> views = LinesOf("views.txt");
  ASSERT_GT(expressions.size(), 500);
  ASSERT_GT(views.size(), 140);
  databases_.OnSource(DataFile("schema.sql") + SqlOfExpressions(expressions) + SqlOfViews(views) +
                      DataFile("places.sql"));
  if (GetParam().source != "13") databases_.OnSource(DataFile("places_from_14.sql"));
  RunOrThrow(
      {.words = {"bash", "-c", kCopy},
       .environment = {{"source", databases_.SourceUrl()}, {"target", databases_.TargetUrl()}}});
  const PerSide<Objects> objects = ReadBoth();
  EXPECT_GT(objects.source.size(), 2 * expressions.size() + views.size());
  EXPECT_EQ(Differences(objects.source, objects.target), std::vector<std::string>());
  const bool is_quick = GetParam().source == "15" && GetParam().target == "15";
  EXPECT_EQ(UnseenChanges(objects.target, is_quick ? 20 : 1), std::vector<std::string>());
}

// The target's definitions are what the source printed, because Debian's pg_dump doesn't read 16.
using NewerDefinitions = Definitions;

std::string SqlOfPrinted(const Objects& objects) {
  std::string sql = "SET search_path = '';\n";
  for (const auto& [name, object] : objects) {
    const auto definition = object.properties.find("definition");
    if (definition == object.properties.end()) continue;
    const std::string what = name.substr(name.rfind(' ') + 1);
    if (name.starts_with("t: constraint e")) {
      sql += "ALTER TABLE public.t ADD CONSTRAINT " + what + " " + *definition->second.text + ";\n";
    } else if (name.find(": view ") != std::string::npos) {
      sql += "CREATE VIEW " + what + " AS " + *definition->second.text + "\n";
    }
  }
  return sql;
}

TEST_P(NewerDefinitions, AreTheSameUnlessAWordWasChanged) {
  const std::string& major = GetParam().source;
  const std::vector<std::string> expressions = LinesUpTo(major, "newer_expressions.txt");
  ASSERT_GE(expressions.size(), major == "16" ? 13 : 25);
  databases_.OnBoth(DataFile("schema.sql"));
  databases_.OnSource(SqlOfExpressions(expressions) +
                      SqlOfViews(LinesUpTo(major, "newer_views.txt")));
  databases_.OnTarget(SqlOfPrinted(ReadBoth().source));
  const PerSide<Objects> objects = ReadBoth();
  EXPECT_EQ(Differences(objects.source, objects.target), std::vector<std::string>());
  EXPECT_EQ(UnseenChanges(objects.source, 1), std::vector<std::string>());
  EXPECT_EQ(UnseenChanges(objects.target, 1), std::vector<std::string>());
}

std::string NameOf(const testing::TestParamInfo<Majors>& one) {
  return one.param.source + "to" + one.param.target;
}

INSTANTIATE_TEST_SUITE_P(Slow, DumpedDefinitions,
                         testing::Values(Majors{"15", "15"}, Majors{"13", "13"}, Majors{"13", "15"},
                                         Majors{"13", "17"}, Majors{"13", "18"}, Majors{"15", "16"},
                                         Majors{"15", "17"}, Majors{"15", "18"}),
                         NameOf);

INSTANTIATE_TEST_SUITE_P(Slow, NewerDefinitions,
                         testing::Values(Majors{"16", "17"}, Majors{"16", "18"}, Majors{"17", "17"},
                                         Majors{"17", "18"}, Majors{"18", "18"}),
                         NameOf);

}  // namespace
}  // namespace gonogo::testing_support
