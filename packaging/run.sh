#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# usage: packaging/run.sh                 sets up, builds and runs the sample job: train, scan, search
#        packaging/run.sh cli ARGUMENTS…  sets up, builds and passes the rest to fusefind-cli
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

case ${1-} in
cli)
    build release fusefind-cli
    exec "$root/.build/release/app/cli/fusefind-cli" "${@:2}"
    ;;
"")
    build release fusefind-cli
    source "$packaging/sample_data.sh"
    python "$packaging/sample_job.py" "$root/.build/release/app/cli/fusefind-cli" "$deps"
    ;;
*)
    die "'$1' is not understood; usage: packaging/run.sh [cli ARGUMENTS…]"
    ;;
esac
