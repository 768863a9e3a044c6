#!/bin/bash
# The engine on a Cortex-M0: its objects need nothing but memory functions and integer arithmetic, they link where a
# heap is an error, and the program says what this machine's says, to the byte. m0.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
source=$1 build=$2 out=$2/m0
mkdir -p "$out"
cd "$out"

flags="-mcpu=cortex-m0 -mthumb -Os -std=c++17 -DNDEBUG -fno-exceptions -fno-rtti -fno-threadsafe-statics
  -ffunction-sections -fdata-sections -fno-jump-tables -Wall -Wextra -Werror -Wstack-usage=2048 -I$source -I$source/include"
rm -f ./*.o libpith.a
for file in "$source"/engine/*/*.cc; do
  # shellcheck disable=SC2086
  name=${file#"$source/"}
  arm-none-eabi-g++ $flags -c "$file" -o "${name//\//_}.o"
done
arm-none-eabi-ar rcs libpith.a engine_*.o
# Linked into one, so that only what the engine itself lacks is left.
arm-none-eabi-ld -r engine_*.o -o whole.o
if arm-none-eabi-nm -u whole.o | awk '{print $2}' | grep -vE '^(mem[a-z]+|__aeabi_[a-z0-9_]+)$'; then
  echo "the engine needs the symbols above; only mem* and __aeabi_* are allowed" >&2
  exit 1
fi
arm-none-eabi-size -t libpith.a | tail -1

cp "$build/sample.pith" sample.pith
cp "$build/sample-questions.txt" questions.txt
# shellcheck disable=SC2086
arm-none-eabi-g++ $flags -I. -nostartfiles -T "$source/tests/portable/m0/link.ld" -Wl,--gc-sections \
  "$source/tests/portable/m0/main.cc" "$source/tests/portable/m0/data.S" "$source/tests/portable/report.cc" \
  libpith.a -o sample.elf

"$build/bin/answers" sample.pith questions.txt > host.txt
qemu-system-arm -M mps2-an385 -nographic -monitor none -serial null \
  -semihosting-config enable=on,target=native -kernel sample.elf > m0.txt 2>&1
cmp host.txt m0.txt
echo "$(wc -l < host.txt) lines, the same bytes"
