#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# usage: packaging/run.sh                    sets up, builds, and opens the window on the sample library (without a screen: the sample job)
#        packaging/run.sh sample             the sample job alone: train a space, scan a library, answer five queries
#        packaging/run.sh window ARGUMENTS…  opens the window, on your own data unless the arguments say otherwise
#        packaging/run.sh cli ARGUMENTS…     passes the rest to fusefind-cli
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

programs=$root/.build/release/app

# Always from nothing, so that it shows what a fresh machine would see.
sample_job() {
    source "$packaging/sample_data.sh"
    rm -f "$deps/stamps/sample-job"
    python "$packaging/sample_job.py" "$programs/cli/fusefind-cli" "$deps"
    mark_done sample-job "$(sample_key)"
}
sample_key() { hash_of "$packaging/sample-packages.txt" "$packaging"/sample_*.py "$root"/core/library/schema/*.sql; }

has_screen() { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} || ${QT_QPA_PLATFORM:-} == offscreen ]]; }

# A library of one's own begins with the encoders that set-up converted, which the default space needs. Who names a data directory looks after it.
add_encoders() {
    local cli=$programs/cli/fusefind-cli id
    [[ " $* " != *" --data-dir"* && $("$cli" --json models list) == *'"models": []'* ]] || return 0
    say "Adding the encoders"
    for id in minilm-l6 efficientnet-lite0 efficientnet-lite2 aisfx; do
        "$cli" --quiet models add "$id" > /dev/null
    done
}

open_window() { exec "$programs/desktop/fusefind" "$@"; }

case ${1-} in
cli)
    build release fusefind-cli
    add_encoders "${@:2}"
    exec "$programs/cli/fusefind-cli" "${@:2}"
    ;;
sample)
    build release fusefind-cli
    sample_job
    ;;
window)
    build release fusefind fusefind-worker fusefind-cli
    add_encoders "${@:2}"
    open_window "${@:2}"
    ;;
"")
    build release fusefind fusefind-worker fusefind-cli
    if ! has_screen; then
        sample_job
        say "There is no screen here; where there is one, packaging/run.sh opens the window."
        exit
    fi
    is_done sample-job "$(sample_key)" || sample_job
    open_window --data-dir "$deps/sample-data" --sample "$deps/sample"
    ;;
*)
    die "'$1' is not understood; usage: packaging/run.sh [sample | window ARGUMENTS… | cli ARGUMENTS…]"
    ;;
esac
