# Sourced by the other scripts: installs Debian packages that are missing.

# install_missing PACKAGE...: asks apt-get only where something is missing.
install_missing() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then return 0; fi
  echo "Installing: ${missing[*]}" >&2
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
  "${as_root[@]}" apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# What building the command takes.
pith_packages="g++ cmake ninja-build libabsl-dev nlohmann-json3-dev libcli11-dev libutf8proc-dev libedit-dev \
libsodium-dev libtomlplusplus-dev libgumbo-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libzip-dev libzim-dev libexpat1-dev \
libuchardet-dev libyaml-cpp-dev"
