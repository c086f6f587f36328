#!/usr/bin/env bash
# Installs what `make run` or `make test` needs: provisioning/prepare.sh run|test
#
# System packages come by apt where we may use it; otherwise the one line to type is printed and we stop.
# Python packages go into .venv, only as wheels and only with the hashes of provisioning/lock.
# When there is nothing to install it ends within a moment: a stamp in .venv names what was installed.
set -euo pipefail

kind=${1:?say run or test}
cd "$(dirname "$0")/.."
venv=.venv
lock=provisioning/lock/$kind.txt

# Kivy's window needs libGL and libEGL even where there is no screen. Pillow loads FriBiDi at run time to shape
# Khmer, and does without in silence where it is missing. Printers on USB are reached by libusb.
# Sounds go out through PortAudio; espeak-ng (GPL-3, 14 MB) speaks English and French into files once, when assets
# are made, and is not needed by a kiosk that runs. Due dates need the zones of tzdata, which a minimal Debian lacks.
system_packages_for_run=(libgl1 libegl1 libfribidi0 libusb-1.0-0 libportaudio2 espeak-ng tzdata)
# evdev, which reads scanners that type, has wheels for PCs only (docs/decisions/0008).
venv_options=()
if [ "$(uname -m)" = aarch64 ]; then
    system_packages_for_run+=(python3-evdev)
    venv_options=(--system-site-packages)
fi
# The tests count records with yaz-marcdump, read the printed Khmer back with tesseract, and plug scanners that
# type into a made-up USB port by umockdev. xvfb and xdotool show the whole program on screens of many sizes.
system_packages_for_test=("${system_packages_for_run[@]}" yaz tesseract-ocr tesseract-ocr-khm umockdev xvfb
    xdotool)

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$@"
    exit 1
}

python_is_ours() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

find_python() {
    local candidate
    for candidate in python3.13 python3.12 python3.11 python3; do
        if python_is_ours "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    stop "Python 3.11, 3.12 or 3.13 is needed, and none was found."
}

wanted_system_packages() {
    if [ "$kind" = test ]; then
        printf '%s\n' "${system_packages_for_test[@]}"
    else
        printf '%s\n' "${system_packages_for_run[@]}"
    fi
    # Debian splits venv out of Python; a Python from elsewhere brings its own.
    if [ ! -x $venv/bin/pip ] && ! "$(find_python)" -c 'import ensurepip' 2>/dev/null; then
        echo python3-venv
    fi
}

missing_system_packages() {
    local package
    for package in $(wanted_system_packages); do
        dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || echo "$package"
    done
}

apt_as_root() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get "$@"
    else
        sudo -n DEBIAN_FRONTEND=noninteractive apt-get "$@"
    fi
}

may_use_apt() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }

# As it is to be typed: bare Debian has no sudo, and knows no packages before its first update.
apt_line() {
    local install="apt-get install -y --no-install-recommends $*"
    if [ "$(id -u)" = 0 ]; then
        echo "apt-get update && $install"
    elif command -v sudo >/dev/null; then
        echo "sudo apt-get update && sudo $install"
    else
        echo "su -c 'apt-get update && $install'"
    fi
}

install_system_packages() {
    local missing
    if ! command -v dpkg-query >/dev/null; then
        say "This is not Debian: see to it that the equivalents of these are installed:" \
            "$(wanted_system_packages | tr '\n' ' ')"
        return
    fi
    mapfile -t missing < <(missing_system_packages)
    [ ${#missing[@]} -gt 0 ] || return 0
    if ! may_use_apt; then
        stop "Some system packages are missing. Type this line, then try again:
  $(apt_line "${missing[@]}")"
    fi
    say "Installing system packages (some minutes the first time): ${missing[*]}"
    apt_as_root update -qq >/dev/null
    apt_as_root install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# With the folder: a .venv that was copied or moved along with its checkout names the old one everywhere.
fingerprint() {
    pwd -P
    sha256sum provisioning/lock/*.txt pyproject.toml provisioning/prepare.sh
}

is_fresh() {
    local stamp
    # Everything that `run` needs is in the lock of `test` too.
    for stamp in "$venv/prepared-$kind" $venv/prepared-test; do
        if [ -e "$stamp" ] && [ "$(fingerprint)" = "$(cat "$stamp")" ] && python_is_ours $venv/bin/python; then
            return 0
        fi
    done
    return 1
}

# What pip's own first lines name; in a .venv that was copied that is the folder it came from.
venv_is_here() { head -n 3 $venv/bin/pip 2>/dev/null | grep -qF "$(pwd -P)/$venv/bin/"; }

make_venv() {
    if ! python_is_ours $venv/bin/python || ! venv_is_here; then
        "$(find_python)" -m venv --clear "${venv_options[@]}" $venv
    fi
}

install_python_packages() {
    say "Installing Python packages into $venv (some minutes the first time)"
    make_venv
    $venv/bin/pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r "$lock"
    # Our own package: setuptools is in the lock, so nothing is fetched.
    $venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
    fingerprint >"$venv/prepared-$kind"
}

install_system_packages
is_fresh || install_python_packages
