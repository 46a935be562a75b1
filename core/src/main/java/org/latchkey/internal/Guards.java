package org.latchkey.internal;

/**
 * What holds off those who try too much, and what helps those who may. All of it is this node's
 * memory; knocks go on to a store.
 *
 * @param failures the failed proofs
 * @param harvest the sources that try a pass on many devices
 * @param knocks the phones that are in no inventory
 */
public record Guards(Failures failures, HarvestGuard harvest, Knocks knocks) {}
