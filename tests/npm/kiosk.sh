#!/bin/bash
# The kiosk as a museum has it: built by its one command with the package that npm.sh has made, and used in Chromium.
# kiosk.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
source=$1 out=$2/kiosk
[ -d "$2/npm/pith-engine" ] || "$source/tools/npm/build.sh" "$2/npm"
"$source/tests/npm/tools.sh" "$2/npm/tools"
mkdir -p "$out"
# What was installed before stays where the lock file is the same.
find "$out" -mindepth 1 -maxdepth 1 ! -name node_modules ! -name installed.json -exec rm -rf {} +
(cd "$source/examples/kiosk" && cp -r articles src public ./*.json ./*.mjs index.html "$out")
cd "$out"
if ! cmp -s package-lock.json installed.json; then
  npm ci --no-audit --no-fund --silent
  cp package-lock.json installed.json
fi
export PITH=$2/bin/pith PITH_ENGINE=$2/npm/pith-engine
npm run --silent build
# A folder without pictures and titles, and one without articles.
mkdir -p plain empty
cp "$source"/examples/{sample,label}.txt plain
PITH_KIOSK_OUT=$out/plain-dist npm run --silent build -- plain
if npm run --silent build -- empty 2> /dev/null; then echo "a folder without articles was built" >&2; exit 1; fi

ln -sfn "$2/npm/pith-engine" node_modules/pith-engine
npx tsc
mkdir -p tests
cp "$source"/tests/npm/{kiosk.test,chromium}.mjs tests
ln -sfn "$2/npm/tools/node_modules" tests/node_modules
node --test tests
