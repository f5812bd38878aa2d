// Relies on the template: an element that is a piece begins a line, and values are escaped, so that
// no value has a tag.
#include "reporters/html/pieces.h"

#include <array>
#include <optional>

namespace gonogo {
namespace {

struct Kind {
  std::string_view begin;
  std::string_view end;
  std::string_view name;  // "#": its id
};

constexpr std::array<Kind, 6> kKinds = {{{"<title>", "</title>", "title"},
                                         {"<link ", ">", "link"},
                                         {"<header ", "</header>", "header"},
                                         {"<nav ", "</nav>", "nav"},
                                         {"<section ", "</section>", "#"},
                                         {"<tr ", "</tr>", "#"}}};

std::string IdIn(std::string_view tag) {
  constexpr std::string_view kBefore = " id=\"";
  const std::size_t at = tag.substr(0, tag.find('>')).find(kBefore);
  if (at == std::string_view::npos) return "";
  const std::string_view rest = tag.substr(at + kBefore.size());
  return std::string(rest.substr(0, rest.find('"')));
}

// Returns the piece that the text begins with.
std::optional<Piece> PieceAtBegin(std::string_view text) {
  for (const Kind& kind : kKinds) {
    if (!text.starts_with(kind.begin)) continue;
    const std::size_t end = text.find(kind.end);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view html = text.substr(0, end + kind.end.size());
    if (kind.name != "#") return Piece{std::string(kind.name), std::string(html)};
    const std::string id = IdIn(html);
    // The cases are cut into rows.
    if (id.empty() || id == "cases") return std::nullopt;
    return Piece{"#" + id, std::string(html)};
  }
  return std::nullopt;
}

}  // namespace

CutPage CutIntoPieces(std::string_view page) {
  CutPage cut;
  while (!page.empty()) {
    if (auto piece = PieceAtBegin(page)) {
      page.remove_prefix(piece->html.size());
      cut.frame += piece->name + "\n";
      cut.pieces.push_back(std::move(*piece));
      continue;
    }
    const std::string_view line = page.substr(0, page.find('\n') + 1);
    const std::size_t size = line.empty() ? page.size() : line.size();
    // The tag of the body has the number of the event.
    if (!page.starts_with("<body")) cut.frame += page.substr(0, size);
    page.remove_prefix(size);
  }
  return cut;
}

}  // namespace gonogo
