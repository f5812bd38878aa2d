// ReadObject reads each kind of parameter, and never converts a value of another kind.
#include "core/values/object_reader.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

// Reads `text` as an object with `parameters`. Returns the object, or the error message.
std::string Read(const std::string& text, const std::vector<Parameter>& parameters,
                 const Environment& environment = {}) {
  try {
    return ReadObject(ParseLocated(text, "plan.json"), "", parameters, {"id"}, environment).dump();
  } catch (const PlanError& error) {
    return error.what();
  }
}

// Reads `value`, in line 2, as a parameter "p" of that kind. Returns the value or the error
// message.
std::string ReadAs(Kind kind, const std::string& value, const Environment& environment = {}) {
  const std::vector<Parameter> fields = {IntegerParameter("size", "how large").Required(),
                                         TextParameter("unit", "of what").Default("rows")};
  const std::string read = Read(
      "{\n\"p\": " + value + "}",
      {{.name = "p", .kind = kind, .description = "what it is", .fields = fields}}, environment);
  return read.starts_with("{\"p\":") ? read.substr(5, read.size() - 6) : read;
}

TEST(Parameter, ReadsATextAndNothingElse) {
  EXPECT_EQ(ReadAs(Kind::kText, R"("")"), R"("")");
  EXPECT_EQ(ReadAs(Kind::kText, R"("exact")"), R"("exact")");
  EXPECT_EQ(ReadAs(Kind::kText, "5"), "plan.json:2: \"p\" must be text, not a number");
  EXPECT_EQ(ReadAs(Kind::kText, "null"), "plan.json:2: \"p\" must be text, not null");
}

