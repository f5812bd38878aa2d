#include "gates/inquiry/inquiry.h"

#include "gates/contents/content_comparison.h"
#include "gates/run_check.h"

namespace gonogo {
namespace {

using Relations = std::map<std::string, std::set<std::string>>;

Relations RelationsOf(const Plan& plan, const std::vector<DeclaredCase>& declared) {
  std::map<std::string, std::set<std::string>> subjects;
  for (const DeclaredCase& one : declared) subjects[one.check].insert(one.subject);
  Relations relations;
  for (const Check& check : plan.checks) {
    const std::set<std::string>& asked = subjects[check.id];
    for (const Subject& subject : check.subjects) {
      if (asked.contains(subject.name)) relations[check.id].insert(subject.relation);
    }
  }
  return relations;
}

}  // namespace

Inquiry::Inquiry(Pair& pair, const Known& known, const std::vector<DeclaredCase>& declared,
                 const Effort& effort)
    : pair_(pair),
      known_(known),
      contents_(pair, PlannedComparisons(known.plan, declared), effort),
      catalogue_(pair, known.plan),
      asked_(RelationsOf(known.plan, declared)) {}

CaseResult Inquiry::Run(const Check& check, const Subject& subject) {
  return RunCheck(check,
                  {pair_, contents_, catalogue_, memory_, known_.environment, known_.migration,
                   known_.plan, check.arguments, subject, &asked_[check.id]});
}

}  // namespace gonogo
