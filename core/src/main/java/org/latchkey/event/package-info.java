/**
 * What happened, as values: the words that operators read in logs, time lines and metrics. Nothing
 * here decides anything.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.event;
