#include "model/initiative.h"

namespace lamppost {

std::string_view name_of(Status status) {
  switch (status) {
    case Status::planned:
      return "planned";
    case Status::active:
      return "active";
    case Status::completed:
      return "completed";
  }
  return "active";
}

}  // namespace lamppost
