import contextlib
import io
import sys
import types
import unittest

import support

sys.path.insert(0, str(support.ROOT / "tests" / "bench"))

import run
from rows import peer, table
from rows.measurement import Measurement
from rows.table import Measured, Row, Skipped

TIME = Row("a time", "ms", floor=1.5, aim=2.0)
RATE = Row("a rate", "pairs/s", floor=1.5, larger_is_better=True)
BOUND = Row("a bound", "MB", most=100)


def measurement_that(*rows, raises=None):
    def measure(_):
        yield Measured(rows[0].name, [10.0], [30.0])
        if raises:
            raise raises
    return Measurement(rows, measure)


class Judgement(unittest.TestCase):
    def test_the_medians_are_compared(self):
        row = table.judge(TIME, Measured(TIME.name, [9, 10, 100], [30, 31, 32]))
        self.assertEqual((row["ours"], row["peer"], row["ratio"], row["pass"]), (10, 31, 3.1, True))

    def test_a_ratio_above_one_means_that_ours_is_better(self):
        self.assertEqual(table.judge(TIME, Measured(TIME.name, [10], [20]))["ratio"], 2)
        self.assertEqual(table.judge(RATE, Measured(RATE.name, [20], [10]))["ratio"], 2)

    def test_a_ratio_below_the_floor_does_not_pass(self):
        self.assertIs(table.judge(TIME, Measured(TIME.name, [10], [14]))["pass"], False)
        self.assertIs(table.judge(RATE, Measured(RATE.name, [10], [20]))["pass"], False)

    def test_a_value_over_its_bound_does_not_pass(self):
        self.assertIs(table.judge(BOUND, Measured(BOUND.name, [100]))["pass"], True)
        self.assertIs(table.judge(BOUND, Measured(BOUND.name, [101]))["pass"], False)

    def test_a_row_without_a_bound_is_neither_good_nor_bad(self):
        self.assertIsNone(table.judge(Row("x", "ms"), Measured("x", [10], [20]))["pass"])

    def test_wrong_results_are_a_failure_and_no_time(self):
        row = table.judge(TIME, Measured(TIME.name, [1], [30], wrong="the recall is 0.5"))
        self.assertEqual((row["ours"], row["peer"], row["ratio"], row["pass"], row["failed"]), (None, None, None, False, "the recall is 0.5"))

    def test_without_its_peer_a_row_says_why_and_does_not_count(self):
        row = table.judge(TIME, Measured(TIME.name, [10], without_peer="it is not installed"))
        self.assertEqual((row["ours"], row["peer"], row["pass"], row["skipped"]), (10, None, None, "it is not installed"))

    def test_the_spread_is_the_wider_one(self):
        self.assertEqual(table.judge(TIME, Measured(TIME.name, [9, 10, 11], [20, 20, 30]))["spread"], 0.5)
        self.assertIsNone(table.judge(TIME, Measured(TIME.name, [9], [20]))["spread"])

    def test_the_table_says_what_went_wrong(self):
        text = table.printable([table.judge(TIME, Measured(TIME.name, [10], [30])), table.failed(RATE, "broken"), table.skipped(BOUND, "missing")])
        for part in ("| a time  | 10.0 | 30.0 | ms ", "a rate: failed: broken", "a bound: skipped: missing"):
            self.assertIn(part, text)


class Outcomes(unittest.TestCase):
    def outcomes(self, measurement):
        with contextlib.redirect_stderr(io.StringIO()):
            return {row["row"]: row for row in run.outcomes(measurement, {row.name for row in measurement.rows}, None)}

    def test_what_cannot_be_measured_here_is_skipped_and_the_rest_stays(self):
        rows = self.outcomes(measurement_that(TIME, BOUND, raises=Skipped("no library")))
        self.assertTrue(rows[TIME.name]["pass"])
        self.assertEqual((rows[BOUND.name]["pass"], rows[BOUND.name]["skipped"]), (None, "no library"))

    def test_a_broken_measurement_fails_its_own_rows(self):
        rows = self.outcomes(measurement_that(TIME, BOUND, raises=RuntimeError("it ended")))
        self.assertTrue(rows[TIME.name]["pass"])
        self.assertEqual((rows[BOUND.name]["pass"], rows[BOUND.name]["failed"]), (False, "RuntimeError: it ended"))

    def test_a_row_that_was_never_measured_has_failed(self):
        self.assertIs(self.outcomes(measurement_that(TIME, BOUND))[BOUND.name]["pass"], False)


class Choice(unittest.TestCase):
    def test_every_row_has_a_name_of_its_own(self):
        names = [row.name for measurement in run.MEASUREMENTS for row in measurement.rows]
        self.assertEqual(len(names), len(set(names)))

    def test_a_part_of_a_name_chooses_all_that_have_it(self):
        self.assertEqual(len(run.chosen(["adapter step"])), 2)

    def test_a_whole_name_chooses_that_row_alone(self):
        self.assertEqual(run.chosen(["text encoder, one query: ONNX Runtime"]), {"text encoder, one query: ONNX Runtime"})

    def test_an_unknown_row_ends_with_the_list_of_the_known(self):
        with self.assertRaises(SystemExit) as ended:
            run.chosen(["no such row"])
        self.assertIn("peak memory of scan", str(ended.exception))


    def test_a_usual_run_has_all_but_what_is_only_for_the_full_one(self):
        def rows_of(**wishes):
            bench = types.SimpleNamespace(**{"quick": False, "full": False, **wishes})
            return {row.name for measurement in run.MEASUREMENTS if measurement.belongs_to(bench) for row in measurement.rows}
        everything = {row.name for measurement in run.MEASUREMENTS for row in measurement.rows}
        self.assertEqual(rows_of(full=True), everything)
        self.assertEqual({name for name in everything - rows_of() if not name.startswith("encoder: ")}, set())
        self.assertLess(rows_of(quick=True), rows_of())


class Turns(unittest.TestCase):
    def test_both_sides_play_in_turns_and_none_always_first(self):
        played = []
        a, b = ((lambda side=side: played.append(side) or len(played)) for side in "ab")
        columns = peer.alternate(2, a, b)
        self.assertEqual("".join(played), "abbaab")
        self.assertEqual(columns, [[4, 5], [3, 6]])


if __name__ == "__main__":
    unittest.main()
