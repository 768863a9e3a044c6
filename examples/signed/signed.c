/* Opens an index only if a key that the program trusts has signed it, and it is not older than the last one seen.
 *
 *     signed INDEX KEY.pub LEAST_CONTENT_VERSION
 *
 *     cc signed.c $(pkg-config --cflags --libs pith libsodium) -o signed */

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pith/pith.h"

static unsigned char* ReadFile(const char* path, size_t* size) {
  FILE* file = fopen(path, "rb");
  long end = 0;
  unsigned char* bytes = NULL;
  if (file != NULL && fseek(file, 0, SEEK_END) == 0 && (end = ftell(file)) > 0) bytes = malloc((size_t)end);
  if (bytes != NULL) {
    rewind(file);
    *size = fread(bytes, 1, (size_t)end, file);
  }
  if (file != NULL) fclose(file);
  return bytes;
}

/* The key in a file of pith keygen: a word, a space, 64 hexadecimal digits. */
static int ReadKey(const char* path, unsigned char key[crypto_sign_PUBLICKEYBYTES]) {
  static const char kWord[] = "pith-public-key ";
  size_t size = 0, bytes = 0;
  char* text = (char*)ReadFile(path, &size);
  const int good = text != NULL && size > sizeof kWord - 1 && memcmp(text, kWord, sizeof kWord - 1) == 0 &&
                   sodium_hex2bin(key, crypto_sign_PUBLICKEYBYTES, text + sizeof kWord - 1, size - (sizeof kWord - 1),
                                  "\n", &bytes, NULL) == 0 &&
                   bytes == crypto_sign_PUBLICKEYBYTES;
  free(text);
  return good;
}

/* Why an index is refused; NULL if it is as `key` signed it. The bytes must be the program's own: those of a mapped
 * file may change after the check. */
static const char* Refusal(const pith_index* index, const unsigned char* key, uint64_t least) {
  pith_signed it;
  const pith_status status = pith_signed_bytes(index, &it);
  if (status != PITH_OK) return pith_status_text(status);
  /* With the program's own key, not the one in the file. */
  if (crypto_sign_verify_detached(it.signature, it.data, it.size, key) != 0) return "not signed by this key";
  if (it.content_version < least) return "older than the last one seen";
  return NULL;
}

int main(int argc, char** argv) {
  unsigned char key[crypto_sign_PUBLICKEYBYTES];
  pith_index index;
  size_t size = 0;
  if (argc != 4 || sodium_init() < 0) return 2;
  if (!ReadKey(argv[2], key)) {
    fprintf(stderr, "%s: no public key\n", argv[2]);
    return 1;
  }
  unsigned char* bytes = ReadFile(argv[1], &size);
  const char* refusal = "cannot be read";
  if (bytes != NULL) {
    const pith_status status = pith_open(bytes, size, NULL, 0, &index);
    refusal = status != PITH_OK ? pith_status_text(status) : Refusal(&index, key, strtoull(argv[3], NULL, 10));
  }
  if (refusal != NULL) {
    fprintf(stderr, "%s: refused: %s\n", argv[1], refusal);
  } else {
    puts("signed"); /* from here on, the index is one that the key's owner vouches for */
  }
  free(bytes);
  return refusal == NULL ? 0 : 1;
}
