/// Element types: what a block's type text means, and which nodes make the sides and edges of such an element.
///
/// [Topologies#resolve] turns the text into a [Topology]; everything here is immutable and free of state.
package dev.exodusii.topology;
