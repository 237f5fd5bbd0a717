package dev.exodusii.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.fuzz.Walk.Depth;
import dev.exodusii.fuzz.Walk.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the bytes are: a file is read, and each value is what is stored, or it is refused with our own exceptions, at
/// once and without more memory than its size allows. [Walk] says what is looked at, [Judge] what is allowed.
///
/// The damage is the same in each run. [LongRun] goes on where this ends.
@Timeout(300)
class FuzzTest {

    /// The header of a file of this size is damaged at each byte and in each number.
    private static final int SMALL = 1_900;
    private static final int RANDOM_DAMAGES = 20_000;
    private static final int[] BYTES = {0x00, 0x01, 0x0B, '1', 0x7F, 0x80, 0xFF};

    private static final List<Campaign.Seed> SEEDS = Campaign.seeds();
    private static final Campaign CAMPAIGN = new Campaign(1, 32);

    static Stream<Campaign.Seed> allFiles() {
        return SEEDS.stream();
    }

    static Stream<Campaign.Seed> smallFiles() {
        return SEEDS.stream().filter(seed -> seed.bytes().length <= SMALL);
    }

    @AfterAll
    static void inputsAreNeitherAllRefusedNorAllRead() {
        assertTrue(CAMPAIGN.count(Outcome.REFUSED) > CAMPAIGN.inputs() / 10
                && CAMPAIGN.count(Outcome.READ) + CAMPAIGN.count(Outcome.READ_IN_PART) > CAMPAIGN.inputs() / 10,
                "this damage is no test: " + CAMPAIGN);
    }

    @ParameterizedTest
    @MethodSource("allFiles")
    void undamagedFilesAreReadWhole(Campaign.Seed seed) {
        Outcome outcome = CAMPAIGN.check(seed.name(), seed.bytes(), seed.file(), Depth.EVERYTHING);

        boolean isMeantToBeDamaged = seed.name().startsWith("odd");
        assertTrue(outcome == Outcome.READ || isMeantToBeDamaged && outcome == Outcome.READ_IN_PART
                || seed.file().findings().stream().anyMatch(found -> !found.severity().name().equals("INFO")),
                seed.name() + " is " + outcome);
    }

    @ParameterizedTest
    @MethodSource("smallFiles")
    void everyByteOfTheHeaderMayBeAnything(Campaign.Seed seed) {
        Damage damage = seed.damage();
        for (int at = 0; at < damage.headerBytes(); at++) {
            for (int value : BYTES) {
                CAMPAIGN.check(seed.name() + " with byte " + at + " = " + value, damage.withByte(at, value), seed.file(),
                        at % 32 == 0 ? Depth.EVERYTHING : Depth.MODEL);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("smallFiles")
    void everyNumberOfTheHeaderMayBeExtreme(Campaign.Seed seed) {
        Damage damage = seed.damage();
        for (int field = 0; field < damage.fieldCount(); field++) {
            for (int edge = 0; edge < Damage.edgeCount(); edge++) {
                CAMPAIGN.check(seed.name() + " with edge " + edge + " in number " + field, damage.withEdge(field, edge),
                        seed.file(), edge % 16 == 0 ? Depth.EVERYTHING : Depth.MODEL);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("allFiles")
    void filesMayEndAnywhere(Campaign.Seed seed) {
        Damage damage = seed.damage();
        // Each length of small files; of large ones every third of the header, which meets each place in the words of four
        // bytes that it consists of, and some hundred of the data.
        int headerStride = seed.bytes().length <= SMALL ? 1 : 3;
        int stride = Math.max(1, (seed.bytes().length - damage.headerBytes()) / 400);
        for (int length = 0; length < seed.bytes().length; length += length < damage.headerBytes() ? headerStride : stride) {
            CAMPAIGN.check(seed.name() + " cut to " + length, damage.cut(length), seed.file(),
                    length % 64 == 0 ? Depth.EVERYTHING : Depth.MODEL);
        }
    }

    @Test
    void damageMayBeOfAnyKind() {
        CAMPAIGN.random(SEEDS, 0, RANDOM_DAMAGES, 20261129);
    }

    @Test
    void damageIsTheSameInEachRun() {
        Campaign one = new Campaign(1, 32);
        Campaign other = new Campaign(1, 32);
        one.random(SEEDS, 7_000, 200, 3);
        other.random(SEEDS, 7_000, 200, 3);

        assertEquals(one.toString(), other.toString());
    }
}
