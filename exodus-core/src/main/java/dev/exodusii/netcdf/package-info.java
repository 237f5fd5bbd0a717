/// The container of Exodus II: classic netCDF in its three versions, CDF-1, CDF-2 and CDF-5.
///
/// [NetcdfFile#open] reads the header of a file that lies in memory, a [ByteSource], checks it once and for all, and
/// hands out its dimensions, attributes and variables. Values are not read: [Variable#view] is a window on the file.
/// Nothing here knows of Exodus.
///
/// ## Bad files
/// The header is taken for hostile until it is checked. What makes it untrustworthy is refused with an
/// `UnreadableFileException` that names the file, the byte, the value and the rule; nothing else is thrown for any
/// bytes. What can be lived with is a `Finding`, listed by [NetcdfFile#findings]. The heap that opening takes is
/// proportional to the header's size in the file, never to a count that the header merely declares.
///
/// ## Threads
/// Everything is immutable once open and may be shared between threads without a lock.
package dev.exodusii.netcdf;
