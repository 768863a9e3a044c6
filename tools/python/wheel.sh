#!/bin/bash
# A wheel of the Python module with the shared library of this machine in it.
#
#   tools/python/wheel.sh OUT_FOLDER [LIBRARY]     LIBRARY: a libpith.so that is built already
set -euo pipefail
mkdir -p "$1"
out=$(cd "$1" && pwd)
library=${2:+$(realpath "$2")}
cd "$(dirname "$0")/../.."
. tools/packages.sh
install_missing g++ cmake ninja-build python3-setuptools python3-wheel
if [ -z "$library" ]; then
  cmake -S . -B build/python -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=ON -DPITH_BUILD_TOOLS=OFF \
    -DPITH_BUILD_TESTS=OFF > /dev/null
  cmake --build build/python -j 2
  library=build/python/engine/libpith.so
fi

stage=$(mktemp -d)
trap 'rm -r "$stage"' EXIT
cp -r tools/python/pith tools/python/README.md LICENSE NOTICE "$stage"
rm -rf "$stage/pith/__pycache__"
strip -o "$stage/pith/libpith.so.0" "$library"
cat > "$stage/setup.py" <<END
from setuptools import Distribution, setup
from wheel.bdist_wheel import bdist_wheel


class WithLibrary(Distribution):
    def has_ext_modules(self):
        return True


class Wheel(bdist_wheel):
    """For any Python 3 on a machine like this one."""

    def get_tag(self):
        return "py3", "none", super().get_tag()[2]


setup(name="pith-engine", version="$(sed -n 's/^#define PITH_VERSION "\(.*\)"/\1/p' include/pith/pith.h)",
      description="Answers from a compiled index of articles, with the sentences that prove them",
      long_description=open("README.md").read(), long_description_content_type="text/markdown",
      license="Apache-2.0", license_files=["LICENSE", "NOTICE"], python_requires=">=3.8", packages=["pith"],
      package_data={"pith": ["py.typed", "libpith.so.0"]}, cmdclass={"bdist_wheel": Wheel},
      distclass=WithLibrary)
END
(cd "$stage" && /usr/bin/python3 setup.py -q bdist_wheel -d "$out" 2> setup.log) || { cat "$stage/setup.log" >&2; exit 1; }
ls -l "$out"/*.whl
