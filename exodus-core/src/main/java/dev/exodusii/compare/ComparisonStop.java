package dev.exodusii.compare;

/// Ends a comparison early: what it came to is known.
final class ComparisonStop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Verdict verdict;
    private final Stage stage;
    private final int step;

    private ComparisonStop(Verdict verdict, Stage stage, String reason, int step) {
        super(reason, null, false, false);
        this.verdict = verdict;
        this.stage = stage;
        this.step = step;
    }

    static ComparisonStop error(String reason) {
        return new ComparisonStop(Verdict.ERROR, Stage.ERROR, reason, 0);
    }

    static ComparisonStop different(Stage stage, String reason) {
        return new ComparisonStop(Verdict.DIFFERENT, stage, reason, 0);
    }

    static ComparisonStop atFirst(int step) {
        return new ComparisonStop(Verdict.DIFFERENT, Stage.RESULTS, "", step);
    }

    Verdict verdict() {
        return verdict;
    }

    Stage stage() {
        return stage;
    }

    int step() {
        return step;
    }
}
