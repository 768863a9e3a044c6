#!/bin/sh
# Prints a small index byte by byte, each piece under its name: the example in docs/format.md.
#   docs/format_dump.sh PITH        PITH: the built command, build/.../pith
set -eu
pith=${1:?usage: docs/format_dump.sh PITH}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'Ada Verne built the mill in 1931.' > "$folder/mill.txt"
"$pith" compile "$folder/mill.txt" -o "$folder/mill.pith" --language external
file=$folder/mill.pith

u16() { od -An -tu2 --endian=little -j"$1" -N2 "$file" | tr -d ' '; }
u32() { od -An -tu4 --endian=little -j"$1" -N4 "$file" | tr -d ' '; }
u64() { od -An -tu8 --endian=little -j"$1" -N8 "$file" | tr -d ' '; }
piece() { # name offset size
  printf '%s\n' "-- $1"
  [ "$3" -eq 0 ] || od -Ax -tx1z -w16 -v -j"$2" -N"$3" "$file" | sed '$d'
}

# Bytes of a record of each table, as in engine/part.h.
tables='text:1 pool:1 strings:8 head:24 sentences:20 tokens:8 terms:8 postings:4 words:8 candidates:8 values:16
entities:16 aliases:4 mentions:12 claims:12 facts:56 lookup:12 events:16 order:4
questions:1 suggestions:16'

piece "header" 0 32
sections=$(u32 12)
piece "section table" 32 $((sections * 32))
i=0
while [ "$i" -lt "$sections" ]; do
  entry=$((32 + i * 32))
  name=$(dd if="$file" bs=1 skip="$entry" count=4 2>/dev/null)
  at=$(u64 $((entry + 8)))
  size=$(u64 $((entry + 16)))
  i=$((i + 1))
  if [ "$name" != ARTS ]; then
    piece "$name" "$at" "$size"
    continue
  fi
  piece "ARTS: the part's size, tables and flags" "$at" 8
  count=$(u16 $((at + 4)))
  piece "  counts of its tables" $((at + 8)) $((4 * count))
  free=$((at + 8 + 4 * count))
  n=0
  for table in $tables; do
    records=$(u32 $((at + 8 + 4 * n)))
    bytes=$((records * ${table#*:}))
    piece "  ${table%:*}: $records" "$free" "$bytes"
    free=$(((free + bytes + 3) / 4 * 4))
    n=$((n + 1))
  done
done
