package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextViewTest {

    private static ArrayView chars(String text, Charset charset, long... shape) {
        return ArrayView.contiguous(MemorySegment.ofArray(text.getBytes(charset)), ElementType.CHAR, 0, shape);
    }

    private static String row(String text) {
        return row(text, StandardCharsets.UTF_8);
    }

    private static String row(String text, Charset charset) {
        return chars(text, charset, text.getBytes(charset).length).text().get(0);
    }

    private static List<String> rows(ArrayView array) {
        return array.text().stream().toList();
    }

    @Test
    void aRowEndsAtItsFirstNul() {
        assertEquals("velocity", row("velocity\0\0\0"));
    }

    @Test
    void aRowWithoutNulEndsAtItsWidth() {
        assertEquals("velocity", row("velocity"));
    }

    @Test
    void bytesBehindTheNulAreIgnored() {
        assertEquals("vel", row("vel\0ocity of sound"));
        assertEquals("", row("\0garbage"));
        assertEquals("vel", row("vel\0\u00ff", StandardCharsets.ISO_8859_1));
    }

    @Test
    void blanksAtTheEndAreDropped() {
        assertEquals("vel", row("vel     "));
        assertEquals("vel", row("vel \t\r\n \0   x"));
        assertEquals("", row("        "));
    }

    @Test
    void blanksElsewhereStay() {
        assertEquals("  a  b", row("  a  b  "));
    }

    @Test
    void textIsUtf8() {
        assertEquals("Größe λ 速度 😀", row("Größe λ 速度 😀"));
    }

    @Test
    void whatIsNotUtf8IsLatin1() {
        assertEquals("Größe", row("Größe", StandardCharsets.ISO_8859_1));
        // Cut within a character, as by a writer that counts bytes.
        assertEquals("Gr\u00c3", chars("Größe", StandardCharsets.UTF_8, 3).text().get(0));
    }

    @Test
    void eachRowIsDecodedByItself() {
        byte[] bytes = {'a', (byte) 0xE4, 'b', 0, (byte) 0xC3, (byte) 0xA4, 'c', 0};
        ArrayView array = ArrayView.contiguous(MemorySegment.ofArray(bytes), ElementType.CHAR, 0, 2, 4);

        assertEquals(List.of("aäb", "äc"), rows(array));
    }

    @Test
    void theLastDimensionIsTheWidth() {
        TextView names = chars("one\0two\0four", StandardCharsets.UTF_8, 3, 4).text();

        assertEquals(3, names.size());
        assertEquals(4, names.width());
        assertEquals("char[3, 4]", names.toString());
        assertEquals(List.of("one", "two", "four"), names.stream().toList());
    }

    @Test
    void aVectorIsOneRow() {
        TextView title = chars("a title", StandardCharsets.UTF_8, 7).text();

        assertEquals(1, title.size());
        assertEquals(7, title.width());
        assertEquals("a title", title.get(0));
        assertEquals(List.of("a"), rows(chars("abc", StandardCharsets.UTF_8)));
    }

    @Test
    void allDimensionsButTheLastCountTheRows() {
        assertEquals(List.of("a", "b", "c", "d", "e", "f"), rows(chars("a\0b\0c\0d\0e\0f\0", StandardCharsets.UTF_8,
                2, 3, 2)));
        assertEquals(List.of("ab", "cd"), rows(chars("abcd", StandardCharsets.UTF_8, 1, 2, 1, 2)));
    }

    @Test
    void aWidthOfZeroMeansEmptyRows() {
        assertEquals(List.of("", "", ""), rows(chars("", StandardCharsets.UTF_8, 3, 0)));
        assertEquals(List.of("", "", "", "", "", ""), rows(chars("", StandardCharsets.UTF_8, 2, 3, 0)));
        assertEquals(List.of(""), rows(chars("", StandardCharsets.UTF_8, 0)));
    }

    @Test
    void thereMayBeNoRows() {
        assertEquals(List.of(), rows(chars("", StandardCharsets.UTF_8, 0, 5)));
        assertEquals(List.of(), rows(chars("", StandardCharsets.UTF_8, 2, 0, 5)));
    }

    @Test
    void rowsMayHaveGapsBetweenThem() {
        ArrayView records = ArrayView.of(MemorySegment.ofArray("ab..cd..ef".getBytes(StandardCharsets.UTF_8)),
                ElementType.CHAR, 0, new long[] {3, 2}, new long[] {4, 1});

        assertEquals(List.of("ab", "cd", "ef"), rows(records));
        assertEquals(List.of("ace", "bdf"), rows(records.transposed(0, 1)));
        assertEquals(List.of("ace"), rows(records.select(1, 0)));
    }

    @Test
    void rowsOfSeveralDimensionsHaveNoGaps() {
        ArrayView records = ArrayView.of(MemorySegment.ofArray(new byte[100]), ElementType.CHAR, 0,
                new long[] {2, 3, 4}, new long[] {40, 4, 1});

        assertEquals("the values of char[2, 3, 4] are not contiguous from dimension 0 on; select an index of an outer "
                + "dimension first", assertThrows(IllegalArgumentException.class, records::text).getMessage());
        assertEquals(3, records.select(0, 1).text().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"CHAR", "BYTE", "UBYTE"})
    void bytesOfAnyTypeMayBeText(ElementType type) {
        assertEquals("text", ArrayView.contiguous(MemorySegment.ofArray("text".getBytes(StandardCharsets.UTF_8)), type,
                0, 4).text().get(0));
    }

    @Test
    void bytesAreThoseBeforeTheNulAsStored() {
        TextView view = chars("ab \0x", StandardCharsets.UTF_8, 5).text();

        assertArrayEquals(new byte[] {'a', 'b', ' '}, view.bytes(0));
        assertNotSame(view.bytes(0), view.bytes(0));
    }

    @Test
    void rowsOutsideAreRefused() {
        TextView view = chars("abcd", StandardCharsets.UTF_8, 2, 2).text();

        assertEquals("Index 2 out of bounds for length 2",
                assertThrows(IndexOutOfBoundsException.class, () -> view.get(2)).getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> view.get(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> view.bytes(Long.MAX_VALUE));
    }
}
