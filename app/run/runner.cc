// Runs cases as GoogleTest tests, by RegisterTest: its documented way for tests that are known only
// at run time. SetUp must neither assert nor skip: GoogleTest would report a pass without a run.
#include "app/run/runner.h"

#include <gtest/gtest.h>

#include <array>
#include <exception>

#include "app/run/junit_report.h"
#include "core/json/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// Not final: RegisterTest derives from it.
class CaseTest : public testing::Test {
 public:
  CaseTest(const Case& one, const RunCase& run_case) : case_(one), run_case_(run_case) {}

  void TestBody() override {
    const TestOutcome outcome = run_case_(case_);
    if (!outcome.waived.empty()) RecordProperty("waived", Printable(outcome.waived));
    if (outcome.failure.empty()) return;
    const Location& location = case_.check->location;
    ADD_FAILURE_AT(location.file.c_str(), location.line) << Printable(outcome.failure);
  }

 private:
  const Case& case_;
  const RunCase& run_case_;
};

void Register(const Case& one, const RunCase& run_case) {
  const Location& location = one.check->location;
  const std::string suite = one.declared.check;
  const std::string name = Printable(one.declared.subject);
  const std::string parameters = Printable(ToText(one.check->arguments.for_reports()));
  testing::RegisterTest(
      suite.c_str(), name.c_str(), nullptr, parameters.c_str(), location.file.c_str(),
      location.line, [&one, &run_case]() -> testing::Test* { return new CaseTest(one, run_case); });
}

// Lets GoogleTest open the report. Its own listener for the report was added earlier, and the
// listeners are told about the end in reverse order.
class BeforeReport : public testing::EmptyTestEventListener {
 public:
  explicit BeforeReport(JunitReport& report) : report_(report) {}

  void OnTestIterationEnd(const testing::UnitTest& /*tests*/, int /*iteration*/) override {
    report_.LetGoogleTestOpen();
  }

 private:
  JunitReport& report_;
};

}  // namespace

std::vector<Case> CasesOf(const Plan& plan, std::span<const DeclaredCase> declared) {
  std::vector<Case> cases;
  for (const DeclaredCase& one : declared) {
    const Check& check = plan.CheckNamed(one.check);
    for (const Subject& subject : check.subjects) {
      if (subject.name == one.subject) cases.push_back({one, &check, &subject});
    }
  }
  return cases;
}

bool RunAsTests(std::span<const Case> cases, const RunCase& run_case,
                const std::function<void(const std::string&)>& write_report) {
  JunitReport report;
  std::exception_ptr error;
  const RunCase guarded = [&](const Case& one) -> TestOutcome {
    if (error) return {.failure = "not run, because of an error before"};
    try {
      return run_case(one);
    } catch (...) {
      error = std::current_exception();  // GoogleTest would go on after it
      return {.failure = "an error ended the run"};
    }
  };
  std::string program = "gonogo";
  std::string output = "--gtest_output=xml:" + report.path();
  std::array<char*, 3> argv = {program.data(), output.data(), nullptr};
  int argc = 2;
  testing::InitGoogleTest(&argc, argv.data());
  auto& listeners = testing::UnitTest::GetInstance()->listeners();
  delete listeners.Release(listeners.default_result_printer());
  listeners.Append(new BeforeReport(report));
  for (const Case& one : cases) Register(one, guarded);
  const bool all_passed = RUN_ALL_TESTS() == 0;
  if (error) std::rethrow_exception(error);
  write_report(report.Text());
  return all_passed;
}

}  // namespace gonogo
