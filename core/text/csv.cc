// Reads one character after the other. A quote in a place that RFC 4180 doesn't know is an error:
// readers would understand it in different ways.
#include "core/text/csv.h"

#include <fmt/format.h>

#include "core/error.h"

namespace gonogo {
namespace {

class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& file) : rest_(text), file_(file) {}

  std::vector<CsvRow> Read() {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (rest_.starts_with(kMark)) rest_.remove_prefix(kMark.size());
    std::vector<CsvRow> rows;
    while (!rest_.empty()) {
      if (SkipLineEnd()) continue;
      rows.push_back(Row());
    }
    return rows;
  }

 private:
  CsvRow Row() {
    CsvRow row{.line = line_, .cells = {Cell()}};
    while (rest_.starts_with(',')) {
      rest_.remove_prefix(1);
      row.cells.push_back(Cell());
    }
    if (!rest_.empty() && !SkipLineEnd()) {
      Throw(line_, "text after a closing quote: end the cell with a comma");
    }
    return row;
  }

  std::string Cell() {
    if (rest_.starts_with('"')) return Quoted();
    std::string_view cell = rest_.substr(0, rest_.find_first_of(",\n"));
    rest_.remove_prefix(cell.size());
    if (rest_.starts_with('\n') && cell.ends_with('\r')) cell.remove_suffix(1);
    if (cell.find('"') != std::string_view::npos) {
      Throw(line_, "a quote within a cell: put the cell in quotes, and double the quote");
    }
    return std::string(cell);
  }

  std::string Quoted() {
    const int began = line_;
    std::string cell;
    rest_.remove_prefix(1);
    while (!rest_.empty()) {
      const char one = rest_.front();
      rest_.remove_prefix(1);
      if (one == '\n') ++line_;
      if (one != '"') {
        cell += one;
      } else if (rest_.starts_with('"')) {
        cell += '"';
        rest_.remove_prefix(1);
      } else {
        return cell;
      }
    }
    Throw(began, "the quote isn't closed");
  }

  bool SkipLineEnd() {
    const std::size_t size = rest_.starts_with("\r\n") ? 2 : rest_.starts_with('\n') ? 1 : 0;
    rest_.remove_prefix(size);
    if (size > 0) ++line_;
    return size > 0;
  }

  [[noreturn]] void Throw(int line, const char* what) const {
    throw PlanError(fmt::format("{}:{}: {}", file_, line, what));
  }

  std::string_view rest_;
  const std::string& file_;
  int line_ = 1;
};

}  // namespace

std::vector<CsvRow> ParseCsv(std::string_view text, const std::string& file) {
  return CsvReader(text, file).Read();
}

}  // namespace gonogo
