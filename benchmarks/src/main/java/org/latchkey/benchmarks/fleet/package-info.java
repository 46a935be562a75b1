/** Load drivers: fleets of any size against servers in processes of their own. */
@org.jspecify.annotations.NullMarked
package org.latchkey.benchmarks.fleet;
