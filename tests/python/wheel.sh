#!/bin/bash
# The module's types hold, and a wheel works by itself. wheel.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
source=$1 build=$2 out=$2/python
rm -rf "$out"
mkdir -p "$out"
cp -r "$source/tools/python/pith" "$out/checked"
(cd "$out" && /usr/bin/python3 -m mypy --strict --cache-dir "$out/mypy" checked)
"$source/tools/python/wheel.sh" "$out" "$build/engine/libpith.so"
/usr/bin/python3 -m zipfile -e "$out"/pith_engine-*-py3-none-*.whl "$out/installed"
cd "$out/installed"
unset PITH_LIBRARY
# Its README's first lines, and nothing but the wheel's own library.
/usr/bin/python3 - "$build/sample.pith" > "$out/said.txt" <<'END'
import sys
import pith
with pith.open(sys.argv[1]) as index:
    print(index.ask("How many businesses were damaged?").best.text)
print(*{line.split()[-1] for line in open("/proc/self/maps") if "libpith" in line})
END
printf '400\n%s\n' "$out/installed/pith/libpith.so.0" | diff - "$out/said.txt"
