#include "tools/compiler/write/language_hash.h"

#include <sodium.h>

#include "engine/language/language.h"

namespace pith::compiler {
namespace {

constexpr size_t kUnhashed = kLanguageCrcAt + sizeof(uint32_t) - kLanguageHashAt;  // the hash and the checksum

}  // namespace

std::string LanguageHash(absl::string_view block) {
  std::string hash(kLanguageHashBytes, '\0');
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, hash.size());
  const auto add = [&state](absl::string_view bytes) {
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  };
  add(block.substr(0, kLanguageHashAt));
  add(std::string(kUnhashed, '\0'));
  add(block.substr(kLanguageHashAt + kUnhashed));
  crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(&hash[0]), hash.size());
  return hash;
}

}  // namespace pith::compiler
