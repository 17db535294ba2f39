#include "exchange/csv.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "data/csv_cell.h"

namespace lamppost {
namespace {

/// What parts the cells, by the first line. Names of columns hold none of these signs.
char delimiter_of(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  for (const char sign : {',', ';', '\t'}) {
    if (line.find(sign) != std::string_view::npos) return sign;
  }
  return ',';
}

class CsvReader {
 public:
  CsvReader(const SourceText& text, Diagnostics& diagnostics)
      : text_(text),
        bytes_(text.bytes),
        delimiter_(delimiter_of(bytes_)),
        diagnostics_(diagnostics),
        at_(bytes_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0) {}

  [[nodiscard]] std::vector<CsvRow> rows() {
    std::vector<CsvRow> rows;
    while (at_ < bytes_.size()) {
      CsvRow row = next_row();
      const bool is_empty = row.where.size() == 0;
      if (!is_empty) rows.push_back(std::move(row));
    }
    for (CsvRow& row : rows) compare(row, rows.front());
    return rows;
  }

 private:
  CsvRow next_row() {
    CsvRow row;
    row.where.begin = place();
    do {
      row.cells.push_back(next_cell(row));
    } while (takes(delimiter_));
    row.where.end = place();
    if (bytes_.substr(at_).starts_with("\r\n")) ++at_;
    if (at_ < bytes_.size()) ++at_;  // the line's end
    return row;
  }

  CsvCell next_cell(CsvRow& row) {
    const std::uint32_t begin = place();
    const bool is_quoted = at_ < bytes_.size() && bytes_[at_] == '"';
    const std::string text = is_quoted ? quoted(row) : plain(row);
    return {std::string(without_csv_guard(text)), {begin, place()}};
  }

  /// The next cell's end, where no quotation marks are around it.
  [[nodiscard]] std::size_t end_of_plain() const {
    const std::array<char, 2> ends = {delimiter_, '\n'};
    const std::size_t end = std::min(
        bytes_.find_first_of(std::string_view(ends.data(), ends.size()), at_), bytes_.size());
    const bool is_crlf =
        end > at_ && end < bytes_.size() && bytes_[end] == '\n' && bytes_[end - 1] == '\r';
    return is_crlf ? end - 1 : end;
  }

  std::string plain(CsvRow& row) {
    const std::size_t begin = at_;
    at_ = end_of_plain();
    const std::string_view cell = bytes_.substr(begin, at_ - begin);
    if (const std::size_t quote = cell.find('"'); quote != std::string_view::npos) {
      say(row, begin + quote,
          "there is a quotation mark inside a cell that does not begin with one",
          "put quotation marks around the cell and write those in it twice");
    }
    return std::string(cell);
  }

  std::string quoted(CsvRow& row) {
    const std::size_t open = at_++;
    std::string text;
    while (true) {
      const std::size_t quote = bytes_.find('"', at_);
      text += bytes_.substr(at_, quote - at_);
      at_ = std::min(quote, bytes_.size());
      if (quote == std::string_view::npos) {
        say(row, open, "the quotation mark that begins this cell is never closed",
            "write a quotation mark at the cell's end, and those in it twice");
        return text;
      }
      ++at_;
      if (!takes('"')) break;
      text += '"';
    }
    const std::size_t rest = at_;
    at_ = end_of_plain();
    if (at_ > rest) {
      say(row, rest, "there is something behind the quotation mark that closes the cell",
          "write quotation marks that belong to the text twice");
    }
    return text;
  }

  void compare(CsvRow& row, const CsvRow& header) {
    if (row.is_wrong || row.cells.size() == header.cells.size()) return;
    say(row, row.where.begin,
        "this row has " + std::to_string(row.cells.size()) + " cells, and the first has " +
            std::to_string(header.cells.size()),
        row.cells.size() > header.cells.size()
            ? "put quotation marks around a cell that has a comma in it"
            : "write an empty cell for what is not known");
  }

  bool takes(char sign) {
    const bool is_next = at_ < bytes_.size() && bytes_[at_] == sign;
    if (is_next) ++at_;
    return is_next;
  }

  void say(CsvRow& row, std::size_t at, std::string message, std::string help) {
    row.is_wrong = true;
    const auto begin = static_cast<std::uint32_t>(at);
    diagnostics_.add(diagnostic_at(text_.path, Code::bad_csv, {begin, begin + 1},
                                   std::move(message), std::move(help)));
  }

  [[nodiscard]] std::uint32_t place() const { return static_cast<std::uint32_t>(at_); }

  const SourceText& text_;
  std::string_view bytes_;
  char delimiter_;
  Diagnostics& diagnostics_;
  std::size_t at_;
};

}  // namespace

std::vector<CsvRow> parse_csv(const SourceText& text, Diagnostics& diagnostics) {
  return CsvReader(text, diagnostics).rows();
}

}  // namespace lamppost
