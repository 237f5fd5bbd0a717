/// What `exo hist` looks at: variables at places, and how they become lines of a chart.
package dev.exodusii.cli.hist;
