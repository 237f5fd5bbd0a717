/// Line charts: on a terminal, and in SVG and PNG files. Knows nothing of Exodus.
package dev.exodusii.cli.plot;
