package dev.exodusii.fuzz;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Many damaged copies of the project's own small files, and what became of them.
final class Campaign {

    /// A good file, as bytes and opened.
    record Seed(String name, byte[] bytes, ExodusFile file, Damage damage) {

        /// Returns the name, by which tests are called.
        @Override
        public String toString() {
            return name;
        }
    }

    /// One file in so many is invented.
    private static final int INVENTED_EACH = 16;

    private final Walk walk = new Walk();
    private final int modelEach;
    private final int everythingEach;
    private final Map<Walk.Outcome, Long> outcomes = new EnumMap<>(Walk.Outcome.class);
    private final Map<Walk.Depth, Long> opened = new EnumMap<>(Walk.Depth.class);

    /// @param modelEach      of one in so many copies, the model is read; of each, all values of the container
    /// @param everythingEach one in so many copies is used for everything
    Campaign(int modelEach, int everythingEach) {
        this.modelEach = modelEach;
        this.everythingEach = everythingEach;
    }

    /// Lists the project's files that open, the smallest first; without those that were found, so that their number does
    /// not change what a number of a damage means.
    static List<Seed> seeds() {
        Path folder = Path.of(System.getProperty("exodus.testdata"));
        List<Seed> seeds = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder, 2)) {
            for (Path path : all.filter(Files::isRegularFile).filter(path -> !path.getParent().endsWith("fuzz"))
                    .filter(path -> path.getFileName().toString()
                    .matches(".+\\.(e|exo|nc|g)([.0-9]*)")).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(path);
                try {
                    seeds.add(new Seed(folder.relativize(path).toString(), bytes,
                            ExodusFile.parse(MemorySegment.ofArray(bytes), Walk.NAME), new Damage(bytes)));
                } catch (UnreadableFileException broken) {
                    // One of those that are meant not to open.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        seeds.sort((one, other) -> Integer.compare(one.bytes().length, other.bytes().length));
        return seeds;
    }

    /// Reads one damaged file.
    ///
    /// @param what names the damage, for the one who has to repeat it
    /// @throws AssertionError when something happens that must not; the file is kept then
    Walk.Outcome check(String what, byte[] bytes, ExodusFile undamaged, Walk.Depth depth) {
        try {
            Walk.Outcome outcome = walk.through(bytes, undamaged, depth);
            outcomes.merge(outcome, 1L, Long::sum);
            if (outcome != Walk.Outcome.REFUSED) {
                opened.merge(depth, 1L, Long::sum);
            }
            return outcome;
        } catch (RuntimeException | Error failure) {
            throw new AssertionError(what + " (kept as " + keep(bytes) + "): " + failure.getMessage(), failure);
        }
    }

    private static Path keep(byte[] bytes) {
        try {
            Path kept = Files.createDirectories(Path.of("target", "fuzz"))
                    .resolve(Integer.toHexString(java.util.Arrays.hashCode(bytes)) + ".e");
            return Files.write(kept, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Damages files at random.
    ///
    /// @param first the number of the first damage
    /// @param count how many
    /// @param seed  another one gives other damages
    void random(List<Seed> seeds, long first, long count, long seed) {
        for (long number = first; number < first + count; number++) {
            one(seeds, number, seed);
        }
    }

    /// Makes the damage of a number, whatever came before it.
    void one(List<Seed> seeds, long number, long seed) {
        Random random = new Random(seed * 0x9E37_79B9_7F4A_7C15L + number);
        // Of two, the smaller one: a change matters more there, and costs less to try.
        Seed chosen = seeds.get(Math.min(random.nextInt(seeds.size()), random.nextInt(seeds.size())));
        Seed other = seeds.get(random.nextInt(seeds.size()));
        boolean isInvented = random.nextInt(INVENTED_EACH) == 0;
        byte[] bad = isInvented ? Invention.file(random) : chosen.damage().random(random, other.bytes());
        if (isInvented && random.nextBoolean()) {
            bad = new Damage(bad).random(random, other.bytes());
        }
        Walk.Depth depth = number % everythingEach == 0 ? Walk.Depth.EVERYTHING
                : number % modelEach == 0 ? Walk.Depth.MODEL : Walk.Depth.CONTAINER;
        check((isInvented ? "an invention" : chosen.name()) + ", damage " + number + " of seed " + seed, bad,
                chosen.file(), depth);
    }

    long inputs() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    long count(Walk.Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /// Returns what became of the files, and what was done with those that opened, such as `10 inputs: 7 REFUSED, 3 READ;
    /// opened for {MODEL=3}`.
    @Override
    public String toString() {
        List<String> parts = outcomes.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).toList();
        return inputs() + " inputs: " + String.join(", ", parts) + "; opened for " + opened;
    }
}
