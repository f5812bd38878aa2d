// Lets both servers hash the samples of all forms: one statement a side.
//
// A server that lacks a function fails the whole statement. Then each form is asked for alone, so
// that only the form that needs the function is out.
#include "compare/forms/agreed_forms.h"

#include <fmt/format.h>

#include <vector>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// What one server says. `hashes` has a text for each of SampledForms(); "": it can't hash them.
struct Answers {
  std::string encoding;
  std::vector<std::string> hashes;
};

constexpr const char* kEncodingOfTexts = "pg_catalog.getdatabaseencoding() AS encoding";

bool LacksFunction(const DatabaseError& error) {
  // Undefined function; no privilege to call it.
  return error.sqlstate() == "42883" || error.sqlstate() == "42501";
}

Answers AskAtOnce(Session& session, const std::vector<const Form*>& forms) {
  std::string statement = fmt::format("SELECT {}", kEncodingOfTexts);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    statement += fmt::format(", ({}) AS form{}", SampleStatement(*forms[i]), i);
  }
  const Rows rows = session.Query(statement, {});
  Answers answers{.encoding = rows.Only().Text("encoding"), .hashes = {}};
  for (std::size_t i = 0; i < forms.size(); ++i) {
    answers.hashes.push_back(rows.Only().Text("form" + std::to_string(i)));
  }
  return answers;
}

std::string AskAlone(Session& session, const Form& form) {
  try {
    return session.Query(SampleStatement(form), {}).Only().Text("hashes");
  } catch (const DatabaseError& error) {
    if (LacksFunction(error)) return "";
    throw;
  }
}

Answers Ask(Session& session, const std::vector<const Form*>& forms) {
  try {
    return AskAtOnce(session, forms);
  } catch (const DatabaseError& error) {
    if (!LacksFunction(error)) throw;
  }
  const std::string encoding = fmt::format("SELECT {}", kEncodingOfTexts);
  Answers answers{.encoding = session.Query(encoding, {}).Only().Text("encoding"), .hashes = {}};
  for (const Form* form : forms) answers.hashes.push_back(AskAlone(session, *form));
  return answers;
}

// The samples are the values that are hardest to tell apart.
bool AreAllDifferent(const std::string& hashes) {
  const std::vector<std::string> each = Split(hashes, ',');
  return std::set<std::string>(each.begin(), each.end()).size() == each.size();
}

}  // namespace

AgreedForms::AgreedForms(Session& source, Session& target) {
  const std::vector<const Form*> forms = SampledForms();
  const Answers on_source = Ask(source, forms);
  const Answers on_target = Ask(target, forms);
  same_encoding_ = on_source.encoding == on_target.encoding;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::string& hashes = on_source.hashes[i];
    if (!hashes.empty() && hashes == on_target.hashes[i] && AreAllDifferent(hashes)) {
      agreed_.insert(forms[i]);
    }
  }
}

bool AgreedForms::AreHashesEqual(const Form& form) const {
  if (&form == &PortableForm()) return true;
  // A form without samples hashes the text of labels.
  return agreed_.contains(form.samples.values.empty() ? &TextForm() : &form);
}

const Form& AgreedForms::For(const Form& form) const {
  if (form.hashes_text && !same_encoding_) return PortableForm();
  if (AreHashesEqual(form)) return form;
  return &form == &TextForm() ? PortableForm() : For(TextForm());
}

}  // namespace gonogo
