#!/bin/bash
# The engine on another machine, run by qemu or Wine: its unit tests, and the same bytes of answers as on this machine.
# On s390x bytes stand the other way round; aarch64 has loops of its own; armhf has 32 bits; mingw is Windows, where the
# program of docs/embedding.md is built and asked too. Randomly changed files too give the same there as here.
# cross.sh SOURCE_FOLDER BUILD_FOLDER s390x|aarch64|armhf|mingw [CHANGED_FILES [INDEX QUESTIONS]]
set -euo pipefail
source=$1 build=$2 machine=$3 out=$2/$3 changed=${4:-60}
index=${5:-$build/sample.pith} questions=${6:-$build/sample-questions.txt}
run=(qemu-"$machine" -L "/usr/$machine-linux-gnu") exe=
if [ "$machine" = armhf ]; then run=(qemu-arm -L /usr/arm-linux-gnueabihf); fi
if [ "$machine" = mingw ]; then
  export WINEPREFIX=$out/wine WINEDEBUG=-all
  run=(wine) exe=.exe
fi
cmake -S "$source" -B "$out" -G Ninja --toolchain "$source/cmake/$machine.cmake" -DCMAKE_BUILD_TYPE=Release \
  -DPITH_BUILD_TOOLS=OFF -DPITH_DATA_DIR="$build/share/pith" > /dev/null
cmake --build "$out" -j 2
"$build/bin/answers" "$index" "$questions" > "$out/host.txt"
# Where Windows ends lines in two bytes, what is compared has one.
"${run[@]}" "$out/bin/answers$exe" "$index" "$questions" | tr -d '\r' > "$out/answers.txt"
cmp "$out/host.txt" "$out/answers.txt"
echo "$(wc -l < "$out/host.txt") lines, the same bytes"
"$build/bin/changed" "$build/sample.pith" "$changed" > "$out/host-changed.txt"
"${run[@]}" "$out/bin/changed$exe" "$build/sample.pith" "$changed" | tr -d '\r' > "$out/changed.txt"
cmp "$out/host-changed.txt" "$out/changed.txt"
echo "$changed changed files, the same statuses and bytes"
if [ "$machine" = mingw ]; then
  sed -n '/^```c$/,/^```$/p' "$source/docs/embedding.md" | awk '/^```/ && NR > 1 { past = 1 } NR > 1 && !past' > "$out/embed.c"
  x86_64-w64-mingw32-gcc -std=c99 -Wall -Wextra -Werror -I "$source/include" "$out/embed.c" "$out/engine/libpith.a" \
    -o "$out/embed.exe"
  "${run[@]}" "$out/embed.exe" "$build/sample.pith" "How many businesses were damaged?" | grep 400
fi
"${run[@]}" "$out/bin/engine_tests$exe" --gtest_brief=1
