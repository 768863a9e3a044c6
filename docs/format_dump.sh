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

# Fields of a record of each table, as in engine/format/records.h; 0: a table of bytes.
tables='text:0 pool:0 strings:2 head:6 sentences:9 tokens:0 terms:2 other-terms:2 postings:2 candidates:0 values:6
entities:6 aliases:1 mentions:3 claims:3 facts:19 lookup:2 events:4 order:1
questions:0 suggestions:4 properties:2 topic:1 replies:5 wordings:3 outline:3'

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
  piece "  counts of its tables" $((at + 8)) $((2 * count))
  free=$((at + 8 + 2 * count))
  n=0
  for table in $tables; do
    [ "$n" -lt "$count" ] || break
    records=$(u16 $((at + 8 + 2 * n)))
    fields=${table#*:}
    bits=0
    for width in $([ "$records" -eq 0 ] || [ "$fields" -eq 0 ] || od -An -tu1 -v -j"$free" -N"$fields" "$file"); do
      bits=$((bits + width % 128))
    done
    [ "$fields" -ne 0 ] || bits=8
    rows=$(((records * bits + 7) / 8))
    if [ "$records" -ne 0 ] && [ "$fields" -ne 0 ]; then
      piece "  ${table%:*}: widths of $fields fields, $bits bits" "$free" "$fields"
      free=$((free + fields))
    fi
    piece "  ${table%:*}: $records" "$free" "$rows"
    free=$((free + rows))
    n=$((n + 1))
  done
done
