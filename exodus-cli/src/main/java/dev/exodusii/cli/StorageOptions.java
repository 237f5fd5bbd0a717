package dev.exodusii.cli;

import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.view.ElementType;
import dev.exodusii.write.ExodusDefinitionBuilder;
import dev.exodusii.write.ExtraVariable;

/// How a file is stored: which format, how many bits for each number.
final class StorageOptions {

    private final Option cdf;
    private final Flag float32;
    private final Flag float64;
    private final Flag int32;
    private final Flag int64;

    StorageOptions(Verb verb) {
        cdf = verb.option("--cdf", "1|2|5", "Write this version of the classic netCDF format.");
        float32 = verb.flag("--float32", "Store real numbers in 32 bits; digits are lost.");
        float64 = verb.flag("--float64", "Store real numbers in 64 bits.");
        int32 = verb.flag("--int32", "Store integers in 32 bits; what does not fit is refused.");
        int64 = verb.flag("--int64", "Store integers in 64 bits, which needs CDF-5.");
    }

    /// Says how a new file is stored.
    void apply(ExodusDefinitionBuilder builder) {
        checkOnce(float32, float64);
        checkOnce(int32, int64);
        if (float32.isSet() || float64.isSet()) {
            builder.realType(float32.isSet() ? ElementType.FLOAT : ElementType.DOUBLE);
        }
        if (int32.isSet() || int64.isSet()) {
            builder.longIntegers(int64.isSet(), int64.isSet(), int64.isSet());
            builder.changeExtraVariables(extra -> int32.isSet() ? shortened(extra) : extra);
        }
        if (cdf.isSet()) {
            builder.format(format(cdf.value().orElse("")));
        } else if (int64.isSet()) {
            builder.format(ContainerFormat.CDF_5);
        }
    }


    /// What other programs keep beside the model is stored in as few bits.
    private static ExtraVariable shortened(ExtraVariable extra) {
        return extra.type() == ElementType.INT64
                ? new ExtraVariable(extra.name(), ElementType.INT, extra.dimensions(), extra.attributes()) : extra;
    }

    private static void checkOnce(Flag one, Flag other) {
        if (one.isSet() && other.isSet()) {
            throw new UsageException(one.name() + " and " + other.name() + " exclude one another");
        }
    }

    private static ContainerFormat format(String text) {
        return switch (text) {
            case "1" -> ContainerFormat.CDF_1;
            case "2" -> ContainerFormat.CDF_2;
            case "5" -> ContainerFormat.CDF_5;
            default -> throw new UsageException("--cdf takes 1, 2 or 5, not '" + text + "'");
        };
    }
}
