# Sourced by the scripts beside it, from the project's folder: sets `pith` to the command to measure.
pith=${PITH:-}
for built in build/release/bin/pith build/dev/bin/pith; do
  if [ -z "$pith" ] && [ -x $built ]; then pith=$built; fi
done
if [ -z "$pith" ]; then echo "build Pith first, or set PITH" >&2; exit 2; fi
