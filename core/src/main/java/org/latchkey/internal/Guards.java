package org.latchkey.internal;

/**
 * What holds off those who try too much: this node's memory.
 *
 * @param failures the failed proofs
 */
public record Guards(Failures failures) {}
