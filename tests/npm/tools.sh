#!/bin/bash
# Installs what the tests of the npm package and of the kiosk run with, by their lock file. tools.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
if cmp -s "$here/package-lock.json" installed.json; then exit 0; fi
cp "$here"/package.json "$here"/package-lock.json .
npm ci --ignore-scripts --no-audit --no-fund --silent
cp package-lock.json installed.json
