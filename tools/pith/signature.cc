#include "tools/pith/signature.h"

#include <sodium.h>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "engine/format/crc32.h"
#include "engine/format/records.h"
#include "engine/format/sections.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/read/place.h"

namespace pith::command {
namespace {

static_assert(SignatureRecord::kSignatureBytes == crypto_sign_BYTES, "the format's");
static_assert(SignatureRecord::kKeyBytes == crypto_sign_PUBLICKEYBYTES, "the format's");

constexpr absl::string_view kSecretWord = "pith-secret-key", kOpenWord = "pith-public-key";
constexpr uint64_t kAlignment = 8;
constexpr uint32_t kPolynomial = 0xEDB88320;  // of CRC-32

const unsigned char* Raw(absl::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* Raw(std::string* bytes) { return reinterpret_cast<unsigned char*>(&(*bytes)[0]); }

// The four bytes that bring the checksum of what they are appended to to 0: the steps of the checksum, taken backwards.
uint32_t ZeroingBytes(absl::string_view before) {
  uint32_t wanted = 0xFFFFFFFF;
  for (int i = 0; i < 32; ++i) wanted = (wanted >> 31) != 0 ? (wanted ^ kPolynomial) << 1 | 1 : wanted << 1;
  return wanted ^ ~Crc32(compiler::AsBytes(before));
}

void Put(std::string* bytes, size_t at, uint64_t value, uint32_t size) {
  for (uint32_t i = 0; i < size; ++i) (*bytes)[at + i] = static_cast<char>(value >> (8 * i));
}

// The index without its signature: header and table as if it had never had one.
struct Unsigned {
  std::string head;      // 32 bytes
  std::string sections;  // entries of the table
  std::string content;   // what follows the table, from its first section to the end of the last
};

Unsigned Strip(absl::string_view index) {
  const Bytes file = compiler::AsBytes(index);
  const uint32_t count = file.U32(12);
  const size_t table_end = kHeaderBytes + size_t{count} * SectionRecord::kBytes;
  Unsigned out = {std::string(index.substr(0, kHeaderBytes)), "", std::string(index.substr(table_end))};
  for (uint32_t i = 0; i < count; ++i) {
    const size_t at = kHeaderBytes + size_t{i} * SectionRecord::kBytes;
    const SectionRecord record = SectionRecord::Load(file.Sub(at, SectionRecord::kBytes));
    if (record.name == kSectionSignature) {
      out.content.resize(record.offset - table_end);
    } else {
      absl::StrAppend(&out.sections, index.substr(at, SectionRecord::kBytes));
    }
  }
  out.content.resize((out.content.size() + kAlignment - 1) / kAlignment * kAlignment);
  // Offsets from the start of the content, so that the table may grow.
  for (size_t at = 8; at < out.sections.size(); at += SectionRecord::kBytes) {
    Put(&out.sections, at, compiler::AsBytes(out.sections).U64(at) - table_end, 8);
  }
  return out;
}

absl::StatusOr<std::string> KeyIn(absl::string_view bytes, absl::string_view word, size_t size,
                                  const std::string& path) {
  absl::string_view digits = absl::StripAsciiWhitespace(bytes);
  if (absl::ConsumePrefix(&digits, word) && digits.size() == 1 + 2 * size && digits[0] == ' ') {
    std::string key = absl::HexStringToBytes(digits.substr(1));
    if (key.size() == size) return key;
  }
  return compiler::AtFile(absl::InvalidArgumentError(absl::StrCat(
                              path, ": not a ", word == kSecretWord ? "secret" : "public", " key of pith keygen")),
                          path);
}

}  // namespace

KeyPair MakeKeys() {
  std::string open(crypto_sign_PUBLICKEYBYTES, '\0'), secret(crypto_sign_SECRETKEYBYTES, '\0');
  crypto_sign_keypair(Raw(&open), Raw(&secret));
  return {absl::StrCat(kSecretWord, " ", absl::BytesToHexString(secret), "\n"),
          absl::StrCat(kOpenWord, " ", absl::BytesToHexString(open), "\n")};
}

absl::StatusOr<std::string> SecretKeyIn(absl::string_view bytes, const std::string& path) {
  return KeyIn(bytes, kSecretWord, crypto_sign_SECRETKEYBYTES, path);
}

absl::StatusOr<std::string> OpenKeyIn(absl::string_view bytes, const std::string& path) {
  return KeyIn(bytes, kOpenWord, crypto_sign_PUBLICKEYBYTES, path);
}

std::string Signed(absl::string_view index, const std::string& secret_key, uint64_t content_version) {
  Unsigned parts = Strip(index);
  const size_t count = parts.sections.size() / SectionRecord::kBytes + 1;
  const size_t table_end = kHeaderBytes + count * SectionRecord::kBytes, at = table_end + parts.content.size();
  for (size_t i = 8; i < parts.sections.size(); i += SectionRecord::kBytes) {
    Put(&parts.sections, i, compiler::AsBytes(parts.sections).U64(i) + table_end, 8);
  }
  std::string entry(SectionRecord::kBytes, '\0');  // not required: a reader may leave it alone
  Put(&entry, 0, kSectionSignature, 4);
  Put(&entry, 8, at, 8);
  Put(&entry, 16, SignatureRecord::kBytes, 8);
  std::string out = absl::StrCat(parts.head, parts.sections, entry, parts.content);
  Put(&out, 12, count, 4);
  Put(&out, 16, at + SignatureRecord::kBytes, 8);
  Put(&out, 24, 0, 4);
  Put(&out, 24, Crc32(compiler::AsBytes(absl::string_view(out).substr(0, table_end))), 4);

  std::string section(SignatureRecord::kKeyAt, '\0');
  Put(&section, 0, kSignatureVersion, 4);
  Put(&section, 8, content_version, 8);
  std::string open(crypto_sign_PUBLICKEYBYTES, '\0');
  crypto_sign_ed25519_sk_to_pk(Raw(&open), Raw(secret_key));
  section += open;
  out += section;
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(Raw(&signature), nullptr, Raw(out), out.size(), Raw(secret_key));
  section += signature;
  section.resize(SignatureRecord::kBytes - 4);
  const uint32_t zeroing = ZeroingBytes(section);
  section.resize(SignatureRecord::kBytes);
  Put(&section, SignatureRecord::kBytes - 4, zeroing, 4);
  return out + section.substr(SignatureRecord::kSignatureAt);
}

absl::Status CheckSignature(const pith_index& index, const std::string& open_key, uint64_t least_version,
                            const std::string& path) {
  const auto refused = [&path](absl::string_view why) {
    return compiler::AtFile(absl::InvalidArgumentError(absl::StrCat(path, ": ", why)), path);
  };
  pith_signed it = {};
  const pith_status status = pith_signed_bytes(&index, &it);
  if (status != PITH_OK) return refused(pith_status_text(status));
  if (sodium_memcmp(it.key, open_key.data(), open_key.size()) != 0)
    return refused("signed by another key than this one");
  if (crypto_sign_verify_detached(it.signature, static_cast<const unsigned char*>(it.data), it.size, Raw(open_key)) !=
      0) {
    return refused("changed after it was signed: the signature is not that of these bytes");
  }
  if (it.content_version < least_version) {
    return refused(absl::StrCat("its content is of version ", it.content_version, ", and at least ", least_version,
                                " is wanted: an older index, though rightly signed"));
  }
  return absl::OkStatus();
}

}  // namespace pith::command
