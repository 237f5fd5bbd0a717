/// Tells whether two Exodus files hold the same: in the manner of exodiff, as a typed report, without printing.
///
/// [Comparison] compares, [ComparisonSettings] say how, a [ComparisonReport] is what comes out. The words and rules are
/// those of SEACAS' `exodiff` 4.01; where that program is plainly wrong this package is not, see
/// `exodus-cli/EXODIFF.md`.
package dev.exodusii.compare;
