package dev.exodusii.cli.exodiff;

import dev.exodusii.TimeSeries;
import dev.exodusii.parallel.Workers;
import java.util.ArrayList;
import java.util.List;

/// Finds the extremes of variables over all steps. Each value is read once, step after step as a disk likes it, by all
/// threads that there are.
final class ExtremesScan {

    /// Values that a thread takes at a time, 1 MB of doubles.
    private static final long PIECE = 1 << 17;

    /// A variable on one block or set.
    ///
    /// @param variable the index of the variable among those that are asked for
    /// @param entity   the index of the block or set
    /// @param series   its values
    record Part(int variable, int entity, TimeSeries series) {}

    /// Some entries of a part.
    private record Chunk(Part part, long from, long count) {}

    private ExtremesScan() {}

    /// Scans variables.
    ///
    /// @param parts     where their values are
    /// @param variables how many variables there are
    /// @param steps     how many steps there are
    /// @return the extremes of each variable
    static List<Extremes> run(List<Part> parts, int variables, long steps, Workers workers) {
        List<Extremes> totals = new ArrayList<>();
        for (int i = 0; i < variables; i++) {
            totals.add(new Extremes());
        }
        List<List<Chunk>> groups = groups(parts);
        long perStep = parts.stream().mapToLong(part -> part.series().size()).sum();
        long stepsAtOnce = Math.clamp(PIECE / Math.max(1, perStep), 1, Math.max(1, steps));
        int pieces = Math.toIntExact((steps + stepsAtOnce - 1) / stepsAtOnce * groups.size());
        workers.forEach(pieces, piece -> {
            long begin = piece / groups.size() * stepsAtOnce;
            List<Chunk> group = groups.get(piece % groups.size());
            Extremes[] found = new Extremes[variables];
            for (long step = begin; step < Math.min(steps, begin + stepsAtOnce); step++) {
                for (Chunk chunk : group) {
                    int variable = chunk.part.variable;
                    if (found[variable] == null) {
                        found[variable] = new Extremes();
                    }
                    found[variable].addAll(chunk.part.series.step(step).slice(chunk.from, chunk.count),
                            new Extremes.Place(step, chunk.part.entity, chunk.from));
                }
            }
            synchronized (totals) {
                for (int i = 0; i < variables; i++) {
                    if (found[i] != null) {
                        totals.get(i).add(found[i]);
                    }
                }
            }
        });
        return totals;
    }

    /// Divides the values of a step.
    private static List<List<Chunk>> groups(List<Part> parts) {
        List<List<Chunk>> groups = new ArrayList<>();
        long room = 0;
        for (Part part : parts) {
            long size = part.series().size();
            for (long from = 0; from < size; from += PIECE) {
                if (room <= 0) {
                    groups.add(new ArrayList<>());
                    room = PIECE;
                }
                Chunk chunk = new Chunk(part, from, Math.min(PIECE, size - from));
                groups.getLast().add(chunk);
                room -= chunk.count;
            }
        }
        return groups;
    }
}
