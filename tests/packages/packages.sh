#!/bin/bash
# The Debian packages, made of the source's tarball: lintian finds nothing, and in a bare Debian they install, compile,
# answer as this machine's own build does, link into a program, and go without a trace.
# packages.sh SOURCE_FOLDER BUILD_FOLDER
#
# Ends with 77 where the source is no git checkout. Where no bare Debian can be had (only root makes one, and only with a
# mirror at hand), the packages are unpacked into a folder and the programs run from there.
set -euo pipefail
source=$1 build=$2 out=$2/packages
if ! tree=$(git -C "$source" stash create); then echo "no checkout to pack" >&2 && exit 77; fi
mkdir -p "$out"
"$source/tools/package/build.sh" "$out" "${tree:-HEAD}" > "$out/build.log" 2>&1 || { tail -n 40 "$out/build.log" && exit 1; }

cd "$out"
lintian --allow-root --fail-on error,warning --tag-display-limit 0 ./*.deb
rm -rf unpacked
for package in ./*.deb; do dpkg-deb -x "$package" unpacked; done
# The library's package depends on the C library of 2.17.
readelf -W --version-info unpacked/usr/lib/*/libpith.so.0 | grep -o 'GLIBC_2\.[0-9]*' | sort -u |
  awk -F . '$2 > 17 { print "needs " $0; exit 1 }'
gzip -dc unpacked/usr/share/man/man1/pith.1.gz > pith.1
if mandoc -T lint -W warning pith.1 | grep -v 'missing date'; then exit 1; fi

suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
bare=$build/$suite.tar root=$out/root
rm -rf "$root"
if [ ! -f "$bare" ] && [ "$(id -u)" -eq 0 ]; then
  if debootstrap --variant=minbase "$suite" "$root" > debootstrap.log 2>&1; then
    tar -cf "$bare.part" -C "$root" .
    mv "$bare.part" "$bare"
  fi
  rm -rf "$root"
fi
question="How many businesses were damaged?"
if [ ! -f "$bare" ]; then
  echo "no bare Debian: the packages are unpacked instead"
  unpacked/usr/bin/pith compile "$source/examples/sample.txt" -o sample.pith
  cmp sample.pith "$build/sample.pith"
  exit
fi

# within COMMAND: a line of the shell in the bare Debian. Nothing is mounted there, /proc neither.
within() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive sh -ec "$1"; }
install_within() { within "apt-get install -y -qq --no-install-recommends $*" > install.log 2>&1 || { cat install.log && exit 1; }; }
mkdir "$root"
tar -xf "$bare" -C "$root"
cp /etc/resolv.conf "$root/etc/resolv.conf"
echo force-unsafe-io > "$root/etc/dpkg/dpkg.cfg.d/quick"
cp ./*.deb "$source/examples/sample.txt" "$root/root"
within 'apt-get update -qq; touch /root/before'
install_within /root/*.deb
within 'cd /root; pith compile sample.txt -o sample.pith; pith verify sample.pith'
cmp "$root/root/sample.pith" "$build/sample.pith"
within "pith ask /root/sample.pith '$question' --json" | cmp - <("$build/bin/pith" ask "$build/sample.pith" "$question" --json)
within 'dpkg --verify libpith0 libpith-dev pith pith-data-en'

install_within gcc libc6-dev pkg-config
sed -n '/^```c$/,/^```$/p' "$source/docs/embedding.md" | awk '/^```/ && NR > 1 { past = 1 } NR > 1 && !past' > "$root/root/embed.c"
within 'cd /root; gcc embed.c $(pkg-config --cflags --libs pith) -o embed; gcc embed.c -static $(pkg-config --cflags --libs pith) -o still'
within "cd /root; ./embed sample.pith '$question'" > said.txt
within "cd /root; ./still sample.pith '$question'" | cmp - said.txt
test "$(wc -l < said.txt)" -eq 2
# Into a file first: `grep -q` on a pipe ends at its match, and ldd, still writing lines, would then fail with it.
within 'ldd /root/embed' > needed.txt
grep -q 'libpith.so.0 => /lib' needed.txt

within 'apt-get purge -y -qq libpith0 libpith-dev pith pith-data-en > /root/purge.log 2>&1
  left=$(find / -name "*pith*" -not -path "/root/*" -not -path "/var/lib/apt/*"); echo "$left"; test -z "$left"'
rm -rf "$root"
