// pith keygen, pith sign and pith verify: who made an index, and that it is as it was made.

#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "absl/strings/str_cat.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/place.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/page.h"
#include "tools/pith/signature.h"

namespace pith::command {
namespace {

constexpr uint64_t kMaxKeyBytes = 4096;

struct SignArguments {
  std::string index, key;
  uint64_t version = 0;  // of the content: that it is signed with, or the least that is wanted
  bool json = false;
};

absl::Status StartSodium() {
  return sodium_init() < 0 ? absl::UnavailableError("the system gives no random numbers") : absl::OkStatus();
}

absl::Status Keygen(const SignArguments& arguments) {
  if (arguments.key.empty() || arguments.key == "-") {
    return UsageError("keygen writes two files: name the one for the secret key");
  }
  const std::string open = arguments.key + ".pub";
  for (const std::string& path : {arguments.key, open}) {
    if (access(path.c_str(), F_OK) == 0) return UsageError(absl::StrCat(path, ": exists, and no key is overwritten"));
  }
  if (absl::Status status = StartSodium(); !status.ok()) return status;
  const KeyPair keys = MakeKeys();
  const mode_t before = umask(0177);  // the secret key is for its owner alone from the first byte on
  absl::Status status = compiler::WriteFileAtomically(arguments.key, keys.secret);
  umask(before);
  if (status.ok()) status = compiler::WriteFileAtomically(open, keys.open);
  if (!status.ok()) return status;
  if (arguments.json) {
    PrintJson({{"key", arguments.key}, {"public", open}});
  } else {
    PrintWrapped("", absl::StrCat(arguments.key, ": the secret key, which signs; keep it to yourself"));
    PrintWrapped("", absl::StrCat(open, ": the public key, which verifies; give it to those who read"));
  }
  return absl::OkStatus();
}

absl::Status Sign(const SignArguments& arguments) {
  absl::StatusOr<std::string> file = compiler::ReadFile(arguments.key, kMaxKeyBytes);
  if (!file.ok()) return file.status();
  absl::StatusOr<std::string> key = SecretKeyIn(*file, arguments.key);
  if (!key.ok()) return key.status();
  if (absl::Status status = StartSodium(); !status.ok()) return status;
  std::string bytes;
  {
    absl::StatusOr<std::unique_ptr<OpenIndex>> index = OpenIndex::OpenUnchecked(arguments.index);
    if (!index.ok()) return index.status();
    // Nobody should vouch for what is damaged.
    const pith_status sound = pith_verify((*index)->get(), nullptr);
    if (sound != PITH_OK && sound != PITH_TOO_NEW) return ToStatus(sound, arguments.index);
    if (absl::Status status = (*index)->CheckLanguage(); !status.ok()) return status;
    bytes = Signed((*index)->file(), *key, arguments.version);
  }
  if (absl::Status status = compiler::WriteFileAtomically(arguments.index, bytes); !status.ok()) return status;
  if (arguments.json) PrintJson({{"ok", true}, {"bytes", bytes.size()}});
  return absl::OkStatus();
}

absl::Status Verify(const SignArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenIndex::OpenUnchecked(arguments.index);
  if (!opened.ok()) return opened.status();
  pith_fault fault = {};
  const pith_status status = pith_verify((*opened)->get(), &fault);
  if (fault.message != nullptr) {
    const std::string section = fault.section[0] == '\0' ? "header" : fault.section;
    const absl::Status damage =
        absl::InvalidArgumentError(absl::StrCat(arguments.index, status == PITH_DAMAGED ? ": damaged: " : ": ", section,
                                                ", byte ", fault.offset, ": ", fault.message));
    return compiler::AtByte(compiler::AtFile(damage, arguments.index), fault.offset);
  }
  if (status != PITH_OK) return ToStatus(status, arguments.index);
  if (absl::Status language = (*opened)->CheckLanguage(); !language.ok()) return language;
  if (!arguments.key.empty()) {
    absl::StatusOr<std::string> file = compiler::ReadFile(arguments.key, kMaxKeyBytes);
    if (!file.ok()) return file.status();
    absl::StatusOr<std::string> key = OpenKeyIn(*file, arguments.key);
    if (!key.ok()) return key.status();
    if (absl::Status started = StartSodium(); !started.ok()) return started;
    const absl::Status signed_by_key = CheckSignature(*(*opened)->get(), *key, arguments.version, arguments.index);
    if (!signed_by_key.ok()) return signed_by_key;
  }
  if (arguments.json) {
    PrintJson({{"ok", true}, {"signed", !arguments.key.empty()}});
  } else {
    PrintWrapped("",
                 absl::StrCat(arguments.index, arguments.key.empty() ? ": sound" : ": sound, and signed by this key"));
  }
  return absl::OkStatus();
}

}  // namespace

void AddKeygen(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<SignArguments>();
  verb->add_option("FILE", arguments->key, "Where the secret key goes; the public one goes to FILE.pub")->required();
  AddOutputOptions(verb, &arguments->json);
  verb->callback([arguments, action] { *action = [arguments] { return Keygen(*arguments); }; });
}

void AddSign(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<SignArguments>();
  verb->add_option("INDEX", arguments->index, "An index made by pith compile; it is replaced")->required();
  verb->add_option("--key", arguments->key, "The secret key of pith keygen")->type_name("FILE")->required();
  WholeNumber(verb->add_option("--content-version", arguments->version,
                               "The number of this edition, for readers that refuse earlier ones [0]"),
              0, UINT64_MAX);
  AddOutputOptions(verb, &arguments->json);
  verb->callback([arguments, action] { *action = [arguments] { return Sign(*arguments); }; });
}

void AddVerify(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<SignArguments>();
  verb->add_option("INDEX", arguments->index, "An index made by pith compile")->required();
  CLI::Option* const key =
      verb->add_option("--key", arguments->key, "Also check that this public key signed it")->type_name("FILE");
  WholeNumber(
      verb->add_option("--min-content-version", arguments->version, "Refuse an edition of a lower number than this"), 0,
      UINT64_MAX)
      ->needs(key);
  AddOutputOptions(verb, &arguments->json);
  verb->callback([arguments, action] { *action = [arguments] { return Verify(*arguments); }; });
}

}  // namespace pith::command
