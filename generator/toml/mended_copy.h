#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/value.h"
#include "toml/mistake_place.h"

namespace lamppost {

/// A copy of a TOML document with mistakes, in which each mistake that was told is mended, or taken
/// out with the statement that has it, so that what follows can be read too. It knows where each of
/// its bytes comes from.
///
/// TOML is made of lines, so that one statement's mistake says nothing about the next: reading goes
/// on at the next line that begins a statement (panic mode, as in compilers: Aho, Lam, Sethi and
/// Ullman, "Compilers", 4.1.4).
class MendedCopy {
 public:
  MendedCopy(const SourceText& original, Span region);

  [[nodiscard]] const SourceText& text() const { return text_; }
  [[nodiscard]] Span region() const { return region_; }

  /// False where something was taken out of which nobody knows what it was to hold.
  [[nodiscard]] bool is_whole() const { return is_whole_; }

  /// How often something was changed.
  [[nodiscard]] int edits() const { return edits_; }

  /// Mends a mistake or takes it out. `told` is what was told of it, and `place` where the parser
  /// stopped, both in this copy.
  void mend(const Diagnostic& told, const MistakePlace& place);

  /// Takes out all from the statement of this mistake on.
  void cut(const Diagnostic& told, const MistakePlace& place);

  /// What was told of this copy, with places of the original. A fix that would touch what was
  /// mended here is left out.
  [[nodiscard]] Diagnostic in_original(Diagnostic told) const;

  /// What was read of this copy, with places of the original. Values that were taken out, or have
  /// no place of their own in the original, are `Unread`.
  [[nodiscard]] ValueMap in_original(ValueMap map) const;

 private:
  /// Where a byte comes from.
  struct Source {
    std::uint32_t at = 0;    ///< of the original; for what was put in, where it was put
    std::uint16_t edit = 0;  ///< by which edit it was put in, from 1; 0: by none
    bool is_unread = false;  ///< it stands for a value that can't be read
  };

  void take_out(std::uint32_t begin, const MistakePlace& place, const Diagnostic& told);
  void replace(Span where, std::string_view with);
  void replace_value(Span statement, std::uint32_t key_end);
  [[nodiscard]] std::string_view line_at(std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t next_line(std::uint32_t at) const;
  [[nodiscard]] bool has_value(const TomlKey& key) const;
  [[nodiscard]] bool begins_statement(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t next_statement(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t next_header(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t end_of(std::uint32_t statement, const MistakePlace& place,
                                     const Diagnostic& told) const;

  [[nodiscard]] Span origin(Span where) const;
  [[nodiscard]] bool is_seam(std::uint32_t at) const;
  [[nodiscard]] bool has_origin(Span where) const;
  [[nodiscard]] bool is_original(Span where) const;
  [[nodiscard]] bool move(ValueMap& map) const;
  [[nodiscard]] bool move(Value& value) const;

  SourceText text_;
  Span region_;
  std::vector<Source> sources_;  ///< of each byte of the region, and of its end
  std::uint16_t edits_ = 0;
  std::uint32_t last_statement_ = 0;
  int mended_in_statement_ = 0;
  bool is_whole_ = true;
};

}  // namespace lamppost
