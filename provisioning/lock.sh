#!/usr/bin/env bash
# Makes the lock files anew with pip-compile: provisioning/lock.sh (`make lock`)
#
# Resolved under the oldest Python we support and from the public index only, whatever this machine's own
# configuration says; the hashes cover every wheel of each release, so one lock serves all machines.
set -euo pipefail

cd "$(dirname "$0")/.."
tools=build/lock-tools
export PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock"
unset PIP_FIND_LINKS PIP_INDEX_URL PIP_EXTRA_INDEX_URL

compile() {
    $tools/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --all-build-deps \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options "$@" pyproject.toml
}

[ -x $tools/bin/pip-compile ] || { python3.11 -m venv $tools && $tools/bin/pip install --quiet pip-tools; }
compile --extra assets --output-file provisioning/lock/run.txt
compile --extra assets --extra test --constraint provisioning/lock/run.txt --output-file provisioning/lock/test.txt
