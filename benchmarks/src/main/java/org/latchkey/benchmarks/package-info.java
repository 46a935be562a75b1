/** Benchmarks: ratios of one run on one machine, never a test that can fail by the clock. */
@org.jspecify.annotations.NullMarked
package org.latchkey.benchmarks;
