// Takes a line of JSON apart, piece by piece, as gonogo would have written it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

class LinePieces {
 public:
  // Keeps the view.
  explicit LinePieces(std::string_view line) : rest_(line) {}

  std::string_view rest() const { return rest_; }

  // Each of these returns whether that comes next, and then takes it. Otherwise nobody knows how
  // much was taken.

  bool Take(std::string_view piece);

  // A text in quotes, of printable ASCII without escapes.
  bool TakeText(std::string_view& text);
  bool TakeText(std::string& text);

  // A number without a sign, and without a zero before it.
  bool TakeCount(std::int64_t& count);

  // Such texts between brackets. Adds them.
  bool TakeTexts(std::vector<std::string>& texts);

  // An object of such texts and counts, none of them named twice, and not empty.
  bool TakeFigures(std::string_view& figures);

 private:
  bool TakeFigure();

  std::string_view rest_;
};

}  // namespace gonogo
