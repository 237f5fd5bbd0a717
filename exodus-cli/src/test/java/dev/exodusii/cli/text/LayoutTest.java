package dev.exodusii.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LayoutTest {

    private static List<Text> texts(String... texts) {
        return Stream.of(texts).map(Text::of).toList();
    }

    private static List<String> plain(List<Text> lines) {
        return lines.stream().map(Text::toString).toList();
    }

    @Test
    void itemsFillLines() {
        assertEquals(List.of("aaa  bbb", "ccc"), plain(Layout.flow(texts("aaa", "bbb", "ccc"), 10, 9)));
    }

    @Test
    void lastLineSaysWhatIsLeftOut() {
        assertEquals(List.of("aaa  bbb  ccc  ddd", "eee  ... and 5 more"),
                plain(Layout.flow(texts("aaa", "bbb", "ccc", "ddd", "eee", "fff", "ggg", "hhh", "iii", "jjj"), 19, 2)));
    }

    @Test
    void itemThatIsTooLongIsCut() {
        assertEquals(List.of("abcde...", "x"), plain(Layout.flow(texts("abcdefghijk", "x"), 8, 9)));
    }

    @Test
    @Timeout(20)
    void lineOfVeryManyItemsIsPutTogetherAtOnce() {
        int count = 200_000;

        List<Text> lines = Layout.flow(Collections.nCopies(count, Text.of("x")), Integer.MAX_VALUE, 1);

        assertEquals(1, lines.size());
        assertEquals(3 * count - 2, lines.getFirst().width());
    }

    @Test
    void noItemsMakeNoLine() {
        assertEquals(List.of(), Layout.flow(List.of(), 10, 3));
    }

    @Test
    void sentencesBreakBetweenWords() {
        assertEquals(List.of("one two", "three-four-five", "six"),
                plain(Layout.wrap("one two three-four-five six", 9)));
    }

    @Test
    void blocksStandSideBySideWhileTheyFit() {
        List<List<Text>> blocks = List.of(texts("aaaa", "bbbb"), texts("cccc"), texts("dddd"));
        assertEquals(List.of("aaaa  cccc", "bbbb", "", "dddd"), plain(Layout.beside(blocks, 2, 12)));
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        Table table = new Table().words("NAME").numbers("ID");
        table.row(texts("温度", "1"));
        table.row(texts("e\u0301tat", "2"));
        assertEquals(List.of("NAME  ID", "温度   1", "e\u0301tat   2"), plain(table.lines()));
    }

    @Test
    void coloursDoNotCount() {
        Text text = Text.of(Style.ERROR, "error: ").plus("x");
        assertEquals(8, text.width());
        assertEquals("\u001b[1;31merror: \u001b[0mx", text.render(true));
    }
}
