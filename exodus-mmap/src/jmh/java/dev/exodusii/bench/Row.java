package dev.exodusii.bench;

import java.util.List;

/// What is compared, in the order of the table: the class that measures it, and how much faster than others we mean to be.
///
/// @param part   which table
/// @param what   what is done, in words
/// @param ofC    the part of the C loop's speed that we want; 0 where there is none
/// @param copies how many times faster than libraries that copy
/// @param scipy  how many times faster than scipy
record Row(Part part, Class<?> type, String what, double ofC, double copies, double scipy) {

    /// The tables.
    enum Part {
        HOT("In the page cache, one thread"), THREADS("In the page cache, two threads"),
        COLD("Not in memory");

        final String title;

        Part(String title) {
            this.title = title;
        }
    }

    static final List<Row> ALL = List.of(
            new Row(Part.HOT, OpenFile.class, "open and close", 0, 1, 1),
            new Row(Part.HOT, StepToDoubles.class, "step to `double[]`", 0.9, 4, 1.2),
            new Row(Part.HOT, StepToFloats.class, "step to `float[]`", 0.9, 4, 1.2),
            new Row(Part.HOT, StepSum.class, "sum of a step", 0.9, 4, 1.2),
            new Row(Part.HOT, StepMinMax.class, "min and max of a step", 0.9, 1, 1.2),
            new Row(Part.HOT, StepLoop.class, "loop of `get` over a step", 0.7, 1, 1),
            new Row(Part.HOT, SpreadSum.class, "sum of every third value", 0.9, 1, 1.2),
            new Row(Part.HOT, SpreadToDoubles.class, "every third value to `double[]`", 0.9, 1, 1.2),
            new Row(Part.HOT, GatherNodes.class, "60,002 nodes of a step", 0.9, 4, 1),
            new Row(Part.HOT, InterleaveXyz.class, "coordinates to x, y, z `float[]`", 0.9, 1, 1),
            new Row(Part.HOT, DisplacedXyz.class, "displaced coordinates to float memory", 0.9, 1, 1),
            new Row(Part.HOT, Magnitudes.class, "magnitudes of a displacement", 0.9, 1, 1),
            new Row(Part.HOT, Connectivity.class, "connectivity to 0-based `int[]`", 0.9, 1, 1),
            new Row(Part.HOT, History.class, "history of a node", 0.9, 10, 1),
            new Row(Part.HOT, Histories.class, "histories of 1,000 nodes", 0.9, 10, 1),
            new Row(Part.THREADS, ThreadedSum.class, "sum of a step", 0, 1, 1),
            new Row(Part.THREADS, ThreadedCopy.class, "step to `double[]`", 0, 1, 1),
            new Row(Part.THREADS, ThreadedScan.class, "statistics of the whole file", 0, 1, 1),
            new Row(Part.COLD, ColdHistory.class, "history of a node over 100 steps", 0, 10, 1),
            new Row(Part.COLD, ColdScan.class, "statistics of the whole file", 0, 1, 1));

    static Row of(String name) {
        return ALL.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    String name() {
        return type.getSimpleName();
    }

    /// Who may take part: the titles of the columns by the names of methods.
    static String title(String contender) {
        return switch (contender) {
            case "oursVector" -> "ours, Vector API";
            case "oursAlone" -> "ours, one thread";
            case "oursUnannounced" -> "ours, unannounced";
            case "cLoop" -> "C loop";
            case "cLanes" -> "C, 16 lanes";
            case "cThreads" -> "C, two threads";
            case "cAnnounced" -> "C, announced";
            case "pread" -> "C, pread";
            case "netcdfC" -> "netCDF-C";
            case "netcdfJava" -> "netcdf-java";
            default -> contender;
        };
    }

    static final List<String> CONTENDERS = List.of("ours", "oursVector", "oursAlone", "oursUnannounced", "cLoop", "cLanes", "cThreads",
            "cAnnounced", "pread", "memcpy", "libexodus", "netcdfC", "netcdfJava", "scipy");

    /// How many times faster than a contender we want to be; 0 where a comparison only informs.
    double wanted(String contender) {
        return switch (contender) {
            case "cLoop" -> ofC;
            case "libexodus", "netcdfC", "netcdfJava" -> copies;
            case "scipy" -> scipy;
            case "cAnnounced" -> 0.9;
            case "pread" -> 1;
            case "oursAlone" -> part == Part.THREADS ? 1.7 : 0;
            default -> 0;
        };
    }

    static List<Row> in(Part part) {
        return ALL.stream().filter(row -> row.part == part).toList();
    }

}
