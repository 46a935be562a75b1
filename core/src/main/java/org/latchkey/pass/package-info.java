/**
 * The life of a device's access as a pure state machine: no clock, no store and no I/O; each method
 * takes values and returns values.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.pass;
