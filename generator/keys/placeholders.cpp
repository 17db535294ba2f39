#include "keys/placeholders.h"

#include <algorithm>
#include <array>

#include "toml/mend.h"

namespace lamppost {
namespace {

constexpr std::array<std::string_view, 4> prompts = {prompt_for_initiative, prompt_for_cluster,
                                                     prompt_for_result, prompt_for_joining};
/// Somebody may have broken the line anew behind so many bytes.
constexpr std::size_t part_of_prompt = 40;

constexpr std::array<std::string_view, 4> marks = {"TODO", "TBD", "TBC", "FIXME"};

/// What "your … here" is said of in templates. "Share your experience here" is no such thing.
constexpr std::array<std::string_view, 8> nouns = {"title",   "name",    "text",        "goal",
                                                   "summary", "content", "description", "sentence"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_of_word(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool begins_with(std::string_view text, std::string_view words) {
  return text.size() >= words.size() &&
         std::equal(words.begin(), words.end(), text.begin(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

bool is_at_word_end(std::string_view text, std::size_t end) {
  return end >= text.size() || !is_of_word(text[end]);
}

/// Whether the word that begins, or ends, beside a place is written in capitals: then the whole
/// line is, and `TODO` may be Spanish.
bool is_among_capitals(std::string_view text, std::size_t begin, std::size_t end) {
  const auto is_shouted = [](std::string_view word) {
    return word.size() > 1 && std::all_of(word.begin(), word.end(), is_capital);
  };
  auto after = text.substr(std::min(end, text.size()));
  if (after.starts_with(' ')) after.remove_prefix(1);
  const auto size = std::find_if_not(after.begin(), after.end(), is_of_word) - after.begin();
  if (is_shouted(after.substr(0, static_cast<std::size_t>(size)))) return true;
  auto before = text.substr(0, begin);
  if (before.ends_with(' ')) before.remove_suffix(1);
  const auto length =
      std::find_if_not(before.rbegin(), before.rend(), is_of_word) - before.rbegin();
  return is_shouted(before.substr(before.size() - static_cast<std::size_t>(length)));
}

std::size_t mark_at(std::string_view text, std::size_t at) {
  for (const auto mark : marks) {
    const auto end = at + mark.size();
    if (text.substr(at).starts_with(mark) && is_at_word_end(text, end) &&
        !is_among_capitals(text, at, end))
      return mark.size();
  }
  return 0;
}

std::size_t prompt_at(std::string_view text) {
  for (const auto prompt : prompts) {
    if (text.starts_with(prompt.substr(0, part_of_prompt)))
      return std::min(prompt.size(), text.substr(0, text.find('\n')).size());
  }
  return 0;
}

/// `your title here`
std::size_t invitation_at(std::string_view text) {
  constexpr std::string_view your = "your ";
  constexpr std::string_view here = " here";
  if (!begins_with(text, your)) return 0;
  for (const auto noun : nouns) {
    const auto end = your.size() + noun.size();
    if (begins_with(text.substr(your.size()), noun) && begins_with(text.substr(end), here) &&
        is_at_word_end(text, end + here.size()))
      return end + here.size();
  }
  return 0;
}

/// Whether `placeholder_at` has to look at all: every byte of every page is asked.
constexpr std::array<bool, 256> begins_placeholder = [] {
  std::array<bool, 256> begins{};
  for (const char c : std::string_view("TFSLlYy")) begins[static_cast<unsigned char>(c)] = true;
  return begins;
}();

std::size_t placeholder_at(std::string_view text, std::size_t at) {
  constexpr std::string_view lorem = "lorem ipsum";
  const auto rest = text.substr(at);
  switch (text[at]) {
    case 'T':
    case 'F':
      if (const auto size = mark_at(text, at); size > 0) return size;
      return prompt_at(rest);
    case 'S':
      return prompt_at(rest);
    case 'L':
    case 'l':
      return begins_with(rest, lorem) ? lorem.size() : 0;
    case 'Y':
    case 'y':
      return invitation_at(rest);
    default:
      return 0;
  }
}

}  // namespace

std::optional<TextPiece> placeholder_in(std::string_view text, std::size_t from) {
  for (auto at = from; at < text.size(); ++at) {
    if (!begins_placeholder[static_cast<unsigned char>(text[at])]) continue;
    if (at > 0 && is_of_word(text[at - 1])) continue;
    if (const auto size = placeholder_at(text, at); size > 0) return TextPiece{at, size};
  }
  return std::nullopt;
}

bool says_nothing(std::string_view text) {
  text = trimmed(text);
  if (text == "…" || text == "–" || text == "—") return true;
  if (text.size() == 3 && begins_with(text, "n/a")) return true;
  return !text.empty() && text.find_first_not_of(".-?_") == std::string_view::npos;
}

}  // namespace lamppost
