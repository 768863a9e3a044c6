#!/bin/bash
# Runs every fuzzer for so many seconds each, two at a time, from the corpus in the repository, seeds made here, and what
# earlier runs have found.
#
#   tests/fuzz/run.sh SECONDS [BUILD_FOLDER]        BUILD_FOLDER has the pith command and its data [build/dev]
#   tests/fuzz/run.sh --coverage SECONDS            and prints which lines and branches of engine/ were reached
#   FUZZERS="change_fuzz read_fuzz-zim" tests/fuzz/run.sh SECONDS        only these
#   PITH_FUZZ_SEED=1 tests/fuzz/run.sh SECONDS      the same inputs each time
#
# What is found goes to build/fuzz/corpus/FUZZER; an input that breaks something to build/fuzz/FUZZER-crash-*.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/packages.sh
coverage=OFF out=build/fuzz
engine="open_fuzz ask_fuzz change_fuzz"
# Not read_fuzz-zim, unless FUZZERS names it: libzim reserves as much memory as a file tells it to.
formats="text jsonl json html markdown epub"
all="$engine compile_fuzz corrections_fuzz model_fuzz $(printf 'read_fuzz-%s ' $formats)"
if [ "${1:-}" = --coverage ]; then
  coverage=ON out=build/fuzz-coverage all=$engine
  shift
fi
seconds=$1 build=$(realpath "${2:-build/dev}")
fuzzers=${FUZZERS:-$all}
# shellcheck disable=SC2086
install_missing $pith_packages clang libclang-rt-14-dev llvm zim-tools zip python3 > /dev/null
cmake -S . -B $out -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=None -DPITH_BUILD_TOOLS=ON \
  -DPITH_BUILD_FUZZERS=ON -DPITH_FUZZ_COVERAGE=$coverage -DPITH_DATA_DIR="$build/share/pith" > /dev/null
# shellcheck disable=SC2046,SC2086
cmake --build $out -j 2 --target $(printf '%s\n' $fuzzers | sed 's/-.*//' | sort -u) > /dev/null

