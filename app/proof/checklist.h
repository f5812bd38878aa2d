// What was checked of evidence, and what could not be.
#pragma once

#include <string>
#include <vector>

namespace gonogo {

enum class PointState {
  kGood,
  kWrong,
  kOpen,  // it couldn't be checked, so nothing is verified
  kNote,  // it doesn't count
};

struct Point {
  PointState state;
  std::string text;
};

struct Checklist {
  std::vector<Point> points;
  std::string verdict;  // that follows from the lines; "": none

  void Add(PointState state, const std::string& text) { points.push_back({state, text}); }
  bool Has(PointState state) const;

  // Returns "VERIFIED", "WRONG" or "NOT VERIFIED".
  std::string Result() const;
  // Returns the exit status of gonogo evidence verify.
  int ExitStatus() const;
};

}  // namespace gonogo
