#include "core/library/pairs/delimited_file.h"

#include <QtTest/QTest>

using namespace fusefind;

namespace {

using Cells = std::vector<std::vector<std::string>>;

Result<Cells> read(std::string_view text, char delimiter = ',') {
    Cells rows;
    FUSEFIND_TRY(readDelimited(text, delimiter, "captions.csv", [&](const DelimitedRow& row) -> Status {
        rows.push_back(row.cells);
        return {};
    }));
    return rows;
}

std::vector<size_t> lines(std::string_view text) {
    std::vector<size_t> found;
    const auto status = readDelimited(text, ',', "captions.csv", [&](const DelimitedRow& row) -> Status {
        found.push_back(row.line);
        return {};
    });
    return status ? found : std::vector<size_t>{};
}

} // namespace

class TestDelimitedFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotedCellsMayHoldCommasQuotesAndLineBreaks() {
        const Cells expected{{"a", "b"}, {"x, y", "he said \"hi\"\nand left"}};
        QCOMPARE(read("a,b\r\n\"x, y\",\"he said \"\"hi\"\"\nand left\"\r\n").value(), expected);
    }

    void aLastLineWithoutAnEndCountsAndEmptyLinesDoNot() {
        const Cells expected{{"a"}, {"b"}};
        QCOMPARE(read("a\n\n\r\nb").value(), expected);
    }

    void emptyCellsAreKept() {
        const Cells expected{{"", "", "x"}, {"", "", ""}};
        QCOMPARE(read(",,x\n,,\n").value(), expected);
    }

    void tabsSeparateWhereTheyShould() {
        const Cells expected{{"a, b", "", "c"}};
        QCOMPARE(read("a, b\t\tc\n", '\t').value(), expected);
    }

    void rowsKnowTheLineTheyBeginOn() {
        const std::vector<size_t> expected{1, 3, 6};
        QCOMPARE(lines("a\n\n\"b\n\nc\"\nd\n"), expected);
    }

    void aQuoteThatIsNeverClosedNamesTheLineItStandsOn() {
        const auto error = read("a,b\nx,y\nz,\"open\nmore\nmore\n").error();
        QCOMPARE(error.code, ErrorCode::invalidInput);
        QVERIFY2(error.what.starts_with("line 3:"), error.what.c_str());
    }

    void aQuoteInsideABareCellIsAnError() {
        QVERIFY(read("a\nx \"y\" z\n").error().what.starts_with("line 2:"));
        QVERIFY(read("a\n\"x\" y\n").error().what.starts_with("line 2:"));
    }

    void theReaderMayStop() {
        int rows = 0;
        const auto status = readDelimited("a\nb\nc\n", ',', "x", [&](const DelimitedRow&) -> Status {
            ++rows;
            return fail(ErrorCode::cancelled, "enough");
        });
        QCOMPARE(status.error().code, ErrorCode::cancelled);
        QCOMPARE(rows, 1);
    }
};

QTEST_GUILESS_MAIN(TestDelimitedFile)
#include "test_delimited_file.moc"
