#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "model/origin.h"
#include "model/value.h"

namespace lamppost {

/// Whether an initiative is to come, at work, or over.
enum class Status : std::uint8_t { planned, active, completed };

/// In the order in which an initiative goes through them.
inline constexpr std::array all_statuses = {Status::planned, Status::active, Status::completed};

/// The name of a status as the content writes it.
[[nodiscard]] std::string_view name_of(Status status);

/// A figure of an initiative: how many, and who or which, where the content says so.
template <typename Entry>
struct Figure {
  std::uint64_t count = 0;
  std::vector<Entry> entries;  ///< empty where only the number is known

  friend bool operator==(const Figure&, const Figure&) = default;
};

struct Member {
  std::string name;
  std::string url;
  std::string country;  ///< ISO 3166-1 alpha-2, upper case
  std::string role;

  friend bool operator==(const Member&, const Member&) = default;
};

struct Document {
  std::string title;
  std::string url;
  Located<std::string> file;  ///< beside the page, in its bundle
  std::optional<Date> date;
  std::string language;  ///< BCP 47

  friend bool operator==(const Document&, const Document&) = default;
};

struct Project {
  std::string title;
  std::string url;
  std::string cordis;  ///< the grant number, digits only
  std::string programme;

  friend bool operator==(const Project&, const Project&) = default;
};

struct Discussion {
  std::string title;
  std::string url;
  std::optional<Date> date;
  std::uint64_t replies = 0;

  friend bool operator==(const Discussion&, const Discussion&) = default;
};

struct Contact {
  std::string name;
  std::string email;
  std::string url;

  friend bool operator==(const Contact&, const Contact&) = default;
};

struct Image {
  Located<std::string> src;  ///< a file of the bundle
  std::string alt;           ///< empty: the picture is decoration

  friend bool operator==(const Image&, const Image&) = default;
};

/// The goal as a number: 10 000 000 lampposts.
struct Target {
  double value = 0;
  std::string unit;
  std::optional<Date> by;

  friend bool operator==(const Target&, const Target&) = default;
};

struct Milestone {
  Date date{};
  std::string title;
  std::optional<double> value;
  std::string url;

  friend bool operator==(const Milestone&, const Milestone&) = default;
};

/// One initiative: the keys of its front matter by the same names. A text that was not given is
/// empty. `parse` fills it from one file; `assemble` completes it (translations, summary, ids).
struct Initiative {
  Origin origin;

  Located<std::string> title;
  Located<std::string> cluster;  ///< slug
  std::string goal;
  std::string summary;
  Figure<Member> members;
  Figure<Document> documents;
  Figure<Project> projects;
  Figure<Discussion> discussions;
  std::vector<Located<std::string>> topics;
  std::vector<std::string> countries;  ///< ISO 3166-1 alpha-2, upper case
  Status status = Status::active;
  std::optional<Date> start;
  std::optional<Date> end;
  std::optional<Date> updated;
  std::optional<Date> reviewed;
  std::string website;
  std::optional<Contact> contact;
  std::optional<Image> image;
  std::vector<Located<std::string>> related;  ///< slugs
  std::vector<Located<std::string>> also_in;  ///< slugs of clusters
  std::optional<Target> target;
  std::vector<Milestone> milestones;
  std::vector<Located<std::string>> aliases;  ///< site paths
  std::optional<std::int64_t> weight;
  bool draft = false;
  ValueMap extra;

  friend bool operator==(const Initiative&, const Initiative&) = default;
};

}  // namespace lamppost
