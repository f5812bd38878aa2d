// A form is the file of a host. In it, a line `@steps JOB` stands for the steps of a job, `@shell
// JOB` for their shell alone, `@each TEXT` for a line per variable, and `@word@` for a fact.
#include "reporters/pipelines/pipeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/text/text.h"
#include "reporters/pipelines/form_text.h"
#include "reporters/pipelines/hosts.h"
#include "reporters/pipelines/pipeline_steps.h"
#include "reporters/pipelines/pipeline_texts.h"

namespace gonogo {
namespace {

using Facts = std::map<std::string, std::string>;

// Commits of GitHub's own actions: a tag can be moved, a commit can't.
constexpr const char* kCheckout =
    "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd  # v6.0.2";
constexpr const char* kUpload =
    "actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f  # v6.0.0";
constexpr const char* kDownload =
    "actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131  # v7.0.0";

// Returns the text with each `@word@` that is a fact.
std::string WithFacts(std::string text, const Facts& facts) {
  for (const auto& [word, fact] : facts) text = Replaced(text, "@" + word + "@", fact);
  return text;
}

class Form {
 public:
  Form(const Host& host, const PipelineFacts& facts, Facts words)
      : host_(host), facts_(facts), words_(std::move(words)) {}

  std::string Filled(const std::string& form) const {
    std::string text = PipelineTexts().at("forms/" + form);
    text = WithFacts(text, {{"rehearse", words_.at("rehearse")}});
    text = WithLines(text, "steps", [this](const std::string& job) { return Steps(job); });
    text = WithLines(text, "shell", [this](const std::string& what) { return Shell(what); });
    text = WithLines(text, "each", [this](const std::string& line) { return Each(line); });
    return WithFacts(text, words_);
  }

 private:
  std::string Each(const std::string& line) const {
    std::string lines;
    for (const std::string& name : facts_.variables) {
      lines += Replaced(line, "@variable@", name) + "\n";
    }
    return lines;
  }

  std::string Options() const { return host_.sets_options ? "set -eu\n" : ""; }

  std::string Steps(const std::string& job) const {
    std::string text;
    for (const PipelineStep& step : StepsOf(job, host_.by)) {
      const std::string shell =
          Options() + (host_.escapes ? Replaced(step.shell, "\\", "\\\\") : step.shell);
      const std::string form = host_.step + (step.has_secrets ? host_.secrets : "");
      text += text.empty() ? "" : host_.between;
      text += WithLines(Replaced(form, "@title@", step.title), "shell",
                        [&shell](const std::string&) { return shell; });
    }
    return text;
  }

  // Returns the shell of a whole job, or of the parts of GitHub's action.
  std::string Shell(const std::string& what) const {
    if (what == "commands") return Options() + ShellOfAnyCommand(host_.by);
    if (what == "guard" || what == "install" || what == "comment") {
      return Options() + PipelineTexts().at("shell/" + what + ".sh");
    }
    std::string text = Options();
    for (const PipelineStep& step : StepsOf(what, host_.by)) text += step.shell;
    return text;
  }

  const Host& host_;
  const PipelineFacts& facts_;
  Facts words_;
};

// Returns the name in small letters, digits and hyphens: it stands in names of other systems.
std::string PlainName(const std::string& name) {
  std::string plain;
  for (const char c : name.substr(0, 40)) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool is_large = c >= 'A' && c <= 'Z';
    if (is_letter || is_large) {
      plain += is_large ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!plain.empty() && plain.back() != '-') {
      plain += '-';
    }
  }
  if (!plain.empty() && plain.back() == '-') plain.pop_back();
  return plain.empty() ? "migration" : plain;
}

// Returns what somebody types to confirm.
std::string PhraseOf(const std::string& plain_name) {
  std::string phrase = "JUDGE ";
  for (const char c : plain_name) {
    phrase += c == '-' ? ' ' : (c >= 'a' && c <= 'z') ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return phrase;
}

void RequirePlain(const std::string& what, const std::string& text, std::string_view others) {
  const auto is_plain = [others](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           others.find(c) != std::string_view::npos;
  };
  if (!text.empty() && text[0] != '-' && std::ranges::all_of(text, is_plain)) return;
  throw PlanError(fmt::format("a pipeline can't name {} \"{}\": want letters, digits and {}", what,
                              Printable(text), others));
}

void Require(const PipelineFacts& facts) {
  RequirePlain("the plan", facts.plan, "_-./");
  for (const std::string& name : facts.variables) RequirePlain("the variable", name, "_");
  if (facts.variables.empty()) {
    throw PlanError(
        "the plan names no variable with the URL of a database: a pipeline has its URLs"
        " from secrets; write {\"url\": {\"env\": NAME}}");
  }
}

std::string NumbersTo(int last) {
  std::string text;
  for (int i = 1; i <= last; ++i) text += fmt::format("{}{}", i == 1 ? "" : ", ", i);
  return text;
}

Facts WordsOf(const Host& host, const PipelineFacts& facts) {
  const std::string name = PlainName(facts.name);
  const std::string rehearse = facts.rehearses ? "rehearse" : "lint";
  return {
      {"about",
       fmt::format("Written by `gonogo plan pipeline {}`, gonogo {}.", host.name, facts.version)},
      {"name", name},
      {"plan", facts.plan},
      {"version", facts.version},
      {"phrase", PhraseOf(name)},
      {"variables", Join(facts.variables, " ")},
      {"secret_list", Join(facts.variables, ", ")},
      {"shards", std::to_string(facts.shards)},
      {"shard_list", NumbersTo(facts.shards)},
      {"rehearse", rehearse},
      {"each_change", facts.rehearses ? "Rehearses the migration on throw-away servers"
                                      : "Checks the plan (it rehearses a plan with a \"fixture\")"},
      {"rehearse_title", TitleOf(rehearse)},
      {"comment", facts.rehearses ? "true" : "false"},
      {"commands", Join(PipelineCommands(), ", ")},
      {"checkout", kCheckout},
      {"upload", kUpload},
      {"download", kDownload}};
}

}  // namespace

std::vector<std::string> PipelineHosts() {
  std::vector<std::string> names;
  for (const Host& host : Hosts()) names.push_back(host.name);
  return names;
}

std::map<std::string, std::string> PipelineFiles(const std::string& host,
                                                 const PipelineFacts& facts) {
  const Host& called = HostCalled(host);
  Require(facts);
  if (facts.shards > 1 && called.sharded.empty()) {
    throw PlanError("--shards: the pipeline of " + host + " has one job for all checks");
  }
  const Form form(called, facts, WordsOf(called, facts));
  std::map<std::string, std::string> files;
  for (const FormFile& file : facts.shards > 1 ? called.sharded : called.files) {
    files[file.path] = form.Filled(file.form);
  }
  return files;
}

}  // namespace gonogo
