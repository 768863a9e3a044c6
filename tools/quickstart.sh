#!/bin/bash
# From nothing to answers: installs what is missing, builds Pith, compiles the sample article, asks it, sums it up.
#
#   ./tools/quickstart.sh
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/packages.sh

# shellcheck disable=SC2086
install_missing $pith_packages
build=build/release
# Configured once: ninja sees to it that later changes are taken up.
if [ ! -f $build/build.ninja ]; then
  echo "Configuring ..." >&2
  cmake --preset release > /dev/null
fi
if ! ninja -C $build -n pith pith_data | grep -q 'no work to do'; then
  echo "Building (a minute or two the first time) ..." >&2
fi
if ! log=$(cmake --build $build -j 2 --target pith pith_data 2>&1); then
  echo "$log" >&2
  exit 1
fi

pith=$build/bin/pith
index=$build/sample.pith
bold='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$'\033[1;36m' plain=$'\033[0m'; fi
title() { printf '\n%s== %s ==%s\n' "$bold" "$1" "$plain"; }
ask() {
  printf '\n%sQ: %s%s\n' "$bold" "$1" "$plain"
  $pith ask $index "$1"
}

$pith compile examples/sample.txt -o $index
echo "Compiled examples/sample.txt into $index: $(stat -c %s $index) bytes, the language block within."

title "In three sentences"
$pith summarize $index --sentences 3
title "Key facts"
$pith facts $index --top 10
title "Timeline"
$pith timeline $index
title "Questions"
ask "How many people were injured?"
ask "Who is the prime minister of Armenia?"
ask "Where did the protests begin?"
ask "Why did the protests begin?"
ask "When did Kazakhstan declare independence?"
title "A question that the article does not answer"
ask "What is the capital of France?"

title "Where to go next"
cat <<END
  $pith help          every verb
  $pith ask $index "your question"
  $pith search $index "misspelt wrds too"
  $pith compile your-article.txt -o your.pith   your own text, or JSONL with many articles
  README.md           twenty lines of C++ that embed the engine
  docs/design.md      why it is built this way
END
