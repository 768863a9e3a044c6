// Signatures of indexes, by libsodium's Ed25519. docs/format.md has the section's bytes.

#ifndef PITH_TOOLS_PITH_SIGNATURE_H_
#define PITH_TOOLS_PITH_SIGNATURE_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "pith/pith.h"

namespace pith::command {

// A key file holds one line: a word that says which kind it is, a space, and the key in hexadecimal digits. `secret`
// and `open` are the bytes of such files, the second for everybody.
struct KeyPair {
  std::string secret, open;
};
KeyPair MakeKeys();

// The key in a file's bytes. InvalidArgument, naming `path`, if it is none of that kind.
absl::StatusOr<std::string> SecretKeyIn(absl::string_view bytes, const std::string& path);
absl::StatusOr<std::string> OpenKeyIn(absl::string_view bytes, const std::string& path);

// The same index, signed: a signature that it had is replaced.
std::string Signed(absl::string_view index, const std::string& secret_key, uint64_t content_version);

// Whether `open_key` signed an open index, and its content is of version `least_version` or later. InvalidArgument,
// naming `path`, says what is wrong. Its language block's hash is signed with it (OpenIndex::CheckLanguage).
absl::Status CheckSignature(const pith_index& index, const std::string& open_key, uint64_t least_version,
                            const std::string& path);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_SIGNATURE_H_
