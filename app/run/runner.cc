// Runs cases as GoogleTest tests, by RegisterTest: its documented way for tests that are known only
// at run time. SetUp must neither assert nor skip: GoogleTest would report a pass without a run.
#include "app/run/runner.h"

#include <gtest/gtest.h>

#include <array>
#include <exception>
#include <map>
#include <string_view>
#include <utility>

#include "core/text/text.h"

namespace gonogo {
namespace {

// Not final: RegisterTest derives from it.
class CaseTest : public testing::Test {
 public:
  CaseTest(const Case& one, const RunCase& run_case) : case_(one), run_case_(run_case) {}

  void TestBody() override {
    const std::string failure = run_case_(case_);
    if (!failure.empty()) ADD_FAILURE() << Printable(failure);
  }

 private:
  const Case& case_;
  const RunCase& run_case_;
};

void Register(const Case& one, const RunCase& run_case) {
  const std::string name = Printable(one.declared.subject);
  testing::RegisterTest(
      one.declared.check.c_str(), name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
      [&one, &run_case]() -> testing::Test* { return new CaseTest(one, run_case); });
}

}  // namespace

std::vector<Case> CasesOf(const Plan& plan, std::span<const DeclaredCase> declared) {
  using Name = std::pair<std::string_view, std::string_view>;  // of the check and the subject
  std::map<Name, std::pair<const Check*, const Subject*>> known;
  for (const Check& check : plan.checks) {
    for (const Subject& subject : check.subjects) {
      known.emplace(Name(check.id, subject.name), std::pair(&check, &subject));
    }
  }
  std::vector<Case> cases;
  cases.reserve(declared.size());
  for (const DeclaredCase& one : declared) {
    const auto& [check, subject] = known.at({one.check, one.subject});
    cases.push_back({one, check, subject});
  }
  return cases;
}

bool RunAsTests(std::span<const Case> cases, const RunCase& run_case) {
  std::exception_ptr error;
  const RunCase guarded = [&](const Case& one) -> std::string {
    if (error) return "not run, because of an error before";
    try {
      return run_case(one);
    } catch (...) {
      error = std::current_exception();  // GoogleTest would go on after it
      return "an error ended the run";
    }
  };
  std::string program = "gonogo";
  std::array<char*, 2> argv = {program.data(), nullptr};
  int argc = 1;
  testing::InitGoogleTest(&argc, argv.data());
  auto& listeners = testing::UnitTest::GetInstance()->listeners();
  delete listeners.Release(listeners.default_result_printer());
  for (const Case& one : cases) Register(one, guarded);
  const bool all_passed = RUN_ALL_TESTS() == 0;
  if (error) std::rethrow_exception(error);
  return all_passed;
}

}  // namespace gonogo
