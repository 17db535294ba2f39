#include "view/kept_texts.h"

#include <memory>

namespace lamppost {

struct KeptTexts::Entry {
  Hash128 key;
  std::string text;
  const Entry* next;
};

KeptTexts::~KeptTexts() {
  const Entry* entry = first_.load(std::memory_order_relaxed);
  while (entry != nullptr) {
    const std::unique_ptr<const Entry> gone(entry);
    entry = gone->next;
  }
}

const std::string* KeptTexts::find(const Hash128& key) const {
  const Entry* entry = first_.load(std::memory_order_acquire);
  while (entry != nullptr && entry->key != key) entry = entry->next;
  return entry == nullptr ? nullptr : &entry->text;
}

void KeptTexts::add(const Hash128& key, std::string_view text) {
  auto entry = std::make_unique<Entry>(
      Entry{key, std::string(text), first_.load(std::memory_order_relaxed)});
  while (!first_.compare_exchange_weak(entry->next, entry.get(), std::memory_order_release,
                                       std::memory_order_relaxed)) {
  }
  static_cast<void>(entry.release());  // the list has it
}

}  // namespace lamppost
