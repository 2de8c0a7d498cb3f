#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# Fetches the packages of sounds-packages.txt and fits the audio adapter of the default space: sounds.sh CLI SPACE WORK [--measure]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

here=$packaging/default-space
(( $# >= 3 )) || die "usage: sounds.sh CLI SPACE WORK [--measure]"

# Renders the sound fonts; nothing else needs it, so it is no package of the set-up.
if ! command -v fluidsynth > /dev/null; then
    say "Installing fluidsynth"
    as_root "apt-get install fluidsynth" apt-get -qq update >&2
    as_root "apt-get install fluidsynth" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends fluidsynth >&2 \
        || die "apt-get could not install fluidsynth; its own message is above"
fi

# An interrupted run is taken up again, but not one of other lists or other code.
key=$(hash_of "$here/sounds-packages.txt" "$here/sounds_data/names.txt" "$here"/sounds_data/*.py)
if [[ ! -f $3/key || $(<"$3/key") != "$key" ]]; then
    rm -rf "$3"/{items.json,wav,data,texts.txt} "$3"/*.safetensors
    mkdir -p "$3"
    printf '%s\n' "$key" > "$3/key"
fi

fetch_list "$here/sounds-packages.txt"
python -m pip install --quiet --no-deps --require-hashes -r "$here/sounds-requirements.txt" >&2
python "$here/sounds.py" "$deps/sample-packages/usr/share" "$deps/models" "$@"
