// Cuts the page into pieces, so that only those that changed need be sent to a browser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

struct Piece {
  std::string name;  // of its element: "title", "header", or "#id"
  std::string html;  // the element
};

struct CutPage {
  std::vector<Piece> pieces;
  std::string frame;  // the page without what the pieces have; if it changes, the page is another
};

// Cuts a page as BoardPage returns it. Each row of a case is a piece, and each other section.
CutPage CutIntoPieces(std::string_view page);

}  // namespace gonogo
