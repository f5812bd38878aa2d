// Tests which forms two servers agree on, and how often they are asked.
#include "compare/forms/agreed_forms.h"

#include <gtest/gtest.h>

#include <map>

#include "core/error.h"

namespace gonogo {
namespace {

// Answers for each form that it computes the hashes 1 and 2, unless the test says otherwise.
class FakeServer : public Session {
 public:
  std::string encoding = "UTF8";
  std::string lacks = "no such function";  // fails a statement that calls it
  std::string sqlstate = "42883";          // how
  std::map<const Form*, std::string> other_hashes = {};
  int asked = 0;

  Rows Query(std::string_view statement, const std::vector<Value>&) override {
    ++asked;
    if (statement.find(lacks) != std::string_view::npos) throw DatabaseError("refused", sqlstate);
    Rows rows{.columns = {"encoding", "hashes"}, .values = {{encoding, "1,2"}}};
    const auto forms = SampledForms();
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const auto other = other_hashes.find(forms[i]);
      const std::string hashes = other == other_hashes.end() ? "1,2" : other->second;
      if (statement == SampleStatement(*forms[i])) rows.values[0][1] = hashes;
      rows.columns.push_back("form" + std::to_string(i));
      rows.values[0].emplace_back(hashes);
    }
    return rows;
  }
  std::string ExportSnapshot() override { return ""; }
  void Cancel() noexcept override {}
};

const Form& FormOf(const std::string& base, const std::string& type = "") {
  const Column column{.name = "c", .quoted = "c", .type = type, .base = base};
  return NativeFormOf({column, column});
}

const Form& LabelForm() {
  const Column column{.name = "c", .quoted = "c", .type = "", .base = "mood", .labels = {"'a'"}};
  return NativeFormOf({column, column});
}

// Returns the names of the forms that the servers use for columns of these kinds.
std::vector<std::string> Used(FakeServer& source, FakeServer& target) {
  const AgreedForms forms(source, target);
  std::vector<std::string> names;
  for (const Form* form : {&FormOf("int4"), &FormOf("date"), &FormOf("numeric", "numeric(9,2)"),
                           &FormOf("bpchar"), &LabelForm(), &TextForm()}) {
    names.emplace_back(forms.For(*form).name);
  }
  return names;
}

constexpr const char* kText = "text of the value";
constexpr const char* kPortable = "sha256 of the value's text";

TEST(AgreedForms, AreAskedForWithOneStatementASide) {
  FakeServer source;
  FakeServer target;
  EXPECT_EQ(Used(source, target),
            (std::vector<std::string>{"int4", "date", "numeric", "bpchar", "label", kText}));
  EXPECT_EQ(source.asked, 1);
  EXPECT_EQ(target.asked, 1);
}

TEST(AgreedForms, AreWithoutTheOneWhoseFunctionAServerLacks) {
  for (const char* sqlstate : {"42883", "42501"}) {
    for (const bool on_source : {true, false}) {
      FakeServer source;
      FakeServer target;
      FakeServer& poor = on_source ? source : target;
      poor.lacks = "daterange_subdiff";
      poor.sqlstate = sqlstate;
      EXPECT_EQ(Used(source, target),
                (std::vector<std::string>{"int4", kText, "numeric", "bpchar", "label", kText}));
      EXPECT_EQ(poor.asked, 2 + static_cast<int>(SampledForms().size()));
    }
  }
}

TEST(AgreedForms, AreWithoutTheOneThatIsHashedOtherwise) {
  FakeServer source;
  FakeServer target;
  target.other_hashes = {{&FormOf("date"), "1,3"}};
  EXPECT_EQ(Used(source, target)[1], kText);
}

TEST(AgreedForms, AreWithoutTheOneWhoseSamplesHaveEqualHashes) {
  FakeServer source;
  FakeServer target;
  source.other_hashes = {{&FormOf("date"), "1,1"}};
  target.other_hashes = source.other_hashes;
  EXPECT_EQ(Used(source, target)[1], kText);
}

TEST(AgreedForms, ArePortableIfServersHashTextsOtherwise) {
  FakeServer source;
  FakeServer target;
  target.other_hashes = {{&TextForm(), "1,3"}, {&FormOf("date"), "1,3"}};
  EXPECT_EQ(Used(source, target), (std::vector<std::string>{"int4", kPortable, "numeric", "bpchar",
                                                            kPortable, kPortable}));
}

TEST(AgreedForms, ArePortableForTextsInDifferentEncodings) {
  FakeServer source;
  FakeServer target;
  target.encoding = "LATIN1";
  EXPECT_EQ(Used(source, target),
            (std::vector<std::string>{"int4", "date", "numeric", kPortable, kPortable, kPortable}));
}

TEST(AgreedForms, FailIfAServerFailsOtherwise) {
  FakeServer source;
  FakeServer target;
  target.lacks = "daterange_subdiff";
  target.sqlstate = "57014";
  EXPECT_THROW(AgreedForms(source, target), DatabaseError);
}

}  // namespace
}  // namespace gonogo
