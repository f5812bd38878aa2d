// A line that cannot be read is never left out: it may be the one that counts.
#include "core/text/json_lines.h"

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {

void ReadJsonLines(const std::string& lines, const std::string& file, const std::string& what,
                   const std::function<void(const Json&)>& read) {
  std::vector<std::string> texts = Split(lines, '\n');
  const std::string cut_off = texts.back();  // what stands behind the last newline
  texts.pop_back();
  int number = 0;
  const auto refuse = [&](const std::string& why) {
    throw PlanError(file + ":" + std::to_string(number) + ": no " + what + ": " + why);
  };
  for (const std::string& text : texts) {
    ++number;
    try {
      read(Json::parse(text));
    } catch (const std::exception& error) {
      refuse(error.what());
    }
  }
  ++number;
  if (!cut_off.empty()) refuse("the line is cut off");
}

std::string FilledText(const Json& line, const char* member) {
  const std::string text = line.at(member);
  if (Trim(text).empty()) throw PlanError(std::string("\"") + member + "\" is empty");
  return text;
}

}  // namespace gonogo