# Small articles that have together what an article can have, with the smallest language block beside them: copies of a
# sentence, aliases and tags, an editor's corrections, headings; more than a search looks into at once; signed.
seeds=$out/seeds
rm -rf $seeds
for fuzzer in $fuzzers; do mkdir -p $seeds/"$fuzzer"; done
mkdir -p $seeds/epub/META-INF $seeds/zim
cat > $seeds/more.jsonl <<'END'
{"id": "b", "title": "Birds", "date": "1990-06-01", "aliases": ["The crane society"], "tags": ["birds"], "author": "Ida Holm", "text": "Mrs Ilse Varga founded the Orrendal Bird Society (OBS) in 1951. According to the guide, she counted about 40 cranes and two owls. It did not close on 3 May 1990. About 50 ships left the harbour."}
{"id": "c", "title": "Brind", "text": "The ferry to Brund takes two hours. It was built by the son of Ilse Varga. Was it sold? Police closed the bridge on Monday. The mayor did not open the museum. About 50 ships left the harbour."}
{"id": "d", "date": "2001-02-03", "text": "Ida Holm, 82, may sell the oak mill or the barge if the council pays 10 to 15 million euros. The guide denies that the tower, 30 metres tall, was built in Kvasir. Nobody saw the crane there. \u201cThe museum opened on Sunday,\u201d said her brother. When the mill burned, the wife of the miller, who had built a house near Brund, left and sold all boats. No owl nests in the tower. Write to ida@mill.example or @ida, see https://mill.example/a. \ud83d\udc69\u200d\ud83d\udd2c Stra\u00dfe 1,000.50"}
END
for i in $(seq 17); do echo '{"id": "f'$i'", "title": "Ferry '$i'", "date": "20'$((i + 10))'-01-02", "text": "The ferry has '$i' seats."}'; done >> $seeds/more.jsonl
cat > $seeds/more.corrections.toml <<'END'
[[answer]]
article = "c"
question = "Who pays for the ferry?"
answer = "The council of Brund"
quote = "It was built by the son of Ilse Varga."
[[silent]]
article = "c"
question = "Who keeps the key?"
[[same]]
article = "c"
question = "When did the museum open?"
also = ["Since when is the museum open?"]
[[add]]
article = "b"
subject = "Orrendal Bird Society"
relation = "has"
object = "60 members"
quote = "It did not close on 3 May 1990."
END
echo '<title>Mill</title><h1 id="m">Mill</h1><p>Ann Weir built it.<h2 id="s">Stones</h2><p>There were two stones of granite.' > $seeds/page.html
"$build/bin/pith" compile examples/sample.txt $seeds/page.html $seeds/more.jsonl -o $seeds/tiny.pith --profile tiny --language external
"$build/bin/pith" keygen $seeds/a.key > /dev/null
"$build/bin/pith" sign $seeds/tiny.pith --key $seeds/a.key --content-version 7
# What stands beside it in a set: one for search alone with some of the same ids, and one of a single article.
{ sed -n '1,2s/Birds/Owls/p' $seeds/more.jsonl && echo '{"id": "m", "title": "The crane mill", "text": "The mill ground flour. A crane nests there."}'; } > $seeds/some.jsonl
"$build/bin/pith" compile $seeds/some.jsonl -o $seeds/search.pith --profile tiny --language external --contents search
sed -n 3p $seeds/more.jsonl > $seeds/d.jsonl
"$build/bin/pith" compile $seeds/d.jsonl -o $seeds/single.pith --profile tiny --language external
cat tests/pith/corrections/*.txt > $seeds/corrected.txt
export PITH_FUZZ_INDEX=$PWD/$seeds/tiny.pith PITH_FUZZ_SEARCH=$PWD/$seeds/search.pith \
  PITH_FUZZ_SINGLE=$PWD/$seeds/single.pith PITH_FUZZ_LANGUAGE=$build/share/pith/en-tiny.lang \
  PITH_FUZZ_MODELS=$build/share/pith/en.model PITH_FUZZ_TEXT=$PWD/$seeds/corrected.txt

# What a fuzzer begins with: the corpus, and these.
seed() {
  local to=$seeds/$1
  case $1 in
    open_fuzz) cp $seeds/tiny.pith "$to" ;;
    corrections_fuzz) cp tests/pith/corrections/*.toml "$to" ;;
    compile_fuzz)
      # Sentences. The first byte says which format and models (compile_fuzz.cc).
      cat examples/*.txt | sed 's/\. /.\n/g' | awk -v to="$to" 'NF { print (NR % 2 * 4) $0 > to "/" NR }'
      echo '1{"id": "a", "date": "2021-01-05", "text": "Police said on Monday that 50 ships left."}' > "$to/jsonl"
      echo '2<h1>Mill</h1><table><tr><th>Built<td>1790<tr><th>Owner<td>Ann Weir</table><p>It was sold.' > "$to/html"
      printf '3# Mill\n\n- Ann Weir built it.\n\n| Built | 1790 |\n|---|---|\n| Owner | Ann Weir |\n' > "$to/markdown"
      ;;
    read_fuzz-text) cp examples/*.txt "$to" ;;
    read_fuzz-jsonl) cp $seeds/more.jsonl "$to" ;;
    read_fuzz-json) (echo '[' && sed '$!s/$/,/' $seeds/more.jsonl && echo ']') > "$to/json" ;;
    read_fuzz-html) cp tests/compiler/pages/*.html "$to" ;;
    read_fuzz-markdown) cp docs/inputs.md docs/install.md "$to" ;;
    read_fuzz-epub)
      local book=$seeds/epub
      printf application/epub+zip > $book/mimetype
      echo '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>' > $book/META-INF/container.xml
      echo '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Mills</dc:title><dc:date>2019-05-01</dc:date></metadata><manifest><item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>' > $book/b.opf
      echo '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="c.xhtml#a">The mill</a></li></ol></nav></body></html>' > $book/n.xhtml
      echo '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1 id="a">The mill</h1><p>Ann Weir built it in 1790.</p></body></html>' > $book/c.xhtml
      # Stored: a change of a byte is one of the text.
      (cd $book && zip -q -X -0 - mimetype META-INF/container.xml ./*.opf ./*.xhtml) > "$to/book.epub"
      ;;
    read_fuzz-zim)
      cp tests/compiler/pages/wiki.html tests/compiler/pages/icon.png $seeds/zim
      zimwriterfs -j -w wiki.html -I icon.png -l eng -t T -d D -c C -p P -n N $seeds/zim "$to/wiki.zim" > $seeds/zim.log
      ;;
  esac
}
for fuzzer in $fuzzers; do seed "$fuzzer"; done

# fuzz NAME: NAME is that of a fuzzer, with read_fuzz that of a format behind it.
fuzz() {
  local name=$1 found=build/fuzz/corpus/$1 corpus=tests/fuzz/corpus/$1 log=$out/$1.log longest=4096 status=0 inputs
  case $name in
    open_fuzz | read_fuzz-zim) longest=65536 ;;
    ask_fuzz | compile_fuzz) longest=256 ;;  # more words than a question can have that count
    change_fuzz) longest=600 ;;
  esac
  mkdir -p "$found" "$corpus"
  # On a busy machine it gets a part of the time alone, so what counts is that of the processor.
  TIMEFORMAT='%U %S'
  { time PITH_FUZZ_FORMAT=${name#*-} LLVM_PROFILE_FILE=$out/$name.profraw $out/bin/"${name%-*}" "$found" "$corpus" \
    $seeds/"$name" -seed="${PITH_FUZZ_SEED:-0}" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 -max_len=$longest -len_control=0 \
    -entropic=0 -print_final_stats=1 -artifact_prefix=build/fuzz/"$name"- 2> "$log"; } 2> "$log.time" || status=$?
  if [ $status -ne 0 ]; then
    tail -40 "$log" >&2
    return 1
  fi
  inputs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  echo "$name: $inputs inputs, $(awk -v inputs="$inputs" '{ printf "%d", inputs / ($1 + $2) }' "$log.time") for each" \
    "second of a processor, $(grep -o 'cov: [0-9]*' "$log" | tail -1)"
}
export -f fuzz
export seconds out seeds
# shellcheck disable=SC2086
printf '%s\n' $fuzzers | xargs -P 2 -I NAME bash -c 'fuzz NAME'

if [ $coverage = ON ]; then
  llvm-profdata merge -o $out/all.profdata $out/*.profraw
  llvm-cov report $out/bin/change_fuzz -object $out/bin/ask_fuzz -object $out/bin/open_fuzz \
    -instr-profile=$out/all.profdata --ignore-filename-regex='(tests|include)/' | tail -60
fi
