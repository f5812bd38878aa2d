#include "app/commands/checklist_output.h"

#include <fmt/format.h>

namespace gonogo {
namespace {

const char* NameOf(PointState state) {
  switch (state) {
    case PointState::kGood:
      return "ok";
    case PointState::kWrong:
      return "WRONG";
    case PointState::kOpen:
      return "not checked";
    case PointState::kNote:
      return "note";
  }
  return "";
}

}  // namespace

std::string PointLines(const Checklist& list) {
  std::string text;
  for (const Point& point : list.points) {
    text += fmt::format("{:<11}  {}\n", NameOf(point.state), point.text);
  }
  return text;
}

Json ChecklistJson(const Checklist& list) {
  Json points = Json::array();
  for (const Point& point : list.points) {
    points.push_back({{"state", NameOf(point.state)}, {"text", point.text}});
  }
  return {{"result", list.Result()},
          {"exit_status", list.ExitStatus()},
          {"verdict", list.verdict},
          {"points", std::move(points)}};
}

}  // namespace gonogo
