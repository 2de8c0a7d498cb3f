"""How often the close score is right on the sample library, asked of the real programs: README.md of core/search quotes it.

usage: measure_close_score.py BUILD_DIR DATA_DIR    (DATA_DIR: a finished sample job, not in use)
"""

import json
import math
import pathlib
import subprocess
import sys


def says_nothing_close(cli, data_dir, query):
    command = [cli, "--data-dir", data_dir, "--json", "search", query, "--top", "1"]
    answer = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    if "close_score" not in answer:
        raise SystemExit("error: the space of this data directory has no close score; train it again")
    return answer["hits"][0]["score"] < answer["close_score"]


def interval(hits, count):
    """Wilson's, 95 %, in percent."""
    z, share = 1.96, hits / count
    centre = share + z * z / (2 * count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return [round(100 * (centre + sign * half) / (1 + z * z / count)) for sign in (-1, 1)]


def main():
    build, data_dir = pathlib.Path(sys.argv[1]), sys.argv[2]
    queries = json.loads((pathlib.Path(__file__).parent / "close_score_queries.json").read_text(encoding="utf-8"))
    # The worker answers the command line, which otherwise would load the engine for every query.
    worker = subprocess.Popen([build / "app/worker/fusefind-worker", "--data-dir", data_dir], stdout=subprocess.PIPE)
    try:
        worker.stdout.readline()  # "ready"

        def count(lines):
            return sum(says_nothing_close(build / "app/cli/fusefind-cli", data_dir, line) for line in lines)

        for kind in ("present", "absent", "nonsense"):
            said = [count(group[kind]) for group in queries["rounds"]]
            asked = sum(len(group[kind]) for group in queries["rounds"])
            print(kind, "by round", said, "in all", f"{sum(said)} of {asked}", interval(sum(said), asked), flush=True)
        known = queries["known to the space, not in the library"]
        print("known to the space, not in the library", count(known), "of", len(known))
    finally:
        worker.terminate()
        worker.wait()


if __name__ == "__main__":
    main()
