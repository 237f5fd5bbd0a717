package dev.exodusii.cli.view;

/// Which values the ends of the colours stand for.
///
/// @param kind how they are found
/// @param low  the lower one, where the user fixes it
/// @param high the higher one
record RangeRule(Kind kind, double low, double high) {

    /// How a range is found.
    enum Kind {
        /// That of the step that is shown.
        STEP("this step"),
        /// That of all steps, as soon as it is known.
        ALL("all steps"),
        /// What the user says.
        FIXED("fixed");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static final RangeRule THIS_STEP = new RangeRule(Kind.STEP, 0, 1);
    static final RangeRule ALL_STEPS = new RangeRule(Kind.ALL, 0, 1);

    static RangeRule fixed(double low, double high) {
        return new RangeRule(Kind.FIXED, low, high);
    }
}