TEST(Parameter, DoesNotReplaceTheVariableOfAUrl) {
  const Environment environment = {{"U", "https://a:s3cret@host"}};
  EXPECT_EQ(ReadAs(Kind::kUrl, R"({"env": "U"})", environment), R"({"env":"U"})");
  EXPECT_EQ(ReadAs(Kind::kUrl, R"({"env": "U"})"), R"({"env":"U"})");
  EXPECT_EQ(ReadAs(Kind::kUrl, R"("https://host/")"), R"("https://host/")");
}

TEST(Parameter, RejectsAUrlWithAPasswordAndDoesNotShowIt) {
  EXPECT_EQ(ReadAs(Kind::kUrl, R"("https://a:s3cret@host")"),
            "plan.json:2: \"p\" may contain a password: give {\"env\": NAME}");
  EXPECT_EQ(ReadAs(Kind::kUrl, "5"), "plan.json:2: \"p\" must be URL, not a number");
  EXPECT_EQ(ReadAs(Kind::kUrl, R"("")"), "plan.json:2: \"p\" must be URL, not an empty text");
  EXPECT_EQ(ReadAs(Kind::kUrl, R"({"env": "U", "default": "https://host"})"),
            "plan.json:2: key \"default\" is unknown; known: env");
}

TEST(Parameter, ResolvesAPathRelativeToTheFileThatNamesIt) {
  const auto read = [](const std::string& text, const Environment& environment) {
    return ReadObject(ParseLocated(text, "plans/orders/plan.json"), "",
                      {PathParameter("folder", "").Required()}, {}, environment)
        .at("folder");
  };
  EXPECT_EQ(read(R"({"folder": "../sql"})", {}), "plans/sql");
  EXPECT_EQ(read(R"({"folder": "/srv/sql"})", {}), "/srv/sql");
  EXPECT_EQ(read(R"({"folder": {"env": "F"}})", {{"F", "sql"}}), "plans/orders/sql");
  EXPECT_EQ(ReadAs(Kind::kPath, R"("")"), "plan.json:2: \"p\" must be path, not an empty text");
  EXPECT_EQ(ReadAs(Kind::kPath, "5"), "plan.json:2: \"p\" must be path, not a number");
}

TEST(Parameter, ReadsAnIntegerAndNothingElse) {
  EXPECT_EQ(ReadAs(Kind::kInteger, "9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(ReadAs(Kind::kInteger, "-3"), "-3");
  EXPECT_EQ(ReadAs(Kind::kInteger, "1.9"), "plan.json:2: \"p\" must be integer, not a number");
  EXPECT_EQ(ReadAs(Kind::kInteger, "1.0"), "plan.json:2: \"p\" must be integer, not a number");
  EXPECT_EQ(ReadAs(Kind::kInteger, "true"), "plan.json:2: \"p\" must be integer, not a boolean");
  EXPECT_EQ(ReadAs(Kind::kInteger, R"("1")"), "plan.json:2: \"p\" must be integer, not a text");
}

// Arguments::Integer would turn these into -1 and the lowest integer.
TEST(Parameter, RejectsAnIntegerOfMoreThanSixtyFourBits) {
  EXPECT_EQ(ReadAs(Kind::kInteger, "18446744073709551615").substr(0, 13), "plan.json:2: ");
  EXPECT_EQ(ReadAs(Kind::kInteger, "9223372036854775808").substr(0, 13), "plan.json:2: ");
}

TEST(Parameter, ReadsANumberAndNothingElse) {
  EXPECT_EQ(ReadAs(Kind::kNumber, "0.5"), "0.5");
  EXPECT_EQ(ReadAs(Kind::kNumber, "2"), "2");
  EXPECT_EQ(ReadAs(Kind::kNumber, "false"), "plan.json:2: \"p\" must be number, not a boolean");
  EXPECT_EQ(ReadAs(Kind::kNumber, R"("0.5")"), "plan.json:2: \"p\" must be number, not a text");
}

TEST(Parameter, ReadsABooleanAndNothingElse) {
  EXPECT_EQ(ReadAs(Kind::kBoolean, "false"), "false");
  EXPECT_EQ(ReadAs(Kind::kBoolean, "1"), "plan.json:2: \"p\" must be boolean, not a number");
  EXPECT_EQ(ReadAs(Kind::kBoolean, R"("yes")"), "plan.json:2: \"p\" must be boolean, not a text");
}

TEST(Parameter, ReadsAListOfTextsAndNothingElse) {
  EXPECT_EQ(ReadAs(Kind::kTextList, R"(["a", "b"])"), R"(["a","b"])");
  EXPECT_EQ(ReadAs(Kind::kTextList, "[]"), "[]");
  EXPECT_EQ(ReadAs(Kind::kTextList, R"("a")"),
            "plan.json:2: \"p\" must be list of texts, not a text");
  EXPECT_EQ(ReadAs(Kind::kTextList, R"(["a", 1])"),
            "plan.json:2: \"p\" must be list of texts, not a list");
}

TEST(Parameter, ReadsAListOfPathsAndNothingElse) {
  EXPECT_EQ(ReadAs(Kind::kPathList, R"(["a", "b/../c"])"), R"(["a","c"])");
  EXPECT_EQ(ReadAs(Kind::kPathList, R"(["a", ""])"),
            "plan.json:2: \"p\" must be list of paths, not a list");
}

TEST(Parameter, ReadsRelationsAsAStarOrAList) {
  EXPECT_EQ(ReadAs(Kind::kRelations, R"("*")"), R"("*")");
  EXPECT_EQ(ReadAs(Kind::kRelations, R"(["public.users"])"), R"(["public.users"])");
  EXPECT_EQ(ReadAs(Kind::kRelations, R"("public.users")"),
            "plan.json:2: \"p\" must be \"*\" or list of relations, not a text");
}

TEST(Parameter, ReadsAnObjectByItsFields) {
  EXPECT_EQ(ReadAs(Kind::kObject, R"({"size": 5})"), R"({"size":5,"unit":"rows"})");
  EXPECT_EQ(ReadAs(Kind::kObject, "[]"), "plan.json:2: \"p\" must be object, not a list");
  EXPECT_EQ(ReadAs(Kind::kObject, "{}"), "plan.json:2: \"size\" is missing: integer, how large");
  EXPECT_EQ(ReadAs(Kind::kObject, "{\n\"size\": true}"),
            "plan.json:3: \"size\" must be integer, not a boolean");
  EXPECT_EQ(ReadAs(Kind::kObject, "{\"size\": 5,\n\"unti\": \"MB\"}"),
            "plan.json:3: key \"unti\" is unknown; did you mean \"unit\"?");
}

TEST(Parameter, ReadsAListOfObjects) {
  EXPECT_EQ(ReadAs(Kind::kObjectList, R"([{"size": 1}, {"size": 2, "unit": "MB"}])"),
            R"([{"size":1,"unit":"rows"},{"size":2,"unit":"MB"}])");
  EXPECT_EQ(ReadAs(Kind::kObjectList, "{}"),
            "plan.json:2: \"p\" must be list of objects, not an object");
  EXPECT_EQ(ReadAs(Kind::kObjectList, "[{\"size\": 1},\n5]"), "plan.json:3: must be an object");
}

TEST(Parameter, ReadsAMapOfTexts) {
  EXPECT_EQ(ReadAs(Kind::kTextMap, R"({"a": "b"})"), R"({"a":"b"})");
  EXPECT_EQ(ReadAs(Kind::kTextMap, R"(["a"])"),
            "plan.json:2: \"p\" must be map of texts, not a list");
  EXPECT_EQ(ReadAs(Kind::kTextMap, R"({"a": 1})"),
            "plan.json:2: \"p\" must be map of texts, not an object");
}

TEST(Parameter, ReadsAMapOfListsOfTexts) {
  EXPECT_EQ(ReadAs(Kind::kTextListMap, R"({"a": ["b"]})"), R"({"a":["b"]})");
  EXPECT_EQ(ReadAs(Kind::kTextListMap, R"({"a": "b"})"),
            "plan.json:2: \"p\" must be map of lists of texts, not an object");
}

TEST(Parameter, ReadsAMapOfObjectsWithAnyNames) {
  EXPECT_EQ(
      ReadAs(Kind::kObjectMap, R"({"a/b": {"size": 1}, "c~d": {"size": 2}, "": {"size": 3}})"),
      R"({"a/b":{"size":1,"unit":"rows"},"c~d":{"size":2,"unit":"rows"},)"
      R"("":{"size":3,"unit":"rows"}})");
  EXPECT_EQ(ReadAs(Kind::kObjectMap, "{\n\"a/b\": {\n\"size\": 1.5}}"),
            "plan.json:4: \"size\" must be integer, not a number");
  EXPECT_EQ(ReadAs(Kind::kObjectMap, "{\n\"a\": 5}"), "plan.json:3: must be an object");
}

const std::vector<Parameter>& Method() {
  static const std::vector<Parameter> parameters = {
      TextParameter("method", "how").Default("exact").OneOf({"exact", "fast"})};
  return parameters;
}

TEST(Parameter, FillsInADefault) { EXPECT_EQ(Read("{}", Method()), R"({"method":"exact"})"); }

// A default of "." was once the folder in which gonogo was started.
TEST(Parameter, ResolvesADefaultPathAsAGivenOne) {
  const Parameter folder = PathParameter("folder", "where").Default(".");
  const auto in_plan = [&](const std::string& text) {
    return ReadObject(ParseLocated(text, "plans/plan.json"), "", {folder}, {}, {}).dump();
  };
  EXPECT_EQ(in_plan("{}"), R"({"folder":"plans/"})");
  EXPECT_EQ(in_plan(R"({"folder": "."})"), R"({"folder":"plans/"})");
}

TEST(Parameter, FillsInTheDefaultsOfAMissingObject) {
  const std::vector<Parameter> limits = {
      ObjectParameter("limits", "the timeouts of a session",
                      {IntegerParameter("lock_timeout_ms", "of a lock").Default(5000)})
          .DefaultEmpty()};
  EXPECT_EQ(Read("{}", limits), Read("{\"limits\": {}}", limits));
  EXPECT_EQ(Read("{}", limits), R"({"limits":{"lock_timeout_ms":5000}})");
}

TEST(Parameter, OmitsOptionalParameters) { EXPECT_EQ(Read("{}", {TextParameter("p", "")}), "{}"); }

TEST(Parameter, IgnoresTheOtherKeys) { EXPECT_EQ(Read(R"({"id": 5})", {}), "{}"); }

TEST(Parameter, RejectsATextThatIsNotAChoice) {
  EXPECT_EQ(Read(R"({"method": "fats"})", Method()),
            "plan.json:1: \"method\" cannot be \"fats\"; did you mean \"fast\"?");
  EXPECT_EQ(Read(R"({"method": "approximate"})", Method()),
            "plan.json:1: \"method\" cannot be \"approximate\"; known: exact, fast");
}

TEST(Parameter, RejectsAnUnknownKeyWithASuggestion) {
  EXPECT_EQ(Read("{\n\"id\": 1,\n\"mehtod\": \"fast\"}", Method()),
            "plan.json:3: key \"mehtod\" is unknown; did you mean \"method\"?");
  EXPECT_EQ(Read("{\"tolerance\": 0}", Method()),
            "plan.json:1: key \"tolerance\" is unknown; known: id, method");
}

TEST(Parameter, RejectsADocumentThatIsNotAnObject) {
  EXPECT_EQ(Read("\n[]", Method()), "plan.json:2: must be an object");
}

TEST(ParameterFromTheEnvironment, IsReadByItsKind) {
  const Environment environment = {{"N", "12"}, {"R", "0.5"}, {"T", "12"}, {"ON", "on"}};
  EXPECT_EQ(ReadAs(Kind::kInteger, R"({"env": "N"})", environment), "12");
  EXPECT_EQ(ReadAs(Kind::kNumber, R"({"env": "R"})", environment), "0.5");
  EXPECT_EQ(ReadAs(Kind::kText, R"({"env": "T"})", environment), R"("12")");
  EXPECT_EQ(ReadAs(Kind::kBoolean, R"({"env": "ON"})", environment), "true");
}

TEST(ParameterFromTheEnvironment, KnowsFourWordsForEachBoolean) {
  for (const char* word : {"1", "true", "yes", "on"}) {
    EXPECT_EQ(ReadAs(Kind::kBoolean, R"({"env": "B"})", {{"B", word}}), "true") << word;
  }
  for (const char* word : {"0", "false", "no", "off"}) {
    EXPECT_EQ(ReadAs(Kind::kBoolean, R"({"env": "B"})", {{"B", word}}), "false") << word;
  }
  EXPECT_EQ(ReadAs(Kind::kBoolean, R"({"env": "B"})", {{"B", "maybe"}}),
            "plan.json:2: the environment variable B isn't valid for \"p\": must be boolean");
}

TEST(ParameterFromTheEnvironment, OverridesTheDefault) {
  EXPECT_EQ(ReadAs(Kind::kInteger, R"({"env": "N", "default": 0})", {{"N", "7"}}), "7");
}

TEST(ParameterFromTheEnvironment, IsTheDefaultIfTheVariableIsUnsetOrEmpty) {
  EXPECT_EQ(ReadAs(Kind::kInteger, R"({"env": "N", "default": 3})"), "3");
  EXPECT_EQ(ReadAs(Kind::kInteger, R"({"env": "N", "default": 3})", {{"N", ""}}), "3");
}

TEST(ParameterFromTheEnvironment, NeedsAVariableOrADefault) {
  const std::string message =
      "plan.json:2: the environment variable N isn't set, and there is no \"default\"";
  EXPECT_EQ(ReadAs(Kind::kInteger, R"({"env": "N"})"), message);
  EXPECT_EQ(ReadAs(Kind::kInteger, R"({"env": "N"})", {{"N", ""}}), message);
}

TEST(ParameterFromTheEnvironment, IsRejectedWithoutShowingAValueOfAnotherKind) {
  for (const char* text : {"12 ", "1.5", "1e3", "twelve", "s3cret"}) {
    EXPECT_EQ(ReadAs(Kind::kInteger, R"({"env": "N", "default": 0})", {{"N", text}}),
              "plan.json:2: the environment variable N isn't valid for \"p\": must be integer");
  }
  EXPECT_EQ(ReadAs(Kind::kNumber, R"({"env": "N"})", {{"N", "1,5"}}),
            "plan.json:2: the environment variable N isn't valid for \"p\": must be number");
}

TEST(ParameterFromTheEnvironment, MustBeFinite) {
  for (const char* text : {"inf", "-inf", "nan"}) {
    EXPECT_EQ(ReadAs(Kind::kNumber, R"({"env": "N"})", {{"N", text}}),
              "plan.json:2: the environment variable N isn't valid for \"p\": must be number");
  }
}

TEST(ParameterFromTheEnvironment, HasADefaultOfTheRightKind) {
  EXPECT_EQ(ReadAs(Kind::kInteger, R"({"env": "N", "default": 1.9})"),
            "plan.json:2: \"default\" must be integer, not a number");
  EXPECT_EQ(ReadAs(Kind::kInteger, R"({"env": "N", "default": null})"),
            "plan.json:2: \"default\" must be integer, not null");
}

TEST(ParameterFromTheEnvironment, HasOnlyANameAndADefault) {
  EXPECT_EQ(ReadAs(Kind::kText, R"({"env": "T", "defualt": ""})"),
            "plan.json:2: key \"defualt\" is unknown; did you mean \"default\"?");
  EXPECT_EQ(ReadAs(Kind::kText, R"({"default": ""})"),
            "plan.json:2: \"env\" is missing: text, the variable's name");
  EXPECT_EQ(ReadAs(Kind::kText, R"({"env": 5})"),
            "plan.json:2: \"env\" must be text, not a number");
}

// A mistyped name may be that of another variable, whose value is a URL with a password.
TEST(ParameterFromTheEnvironment, IsNotShownIfItIsNotAChoice) {
  const std::string message =
      Read(R"({"method": {"env": "SRC_DB_URL"}})", Method(), {{"SRC_DB_URL", "s3cret"}});
  EXPECT_EQ(message.substr(0, 13), "plan.json:1: ");
  EXPECT_EQ(message.find("s3cret"), std::string::npos) << message;
}

TEST(ParameterFromTheEnvironment, CanBeAMemberOfAnObject) {
  EXPECT_EQ(ReadAs(Kind::kObject, R"({"size": {"env": "N"}})", {{"N", "4"}}),
            R"({"size":4,"unit":"rows"})");
}

}  // namespace
}  // namespace gonogo
