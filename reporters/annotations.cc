// A value must end neither the line nor the property in which it stands.
#include "reporters/annotations.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "core/text/text.h"
#include "reporters/model/blockers.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostAnnotations = 10;
constexpr std::size_t kMostOfMessage = 1500;  // bytes

// Returns the text with these characters, and %, as GitHub decodes them.
std::string Encoded(const std::string& text, std::string_view characters) {
  std::string encoded;
  for (const char c : text) {
    if (c == '%' || characters.find(c) != std::string_view::npos) {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      encoded += c;
    }
  }
  return encoded;
}

std::string Property(const std::string& name, const std::string& value) {
  return fmt::format("{}={}", name, Encoded(Shown(value, 300), "\r\n:,"));
}

std::string Command(const std::vector<std::string>& properties, const std::string& message) {
  return fmt::format("::error {}::{}\n", Join(properties, ","),
                     Encoded(Shown(message, kMostOfMessage), "\r\n"));
}

std::string MessageOf(const Blocker& blocker) {
  std::string message = blocker.text.empty() ? blocker.cause : blocker.text;
  if (!blocker.means.empty()) message += "\nmeans: " + blocker.means;
  if (!blocker.todo.empty()) message += "\ndo: " + blocker.todo;
  if (!blocker.owners.empty()) message += "\nowner: " + Join(blocker.owners, ", ");
  if (!blocker.command.empty()) message += "\nlook again: " + blocker.command;
  return message;
}

std::string CommandOf(const Blocker& blocker, const RunReport& report,
                      const std::function<std::string(const std::string&)>& path_of) {
  std::vector<std::string> properties;
  const std::string check = blocker.checks.empty() ? "" : blocker.checks.front();
  const auto place = report.plan.places.find(check);
  if (place != report.plan.places.end()) {
    properties.push_back(Property("file", path_of(place->second.file)));
    properties.push_back(Property("line", std::to_string(place->second.line)));
  }
  const std::string what = check.empty() ? report.evidence.run.plan : check;
  properties.push_back(Property("title", HeadlineOf(report) + " " + what));
  return Command(properties, MessageOf(blocker));
}

}  // namespace

std::string GithubError(const std::string& title, const std::string& message) {
  return Command({Property("title", title)}, message);
}

std::string GithubAnnotations(const RunReport& report,
                              const std::function<std::string(const std::string&)>& path_of) {
  if (report.IsGo()) return "";
  const Blockers blockers = BlockersOf(report);
  std::vector<Blocker> all = blockers.failed;
  all.insert(all.end(), blockers.untold.begin(), blockers.untold.end());
  std::erase_if(all, [](const Blocker& one) { return !one.decides; });
  const std::string title = Property("title", HeadlineOf(report) + " " + report.evidence.run.plan);
  if (all.empty()) return Command({title}, "report.html in the evidence says why.");
  const bool is_cut = all.size() > kMostAnnotations;
  const std::size_t shown = is_cut ? kMostAnnotations - 1 : all.size();
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) text += CommandOf(all[i], report, path_of);
  if (is_cut) {
    text += Command({title}, fmt::format("and {}: summary.md and report.html have all.",
                                         Counted(all.size() - shown, "more cause")));
  }
  return text;
}

}  // namespace gonogo
