package dev.exodusii.compare;

import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/// Something that a comparison comes upon, told while it goes on, in order and by one thread.
public sealed interface ComparisonEvent {

    /// How much a message matters.
    enum Level {
        /// Worth knowing.
        INFO,
        /// Not a difference by itself.
        WARNING,
        /// A difference.
        DIFFERENCE
    }

    /// A sentence for people.
    ///
    /// @param level how much it matters
    /// @param text  the sentence, maybe of several lines
    record Message(Level level, String text) implements ComparisonEvent {

        /// Returns the sentence in one line.
        public String oneLine() {
            return text.replaceAll("\\s*\n\\s*", " ");
        }
    }

    /// How the comparison goes on, worth telling even to those who want to be told little.
    ///
    /// @param text the line
    record Notice(String text) implements ComparisonEvent {}

    /// Which node and element of file 2 goes with each of file 1; indexes, -1 for none.
    ///
    /// @param nodeCount    how many nodes file 1 has
    /// @param nodes        the node of file 2 for one of file 1
    /// @param elementCount how many elements file 1 has
    /// @param elements     the element of file 2 for one of file 1
    record Paired(long nodeCount, LongUnaryOperator nodes, long elementCount, LongUnaryOperator elements)
            implements ComparisonEvent {}

    /// Coordinates of a node that differ.
    ///
    /// @param axis      `x`, `y` or `z`
    /// @param tolerance how closely they are compared
    /// @param first     the value in file 1
    /// @param second    the value in file 2
    /// @param node      the id of the node
    record CoordinateDifference(String axis, Tolerance tolerance, double first, double second, long node)
            implements ComparisonEvent {}

    /// Coordinates that agree within their tolerance, though not exactly.
    ///
    /// @param distance how far nodes are apart at most
    record CoordinatesAgree(double distance) implements ComparisonEvent {}

    /// What is going to be compared, once the meshes are known to agree.
    ///
    /// @param variables all variables
    record Planned(Map<ComparedKind, List<VariableSelection.Choice>> variables) implements ComparisonEvent {}

    /// The start of the values of a kind.
    ///
    /// @param title what comes
    record Section(String title) implements ComparisonEvent {}

    /// The start of a step.
    ///
    /// @param step   the number of the step of file 1, from 1
    /// @param time   its time
    /// @param second the number of the step of file 2 before or at that time; -1 where file 2 begins later, 0 where it
    ///               ended
    /// @param third  that of the step after it, the same number where nothing is interpolated
    /// @param secondTime the time of the former in file 2
    /// @param thirdTime  the time of the latter in file 2
    /// @param weight how much of the latter is in the values
    /// @param mode   which rule chose the pair
    /// @param isTooFar whether the times differ
    record StepBegun(int step, double time, int second, int third, double secondTime, double thirdTime, double weight,
            StepMode mode, boolean isTooFar) implements ComparisonEvent {}

    /// Which rule chose a pair of steps.
    enum StepMode {
        /// Steps of the same number, or of an offset.
        PAIRED,
        /// The two that the user named.
        EXPLICIT,
        /// Times of file 1 among those of file 2.
        INTERPOLATED
    }

    /// Values that differ: the worst of a variable and step, or each one.
    ///
    /// @param difference the values
    record Values(ValueDifference difference) implements ComparisonEvent {}

    /// The norms of a variable's differences at a step.
    ///
    /// @param variable   the variable's name
    /// @param first      L1 of the values of file 1
    /// @param second     L1 of the values of file 2
    /// @param difference L1 of the differences
    /// @param first2     L2 of the values of file 1
    /// @param second2    L2 of the values of file 2
    /// @param difference2 L2 of the differences
    record NormsFound(String variable, double first, double second, double difference, double first2, double second2,
            double difference2) implements ComparisonEvent {}
}
