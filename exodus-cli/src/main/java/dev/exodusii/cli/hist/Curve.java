package dev.exodusii.cli.hist;

import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.ReadAhead;
import dev.exodusii.view.RealView;
import java.util.Optional;

/// One variable at one place over all time steps.
///
/// @param variable the variable
/// @param place    where it is looked at, such as `node:471`; empty for what has no place
/// @param index    the 0-based index of the entry in the series
/// @param values   the values, one for each step: a view
/// @param spot     what was found where the user typed a point
public record Curve(NamedVariable variable, String place, long index, RealView values, Optional<Spot> spot) {

    static Curve of(NamedVariable variable, TimeSeries series, String place, long index, Optional<Spot> spot) {
        return new Curve(variable, place, index, series.history(index), spot);
    }

    /// Returns what tells it from all others of the file, such as `disp_y@node:471`.
    public String label() {
        return place.isEmpty() ? variable.name() : variable.name() + "@" + place;
    }

    /// Tells whether there is a value at a moment.
    ///
    /// @param moment the moment
    public boolean exists(Moment moment) {
        return moment.next() < values.size();
    }

    /// Tells whether its values are stored in 32 bits.
    public boolean isSingle() {
        return values.type() == ElementType.FLOAT;
    }

    /// Tells who holds the file that a value will be read.
    void announce(Moment moment, ReadAhead readAhead) {
        if (exists(moment)) {
            values.slice(moment.step(), moment.next() - moment.step() + 1).announceTo(readAhead);
        }
    }

    /// Returns the value at a moment; NaN where there is none.
    ///
    /// @param moment the moment
    public double at(Moment moment) {
        if (!exists(moment)) {
            return Double.NaN;
        }
        double value = values.get(moment.step());
        return moment.isInterpolated() ? moment.between(value, values.get(moment.next())) : value;
    }
}
