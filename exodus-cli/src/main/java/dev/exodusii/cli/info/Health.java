package dev.exodusii.cli.info;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.netcdf.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether everything is in a file that its header promises.
///
/// @param state    the verdict
/// @param layout   where the data lie and how much of them is there
/// @param messages what to tell a person, each in sentences of their own; none where all is well
/// @param others   the findings that the messages do not speak of, in the order of the file
public record Health(State state, Layout layout, List<List<String>> messages,
        List<Finding> others) {

    /// The findings that [#messages] put into words.
    private static final Set<FindingCode> EXPLAINED = Set.of(FindingCode.TRUNCATED_RECORDS,
            FindingCode.TRUNCATED_VARIABLE, FindingCode.UNCOUNTED_RECORDS, FindingCode.STREAMING_RECORDS);

    /// How a file is.
    public enum State {
        /// All that the header promises is there.
        COMPLETE,
        /// The header leaves the number of steps open, and the file's size tells it.
        STREAMING,
        /// There may be more steps than the header counts: the writer died, or is still at work.
        UNCOUNTED,
        /// The writer marked the last steps as possibly unfinished.
        UNFINISHED,
        /// Something that the model needs is missing.
        DAMAGED,
        /// The file ends before its data do.
        TRUNCATED;

        /// Returns the name for programs, such as `complete`.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Tells whether a file in this state can be relied upon.
        public boolean isSound() {
            return this == COMPLETE || this == STREAMING;
        }
    }

    /// Examines a file.
    ///
    /// @param file the open file
    /// @return the verdict
    public static Health of(ExodusFile file) {
        Layout layout = file.container().layout();
        List<Finding> findings = file.findings();
        List<Finding> others = findings.stream().filter(finding -> !EXPLAINED.contains(finding.code())).toList();
        return new Health(state(layout, findings, hasResults(file)), layout, messages(layout, findings), others);
    }

    private static boolean hasResults(ExodusFile file) {
        return Arrays.stream(EntityKind.values())
                .anyMatch(kind -> !file.variables(kind).isEmpty() || !file.reductionVariables(kind).isEmpty());
    }

    private static State state(Layout layout, List<Finding> findings, boolean hasResults) {
        if (layout.isTruncated()) {
            return State.TRUNCATED;
        }
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return State.DAMAGED;
        }
        if (has(findings, FindingCode.UNFINISHED_STEPS)) {
            return State.UNFINISHED;
        }
        // Without results a step is a time and nothing else, and what looks like steps is padding in some mesh files.
        if (has(findings, FindingCode.UNCOUNTED_RECORDS) && hasResults) {
            return State.UNCOUNTED;
        }
        return has(findings, FindingCode.STREAMING_RECORDS) ? State.STREAMING : State.COMPLETE;
    }

    private static boolean has(List<Finding> findings, FindingCode code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }

    private static List<List<String>> messages(Layout layout, List<Finding> findings) {
        List<List<String>> messages = new ArrayList<>();
        List<String> cutOff = findings.stream().filter(finding -> finding.code() == FindingCode.TRUNCATED_VARIABLE)
                .map(Finding::place).toList();
        if (layout.recordsDeclared() > layout.recordsComplete()) {
            List<String> sentences = new ArrayList<>(List.of("the header promises "
                    + Numbers.count(layout.recordsDeclared(), "step") + " (" + promised(layout) + ") but the file has "
                    + Numbers.grouped(layout.fileBytes()) + ".", whatIsMissing(layout)));
            if (there(layout) > 0) {
                sentences.add("exo info --partial tells what there is of step "
                        + Numbers.grouped(layout.recordsComplete()) + ".");
            }
            if (layout.recordsComplete() > 0) {
                sentences.add("exo repair writes a sound file of the complete steps.");
            }
            messages.add(List.copyOf(sentences));
        } else if (layout.isTruncated()) {
            messages.add(List.of("the header promises " + promised(layout) + " but the file has "
                    + Numbers.grouped(layout.fileBytes()) + "."));
        }
        if (!cutOff.isEmpty()) {
            messages.add(List.of((cutOff.size() == 1 ? "1 variable is" : Numbers.grouped(cutOff.size())
                    + " variables are") + " cut short or missing: " + NearMatches.list(cutOff)));
        }
        if (has(findings, FindingCode.UNCOUNTED_RECORDS)) {
            long more = layout.recordsComplete() - layout.records();
            messages.add(List.of("the header counts " + Numbers.count(layout.records(), "step")
                    + " but the file has room for " + Numbers.grouped(layout.recordsComplete()) + ".",
                    "Its writer died or is still at work; "
                            + (more == 1 ? "the last one is" : "the last " + Numbers.grouped(more) + " are")
                            + " not shown."));
        }
        if (has(findings, FindingCode.STREAMING_RECORDS)) {
            messages.add(List.of("the header leaves the number of steps open; from the file's size it is "
                    + Numbers.grouped(layout.records()) + "."));
        }
        return messages;
    }

    private static String promised(Layout layout) {
        return layout.dataBytes() == Long.MAX_VALUE ? "more bytes than any file can have"
                : Numbers.grouped(layout.dataBytes()) + " bytes";
    }

    /// Returns how many bytes of the first incomplete step there are.
    private static long there(Layout layout) {
        return Math.max(0, layout.fileBytes() - (layout.recordStart() + layout.recordsComplete()
                * layout.recordStride()));
    }

    /// Step `k` is 84 % there, steps `k + 1` to the last one are missing.
    private static String whatIsMissing(Layout layout) {
        long first = layout.recordsComplete();
        long last = layout.recordsDeclared() - 1;
        long there = there(layout);
        long percent = Math.min(99, Math.round(100.0 * there / layout.recordStride()));
        String partly = there == 0 ? "" : "step " + Numbers.grouped(first) + " is " + percent + " % there";
        long missing = there == 0 ? first : first + 1;
        String wholly = missing > last ? "" : missing == last ? "step " + Numbers.grouped(last) + " is missing"
                : "steps " + Numbers.grouped(missing) + " to " + Numbers.grouped(last) + " are missing";
        String both = partly + (partly.isEmpty() || wholly.isEmpty() ? "" : ", ") + wholly;
        return Character.toUpperCase(both.charAt(0)) + both.substring(1) + ". Only complete steps are shown.";
    }

    /// Returns a few words for the end of a line, such as `complete (170,380 + 6 x 172,088 bytes)`.
    public String inShort() {
        boolean isTold = layout.dataBytes() == layout.fileBytes() && layout.records() > 0 && layout.recordStart() >= 0;
        String size = layout.isTruncated() ? Numbers.grouped(layout.fileBytes()) + " of " + promised(layout)
                : (isTold ? Numbers.grouped(layout.recordStart()) + " + " + Numbers.grouped(layout.records()) + " x "
                        + Numbers.grouped(layout.recordStride()) : Numbers.grouped(layout.fileBytes())) + " bytes";
        return switch (state) {
            case COMPLETE -> "complete (" + size + ")";
            case STREAMING -> "complete, number of steps left open (" + size + ")";
            case UNCOUNTED -> "has steps that are not counted (" + size + ")";
            case UNFINISHED -> "may have unfinished steps (" + size + ")";
            case DAMAGED -> "damaged (" + size + ")";
            case TRUNCATED -> "cut short (" + size + ")";
        };
    }
}
