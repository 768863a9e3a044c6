#!/bin/bash
# Makes what a release consists of: the source as a tarball, and from that tarball the Debian packages of this machine.
#
#   tools/package/build.sh OUT_FOLDER [TREE]     TREE: the commit to pack, HEAD unless said
set -euo pipefail
mkdir -p "$1"
out=$(cd "$1" && pwd) tree=${2:-HEAD}
cd "$(dirname "$0")/../.."
. tools/packages.sh
# shellcheck disable=SC2086
install_missing $pith_packages dpkg-dev git
version=$(git show "$tree:include/pith/pith.h" | sed -n 's/^#define PITH_VERSION "\(.*\)"/\1/p')
name=pith-$version

rm -rf "${out:?}/$name" "$out/build" "$out"/*.deb
git archive --format=tar --prefix="$name/" "$tree" | gzip -9n > "$out/$name.tar.gz"
tar -xzf "$out/$name.tar.gz" -C "$out"
cmake -S "$out/$name" -B "$out/build" --preset release -DCMAKE_INSTALL_PREFIX=/usr -DBUILD_SHARED_LIBS=ON \
  -DCMAKE_SHARED_LINKER_FLAGS=-Wl,-z,now -DCMAKE_EXE_LINKER_FLAGS=-Wl,-z,now -DPITH_WARNINGS_AS_ERRORS=ON
cmake --build "$out/build" -j 2
export SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct "$tree")
(umask 022 && cd "$out/build" && cpack -G DEB -B "$out/packed")
mv "$out"/packed/*.deb "$out"
rm -rf "$out/packed"
ls -l "$out"/*.tar.gz "$out"/*.deb
