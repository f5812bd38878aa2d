// Every line of a form ends with a newline, and so does what it becomes.
#include "reporters/pipelines/form_text.h"

#include <vector>

#include "core/text/text.h"

namespace gonogo {
namespace {

// Returns a line for each line of the text, with the indentation.
std::string IndentedBy(const std::string& indent, const std::string& text) {
  std::string lines;
  std::vector<std::string> all = Split(text, '\n');
  if (!all.empty() && all.back().empty()) all.pop_back();
  for (const std::string& line : all) lines += (line.empty() ? "" : indent + line) + "\n";
  return lines;
}

}  // namespace

std::string Replaced(const std::string& text, std::string_view part, std::string_view by) {
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, begin)) {
    result.append(text, begin, at - begin).append(by);
    begin = at + part.size();
  }
  return result.append(text, begin);
}

std::string WithLines(const std::string& text, const std::string& word,
                      const std::function<std::string(const std::string&)>& expand) {
  std::string result;
  for (const std::string& line : Split(text.substr(0, text.rfind('\n')), '\n')) {
    const std::size_t begin = line.find_first_not_of(' ');
    const std::string start = "@" + word + " ";
    if (begin == std::string::npos || line.compare(begin, start.size(), start) != 0) {
      result += line + "\n";
    } else {
      result += IndentedBy(line.substr(0, begin), expand(line.substr(begin + start.size())));
    }
  }
  return result;
}

}  // namespace gonogo
