// Finds the nearest name by edit distance with transpositions; most typos are one or two edits
// away.
#include "core/text/suggestion.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/text/text.h"

namespace gonogo {
namespace {

// Optimal string alignment distance: insert, delete, replace, or swap two neighbours.
std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::string Suggestion(std::string_view word, std::span<const std::string> known) {
  if (known.empty()) return "";
  const auto nearest =
      std::min_element(known.begin(), known.end(), [&](const std::string& a, const std::string& b) {
        return Distance(word, a) < Distance(word, b);
      });
  const std::size_t max_distance = std::max<std::size_t>(2, word.size() / 3);
  if (Distance(word, *nearest) <= max_distance) return "; did you mean \"" + *nearest + "\"?";
  return "; known: " + Join(known, ", ");
}

std::string UnknownName(std::string_view kind, std::string_view name,
                        std::span<const std::string> known) {
  return fmt::format("{} \"{}\" is unknown{}", kind, name, Suggestion(name, known));
}

}  // namespace gonogo
