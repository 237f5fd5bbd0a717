package dev.exodusii.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static Finding of(List<String> all) {
        return Finding.of(Severity.WARNING, FindingCode.DUPLICATE_NAME, "node sets", "share a name", all);
    }

    @Test
    void textIsOneSentenceWithTheExamples() {
        assertEquals("warning: node sets: share a name: a, b", of(List.of("a", "b")).toString());
    }

    @Test
    void ofManyOnlyTheFirstAreKept() {
        Finding finding = of(Collections.nCopies(20, "a"));
        assertEquals("share a name: a, a, a, a, a, a, a, a ... (20 in all)", finding.text());
        assertEquals(20, finding.count());
    }
}
