/**
 * Configuration before it is bytes: the vocabulary of neutral settings and ordered native
 * parameters with their origin.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.config;
